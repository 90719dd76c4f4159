// For React Native, whose polyfills are those of an app; `nativeHost` is the native side, which the trial provides.
import 'react-native/Libraries/Core/setUpGlobals';
import 'react-native/Libraries/Core/setUpXHR';
import 'react-native/Libraries/Core/setUpNavigator';
import emitter from 'react-native/Libraries/EventEmitter/RCTDeviceEventEmitter';
import * as sdk from '@runcrate/sdk';
import { smoke, speechSummary } from './smoke.js';

const { origin, fetch: streamingFetch, TextDecoder } = nativeHost;
const model = 'm';
const messages = [{ role: 'user', content: 'Grüße' }];
const options = { apiKey: 'rc_live_smoke', baseUrl: origin, inferenceUrl: origin };

const checks = {
  /** A file object, as the pickers of React Native give it. */
  async file(rc) {
    const { text } = await rc.models.transcribe({
      model,
      file: { uri: 'file:///speech', name: 'talk.mp3', type: 'audio/mpeg' },
      language: 'de',
    });
    expect(text, `talk.mp3, ${speechSummary}, de`);
  },

  async form(rc) {
    const form = new FormData();
    form.append('file', { uri: 'file:///speech', name: 'talk.mp3', type: 'audio/mpeg' });
    const { text } = await rc.request('POST /audio/transcriptions', form, { server: 'inference' });
    expect(text, `talk.mp3, ${speechSummary}, none`);
  },

  async stream(rc) {
    const { name, message, hint } = await reasonOf(rc.models.chatCompletion({ model, messages, stream: true }));
    expect(name, 'RuncrateError');
    expect(/`fetch`.*expo\/fetch/s.test(`${message}\n${hint}`), true);
  },

  async open(rc) {
    const { name, message, hint } = await reasonOf(rc.models.textToSpeechStream({ model, input: 'Hello' }));
    expect(name, 'RuncrateError');
    expect(/`fetch`.*expo\/fetch/s.test(`${message}\n${hint}`), true);
  },

  /** A `fetch` and a TextDecoder such as those of Expo. */
  async fetch() {
    globalThis.TextDecoder = TextDecoder;
    const rc = new sdk.Runcrate({ ...options, fetch: streamingFetch });
    const stream = await rc.models.chatCompletion({ model, messages, stream: true });
    let text = '';
    for await (const chunk of stream) text += chunk.choices[0]?.delta.content ?? '';
    expect(text, 'Grüße 🚀');
    const broken = await rc.models.chatCompletion({ model, messages, stream: true });
    broken.abort();
    expect((await reasonOf(broken.finalCompletion())).name, 'AbortError');
  },

  async abort(rc) {
    const name = `slow-${Math.random()}`;
    const controller = new AbortController();
    const aborted = reasonOf(rc.instances.get(name, { signal: controller.signal }));
    await fetch(`${origin}/arrived/${name}`);
    controller.abort();
    expect((await aborted)?.name, 'AbortError');
    expect(await (await fetch(`${origin}/gone/${name}`)).text(), 'gone');
  },

  async timeout() {
    const rc = new sdk.Runcrate({ ...options, timeout: 0.2, maxRetries: 0 });
    expect((await reasonOf(rc.instances.get(`slow-${Math.random()}`))).name, 'TimeoutError');
  },
};

async function run() {
  const report = { ...(await smoke(sdk, { origin, isPage: false }, nativeHost.smokeChecks)) };
  const rc = new sdk.Runcrate(options);
  for (const [name, check] of Object.entries(checks)) {
    report[name] = await within(30, check(rc)).then(
      () => '',
      (error) => String(error?.stack ?? error),
    );
  }
  return report;
}

/** A check that never settles fails. */
function within(seconds, work) {
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error('timed out')), seconds * 1000));
  return Promise.race([work, late]);
}

function reasonOf(promise) {
  return promise.then(
    () => undefined,
    (reason) => reason,
  );
}

function expect(actual, expected) {
  if (actual !== expected) throw new Error(`expected ${JSON.stringify(expected)}, received ${JSON.stringify(actual)}`);
}

nativeHost.emit = (event, args) => emitter.emit(event, args);
nativeHost.report = run();
