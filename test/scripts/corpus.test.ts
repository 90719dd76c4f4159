import { expect, test } from 'vitest';
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
    paths: { '/a': { get: {}, put: { security: [{ key: [] }] } } },
  };
  expect(clientOptions(document)).toEqual({
    auth: { user: { username: 'corpus', password: 'secret' }, key: 'corpus-token' },
    baseUrl: 'https://corpus.example/v2',
  });
});
