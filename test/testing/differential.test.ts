import { expect, test } from 'vitest';
import { createSimulator } from '../../src/handwritten/testing/simulator.js';
import { documentedOperations } from '../helpers/document.js';
import { useMock } from '../helpers/mock.js';
import type { ObservedRequest } from '../helpers/observed-client.js';
import { schemaProblems, type Received } from './documented-response.js';
import { program, type ProgramCall } from './differential-program.js';

const mock = useMock();
const key = 'rc_live_differential00000';

type Send = (call: ProgramCall, ids: Readonly<Record<string, string>>) => Promise<Response>;

/** The request of a call, with the ids of this server. */
function requestOf(call: ProgramCall, ids: Readonly<Record<string, string>>) {
  if (call.sent) return requestAsSent(call.sent);
  const { operation, id = '', query = {}, headers = {}, isAnonymous = false, body, form } = call;
  const filled = (text: string): string => text.replace(/\{(\w+)\}/g, (whole, name: string) => ids[name] ?? whole);
  const [method = '', path = ''] = operation.includes(' ')
    ? operation.split(' ')
    : [documentedOperations.get(operation)?.method, documentedOperations.get(operation)?.path];
  const search = new URLSearchParams(query).toString();
  const fields = new FormData();
  for (const [name, value] of Object.entries(form ?? {})) fields.append(name, value);
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  const init = {
    method,
    headers: {
      ...headers,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(!isAnonymous && { authorization: `Bearer ${key}` }),
    },
    ...(form ? { body: fields } : text !== undefined && { body: filled(text) }),
  };
  return { path: path.replace('{id}', filled(id)) + (search && `?${search}`), init };
}

function requestAsSent({ method, url, headers, form, text }: ObservedRequest) {
  const sent: Record<string, string> = { ...Object.fromEntries(headers), authorization: `Bearer ${key}` };
  // `fetch` writes the form anew, with another boundary.
  if (form) delete sent['content-type'];
  const body = form ?? text;
  return { path: url.pathname + url.search, init: { method, headers: sent, ...(body !== undefined && { body }) } };
}

async function run(send: Send): Promise<Received[]> {
  const ids: Record<string, string> = {};
  const all: Received[] = [];
  for (const call of program) {
    const response = await send(call, ids);
    const received = await read(response);
    const { id, data } = (received.json ?? {}) as { readonly id?: string; readonly data?: { readonly id?: string } };
    if (call.keep !== undefined) {
      ids[call.keep] = id ?? data?.id ?? expect.fail(`${titleOf(call)} has no id: ${JSON.stringify(received)}`);
    }
    all.push(received);
  }
  return all;
}

async function read(response: Response): Promise<Received> {
  const contentType = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
  const text = await response.text();
  const json: unknown =
    contentType === 'application/json'
      ? JSON.parse(text)
      : contentType === 'text/event-stream'
        ? text
            .split('\n\n')
            .filter((event) => event.startsWith('data: {'))
            .map((event) => JSON.parse(event.slice(6)) as unknown)
        : undefined;
  return { status: response.status, contentType, json };
}

test('the simulator and Prism answer a program of all operations alike', async () => {
  const api = createSimulator({ apiKey: key, credits: 1000 });
  const simulated = await run(async (call, ids) => {
    if (call.after !== undefined) await api.clock.advance(call.after * 1000);
    const { path, init } = requestOf(call, ids);
    const origin = path.startsWith('/api/') ? 'https://runcrate.ai' : 'https://api.runcrate.ai';
    return api.fetch(origin + path, init);
  });
  const mocked = await run(async (call, ids) => {
    const { path, init } = requestOf(call, ids);
    const prefer: Record<string, string> = call.asked === undefined ? {} : { prefer: `code=${call.asked}` };
    return fetch(new URL(path, mock.baseUrl), { ...init, headers: { ...init.headers, ...prefer } });
  });
  const problems = program.flatMap((call, index) =>
    differences(call, simulated[index] as Received, mocked[index] as Received).map(
      (difference) => `${titleOf(call)}: ${difference}`,
    ),
  );
  // All of them, which a difference of lists would cut short.
  if (problems.length > 0) throw new Error(problems.join('\n'));
  expect(new Set(program.map(({ operation }) => operation))).toEqual(
    new Set([...documentedOperations.keys(), 'GET /api/v1/nothing', 'PUT /api/v1/instances']),
  );
});

function differences(call: ProgramCall, ours: Received, theirs: Received): string[] {
  const { operation, isRefused = false, except } = call;
  const { status, contentType, body } = except ?? {};
  return [
    ...(ours.status >= 400 === isRefused ? [] : [`status ${ours.status}: ${JSON.stringify(ours.json)}`]),
    ...(!status && ours.status !== theirs.status ? [`status ${ours.status}, not ${theirs.status}`] : []),
    ...(!contentType && ours.contentType !== theirs.contentType
      ? [`content type ${ours.contentType}, not ${theirs.contentType}`]
      : []),
    ...(body ? [] : typeDifferences(ours.json, theirs.json)),
    ...schemaProblems(operation, ours).map((problem) => `simulator: ${problem}`),
    // Prism cuts a schema that contains itself, and sends what that schema refuses.
    ...(call.sent ? [] : schemaProblems(operation, theirs)).map((problem) => `Prism: ${problem}`),
  ];
}

function titleOf({ operation, title }: ProgramCall): string {
  return `${operation}: ${title}`;
}

/** Paths that both have, with other types of JSON. Whether null is allowed is up to the schema. */
function typeDifferences(ours: unknown, theirs: unknown): string[] {
  const [own, other] = [typesOf(ours), typesOf(theirs)];
  return [...own].flatMap(([path, types]) => {
    const expected = other.get(path);
    return expected && types.some((type) => !expected.includes(type))
      ? [`${path} is ${types.join(' or ')}, not ${expected.join(' or ')}`]
      : [];
  });
}

function typesOf(value: unknown, path = 'body', types = new Map<string, string[]>()): Map<string, string[]> {
  if (value === undefined || value === null) return types;
  const type = Array.isArray(value) ? 'array' : typeof value;
  const known = types.get(path) ?? [];
  if (!known.includes(type)) types.set(path, [...known, type]);
  if (typeof value !== 'object') return types;
  for (const [name, inner] of Object.entries(value)) {
    typesOf(inner, `${path}.${Array.isArray(value) ? '*' : name}`, types);
  }
  return types;
}
