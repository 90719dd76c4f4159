import { createFinalURL } from 'openapi-fetch';
import type { Platform } from '../../platform/platform.js';
import { encodeBody } from './body.js';
import type { Config } from '../options/config.js';
import { environmentOf } from '../options/environment.js';
import { RuncrateError } from '../errors/errors.js';
import { checkFields } from './field-checks.js';
import { resolveFiles } from '../files/file-inputs.js';
import { addHeaders } from '../options/headers.js';
import type { Operation, RequestOptions } from '../operation/operation.js';
import { placeArguments, type PlacedArguments } from './parameters.js';
import { fillPath } from './path.js';
import { queryText, type QueryPair } from './query.js';
import { checkRequestOptions } from '../options/request-options.js';
import type { ServerConfig } from '../options/servers.js';
import type { EncodedBody } from '../files/upload.js';

type Arguments = Readonly<Record<string, unknown>>;

/** One call, checked and encoded: everything that its attempts share. */
export interface Call {
  readonly operation: Operation;
  /** The caller's arguments, with defaults filled in. */
  readonly args: Arguments;
  readonly server: ServerConfig;
  /** Path and query on the server: `/v1/videos/a?b=c`. */
  readonly target: string;
  /** For messages: `POST /v1/images/generations`. */
  readonly label: string;
  /** All headers but the key, by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: EncodedBody | undefined;
  readonly timeoutMs: number;
  readonly maxRetries: number;
  /** The response is an event stream. */
  readonly isStream: boolean;
  /** The response body is returned unread. */
  readonly isOpen: boolean;
  /** Fetched instead, without the key: a URL from a response of the API. */
  readonly externalUrl?: string;
  readonly options: RequestOptions;
}

/** Checks and encodes a call. Throws if it is not valid, before anything is sent. */
export function prepareCall(
  operation: Operation,
  given: Arguments,
  givenOptions: RequestOptions,
  config: Config,
  platform: Platform,
): Call | Promise<Call> {
  // A copy: changes during the call would not be checked, and may be meant for the next one.
  const options = { ...checkRequestOptions(givenOptions, config.requestChecks) };
  const { answer, method, path, target: template = path } = operation;
  const server = config.servers[operation.server];
  // From JavaScript, the name may be a property of every object, such as `constructor`.
  if (server?.origin === undefined) {
    const names = Object.keys(config.servers).join(' and ');
    throw new RuncrateError(
      `The server "${operation.server}" of ${method} ${path} is unknown. The client has ${names}.`,
    );
  }
  if (operation.body === undefined && options.extraBody !== undefined) {
    throw new RuncrateError(`\`extraBody\` can't be added: ${method} ${path} has no body.`);
  }
  const environment = environmentOf(operation, options.environment, config.environment);
  const placed = placeArguments(operation, given, options, environment);
  const target = server.pathname + targetOf(template, placed);
  const stream = answer.as === 'json' ? answer.stream : undefined;
  const isStream = stream !== undefined && (stream.when === undefined || placed.args[stream.when] === true);
  // JSON is always accepted too: errors are JSON, whatever the type of a success is.
  const content = isStream ? 'text/event-stream, ' : 'content' in answer ? `${answer.content}, ` : '';
  const headers: Record<string, string> = { accept: `${content}application/json` };
  Object.assign(headers, platform.headers);
  const idempotencyKey = options.idempotencyKey ?? (operation.retry === 'once' ? platform.randomId() : undefined);
  if (idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey;
  config.addHeaders(headers, config.headers, operation.scoped && '`customHeaders`', environment);
  addHeaders(headers, placed.headers);
  config.addHeaders(headers, options.headers, '`headers`', environment);
  const { timeout, maxRetries = config.maxRetries, signal, extraBody } = options;
  // Most have no query, and a replacement costs as much as the rest of this record.
  const label = `${method} ${target.includes('?') ? target.replace(/\?.*/, '') : target}`;
  const { log } = config;
  const body = operation.choose?.(operation, placed.args, label) ?? operation.body;
  // The fields of another body may have been passed.
  if (body?.required && body.from === 'value' && placed.fields['body'] === undefined) {
    throw new RuncrateError(`\`body\` of ${label} is required.`);
  }
  if (body) checkFields(body, placed.fields, label, log);
  const callOf = (encoded: EncodedBody | undefined): Call => {
    if (encoded?.contentType !== undefined) headers['content-type'] = encoded.contentType;
    return {
      operation,
      args: placed.args,
      server,
      target,
      label,
      headers,
      body: encoded,
      timeoutMs: timeout === undefined ? server.timeoutMs : timeout * 1000,
      maxRetries,
      isStream,
      isOpen: false,
      options,
    };
  };
  if (body === undefined) return callOf(undefined);
  const encode = (fields: Arguments) =>
    encodeBody(body, fields, extraBody, platform.streamForm, (problem) => log.warn?.(`${label} ${problem}`));
  // Only files are awaited: other arguments are encoded before the caller can change them.
  const encoded = body.files
    ? resolveFiles(body, placed.fields, { platform, localFiles: config.localFiles, signal }).then(encode)
    : encode(placed.fields);
  return encoded instanceof Promise ? encoded.then(callOf) : callOf(encoded);
}

function targetOf(template: string, { path, query }: PlacedArguments): string {
  // As for most calls. Parsing a template costs as much as the rest of the preparation (test/bench).
  if (query.length === 0 && !template.includes('{')) return template;
  return createFinalURL(template, {
    baseUrl: '',
    params: { path, query: query as unknown as Record<string, unknown> },
    pathSerializer: fillPath as (template: string, values: Record<string, unknown>) => string,
    querySerializer: (pairs) => queryText(pairs as unknown as readonly QueryPair[]),
  });
}
