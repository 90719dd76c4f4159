import { expect, test } from 'vitest';
import {
  answer,
  answerSlowly,
  cutAfterHeaders,
  cutBeforeAnswer,
  cutInBody,
  loopbackServer,
  sendRaw,
  stallBeforeHeaders,
  stallInBody,
} from './loopback-server.js';

test('replies by its script and records the requests', async () => {
  await using server = await loopbackServer([answer({ status: 201, body: { id: 'a' } })]);
  const response = await fetch(`${server.url}/things?limit=1`, { method: 'POST', body: '{"name":"b"}' });
  expect([response.status, await response.json()]).toEqual([201, { id: 'a' }]);
  expect(server.requests).toMatchObject([{ method: 'POST', url: '/things?limit=1' }]);
  expect(server.requests[0]?.body.toString()).toBe('{"name":"b"}');
});

test('replies to a request beyond its script with a status that no client retries', async () => {
  await using server = await loopbackServer([]);
  expect((await fetch(server.url)).status).toBe(501);
});

test('closes the connection before a byte of the response', async () => {
  await using server = await loopbackServer([cutBeforeAnswer()]);
  await expect(fetch(server.url)).rejects.toThrow('fetch failed');
});

test.each([
  ['after the headers', cutAfterHeaders({ body: 'abcdef' }), ''],
  ['in the body', cutInBody({ body: 'abcdef' }, 3), 'abc'],
])('cuts the connection %s, and what was sent before arrives', async (_, reply, arrived) => {
  await using server = await loopbackServer([reply]);
  const response = await fetch(server.url);
  const decoder = new TextDecoder();
  let text = '';
  const reading = async (): Promise<void> => {
    for await (const chunk of response.body!) text += decoder.decode(chunk);
  };
  await expect(reading()).rejects.toThrow('terminated');
  expect(text).toBe(arrived);
});

test('stalls before the headers until the client disconnects', async () => {
  await using server = await loopbackServer([stallBeforeHeaders()]);
  const controller = new AbortController();
  const answered = fetch(server.url, { signal: controller.signal });
  await expect.poll(() => server.requests.length).toBe(1);
  controller.abort();
  await expect(answered).rejects.toThrow('aborted');
  await server.requests[0]?.closed;
});

test('stalls in the body after the given number of bytes', async () => {
  await using server = await loopbackServer([stallInBody({ body: 'abcdef' }, 3)]);
  const reader = (await fetch(server.url)).body!.getReader();
  expect(Buffer.from((await reader.read()).value!).toString()).toBe('abc');
  let isClosed = false;
  const closed = server.requests[0]!.closed.then(() => (isClosed = true));
  expect(isClosed).toBe(false);
  await reader.cancel();
  await closed;
});

test('sends a body in slow chunks that add up to the whole', async () => {
  await using server = await loopbackServer([answerSlowly({ body: 'abcdef' }, 2, 1)]);
  expect(await (await fetch(server.url)).text()).toBe('abcdef');
});

test('sends bytes that are not HTTP', async () => {
  await using server = await loopbackServer([sendRaw('what?\r\n\r\n')]);
  await expect(fetch(server.url)).rejects.toThrow('fetch failed');
});
