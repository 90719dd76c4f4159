import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { ConnectionError, InvalidResponseError, type RuncrateError } from '../../src/index.node.js';
import { useFaultServer } from '../helpers/fault-server.js';
import { rejectionOf } from '../helpers/observed-transport.js';
import { clientOf } from './fault.js';

const server = useFaultServer();
const body = JSON.stringify({
  data: Array.from({ length: 400 }, (_, index) => ({ id: `i-${index * 7919}`, name: 'a' })),
});

test.each([
  ['gzip', gzipSync(body)],
  ['br', brotliCompressSync(body)],
  ['deflate', deflateSync(body)],
])('a body in %s of which only half arrives was cut short, says the error', async (encoding, bytes) => {
  const half = bytes.subarray(0, bytes.length / 2);
  const headers = { 'content-type': 'application/json', 'content-encoding': encoding, 'content-length': half.length };
  const requests = server.play(() => (_, response) => void response.writeHead(200, headers).end(half));
  const error = (await rejectionOf(clientOf(server.url).instances.list())) as RuncrateError;
  expect(error).toBeInstanceOf(InvalidResponseError);
  expect(error.message).toBe('GET /api/v1/instances returned 200 but the response body was cut short.');
  expect(error.hint).not.toContain('baseUrl');
  expect(requests).toHaveLength(1);
});

test('a body whose encoding is another than its headers say is not a lost connection', async () => {
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
  const requests = server.play(() => (_, response) => void response.writeHead(200, headers).end(body));
  const error = await rejectionOf(clientOf(server.url).instances.list());
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({ message: expect.stringContaining('can’t be decompressed (Z_DATA_ERROR)') as unknown });
  expect(requests).toHaveLength(1);
});

test('response headers that are too large are no lost connection', async () => {
  const headers = { 'x-long': 'a'.repeat(20_000) };
  const requests = server.play(() => (_, response) => void response.writeHead(200, headers).end('{"data":[]}'));
  const error = await rejectionOf(clientOf(server.url).instances.list());
  expect(error).toMatchObject({ message: expect.stringContaining('(UND_ERR_HEADERS_OVERFLOW)') as unknown });
  expect(requests).toHaveLength(1);
});
