import { expect, test } from 'vitest';
import { clockOption } from '../../src/handwritten/core/clock.js';
import { VirtualClock } from '../../src/handwritten/testing/virtual-clock.js';
import { RuncrateError, type Pacer, type RuncrateOptions } from '../../src/index.node.js';
import { BudgetExceededError, UsageMeter, type UsageMeterOptions } from '../../src/usage.js';
import { json, observedClient, type Respond } from '../helpers/observed-client.js';
import { rejectionOf } from '../helpers/observed-transport.js';

const chat = { model: 'a/model', messages: [{ role: 'user', content: 'Hi' }] } as const;
const usage = {
  prompt_tokens: 1000,
  completion_tokens: 100,
  prompt_tokens_details: { cached_tokens: 400 },
  completion_tokens_details: { reasoning_tokens: 30 },
};
const completion = (more: object = { usage }) => ({
  id: 'c',
  created: 1,
  model: 'a/model',
  choices: [{ index: 0, message: { role: 'assistant', content: 'Hello' }, finish_reason: 'stop' }],
  ...more,
});
const chunk = (more: object) => ({ id: 'c', created: 1, model: 'a/model', ...more });
const delta = { choices: [{ index: 0, delta: { content: 'Hello' }, finish_reason: 'stop' }] };
const sse = (...chunks: object[]) =>
  new Response([...chunks.map((event) => `data: ${JSON.stringify(event)}\n\n`), 'data: [DONE]\n\n'].join(''), {
    headers: { 'content-type': 'text/event-stream' },
  });
/** As the API has them: a number, a numeric string. */
const prices = [{ id: 'a/model', pricing: { prompt: '0.0000003', completion: 9e-7, inputCacheRead: '3e-8' } }];

const paidChat = { method: 'POST', path: '/chat/completions', server: 'inference', retry: 'paid' } as const;

function meteredClient(respond: Respond, settings: UsageMeterOptions = {}, options: RuncrateOptions = {}) {
  const meter = new UsageMeter(settings);
  return { meter, ...observedClient(respond, { usage: meter, maxRetries: 0, ...options }) };
}

test('tokens are added up by model and by operation', async () => {
  const { client, meter } = meteredClient(({ url }) =>
    url.pathname.endsWith('/embeddings')
      ? json({ data: [{ index: 0, embedding: [1] }], model: 'e', usage: { prompt_tokens: 7, total_tokens: 7 } })
      : json(completion()),
  );
  await client.models.chatCompletion(chat);
  await client.withOptions({ timeout: 9 }).models.chatCompletion(chat);
  await client.models.embeddings({ model: 'e', input: 'red' });
  const { total, models, operations } = meter.report();
  expect(total).toMatchObject({ requests: 3, failed: 0, promptTokens: 2007, completionTokens: 200 });
  expect(models['a/model']).toMatchObject({ cachedTokens: 800, reasoningTokens: 60, withoutTokens: 0 });
  expect(operations['POST /embeddings']).toMatchObject({ requests: 1, promptTokens: 7 });
  expect(Object.keys(operations)).toEqual(['POST /chat/completions', 'POST /embeddings']);
});

test('the cost is exact: 600 new tokens, 400 of the cache and 100 generated ones, a thousand times', async () => {
  const { client, meter } = meteredClient(() => json(completion()), { prices });
  await client.models.chatCompletion(chat);
  // 600 × 0.0000003 + 400 × 0.00000003 + 100 × 0.0000009
  expect(meter.usd).toBe('0.000282');
  for (let count = 1; count < 1000; count++) await client.models.chatCompletion(chat);
  expect(meter.usd).toBe('0.282');
  expect(meter.report().models['a/model']?.usd).toBe('0.282');
});

test.each<readonly [price: unknown, tokens: number, usd: string | undefined]>([
  [0.1, 3, '0.3'],
  ['0.1', 3, '0.3'],
  [2.8e-7, 1_000_000, '0.28'],
  ['2.8E-7', 10, '0.0000028'],
  ['.5', 1, '0.5'],
  [' 12 ', 9, '108'],
  [0, 5, '0'],
  ['0.1234567890123456789', 1, '0.123456789012345679'],
  [null, 5, undefined],
  ['free', 5, undefined],
  ['-1', 5, undefined],
  [-1, 5, undefined],
  [Infinity, 5, undefined],
  ['1e999', 5, undefined],
  ['', 5, undefined],
])('at a price of %j a token, %d tokens cost %s', async (prompt, tokens, usd) => {
  const models = [{ id: 'a/model', pricing: { prompt: prompt as number } }];
  const { client, meter } = meteredClient(() => json(completion({ usage: { prompt_tokens: tokens } })), {
    prices: models,
  });
  await client.models.chatCompletion(chat);
  const { total, unpricedModels } = meter.report();
  expect(usd === undefined ? unpricedModels : total.usd).toEqual(usd ?? ['a/model']);
});

