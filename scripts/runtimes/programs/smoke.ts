import type * as Sdk from '../../../src/index.js';

/** The runtime in which the program runs. */
export interface Place {
  /** The origin of the server, without a trailing slash. */
  readonly origin: string;
  /** Whether this is a web page, where the client rejects a key without `dangerouslyAllowBrowser`. */
  readonly isPage: boolean;
  /** Passed as an option. Absent if it is the one of the runtime. */
  readonly fetch?: Sdk.RuncrateOptions['fetch'];
  /** Absent if the runtime has no file system. */
  readonly files?: { readonly folder: string; readonly read: (path: string) => Promise<Uint8Array> };
}

/** The failure of each check, by the name of the check; an empty string if it passed. */
export type SmokeReport = Readonly<Record<string, string>>;

/** The program that runs unchanged on every runtime. The caller loads the package and passes it. */
export async function smoke(
  sdk: typeof Sdk,
  place: Place,
  names: readonly string[] = checkNames,
): Promise<SmokeReport> {
  const rc = new sdk.Runcrate(clientOptions(place));
  const report: Record<string, string> = {};
  for (const [name, check] of Object.entries(checks)) {
    if (!names.includes(name)) continue;
    try {
      await within(60, check({ sdk, rc, place }));
      report[name] = '';
    } catch (error) {
      report[name] = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    }
  }
  return report;
}

interface Bench {
  readonly sdk: typeof Sdk;
  readonly rc: Sdk.Runcrate;
  readonly place: Place;
}

const checks: Readonly<Record<string, (bench: Bench) => Promise<void>>> = {
  async key({ sdk, place: { isPage, ...place } }) {
    const error = await reasonOf(() => new sdk.Runcrate(clientOptions({ ...place, isPage: false })));
    if (!isPage) return expectEqual(error, undefined);
    expectTrue(error instanceof sdk.RuncrateError, 'a page gets a RuncrateError');
    expectTrue(messageOf(error).includes('dangerouslyAllowBrowser'), 'the error names dangerouslyAllowBrowser');
  },

  async list({ rc }) {
    const instances = await rc.instances.list({ search: 'crate' });
    expectEqual(
      instances.map(({ name, gpuType, status }) => [name, gpuType, status]),
      [
        ['crate-1', 'A100', 'running'],
        ['crate-2', 'H100', 'pending'],
      ],
    );
  },

  async page({ sdk, rc }) {
    const page = await rc.billing.listTransactions({ limit: 2 });
    expectTrue(page instanceof sdk.Page, 'the result is a Page');
    expectEqual([page.data.length, page.total, page.hasMore], [2, 3, true]);
    const amounts: number[] = [];
    for await (const { amount } of page) amounts.push(amount);
    expectEqual(amounts, [1, 2, 3]);
  },

  async chat({ rc }) {
    const { choices, usage } = await rc.models.chatCompletion({ model: 'm', messages, maxTokens: 5 });
    expectEqual([choices[0]?.message.content, choices[0]?.finishReason], ['Grüße, 5 tokens', 'stop']);
    expectEqual(usage?.totalTokens, 7);
  },

  async stream({ sdk, rc }) {
    const stream = await rc.models.chatCompletion({ model: 'm', messages, stream: true });
    expectTrue(stream instanceof sdk.ChatCompletionStream, 'the result is a ChatCompletionStream');
    const pieces: string[] = [];
    for await (const chunk of stream) pieces.push(chunk.choices[0]?.delta.content ?? '');
    expectEqual(pieces, ['Grü', 'ße ', '🚀', '']);
    expectEqual((await stream.finalCompletion()).choices[0]?.message.content, 'Grüße 🚀');
  },

  async upload({ rc }) {
    const file = new Blob([speech.slice(0, 100_000), speech.slice(100_000)], { type: 'audio/wav' });
    const { text } = await rc.models.transcribe({ model: 'm', file, filename: 'talk.wav', language: 'de' });
    expectEqual(text, `talk.wav, ${speechSummary}, de`);
  },

  async image({ rc }) {
    const image = new Blob([png], { type: 'text/plain' });
    const { data } = await rc.models.generateImage({ model: 'm', prompt: 'Again', image });
    expectEqual(data[0]?.url, 'data:image/png;base64,iVBORw0KGgoBAgME');
  },

  async path({ sdk, rc, place: { files } }) {
    if (files === undefined) {
      const error = await reasonOf(() => rc.models.transcribe({ model: 'm', file: './talk.wav' }));
      return expectTrue(isRejectedEarly(sdk, error), 'a path is rejected before any request is sent');
    }
    const path = `${files.folder}/path.mp3`;
    await rc.models.textToSpeechAndSave(path, { model: 'm', input: 'Hello' });
    const { text } = await rc.models.transcribe({ model: 'm', file: path });
    expectEqual(text, `path.mp3, ${speechSummary}, none`);
  },

  async bytes({ rc }) {
    const bytes = await rc.models.textToSpeech({ model: 'm', input: 'Hello' });
    // Also under jsdom, where the global one is another.
    expectEqual(Object.prototype.toString.call(bytes), '[object Uint8Array]');
    expectEqual(summaryOf(bytes), speechSummary);
  },

  async save({ sdk, rc, place: { files } }) {
    if (files === undefined) {
      const error = await reasonOf(() => rc.models.textToSpeechAndSave('a.mp3', { model: 'm', input: 'Hello' }));
      return expectTrue(isRejectedEarly(sdk, error), 'saving is rejected before any request is sent');
    }
    const path = `${files.folder}/saved.mp3`;
    await rc.models.textToSpeechAndSave(path, { model: 'm', input: 'Hello' });
    expectEqual(summaryOf(await files.read(path)), speechSummary);
  },

  async error({ sdk, rc }) {
    const error = await reasonOf(() => rc.instances.get('missing'));
    const { RuncrateError, ApiError, NotFoundError, ConflictError } = sdk;
    expectEqual(
      [RuncrateError, ApiError, NotFoundError, ConflictError].map((type) => error instanceof type),
      [true, true, true, false],
    );
    const { message, statusCode, code, requestId } = error as Sdk.NotFoundError;
    expectEqual([message, statusCode, code, requestId], ['No such instance', 404, 'not_found', 'request-of-the-smoke']);
  },

  async retry({ rc }) {
    const { name } = await rc.instances.get(`busy-${randomName()}`);
    expectEqual(name, 'second attempt');
  },

  async abort({ rc, place: { origin } }) {
    const name = `slow-${randomName()}`;
    const controller = new AbortController();
    const reason = new Error('enough');
    const aborted = reasonOf(() => rc.instances.get(name, { signal: controller.signal }));
    await fetch(`${origin}/arrived/${name}`);
    controller.abort(reason);
    expectTrue((await aborted) === reason, 'the call rejects with the reason of the signal');
    expectEqual(await (await fetch(`${origin}/gone/${name}`)).text(), 'gone');
  },
};

