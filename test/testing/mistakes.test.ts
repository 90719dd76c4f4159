import { describe, expect, test } from 'vitest';
import { createSimulator } from '../../src/handwritten/testing/simulator.js';
import { Runcrate } from '../../src/index.node.js';

type Api = ReturnType<typeof createSimulator>;
const untyped = (value: unknown): never => value as never;
const call = { model: 'm', messages: [{ role: 'user' as const, content: 'Hi' }] };

describe('a test that is wrong is told so where it is: ', () => {
  test.each<[string, (api: Api) => unknown, RegExp]>([
    [
      'a method',
      (api) => api.fail('instances.create', { status: 500 }),
      /"instances\.create"\. Did you mean "createInst/,
    ],
    [
      'a typo',
      (api) => api.fail('getBalanse', { status: 500 }),
      /no operation "getBalanse"\. Did you mean "getBalance"/,
    ],
    ['a plural', (api) => api.requests('createInstances'), /api\.requests: .* Did you mean "createInstance"\?/],
    [
      'a word',
      (api) => api.fail('xyz', { status: 500 }),
      /no operation "xyz"\. Those known are: createChatCompletion, /,
    ],
    ['a status', (api) => api.fail('getBalance', { status: 5000 }), /"getBalance"\): status must be at most 599\./],
    ['a text', (api) => api.fail('getBalance', { status: untyped('500') }), /status must be an integer\./],
    [
      'a field',
      (api) => api.fail('getBalance', untyped({ statusCode: 500 })),
      /"statusCode"\. Did you mean "status"\?/,
    ],
    ['a loss', (api) => api.fail('getBalance', { lost: untyped('midway') }), /lost must be one of refused, before, /],
    ['nothing', (api) => api.fail('getBalance', {}), /the fault is empty\. Pass a status/],
    ['only undefined', (api) => api.fail('*', untyped({ status: undefined })), /the fault is empty/],
    ['no status', (api) => api.fail('getBalance', { after: 'effect' }), /Pass the status too/],
    ['a body alone', (api) => api.fail('getBalance', { body: {} }), /Pass its status too/],
    ['a stock', (api) => api.fail('getBalance', { outOfStock: true }), /outOfStock is a fault of createInstance/],
    ['a count', (api) => api.fail('getBalance', { status: 500, times: -1 }), /times must be at least 0/],
    ['no faults', (api) => api.failRandomly({ seed: 1, rate: 1, faults: [] }), /faults must have at least 1 items/],
    ['a rate', (api) => api.failRandomly({ seed: 1, rate: 20, faults: [{ never: true }] }), /rate must be at most 1/],
    ['no seed', (api) => api.failRandomly(untyped({ rate: 1, faults: [{ never: true }] })), /seed is required/],
    [
      'an operation of a schedule',
      (api) => api.failRandomly({ seed: 1, rate: 1, faults: [{ never: true }], operations: ['balance'] }),
      /no operation "balance"\. Did you mean "getBalance"/,
    ],
    ['an option', () => createSimulator(untyped({ apikey: 'a' })), /option "apikey"\. Did you mean "apiKey"\?/],
    ['credits', () => createSimulator({ credits: untyped('5') }), /createSimulator: credits must be a number\./],
    ['a time', () => createSimulator({ now: 'tomorrow' }), /now must be a time such as .*, not tomorrow/],
    ['a name', () => createSimulator({ environments: untyped('main') }), /environments must be an array/],
    ['no environment', () => createSimulator({ environments: [] }), /environments must have at least 1 items/],
    ['a limit', () => createSimulator({ rateLimit: 0 }), /rateLimit must be at least 1/],
    ['seconds', () => createSimulator({ deploySeconds: -1 }), /deploySeconds must be at least 0/],
    ['no reply', (api) => api.chat.reply(untyped(undefined)), /a reply is a text or an object .*, not undefined/],
    ['a reply', (api) => api.chat.reply(untyped({ text: 'a' })), /there is no option "text"/],
    [
      'a tool call',
      (api) => api.chat.replyOnce({ toolCalls: [untyped({ function: {} })] }),
      /toolCalls\.0\.name is req/,
    ],
    ['a type', (api) => api.instances.sellOut('A1000'), /no type "A1000"\. Did you mean "A100"\?/],
  ])('%s', (_, run, message) => {
    expect(() => run(createSimulator())).toThrow(message);
  });

  test('a time that is none', async () => {
    await expect(createSimulator().clock.advance(untyped('1h'))).rejects.toThrow('1h is no number of milliseconds');
  });

  test.each<[string, (api: Api, rc: Runcrate) => unknown, RegExp]>([
    [
      'a function that returns nothing',
      (api, rc) => {
        api.chat.reply(untyped(() => undefined));
        return rc.models.chatCompletion(call);
      },
      /^api\.chat\.reply: a reply is a text or an object such as \{ toolCalls \}, not undefined\.$/,
    ],
    [
      'nothing that is heard',
      (api, rc) => {
        api.transcription.reply(untyped(() => undefined));
        return rc.models.transcribe({ model: 'm', file: new Blob(['a']) });
      },
      /^api\.transcription\.reply: what is heard is a text, not undefined\.$/,
    ],
    [
      'a foreign host',
      (_, rc) => rc.withOptions({ baseUrl: 'https://api.example.com' }).billing.getBalance(),
      /^The simulator sends nothing to api\.example\.com: GET \S+ It is at \S+ and \S+ pass `api\.options`/,
    ],
    [
      'a type that there is not',
      (_, rc) => rc.instances.create({ name: 'a', gpuType: 'A1000' }),
      /has none like it: its GPU types are CPU,/,
    ],
  ])('%s', async (_, run, message) => {
    const api = createSimulator();
    const rc = new Runcrate({ ...api.options, logLevel: 'off' });
    await expect(run(api, rc)).rejects.toThrow(message);
    expect(api.requests().length).toBe(1);
  });
});

test('a type that is sold out is not said to be unknown', async () => {
  const api = createSimulator();
  api.instances.sellOut('a100');
  const rc = new Runcrate({ ...api.options, logLevel: 'off' });
  const error: unknown = await rc.instances.create({ name: 'a', gpuType: 'A100' }).catch((thrown: unknown) => thrown);
  expect((error as Error).message).toMatch(/Choose another type or region\.$/);
});

test('an option that is undefined is the default', () => {
  expect(createSimulator(untyped({ apiKey: undefined, credits: undefined })).ledger.balance()).toBe(100);
  expect(createSimulator(untyped({ apiKey: undefined })).options.apiKey).toBe('rc_live_simulator00000000');
});

test('a wrong key gets 401, which says what is accepted: the default key, but no key of the user', async () => {
  const messageOf = async (api: Api, apiKey: string): Promise<string> => {
    const error: unknown = await new Runcrate({ ...api.options, apiKey }).billing
      .getBalance()
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ statusCode: 401 });
    return (error as Error).message;
  };
  expect(await messageOf(createSimulator(), 'rc_live_other')).toMatch(
    /accepts rc_live_simulator00000000; .*another one/,
  );
  const secret = createSimulator({ apiKey: 'rc_live_secret' });
  const message = await messageOf(secret, 'rc_live_other');
  expect(message).toContain('that of the option `apiKey` of createSimulator');
  expect(message).not.toContain('secret');
});