test('where one price is missing, the tokens that have one still cost, in the report as in `usd`', async () => {
  let count = 0;
  const { client, meter } = meteredClient(
    () => json(completion({ usage: { prompt_tokens: 10, completion_tokens: count++ } })),
    { prices: [{ id: 'a/model', pricing: { prompt: '1e-7' } }] },
  );
  await client.models.chatCompletion(chat);
  expect(meter.report()).toMatchObject({ total: { usd: '0.000001' }, unpricedModels: [] });
  await client.models.chatCompletion(chat);
  expect(meter.report()).toMatchObject({ total: { usd: '0.000002' }, unpricedModels: ['a/model'] });
  expect(meter.usd).toBe('0.000002');
});

test('a call that tells of more cached tokens than its prompt has costs those of its prompt', async () => {
  let cached_tokens = 50;
  const { client, meter } = meteredClient(
    () => json(completion({ usage: { prompt_tokens: 10, prompt_tokens_details: { cached_tokens } } })),
    { prices },
  );
  await client.models.chatCompletion(chat);
  cached_tokens = 0;
  await client.models.chatCompletion(chat);
  // 10 × 0.00000003 + 10 × 0.0000003
  expect([meter.usd, meter.report().total.usd]).toEqual(['0.0000033', '0.0000033']);
  expect(meter.report().total).toMatchObject({ cachedTokens: 10, promptTokens: 20 });
});

test('a path that openapi.json does not have is counted by the names on the wire, and an empty answer is no failure', async () => {
  const { client, meter } = meteredClient(({ url }) =>
    url.pathname.endsWith('/rerank') ? json({ usage }) : new Response(null, { status: 204 }),
  );
  await client.request('POST /rerank', { model: 'r' }, { server: 'inference' });
  await client.request('POST /warm', { model: 'r' }, { server: 'inference' });
  expect(meter.report().models['r']).toMatchObject({
    ...{ requests: 2, failed: 0, promptTokens: 1000, cachedTokens: 400, completionTokens: 100, reasoningTokens: 30 },
    withoutTokens: 1,
  });
});

test('prices may be set later, from the list of models', async () => {
  const { client, meter } = meteredClient(({ method }) =>
    json(method === 'GET' ? { data: [{ id: 'a/model', pricing: { prompt: '0.5', completion: 1 } }] } : completion()),
  );
  await client.models.chatCompletion(chat);
  expect(meter.report()).toMatchObject({ total: { usd: '0' }, unpricedModels: ['a/model'] });
  meter.setPrices((await client.models.list()).data);
  expect(meter.report()).toMatchObject({ total: { usd: '600' }, unpricedModels: [] });
  expect(meter.usd).toBe('600');
});

test.each<readonly [said: string, more: object, extraBody: Record<string, unknown> | undefined, sent: unknown]>([
  ['nothing', {}, undefined, { include_usage: true }],
  ['something else', { streamOptions: { other: 1 } }, undefined, { other: 1, include_usage: true }],
  ['no', { streamOptions: { includeUsage: false } }, undefined, { include_usage: false }],
  ['no in extraBody', {}, { stream_options: { include_usage: false } }, { include_usage: false }],
])('a stream is asked for its usage only if the caller has not said whether: %s', async (_, more, extraBody, sent) => {
  const { client, meter, requests } = meteredClient(() => sse(chunk(delta), chunk({ choices: [], usage })), { prices });
  const stream = await client.models.chatCompletion({ ...chat, ...more, stream: true }, { extraBody });
  expect(meter.report().total).toMatchObject({ requests: 1, withoutTokens: 1 });
  const { choices } = await stream.finalCompletion();
  expect(choices[0]?.message.content).toBe('Hello');
  expect(requests[0]?.json).toMatchObject({ stream_options: sent });
  expect(meter.report().total).toMatchObject({ promptTokens: 1000, withoutTokens: 0, usd: '0.000282' });
});

test('a completion that is not streamed is sent as it is', async () => {
  const { client, requests } = meteredClient(() => json(completion()));
  await client.models.chatCompletion(chat);
  expect(requests[0]?.json).toEqual({ model: 'a/model', messages: chat.messages });
});

