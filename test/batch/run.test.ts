import { expect, test } from 'vitest';
import { BatchError, runBatch, type BatchItem, type BatchLine, type BatchProgress } from '../../src/batch.node.js';
import { runBatch as runOnTheWeb } from '../../src/batch.js';
import { RuncrateError } from '../../src/index.node.js';
import { json, observedClient } from '../helpers/observed-client.js';

test('at most `concurrency` items are in progress, and none is read before there is room for it', async () => {
  const gates: (() => void)[] = [];
  let read = 0;
  function* input(): Generator<BatchItem> {
    for (; read < 100;) yield item(String(read++));
  }
  const run = (): Promise<void> => new Promise((resolve) => gates.push(resolve));
  const batch = runBatch({ input: input(), output: () => undefined, run, concurrency: 3 });
  for (let done = 0; done < 100; done++) {
    await settled();
    expect(gates).toHaveLength(Math.min(3, 100 - done));
    expect(read).toBe(Math.min(100, done + 3));
    gates.shift()!();
  }
  expect(await batch).toMatchObject({ done: 100, isComplete: true });
});

test('a function as output is awaited before the next item is read', async () => {
  const written: (() => void)[] = [];
  const sent: string[] = [];
  const output = (): Promise<void> => new Promise((resolve) => written.push(resolve));
  const batch = runBatch({ input: items(2), output, run: ({ custom_id: id }) => sent.push(id), concurrency: 1 });
  await settled();
  expect(sent).toEqual(['item-0']);
  written[0]!();
  await settled();
  expect(sent).toEqual(['item-0', 'item-1']);
  written[1]!();
  await batch;
});

test('an abort finishes what is in progress, starts no other item and resolves with the summary', async () => {
  const controller = new AbortController();
  const gates: (() => void)[] = [];
  const lines: BatchLine[] = [];
  const batch = runBatch({
    input: items(10),
    output: (line) => lines.push(line),
    run: () => new Promise<string>((resolve) => gates.push(() => resolve('done'))),
    concurrency: 2,
    signal: controller.signal,
  });
  await settled();
  controller.abort('Ctrl-C');
  await settled();
  expect(gates).toHaveLength(2);
  for (const open of gates) open();
  expect(await batch).toMatchObject({ done: 2, isComplete: false, stoppedBy: 'Ctrl-C' });
  expect(lines).toHaveLength(2);
});

test('an abort does not wait for a source that waits for its next item', async () => {
  const controller = new AbortController();
  const input: AsyncIterable<BatchItem> = {
    [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }),
  };
  const batch = runBatch({ input, output: () => undefined, run: () => 1, signal: controller.signal });
  await settled();
  controller.abort();
  expect(await batch).toMatchObject({ done: 0, isComplete: false });
});

test('a source of which not all is read is closed', async () => {
  let isClosed = false;
  function* source(): Generator<BatchItem> {
    try {
      yield item('a');
      yield item('a');
    } finally {
      isClosed = true;
    }
  }
  await expect(runBatch({ input: source(), output: () => undefined, run: () => 1 })).rejects.toThrow(/is there twice/);
  expect(isClosed).toBe(true);
});

test('an aborted signal starts nothing', async () => {
  const summary = await runBatch({ input: items(2), output: fail, run: fail, signal: AbortSignal.abort('No.') });
  expect(summary).toMatchObject({ done: 0, isComplete: false, stoppedBy: 'No.' });
});

test.each([401, 402, 403])('a %i stops the batch: the other items would fail with the same error', async (status) => {
  const { client, requests } = observedClient(() => json({ error: { message: 'No.' } }, { status }));
  const input = Array.from({ length: 20 }, (_, at) => wireItem(String(at)));
  const summary = await runBatch({ client, input, output: () => undefined, concurrency: 2 });
  expect(summary).toMatchObject({ failed: 2, isComplete: false, stoppedBy: { statusCode: status } });
  expect(requests).toHaveLength(2);
});

test('`stopOn` decides itself which error stops the batch', async () => {
  const run = (): never => {
    throw new RuncrateError('Mine.');
  };
  const options = { input: items(5), output: () => undefined, run, concurrency: 1 };
  expect(await runBatch({ ...options, stopOn: () => true })).toMatchObject({ failed: 1, isComplete: false });
  expect(await runBatch({ ...options, stopOn: () => false })).toMatchObject({ failed: 5, isComplete: true });
});

