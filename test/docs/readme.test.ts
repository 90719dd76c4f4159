import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { consumer, requireBuild, root, type Consumer } from '../helpers/consumer.js';
import { answer, loopbackServer } from '../helpers/loopback-server.js';
import { useMock } from '../helpers/mock.js';
import { anchorsOf, readPage, toJavaScript } from '../helpers/programs.js';

const readme = readPage('README.md');
const mock = useMock({ media: true });
let project: Consumer;

beforeAll(async () => {
  await requireBuild();
  project = await consumer();
});

afterAll(() => project[Symbol.asyncDispose]());

test.each(['README.md', 'docs/instances.md'])(
  'the program of %s that creates an instance terminates it, even if the wait for it fails',
  async (path) => {
    const { text } = readPage(path).programs.find((program) => program.text.includes('waitUntilReady'))!;
    // Only its part about instances: the server below has nothing else.
    const instances = text.replace(/^const messages[^]*(?=^const instance )/m, '');
    const file = await project.write(`${path.replaceAll(/\W/g, '-')}.mjs`, toJavaScript(instances));
    await using server = await loopbackServer(({ method, url }) => {
      if (method === 'DELETE') return answer({ status: 204, body: '' });
      const data = url.includes('/types')
        ? []
        : { id: 'i-1', name: 'a', status: url.includes('/status') ? 'failed' : 'creating' };
      return answer({ body: { data } });
    });
    const environment = { ...mock.environment, RUNCRATE_BASE_URL: server.url };
    const { exitCode, output } = await project.node([file], environment);
    expect({ exitCode, output }).toMatchObject({ exitCode: 1, output: expect.stringContaining('failed') as unknown });
    expect(server.requests.filter(({ method }) => method === 'DELETE').map(({ url }) => url)).toEqual([
      '/api/v1/instances/i-1',
    ]);
  },
);

test('every docsUrl of an error leads to a place in the README', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const linked = files.flatMap((file) =>
    [...readFileSync(join(root, 'src', file), 'utf8').matchAll(/docsUrl\('([^']+)'\)/g)].map(([, anchor]) => anchor),
  );
  expect(linked.length).toBeGreaterThan(0);
  expect(anchorsOf(readme)).toEqual(expect.arrayContaining(linked));
});

test.each(formerHeadings())('the README of former versions had #%s, which still leads to its guide', (anchor) => {
  expect(anchorsOf(readme)).toContain(anchor);
});

test('the README is short enough to be read: at most 10 kB', () => {
  expect(Buffer.byteLength(readme.text)).toBeLessThanOrEqual(10_000);
});

/** Links to them are in errors of released versions, and in other pages. */
function formerHeadings(): string[] {
  return `install quick-start chat streaming typed-output tools embeddings-and-models images pictures video speech
    transcription files-and-security files-and-safety instances storage ssh-keys environments billing-and-pages
    templates errors retries-and-billing retries-and-money timeouts-and-aborts logging options bad-input any-operation
    openais-names browsers react-native platforms size testing-your-code contract-testing coming-from-015 regenerating
    development`.split(/\s+/);
}