test('of a stream that tells its usage in each chunk, the last one counts', async () => {
  const soFar = (completion_tokens: number) => chunk({ ...delta, usage: { prompt_tokens: 5, completion_tokens } });
  const { client, meter } = meteredClient(() => sse(soFar(1), soFar(2), soFar(3)), { prices });
  const stream = await client.models.chatCompletion({ ...chat, stream: true });
  await stream.finalCompletion();
  expect(meter.report().total).toMatchObject({ promptTokens: 5, completionTokens: 3, usd: '0.0000042' });
});

test('a stream that tells no usage is counted as one without', async () => {
  const { client, meter } = meteredClient(() => sse(chunk(delta)));
  await (await client.models.chatCompletion({ ...chat, stream: true })).finalCompletion();
  expect(meter.report().total).toMatchObject({ requests: 1, withoutTokens: 1, promptTokens: 0 });
});

test('images, and seconds of audio and video, are counted', async () => {
  const { client, meter } = meteredClient(({ url }) => {
    if (url.pathname.includes('/images/')) return json({ data: [{ url: 'https://a.b/1' }, { url: 'https://a.b/2' }] });
    return json(url.pathname.includes('/videos') ? { id: 'v', status: 'queued' } : { text: 'Hi', duration: 12.5 });
  });
  await client.models.generateImage({ model: 'i', prompt: 'A fox', n: 2 });
  await client.models.transcribe({ model: 't', file: new Blob(['x']) });
  await client.models.generateVideo({ model: 'v', prompt: 'A fox', duration: 8 });
  const { total, models } = meter.report();
  expect(total).toMatchObject({ requests: 3, images: 2, seconds: 20.5, withoutTokens: 3 });
  expect(models['v']).toMatchObject({ seconds: 8 });
});

test('retries, and calls that may have been billed twice or for nothing, are counted apart', async () => {
  let count = 0;
  const { client, meter } = meteredClient(
    () => (++count % 2 === 1 ? json({}, { status: 504 }) : json(completion())),
    {},
    { maxRetries: 1 },
  );
  await client.models.chatCompletion(chat);
  expect(meter.report().total).toMatchObject({ requests: 1, retries: 1, possiblyDoubled: 1, failed: 0 });
  await rejectionOf(client.models.chatCompletion(chat, { maxRetries: 0 }));
  expect(meter.report().total).toMatchObject({ requests: 2, retries: 1, possiblyBilled: 1, failed: 1 });
});

test('a call that was never sent is not counted', async () => {
  const { client, meter } = meteredClient(() => json(completion()));
  await rejectionOf(client.models.chatCompletion({ ...chat, messages: [Symbol('x')] as never }));
  await rejectionOf(client.models.chatCompletion(chat, { signal: AbortSignal.abort() }));
  expect(meter.report()).toMatchObject({ total: { requests: 0 }, models: {}, operations: {} });
});

test('a call that would start above the budget is refused, is not sent, and says so', async () => {
  const { client, meter, requests } = meteredClient(() => json(completion()), { prices, budget: { usd: '0.0005' } });
  await client.models.chatCompletion(chat);
  await client.models.chatCompletion(chat);
  const error = await rejectionOf(client.models.chatCompletion(chat));
  expect(error).toBeInstanceOf(BudgetExceededError);
  expect(error).toBeInstanceOf(RuncrateError);
  expect(error).toMatchObject({
    message: 'POST /chat/completions was not sent: 0.000564 USD of the budget of 0.0005 USD are spent.',
    budgetUsd: '0.0005',
    spentUsd: '0.000564',
    outcomeUnknown: false,
    attempts: [],
  });
  expect(requests).toHaveLength(2);
  expect(meter.report().total.requests).toBe(2);
});

test.each<readonly [wait: string, pacing: RuncrateOptions['pacing']]>([
  ['the pacer', { maxConcurrency: 1 }],
  ["a caller's own pacer", queueOfOne()],
])('calls that wait for %s are refused when the budget is spent before their turn', async (_, pacing) => {
  const settings = { prices, budget: { usd: '0.0002' } };
  const { client, meter, requests } = meteredClient(() => json(completion({ usage, data: [] })), settings, { pacing });
  const [first, ...others] = [1, 2, 3, 4].map(() => client.models.chatCompletion(chat));
  const errors = others.map(rejectionOf);
  await first;
  for (const error of await Promise.all(errors)) expect(error).toBeInstanceOf(BudgetExceededError);
  expect(requests).toHaveLength(1);
  expect(meter.report().total).toMatchObject({ requests: 1, usd: '0.000282' });
  // No place is lost: what costs nothing still goes out.
  await client.models.list();
});