test.each(['a source', 'an output', 'an `onProgress`'])(
  '%s that throws ends the batch with its error',
  async (what) => {
    const thrown = new Error('Mine.');
    const raise = (): never => {
      throw thrown;
    };
    function* source(): Generator<BatchItem> {
      yield item('a');
      raise();
    }
    const batch = runBatch({
      input: what === 'a source' ? source() : items(9),
      output: what === 'an output' ? raise : () => undefined,
      onProgress: what === 'an `onProgress`' ? raise : undefined,
      run: () => 1,
    });
    await expect(batch).rejects.toBe(thrown);
  },
);

test('the shards together take each item once, and about as many each', async () => {
  const taken: string[][] = [[], [], [], []];
  for (const [index, ids] of taken.entries()) {
    await runBatch({
      input: items(2000),
      output: () => undefined,
      run: ({ custom_id: id }) => ids.push(id),
      shard: { index, count: 4 },
    });
    expect(Math.abs(ids.length - 500)).toBeLessThan(80);
  }
  expect(taken.flat().sort()).toEqual([...items(2000)].map(({ custom_id: id }) => id).sort());
});

test('the shard of an id never changes: files of former versions depend on it', async () => {
  const taken: string[] = [];
  const run = ({ custom_id: id }: BatchItem): void => void taken.push(id);
  await runBatch({ input: items(20), output: () => undefined, run, shard: { index: 1, count: 3 }, concurrency: 1 });
  expect(taken).toEqual(['item-6', 'item-15', 'item-16', 'item-17', 'item-18', 'item-19']);
});

test('progress tells counts, tokens, and the time that is left', async () => {
  const progress: BatchProgress[] = [];
  const usage = { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 };
  const { client } = observedClient((_, index) =>
    index < 2 ? json({ choices: [], usage }) : json({ error: { message: 'Too long.' } }, { status: 400 }),
  );
  const input = [wireItem('a'), wireItem('b'), wireItem('c')];
  const onProgress = (now: BatchProgress): void => void progress.push(now);
  await runBatch({ client, input, output: () => undefined, concurrency: 1, onProgress });
  expect(progress.map(({ finished, total, failed }) => [finished, total, failed])).toEqual([
    [1, 3, 0],
    [2, 3, 0],
    [3, 3, 1],
  ]);
  expect(progress[2]).toMatchObject({ done: 2, tokens: { prompt: 20, completion: 10 }, secondsLeft: 0 });
  expect(progress[2]!.rate).toBeGreaterThan(0);
});

test('an item of an OpenAI file is sent unchanged, and its response is written as OpenAI writes it', async () => {
  const lines: BatchLine[] = [];
  const body = { choices: [], usage: { prompt_tokens: 1, total_tokens: 1 } };
  const { client, requests } = observedClient((_, index) =>
    index === 0 ? json({}, { status: 500 }) : json(body, { headers: { 'x-request-id': 'r1' } }),
  );
  await runBatch({ client, input: [wireItem('a')], output: (line) => lines.push(line) });
  expect(requests[1]).toMatchObject({ method: 'POST', json: { model: 'm', max_tokens: 5, messages: [] } });
  expect(requests[1]!.url.pathname).toBe('/v1/chat/completions');
  expect(lines).toMatchObject([
    {
      custom_id: 'a',
      response: { status_code: 200, request_id: 'r1', body },
      error: null,
      attempts: 2,
      usage: body.usage,
      input_hash: expect.stringMatching(/^[\da-f]{8}$/) as unknown,
    },
  ]);
});

test('a failed item has its error in one line, with what the API said', async () => {
  const lines: BatchLine[] = [];
  const error = { message: 'Too long.', code: 'context_length_exceeded' };
  const { client } = observedClient(() => json({ error }, { status: 400, headers: { 'x-request-id': 'r1' } }));
  await runBatch({ client, input: [wireItem('a')], output: (line) => lines.push(line) });
  expect(lines).toMatchObject([
    {
      response: null,
      error: { name: 'BadRequestError', ...error, statusCode: 400, requestId: 'r1', outcomeUnknown: false },
      attempts: 1,
      usage: null,
    },
  ]);
});

