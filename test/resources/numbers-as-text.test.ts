import { expect, test } from 'vitest';
import { json, observedClient } from '../helpers/observed-client.js';

test('amounts that come as text add up', async () => {
  const data = ['-0.70', '10.00', '-0.30'].map((amount, id) => ({ id: `t-${id}`, type: 'usage', amount }));
  const { client } = observedClient(() => json({ data, meta: { hasMore: false, total: '3' } }));
  const page = await client.billing.listTransactions();
  let sum = 0;
  for await (const { amount } of page) sum += amount;
  expect([sum, page.total]).toEqual([9, 3]);
});

test('the balance, the usage and a refund are numbers', async () => {
  const data = {
    creditsBalance: '12.50',
    activeUsageCost: '0',
    total_requests: '3',
    totalCost: '1e-3',
    refund_amount: '0.42',
  };
  const { client } = observedClient(() => json({ data }));
  expect(await client.billing.getBalance()).toMatchObject({ creditsBalance: 12.5, activeUsageCost: 0 });
  expect(await client.billing.usage()).toMatchObject({ totalRequests: 3, totalCost: 0.001 });
  expect(await client.storage.delete('s-1')).toMatchObject({ refundAmount: 0.42 });
});

test('the prices and sizes of `models.list` are numbers, and those that a number could not hold stay text', async () => {
  const pricing = { prompt: '0.00000028', completion: null, input_cache_read: '0.12345678901234567890' };
  const models = [{ id: '5', name: '6', context_length: '128000', pricing }];
  const { client } = observedClient(() => json(models));
  expect((await client.models.list()).data).toEqual([
    {
      id: '5',
      name: '6',
      contextLength: 128000,
      pricing: { prompt: 2.8e-7, completion: null, inputCacheRead: '0.12345678901234567890' },
    },
  ]);
});

test('instances and their types have numbers', async () => {
  const { client } = observedClient(() =>
    json({ data: [{ id: '1', gpu_count: '8', memory: 'lots', cost_per_hour: '2.00', hourly_rate: '2.5' }] }),
  );
  expect(await client.instances.list()).toMatchObject([{ id: '1', gpuCount: 8, memory: 'lots', costPerHour: 2 }]);
  expect(await client.instances.listTypes()).toMatchObject([{ id: '1', gpuCount: 8, hourlyRate: 2.5 }]);
});

test('a vector in base64 stays text, even if it reads as a number', async () => {
  const { client } = observedClient(() =>
    json({ data: [{ index: '0', embedding: '12345678' }], usage: { total_tokens: '4' } }),
  );
  const { data, usage } = (await client.request('POST /embeddings', {
    model: 'm',
    input: 'a',
    encodingFormat: 'base64',
  })) as { data: unknown; usage: unknown };
  expect([data, usage]).toEqual([[{ index: 0, embedding: '12345678' }], { totalTokens: 4 }]);
});