test('calls that wait for the end of a rate limit are refused when the budget is spent before their turn', async () => {
  let count = 0;
  const limited = { 'retry-after': '20', 'x-ratelimit-remaining': '0', 'x-ratelimit-limit': '9' };
  const respond: Respond = () =>
    count++ === 0 ? json({}, { status: 429, headers: limited }) : json(completion({ usage }));
  const others: Promise<unknown>[] = [];
  const ignore = (): void => undefined;
  // As soon as the first call has met the limit.
  const debug = (line: string): void => {
    if (!line.includes('is retried in')) return;
    others.push(rejectionOf(client.models.chatCompletion(chat)));
    // Meanwhile, another client of the meter spends it all.
    meter.start(paidChat, chat, {}).end({ usage: { promptTokens: 1000 } }, 1, false);
  };
  const logger = { error: ignore, warn: ignore, info: ignore, debug };
  const settings = { prices, budget: { usd: '0.0002' } };
  const { client, meter, requests } = meteredClient(respond, settings, {
    ...{ maxRetries: 2, logger, logLevel: 'debug' },
    ...{ [clockOption]: new VirtualClock(0) },
  });
  await client.models.chatCompletion(chat);
  expect(await Promise.all(others)).toEqual([expect.any(BudgetExceededError)]);
  expect(requests).toHaveLength(2);
});

/** One call after the other. */
function queueOfOne(): Pacer {
  let last = Promise.resolve();
  return {
    reserve() {
      const before = last;
      let release!: () => void;
      last = new Promise((resolve) => (release = resolve));
      return before.then(() => release);
    },
  };
}

test('calls that are sent at once go out together: the budget is checked as each starts, and the report tells what they took', async () => {
  const { client, meter, requests } = meteredClient(() => json(completion()), { prices, budget: { usd: '0.0002' } });
  await Promise.all([1, 2, 3].map(() => client.models.chatCompletion(chat)));
  expect(requests).toHaveLength(3);
  expect(meter.usd).toBe('0.000846');
  await expect(client.models.chatCompletion(chat)).rejects.toBeInstanceOf(BudgetExceededError);
});

test('a spent budget refuses no call that costs nothing', async () => {
  const { client, requests } = meteredClient(() => json({ data: [] }), { budget: { usd: 0 } });
  await client.models.list();
  expect(requests).toHaveLength(1);
});

test('the figures stay bounded: beyond 1,000 models, the rest is counted together', async () => {
  const { client, meter } = meteredClient(() => json(completion()));
  for (let count = 0; count < 1005; count++) await client.models.chatCompletion({ ...chat, model: `m${count}` });
  const { models, total } = meter.report();
  expect(Object.keys(models)).toHaveLength(1001);
  expect(models['(other)']).toMatchObject({ requests: 5 });
  expect(total.requests).toBe(1005);
});

test('calls that are never sent take no room, and a model with a price is counted for itself however many there are', () => {
  const meter = new UsageMeter({ prices, budget: { usd: '0.0002' } });
  const start = (model: string) => meter.start(paidChat, { ...chat, model }, {});
  for (let count = 0; count < 1000; count++) start(`never sent ${count}`).end(undefined, 0, false);
  const answer = { usage: { promptTokens: 1000 } };
  for (let count = 0; count < 1000; count++) start(`m${count}`).end(answer, 1, false);
  start('a/model').end(answer, 1, false);
  expect(meter.report().models['m999']).toMatchObject({ requests: 1 });
  expect(meter.report().models['a/model']).toMatchObject({ requests: 1, usd: '0.0003' });
  expect(() => start('a/model')).toThrow(BudgetExceededError);
});

test('a model called __proto__ is counted as any other', async () => {
  const { client, meter } = meteredClient(() => json(completion()));
  await client.models.chatCompletion({ ...chat, model: '__proto__' });
  expect(Object.keys(meter.report().models)).toEqual(['__proto__']);
});

test.each<readonly [options: unknown, message: RegExp]>([
  [{ budget: 5 }, /`budget` must be an object such as `\{ usd: 5 \}`/],
  [{ budget: { usd: -1 } }, /`budget` must be an object/],
  [{ prices: 'list' }, /`prices` must be a list of models/],
  [{ price: [] }, /`price` is no option of new UsageMeter\(\)/],
])('new UsageMeter(%j) is refused', (options, message) => {
  expect(() => new UsageMeter(options as UsageMeterOptions)).toThrow(message);
});

test('an option `usage` that is no meter is refused', () => {
  expect(() => observedClient(undefined, { usage: {} as never })).toThrow('`usage` must be a `UsageMeter`');
});