test('with `operation`, the body has the parameters of the operation and the response its result', async () => {
  const lines: BatchLine[] = [];
  const answer = { choices: [{ index: 0, finish_reason: 'stop' }] };
  const { client, requests } = observedClient(() => json(answer));
  const input = [{ custom_id: 'a', body: { model: 'm', messages: [], maxTokens: 5 } }];
  await runBatch({ client, operation: 'POST /chat/completions', input, output: (line) => lines.push(line) });
  expect(requests[0]).toMatchObject({ json: { model: 'm', max_tokens: 5 } });
  expect(lines).toMatchObject([{ response: { choices: [{ finishReason: 'stop' }] } }]);
});

test('an item that can not be sent ends the batch, and what was started is finished', async () => {
  const { client, requests } = observedClient(() => json({}));
  const lines: BatchLine[] = [];
  const input = [wireItem('a'), { ...wireItem('b'), url: '/v1/chat/completion' }, wireItem('c')];
  const batch = runBatch({ client, input, output: (line) => lines.push(line) });
  await expect(batch).rejects.toMatchObject({
    reason: 'input',
    ids: ['b'],
    message: expect.stringMatching(/^Item 2 \("b"\) has the `url`/) as unknown,
    summary: { done: 1, isComplete: false },
  });
  expect(requests).toHaveLength(1);
  expect(lines).toHaveLength(1);
});

test('an operation that the API does not have is refused before anything is read', async () => {
  const { client, requests } = observedClient();
  const batch = { client, operation: 'POST /embedding', input: items(1), output: fail };
  await expect(runBatch(batch as never)).rejects.toThrow(/no operation "POST \/embedding".*"POST \/embeddings"/);
  expect(requests).toHaveLength(0);
});

test.each([
  ['concurrency', { concurrency: 0 }, /`concurrency` must be/],
  ['onUnknown', { onUnknown: 'ask' }, /`onUnknown` must be/],
  ['shard', { shard: { index: 2, count: 2 } }, /`shard` must have/],
  ['output', { output: undefined }, /`output` must be/],
  ['input', { input: 5 }, /`input` must be/],
  ['run', { run: undefined }, /Pass `run`, or the `client`/],
  ['id', { id: () => 5 }, /Item 1 has no id: `id` returned number/],
])('a wrong `%s` is refused before anything is sent', async (_, wrong, message) => {
  const options = { input: items(1), output: () => undefined, run: fail, ...wrong };
  await expect(runBatch(options as never)).rejects.toThrow(message);
});

test('where there is no file system, a path is refused and a function works', async () => {
  const output = (): undefined => undefined;
  await expect(runOnTheWeb({ input: 'a.jsonl', output, run: fail })).rejects.toThrow(/Pass an iterable as `input`/);
  await expect(runOnTheWeb({ input: items(1), output: 'a.jsonl', run: fail })).rejects.toThrow(/Pass a function/);
  expect(await runOnTheWeb({ input: items(1), output, run: () => 1 })).toMatchObject({ done: 1 });
});

test('items without `custom_id` have the id that `id` returns', async () => {
  const ids: string[] = [];
  const output = ({ custom_id: id }: BatchLine): void => void ids.push(id);
  await runBatch({ input: [{ row: 1 }, { row: 2 }], id: ({ row }) => `row ${row}`, output, run: () => 1 });
  expect(ids).toEqual(['row 1', 'row 2']);
  const twice = runBatch({ input: [{ row: 1 }, { row: 1 }], id: ({ row }) => `row ${row}`, output, run: () => 1 });
  await expect(twice).rejects.toBeInstanceOf(BatchError);
});

function item(id: string): BatchItem {
  return { custom_id: id, body: {} };
}

function items(count: number): readonly BatchItem[] {
  return Array.from({ length: count }, (_, at) => item(`item-${at}`));
}

function wireItem(id: string): BatchItem {
  return { ...item(id), url: '/v1/chat/completions', body: { model: 'm', max_tokens: 5, messages: [] } };
}

function fail(): never {
  throw new Error('It is not to be called.');
}

/** All that can happen without a further event has happened. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
