import { expect, test } from 'vitest';
import { cases, type Case } from '../../generated/cases.js';
import { json, observedClient, respondAsDocumented, TEST_API_KEY } from './observed-client.js';

test('records what was sent, and returns the response of the test', async () => {
  const { client, requests } = observedClient(() => json({ data: { id: 'a', name: 'b' } }, { status: 201 }));
  expect(await client.sshKeys.create({ name: 'b', publicKey: 'ssh-ed25519 AAAA' })).toMatchObject({ id: 'a' });
  expect(requests).toMatchObject([{ method: 'POST', json: { name: 'b', public_key: 'ssh-ed25519 AAAA' } }]);
  expect(requests[0]?.url.pathname).toBe('/api/v1/ssh-keys');
  expect(requests[0]?.headers.get('authorization')).toBe(`Bearer ${TEST_API_KEY}`);
});

test('rejects as fetch does when the call is aborted', async () => {
  const { client } = observedClient(() => new Promise<Response>(() => {}));
  const reason = new Error('enough');
  const controller = new AbortController();
  const called = client.billing.getBalance({ signal: controller.signal });
  controller.abort(reason);
  await expect(called).rejects.toBe(reason);
});

test.each(Object.entries<Case>(cases))('responds to %s with the documented example by default', async (_, example) => {
  const { client } = observedClient();
  const answer = await example.call(client);
  if (answer instanceof Uint8Array) expect(new TextDecoder().decode(answer)).toBe(example.answer);
  else if (example.answer === undefined) expect(answer).toBeUndefined();
  else expect(answer).toMatchObject(example.answer as object);
});

test('responds to a stream with its transcript by default', async () => {
  const { client } = observedClient(respondAsDocumented);
  const messages = [{ role: 'user', content: 'When does it open?' }] as const;
  const stream = await client.models.chatCompletion({ model: 'a', messages: [...messages], stream: true });
  const chunks: unknown[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  expect(chunks).toEqual(cases.createChatCompletion.stream.events);
});
