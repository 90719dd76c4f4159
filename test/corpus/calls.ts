import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { randomNumbers } from '../bench/foreign.js';
import { clientOptions, serverUrls, type Source } from './client-options.js';
import { serveDocument } from './prism.js';
import { readSource } from './read-source.js';

/** One call of a generated client, to Prism with the client's document. */
export interface Call {
  /** The name of the operation in the client. */
  readonly operation: string;
  /** Why Prism refused the request or the client its response; absent if neither did. */
  readonly miss?: string;
}

interface Generated {
  readonly createClient: (options: object) => unknown;
}

interface Cases {
  readonly cases: Readonly<Record<string, { readonly call: (client: unknown) => Promise<unknown> }>>;
}

/** The calls of a document, but the first `skip`. */
export interface CallTask {
  readonly path: string;
  /** The folder of its client. */
  readonly out: string;
  readonly skip: number;
}

export type CallProgress =
  { readonly kind: 'began'; readonly operation: string } | { readonly kind: 'called'; readonly miss?: string };

const callsEach = 3;

/** Three calls, the same in every run, with the samples that `--cases` has written. */
export async function callDocument(
  { path, out, skip }: CallTask,
  tell: (progress: CallProgress) => void,
): Promise<void> {
  const { createClient } = await imported<Generated>(out, 'index.ts');
  const { cases } = await imported<Cases>(out, 'cases.ts');
  const document = (await readSource(path)) as Source;
  const prism = await serveDocument(path);
  try {
    for (const operation of chosenOf(Object.keys(cases)).slice(skip)) {
      tell({ kind: 'began', operation });
      const { fetch, refusals } = forwarding(prism.url, serverUrls(document));
      const miss = await missOf(async () => {
        const client = createClient({ ...clientOptions(document), fetch, maxRetries: 0, logLevel: 'off' });
        await cases[operation]!.call(client);
      });
      tell({ kind: 'called', ...(miss === undefined ? {} : { miss: refusals[0] ?? miss }) });
    }
  } finally {
    await prism.close();
  }
}

function chosenOf(operations: readonly string[]): readonly string[] {
  const left = operations.toSorted();
  const next = randomNumbers(operations.length + 1);
  const chosen: string[] = [];
  while (chosen.length < callsEach && left.length > 0) {
    chosen.push(...left.splice(Math.floor(next() * left.length), 1));
  }
  return chosen;
}

/** A fetch that sends to Prism what the client sends to a server of the document, and to no other. */
function forwarding(prism: string, servers: readonly string[]) {
  const refusals: string[] = [];
  const forward = async (url: string, init?: RequestInit): Promise<Response> => {
    const server = servers.find((each) => url === each || ['/', '?'].some((next) => url.startsWith(each + next)));
    if (server === undefined) {
      refusals.push(`${url} is at no server of the document`);
      return Response.error();
    }
    const response = await fetch(prism + url.slice(server.length), init);
    if (response.status >= 400) refusals.push(await reasonOf(response.clone(), url));
    return response;
  };
  return { fetch: forward, refusals };
}

interface Violation {
  readonly location: readonly string[];
  readonly message: string;
}

interface Problem {
  readonly title?: string;
  readonly detail?: string;
  readonly validation?: readonly Violation[];
}

/** Prism names what it refused in a header where the document has a response for bad requests, else in the body. */
async function reasonOf(response: Response, url: string): Promise<string> {
  const text = await response.text();
  const told = response.headers.get('sl-violations');
  const problem = (jsonOf(text) ?? {}) as Problem;
  const [first] = told === null ? (problem.validation ?? []) : (jsonOf(told) as readonly Violation[]);
  const reason = first ? `${first.location.join('.')} ${first.message}` : problem.detail || (problem.title ?? text);
  return oneLine(`${response.status} ${reason} (${new URL(url).pathname})`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function missOf(call: () => Promise<void>): Promise<string | undefined> {
  try {
    await call();
    return undefined;
  } catch (error) {
    return oneLine(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
  }
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').slice(0, 300);
}

async function imported<Module>(out: string, file: string): Promise<Module> {
  return (await import(pathToFileURL(join(out, file)).href)) as Module;
}
