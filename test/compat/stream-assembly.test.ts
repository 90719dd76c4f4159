import OpenAI from 'openai';
import { expect, test } from 'vitest';
import { assemblies, type Assembly } from '../fixtures/stream-assembly.js';
import { servers } from '../fixtures/streams/servers.js';
import { observedClient, TEST_API_KEY } from '../helpers/observed-client.js';
import { eventStreamAnswer } from '../helpers/scripted-body.js';
import { wireNames } from '../helpers/wire-names.js';

/*
 * What the official `openai` package and this SDK make of the same chunks. A field that is null is left out on both
 * sides: openai adds a `refusal` and `logprobs` of null where the server sent none.
 */

const params = { model: 'm', messages: [] };

const rows: readonly Assembly[] = [
  ...assemblies,
  ...servers.flatMap(({ server, streams }) => streams.map((row) => ({ ...row, name: `${server}: ${row.name}` }))),
];

test.each(rows.filter(({ differs, rejects }) => differs === undefined && rejects === undefined))(
  'openai and this SDK end up with the same completion for $name',
  async (row) => {
    expect(await ours(row)).toEqual(await theirs(row));
  },
);

test.each(
  rows.flatMap((row) => (row.differs === undefined ? [] : [{ ...row, ...row.differs, ours: row.differs.ours }])),
)('this SDK ends up with another completion than openai for $name: $why', async (row) => {
  const completion = await ours(row);
  if (row.theirs !== undefined) {
    await expect(theirs(row)).rejects.toThrow(row.theirs);
    for (const [path, value] of Object.entries(row.ours)) expect(at(completion, path)).toEqual(value);
    return;
  }
  const expected = await theirs(row);
  expect(completion).not.toEqual(expected);
  for (const [path, value] of Object.entries(row.ours)) put(expected, path, value);
  expect(completion).toEqual(expected);
});

test.each(rows.flatMap((row) => (row.rejects === undefined ? [] : [{ ...row, rejects: row.rejects }])))(
  'this SDK rejects $name: $rejects.why',
  async (row) => {
    await expect(ours(row)).rejects.toMatchObject(row.rejects.ours);
    if (row.rejects.theirs === undefined) await expect(theirs(row)).resolves.toBeDefined();
    else await expect(theirs(row)).rejects.toThrow(row.rejects.theirs);
  },
);

test('the table has 40 sequences and more, each under a name of its own', () => {
  expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
  expect(assemblies.length).toBeGreaterThanOrEqual(40);
});

test.each(servers)('the streams of $server say of which version they are, and where the facts are from', (server) => {
  expect([server.version, server.source]).toEqual([expect.stringMatching(/\d/), expect.stringMatching(/\w/)]);
  expect(server.streams.length).toBeGreaterThan(0);
});

async function theirs(row: Assembly): Promise<unknown> {
  const fetch = async (): Promise<Response> => answerOf(row);
  const openai = new OpenAI({ apiKey: TEST_API_KEY, maxRetries: 0, fetch });
  return plain(await openai.chat.completions.stream(params).finalChatCompletion());
}

async function ours(row: Assembly): Promise<unknown> {
  const { client } = observedClient(() => answerOf(row));
  const stream = await client.models.chatCompletion({ ...params, stream: true });
  return plain(wireNames(await stream.finalCompletion()));
}

function answerOf({ chunks, end = 'data: [DONE]\n\n' }: Assembly): Response {
  const events = chunks.map((chunk) => (typeof chunk === 'string' ? chunk : `data: ${JSON.stringify(chunk)}\n\n`));
  return eventStreamAnswer(events.join('') + end);
}

/** As JSON, without what is null. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, inner: unknown) => inner ?? undefined));
}

type Fields = Record<string, unknown>;

function at(value: unknown, path: string): unknown {
  return path.split('.').reduce((inner, key) => (inner as Fields | undefined)?.[key], value);
}

function put(value: unknown, path: string, inner: unknown): void {
  const cut = path.lastIndexOf('.');
  const holder = cut === -1 ? value : at(value, path.slice(0, cut));
  Object.assign(holder as Fields, { [path.slice(cut + 1)]: inner });
}
