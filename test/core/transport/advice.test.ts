import { expect, test } from 'vitest';
import type { Runcrate, RuncrateError } from '../../../src/index.node.js';
import { json, observedClient, type Respond } from '../../helpers/observed-client.js';
import { rejectionOf } from '../../helpers/observed-transport.js';

const missing: Respond = () => json({ error: { code: 'not_found', message: 'No such thing.' } }, { status: 404 });

type Call = (client: Runcrate) => Promise<unknown>;

test.each<readonly [string, Call, string]>([
  ['of the client', (client) => client.instances.get('a'), 'The environment "staging" was asked.'],
  ['of the call', (client) => client.storage.get('a', { environment: 'b' }), 'The environment "b" was asked.'],
  ['of a call by its route', (client) => client.request('GET /instances/{id}', { id: 'a' }), '"staging"'],
])('a 404 names the environment %s', async (_, call, hint) => {
  const { client } = observedClient(missing, { environment: 'staging' });
  const error = (await rejectionOf(call(client))) as RuncrateError;
  expect(error.message).toBe('No such thing.');
  expect(error.hint).toContain(hint);
  expect(error.hint).toContain('Pass `environment`');
});

test('a 404 says that the default environment was asked', async () => {
  const { client } = observedClient(missing);
  await expect(client.instances.terminate('a')).rejects.toMatchObject({
    hint: 'The default environment was asked. Pass `environment` if it is in another one.',
  });
});

test.each<readonly [string, Call, Respond]>([
  ['a 404 of a call without an environment', (client) => client.sshKeys.delete('a'), missing],
  ['another error', (client) => client.instances.get('a'), () => json({ error: { message: 'no' } }, { status: 403 })],
  ['a 404 that is an HTML page', (client) => client.instances.get('a'), () => new Response('<html>', { status: 404 })],
])('%s names no environment', async (_, call, respond) => {
  const { client } = observedClient(respond, { environment: 'staging' });
  const { hint = '' } = (await rejectionOf(call(client))) as RuncrateError;
  expect(hint).not.toContain('environment');
});

const model = 'no/such-model';

test.each<readonly [string, Call]>([
  ['chat', ({ models }) => models.chatCompletion({ model, messages: [{ role: 'user', content: 'Hi' }] })],
  ['a chat stream', ({ models }) => models.chatCompletion({ model, messages: [], stream: true })],
  ['images', ({ models }) => models.generateImage({ model, prompt: 'a' })],
  ['video', ({ models }) => models.generateVideo({ model, prompt: 'a' })],
  ['speech', ({ models }) => models.textToSpeech({ model, input: 'a' })],
  ['transcription', ({ models }) => models.transcribe({ model, file: new Blob(['a']) })],
  ['embeddings', ({ models }) => models.embeddings({ model, input: 'a' })],
])('a 404 of an unknown model for %s leads to `rc.models.list()`', async (_, call) => {
  const message = `The model \`${model}\` does not exist.`;
  const { client } = observedClient(() => json({ error: { code: 'model_not_found', message } }, { status: 404 }));
  await expect(call(client)).rejects.toMatchObject({
    message,
    hint: expect.stringContaining('`rc.models.list()`') as unknown,
  });
});
