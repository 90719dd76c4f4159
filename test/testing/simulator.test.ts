import { expect, test } from 'vitest';
import { createSimulator } from '../../src/handwritten/testing/simulator.js';
import { Runcrate } from '../../src/index.node.js';

test('a chat gets the reply of the test, streamed or not', async () => {
  const api = createSimulator();
  const rc = new Runcrate(api.options);
  api.chat.reply('Hello');
  const call = { model: 'm', messages: [{ role: 'user' as const, content: 'Hi' }] };
  expect((await rc.models.chatCompletion(call)).choices[0]?.message.content).toBe('Hello');
  const stream = await rc.models.chatCompletion({ ...call, stream: true });
  expect((await stream.finalCompletion()).choices[0]?.message.content).toBe('Hello');
});

test('an instance whose answer was a 500 after the effect exists, and an hour of waiting takes no time', async () => {
  const api = createSimulator();
  const rc = new Runcrate({ ...api.options, logLevel: 'off' });
  api.fail('createInstance', { status: 500, after: 'effect' });
  await expect(rc.instances.create({ name: 'a', gpuType: 'A100' })).rejects.toMatchObject({ outcomeUnknown: true });
  expect(api.requests('createInstance')).toHaveLength(1);
  const [left] = await rc.instances.list();
  await rc.instances.waitUntilReady(left!.id);
  await api.clock.advance(3_600_000);
  await rc.instances.terminate(left!.id);
  expect(api.instances.running()).toEqual([]);
  expect(api.ledger.total()).toBeGreaterThan(1.89);
});

test('a refused request gets the 422 of the API, with the field, and a foreign host is an error of the test', async () => {
  const api = createSimulator();
  const rc = new Runcrate({ ...api.options, logLevel: 'off' });
  await expect(rc.instances.create({ name: 'a' })).rejects.toMatchObject({
    statusCode: 422,
    details: { field: 'gpu_type' },
  });
  await expect(api.fetch('https://example.com/')).rejects.toThrow('sends nothing to example.com');
});
