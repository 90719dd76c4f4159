import type { Platform } from '../platform/platform.js';
import { encodeBody, type EncodedBody } from './body.js';
import type { Config } from './config.js';
import { environmentHeaders, environmentOf, withoutEnvironment } from './environment.js';
import { RuncrateError } from './errors.js';
import { resolveFiles } from './file-inputs.js';
import type { Operation, RequestOptions } from './operation.js';
import { argumentOf, bodyFields, checkNothingLeft, parameterHeaders, pathValuesOf, queryOf } from './parameters.js';
import { fillPath } from './path.js';
import type { QueryPair } from './query.js';
import { checkRequestOptions } from './request-options.js';
import type { ServerConfig } from './servers.js';

type Arguments = Readonly<Record<string, unknown>>;

/** One call, checked and encoded: all that its attempts have in common. */
export interface Call {
  readonly operation: Operation;
  /** What the caller gave, with defaults filled in. */
  readonly args: Arguments;
  readonly server: ServerConfig;
  /** The path that is asked for, filled in. */
  readonly pathname: string;
  /** For messages: `POST /v1/images/generations`. */
  readonly label: string;
  readonly pathValues: Readonly<Record<string, unknown>>;
  readonly query: readonly QueryPair[];
  /** All but the key and the type of the body. */
  readonly headers: Readonly<Record<string, string | null>>;
  readonly body: EncodedBody | undefined;
  readonly timeoutMs: number;
  readonly maxRetries: number;
  /** The answer is an event stream. */
  readonly isStream: boolean;
  /** The body of the answer is handed over unread. */
  readonly isOpen: boolean;
  /** Where to fetch from instead, without the key: a URL that the API answered with. */
  readonly foreignUrl?: string;
  readonly options: RequestOptions;
}

/** Checks and encodes a call. Whatever is wrong with it is thrown here, before anything is sent. */
export async function prepareCall(
  operation: Operation,
  given: Arguments,
  options: RequestOptions,
  config: Config,
  platform: Platform,
): Promise<Call> {
  checkRequestOptions(options);
  const args = withDefaults(operation, given, options);
  const call = describeCall(operation, args, options, config, platform);
  const { body } = operation;
  if (body === undefined) return call;
  const { files, toBase64, randomId } = platform;
  const fields = bodyFields(operation, args);
  // Only files are waited for: other arguments are encoded before their owner can change them.
  const context = { files, toBase64, localFiles: config.localFiles };
  const resolved = body.files === undefined ? fields : await resolveFiles(body, fields, context);
  return { ...call, body: encodeBody(body, resolved, options.extraBody, randomId) };
}

/** All of a call but its body. */
function describeCall(
  operation: Operation,
  args: Arguments,
  options: RequestOptions,
  config: Config,
  platform: Platform,
): Call {
  const server = serverOf(operation, config);
  checkNothingLeft(operation, args);
  const environment = environmentOf(operation, options, config);
  const isStream = asksForStream(operation, args);
  const pathValues = pathValuesOf(operation, args);
  const pathname = server.pathname + fillPath(operation.path, pathValues);
  if (operation.body === undefined && options.extraBody !== undefined) {
    throw new RuncrateError(`\`extraBody\` can't be added: ${operation.method} ${operation.path} has no body.`);
  }
  return {
    operation,
    args,
    server,
    pathname,
    label: `${operation.method} ${pathname}`,
    pathValues,
    query: queryOf(operation, args, options, environment),
    headers: {
      accept: acceptOf(operation, isStream),
      ...(platform.userAgent === undefined ? {} : { 'user-agent': platform.userAgent }),
      ...withoutEnvironment(config.headers),
      ...parameterHeaders(operation, args),
      ...idempotencyHeaders(operation, options, platform),
      ...withoutEnvironment(options.headers ?? {}),
      ...(environment === undefined ? {} : environmentHeaders(environment)),
    },
    body: undefined,
    timeoutMs: options.timeout === undefined ? server.timeoutMs : options.timeout * 1000,
    maxRetries: options.maxRetries ?? config.maxRetries,
    isStream,
    isOpen: false,
    options,
  };
}

/** Checks that the arguments are a record, and fills in what the document says is sent where one is left out. */
function withDefaults(operation: Operation, args: Arguments, { extraQuery = {} }: RequestOptions): Arguments {
  const { method, path, parameters = [] } = operation;
  if (typeof (args as unknown) !== 'object' || (args as unknown) === null || Array.isArray(args)) {
    throw new RuncrateError(`${method} ${path} takes an object of arguments.`);
  }
  const filled: Record<string, unknown> = {};
  for (const parameter of parameters) {
    if (parameter.in !== 'query') continue;
    const { name, wire = name, default: value } = parameter;
    const isReplaced = Object.hasOwn(extraQuery, wire);
    filled[name] = argumentOf(parameter, args, operation) ?? (isReplaced ? undefined : value);
  }
  return { ...args, ...filled };
}

function serverOf({ method, path, server: name }: Operation, { servers }: Config): ServerConfig {
  const server = servers[name];
  if (server !== undefined) return server;
  throw new RuncrateError(`No option of the client names the server "${name}" of ${method} ${path}.`);
}

function asksForStream({ answer }: Operation, args: Arguments): boolean {
  return answer.as === 'json' && answer.stream !== undefined && args[answer.stream.when] === true;
}

function idempotencyHeaders(operation: Operation, options: RequestOptions, platform: Platform): Record<string, string> {
  const key = options.idempotencyKey ?? (operation.retry === 'once' ? platform.randomId() : undefined);
  return key === undefined ? {} : { 'idempotency-key': key };
}

/** JSON is always accepted too: errors come as JSON, whatever a success is. */
function acceptOf({ answer }: Operation, isStream: boolean): string {
  if (isStream) return 'text/event-stream, application/json';
  switch (answer.as) {
    case 'json':
    case 'envelope':
    case 'page':
    case 'nothing':
      return 'application/json';
    case 'bytes':
    case 'text':
      return `${answer.content}, application/json`;
  }
}
