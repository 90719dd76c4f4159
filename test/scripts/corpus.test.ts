import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Caller } from '../corpus/caller-process.js';
import { clientOptions, serverUrls } from '../corpus/client-options.js';
import type { Explanation } from '../corpus/explained.js';
import { reportOn, type Result } from '../corpus/report.js';

const good: Result = {
  name: 'a.json',
  isValid: true,
  generated: { kind: 'generated', out: '/a' },
  calls: [{ operation: 'x' }],
};

function missing(miss: string): Result {
  return { ...good, name: 'b.json', calls: [{ operation: 'y', miss }] };
}

function explanation(fault: Explanation['fault']): Explanation {
  return { what: 'b.json y', fault, why: 'because' };
}

test('a corpus without a miss passes', () => {
  const { lines, isMissed } = reportOn([good], []);
  expect(isMissed).toBe(false);
  expect(lines[2]).toMatch(/calls that Prism accepts +1 of 1 +100\.0 %.+pass$/);
});

test('an invalid document is not counted', () => {
  const invalid: Result = { name: 'b.json', isValid: false, generated: { kind: 'stopped', why: 'no' }, calls: [] };
  expect(reportOn([good, invalid], []).isMissed).toBe(false);
  expect(reportOn([good, { ...invalid, isValid: true }], []).isMissed).toBe(true);
});

test('a client that does not compile is a miss', () => {
  const { lines, isMissed } = reportOn([{ ...good, compileError: 'TS2590' }], []);
  expect(isMissed).toBe(true);
  expect(lines).toContain('a.json: TS2590');
});

test.each<[fault: Explanation['fault'], isMissed: boolean]>([
  ['prism', false],
  ['document', false],
  ['generator', true],
])('a miss by the fault of the %s counts only if it is the generator', (fault, isMissed) => {
  expect(reportOn([good, missing('422')], [explanation(fault)]).isMissed).toBe(isMissed);
});

test('a miss without a reason fails the run, whatever the rate', () => {
  const results = Array.from({ length: 200 }, () => good);
  expect(reportOn([...results, missing('422')], []).lines).toContain('UNEXPLAINED: b.json y');
  expect(reportOn([...results, missing('422')], []).isMissed).toBe(true);
  expect(reportOn([...results, missing('422')], [explanation('generator')]).isMissed).toBe(false);
});

test('a reason for what is no miss any more fails the run', () => {
  const { lines, isMissed } = reportOn([good], [explanation('prism')]);
  expect(isMissed).toBe(true);
  expect(lines).toContain('STALE in explained.json: b.json y is no miss any more.');
});

test('calls may go to each server of the document, the longest URL first', () => {
  const paths = { '/a': { servers: [{ url: '/own' }], get: { servers: [{ url: 'https://x.example/deep/er' }] } } };
  const servers = [{ url: 'https://{at}.example/', variables: { at: { default: 'x' } } }];
  expect(serverUrls({ servers, paths })).toEqual([
    'https://corpus.example/own',
    'https://x.example/deep/er',
    'https://x.example',
  ]);
});

test('the client has credentials for the schemes that operations require, and a URL if the document names no host', () => {
  const securitySchemes = {
    user: { type: 'http', scheme: 'basic' },
    key: { type: 'apiKey' },
    unused: { type: 'apiKey' },
    certificate: { type: 'mutualTLS' },
  };
  const document = {
    servers: [{ url: '/v2' }],
    components: { securitySchemes },
    security: [{ user: [], certificate: [] }],
    paths: {
      '/a': { get: {}, put: { security: [{ key: [] }] } },
      '/b': { servers: [{ url: '/v2' }], get: { servers: [{ url: '/v3/x' }] } },
    },
  };
  expect(clientOptions(document)).toEqual({
    auth: { user: { username: 'corpus', password: 'secret' }, key: 'corpus-token' },
    baseUrl: 'https://corpus.example/v2',
    servers: { v3X: 'https://corpus.example/v3/x' },
  });
});

/** Calls a, b and c in a process that ends or hangs in the second. */
const endings: Readonly<Record<string, string>> = {
  throws: `process.send({ kind: 'ended', why: 'TypeError: x' }, () => process.exit(1));`,
  exits: `process.exit(3);`,
  hangs: ``,
};

test.each([
  ['throws', 'ends the process: TypeError: x'],
  ['exits', 'ends the process with code 3'],
  ['hangs', 'no end in 5 s'],
])('a call whose process %s is a miss, and the next one is made in another process', async (ending, miss) => {
  const folder = await mkdtemp(join(tmpdir(), 'caller-'));
  const program = join(folder, 'caller.mjs');
  const text = `process.on('message', ({ path, skip }) => {
  if (path === 'worst') process.exit(1);
  for (const operation of ['a', 'b', 'c'].slice(skip)) {
    process.send({ kind: 'began', operation });
    if (operation === 'b' && path === 'bad') { ${endings[ending]} return; }
    process.send({ kind: 'called' });
  }
  process.send({ kind: 'done', cpuSeconds: 1 });
});`;
  await writeFile(program, text);
  const caller = new Caller(program, 5000);
  const [a, b, c] = ['a', 'b', 'c'].map((operation) => ({ operation }));
  expect(await caller.call('bad', 'out')).toEqual([a, { ...b, miss }, c]);
  expect(await caller.call('good', 'out')).toEqual([a, b, c]);
  expect(await caller.call('worst', 'out')).toEqual([{ operation: '*', miss: 'ends the process with code 1' }]);
  caller.close();
  await rm(folder, { recursive: true });
});