export const checkNames: readonly string[] = Object.keys(checks);

const messages = [{ role: 'user', content: 'Grüße' }] as const;

/** The response body of text-to-speech, and the file that is sent for transcription. */
export const speech: Uint8Array<ArrayBuffer> = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 31) % 251);

const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3, 4);

/** Detects bytes that were lost, changed or reordered. */
export function summaryOf(bytes: Uint8Array): string {
  let sum = 0;
  for (const byte of bytes) sum = (sum * 33 + byte) % 1_000_003;
  return `${bytes.length} bytes, sum ${sum}`;
}

export const speechSummary = summaryOf(speech);

function clientOptions({ origin, isPage, fetch }: Place): Sdk.RuncrateOptions {
  return {
    apiKey: 'rc_live_smoke',
    baseUrl: origin,
    inferenceUrl: origin,
    timeout: 20,
    ...(fetch && { fetch }),
    ...(isPage && { dangerouslyAllowBrowser: true }),
  };
}

/** A check that never settles must not keep a page or a worker open: nothing else would close it. */
async function within(seconds: number, work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`timed out after ${seconds} s`)), seconds * 1000);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The reason that a call throws or rejects with; undefined if it succeeds. */
async function reasonOf(call: () => unknown): Promise<unknown> {
  try {
    await call();
    return undefined;
  } catch (reason) {
    return reason;
  }
}

/** An error that a response causes is of another class. */
function isRejectedEarly(sdk: typeof Sdk, reason: unknown): boolean {
  return reason instanceof sdk.RuncrateError && reason.name === 'RuncrateError';
}

function messageOf(reason: unknown): string {
  return reason instanceof Error ? reason.message : '';
}

function randomName(): string {
  return Math.random().toString(36).slice(2);
}

function expectEqual(actual: unknown, expected: unknown): void {
  const [is, shouldBe] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== shouldBe) throw new Error(`expected ${shouldBe}, received ${is}`);
}

function expectTrue(isSo: boolean, sentence: string): void {
  if (!isSo) throw new Error(`expected: ${sentence}`);
}
