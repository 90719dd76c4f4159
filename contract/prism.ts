import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export type Json = Readonly<Record<string, unknown>>;

/** An error that Prism found. */
export interface Diagnostic {
  /** `body`, `header`, `query` or `path`, then the steps of a JSON pointer. Absent for status code and media type. */
  readonly path?: readonly string[];
  readonly code?: string | number;
  readonly message: string;
}

export interface PrismRequest {
  readonly method: string;
  readonly url: { readonly path: string; readonly query: Readonly<Record<string, string | string[]>> };
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface PrismAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Prism's validators, for each operation of openapi.json. */
export interface Prism {
  readonly validateRequest: (operationId: string, request: PrismRequest) => readonly Diagnostic[];
  /** A stream is validated event by event: each event is passed as the body. */
  readonly validateAnswer: (operationId: string, answer: PrismAnswer) => readonly Diagnostic[];
}

let loaded: Promise<Prism> | undefined;

/** Loads the validators once per process. */
export function loadPrism(): Promise<Prism> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Prism> {
  const { readOperations, validateInput, validateOutput } = loadModules();
  const operations = new Map((await readOperations(documentWithEvents())).map((resource) => [resource.iid, resource]));
  const find = (id: string): PrismOperation => {
    const operation = operations.get(id);
    if (operation === undefined) throw new Error(`openapi.json has no operation ${id}: run npm run generate.`);
    return operation;
  };
  return {
    validateRequest: (id, element) => problemsOf(validateInput({ resource: find(id), element })),
    validateAnswer: (id, element) => problemsOf(validateOutput({ resource: find(id), element })),
  };
}

export function readDocument(): Json {
  return JSON.parse(readFileSync(new URL('../openapi.json', import.meta.url), 'utf8')) as Json;
}

/** The schema of a stream is only a string. Prism gets the schema of an event instead. */
function documentWithEvents(): Json {
  return JSON.parse(JSON.stringify(readDocument()), (_, value: unknown) => {
    const event = (value as Json | null)?.['x-event-schema'];
    return event === undefined ? value : { ...(value as Json), schema: event };
  }) as Json;
}

interface PrismOperation {
  /** The operationId. */
  readonly iid: string;
}

type Either =
  { readonly _tag: 'Left'; readonly left: readonly Diagnostic[] } | { readonly _tag: 'Right'; readonly right: unknown };

function problemsOf(result: Either): readonly Diagnostic[] {
  return result._tag === 'Left' ? result.left : [];
}

interface PrismModules {
  readonly readOperations: (document: Json) => Promise<PrismOperation[]>;
  readonly validateInput: (options: { readonly resource: PrismOperation; readonly element: PrismRequest }) => Either;
  readonly validateOutput: (options: { readonly resource: PrismOperation; readonly element: PrismAnswer }) => Either;
}

/** Prism's packages are dependencies of prism-cli, not of this package: they are resolved from there. */
function loadModules(): PrismModules {
  const require = createRequire(createRequire(import.meta.url).resolve('@stoplight/prism-cli/package.json'));
  const { getHttpOperationsFromSpec } = require('@stoplight/prism-http') as {
    getHttpOperationsFromSpec: PrismModules['readOperations'];
  };
  const validators = require('@stoplight/prism-http/dist/validator') as Pick<
    PrismModules,
    'validateInput' | 'validateOutput'
  >;
  return { ...validators, readOperations: getHttpOperationsFromSpec };
}
