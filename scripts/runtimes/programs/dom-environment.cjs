// Jest's jsdom, with what has to be added to it for any program that calls `fetch`.
const { TestEnvironment } = require(process.env.SMOKE_ENVIRONMENT);

const added = [
  'fetch',
  'Headers',
  'Request',
  'Response',
  'ReadableStream',
  'TransformStream',
  'TextDecoder',
  'TextEncoder',
];

module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    for (const name of added) this.global[name] = globalThis[name];
  }
};
