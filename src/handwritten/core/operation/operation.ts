import type { CodecRef } from './codec-table.js';
import type { Parameter, WriteParameter } from './parameter.js';

export type { Codec, CodecRef } from './codec-table.js';
export type { Parameter } from './parameter.js';

/** HTTP methods an OpenAPI document can describe. */
export type Method = 'GET' | 'PUT' | 'POST' | 'DELETE' | 'PATCH' | 'HEAD' | 'OPTIONS' | 'TRACE';

/**
 * When a call may be repeated. `safe`: repeating changes nothing. `paid`: repeating costs money, so only
 * where the server did no work. `once`: repeating makes a second thing, so only where nothing was accepted.
 */
export type RetryClass = 'safe' | 'paid' | 'once';

/**
 * One operation of the document, as data. The type parameters `Args`, `Answer` are what the SDK's caller sees:
 * `Args` is one flat record of path, query, header and body fields under their public names.
 */
export interface Operation<M extends Method = Method, Path extends string = string, Args = never, Answer = unknown> {
  readonly method: M;
  /** The path template, as in the document. */
  readonly path: Path;
  /** Which configured server answers. */
  readonly server: string;
  readonly retry: RetryClass;
  /** Present where the call acts inside one environment. */
  readonly scoped?: true;
  /** The arguments that do not go into the body. */
  readonly parameters?: readonly Parameter[];
  readonly body?: Body;
  readonly answer: AnswerShape;
  /** The method that shows whether a call took effect, for a hint where that is unknown: `rc.instances.list()`. */
  readonly seenIn?: string;
  /** Advice on particular errors. */
  readonly hints?: readonly ErrorHint[];
  /** Never set: it carries the types of a call from `generated/operations.ts` to `Transport.request`. */
  readonly '~types'?: { readonly args: (args: Args) => void; readonly answer: Answer };
}

/** What is sent. */
export interface Body {
  /** The media type. JSON and `multipart/form-data` are encoded; without `write`, the rest are bytes or text sent as they are. */
  readonly content: string;
  /** `fields`, the default: the arguments that are no parameters, together. `value`: the one argument `body`. */
  readonly from?: 'fields' | 'value';
  readonly required?: true;
  readonly codec?: CodecRef;
  /** Fields that the document does not name are sent too, camelCase as snake_case. */
  readonly extras?: true;
  /** `urlEncoded` of core/request/styles.ts, for a form without parts. */
  readonly write?: (wire: object, body: Body) => NonNullable<RequestInit['body']>;
  /** How fields of such a form are written, by wire name: as parameters of a query. */
  readonly styles?: Readonly<Record<string, WriteParameter>>;
  /** Fields that take files, by public name. */
  readonly files?: Readonly<Record<string, FileField>>;
}

/**
 * `image`: a picture that travels as text in JSON. `images`: a list of them. `upload`: a part of a multipart body.
 * `filename`: the argument that names the file of that part; it is no field on the wire.
 */
export type FileField = 'image' | 'images' | 'upload' | { readonly as: 'upload'; readonly filename: string };

/** What comes back. */
export type AnswerShape =
  /** The whole body is the answer. `text`: where the body is not JSON, it becomes this field of the answer. */
  | {
      readonly as: 'json';
      readonly codec?: CodecRef;
      readonly text?: string;
      /** A body that is a bare list becomes this field of the answer. */
      readonly list?: string;
      readonly stream?: StreamShape;
      /** An answer without a body is `{}`, or undefined where `any` is set too. */
      readonly optional?: true;
      /** The answer need not be an object: a text, a number or null is one too. */
      readonly any?: true;
    }
  /** `{ data }` is unwrapped. `list`: it must be one. `optional`: an answer without a body is `{}`. */
  | { readonly as: 'envelope'; readonly codec?: CodecRef; readonly list?: true; readonly optional?: true }
  /** `{ data: […], meta }` becomes a `Page`. */
  | { readonly as: 'page'; readonly codec?: CodecRef; readonly paging: Paging }
  | { readonly as: 'bytes'; readonly content: string }
  | { readonly as: 'text'; readonly content: string }
  /** What the document does not describe: JSON as it is on the wire, text, else bytes; undefined without a body. */
  | { readonly as: 'raw'; readonly content: string }
  /** The body, if there is one, is thrown away. */
  | { readonly as: 'nothing' };

/** Advice that is added to an error with this status, and this text (in lower case) in its message. */
export interface ErrorHint {
  readonly status: number;
  readonly includes?: string;
  readonly hint: string;
  /** The server says that it did nothing, though the status alone would leave that open. */
  readonly refused?: true;
}

/** How the next page is asked for, in public names of the arguments. */
export type Paging =
  | { readonly by: 'offset'; readonly offset: string; readonly limit: string }
  | { readonly by: 'page'; readonly page: string; readonly size: string };

/** The event stream that an operation answers with, where the boolean argument `when` is true. */
export interface StreamShape {
  readonly when: string;
  readonly codec?: CodecRef;
}

/** What can be changed for one call. Every method takes it last. */
export interface RequestOptions {
  /** Aborts the call, also while it waits for a retry. The promise rejects with the signal's own reason. */
  readonly signal?: AbortSignal | undefined;
  /** Seconds for one attempt, body included. Default: the client's. */
  readonly timeout?: number | undefined;
  /** Repeats after the first attempt. Default: the client's. */
  readonly maxRetries?: number | undefined;
  /** Extra headers; `null` removes one that the client would send. */
  readonly headers?: Readonly<Record<string, string | null>> | undefined;
  /** Replaces the client's environment. Only for instances and storage. */
  readonly environment?: string | undefined;
  /** Sent as `Idempotency-Key`, the same on every attempt. Calls that create something have a random one by default. */
  readonly idempotencyKey?: string | undefined;
  /** Query parameters that are added as they are. */
  readonly extraQuery?:
    Readonly<Record<string, string | number | boolean | readonly (string | number | boolean)[]>> | undefined;
  /** Fields that are added to a JSON or multipart body as they are. */
  readonly extraBody?: Readonly<Record<string, unknown>> | undefined;
  /** Hears of the final answer: status, headers and request id, without the body. */
  readonly onResponse?: ((response: ResponseInfo) => void) | undefined;
}

/** An answer without its body. */
export interface ResponseInfo {
  /** The HTTP status. */
  readonly status: number;
  /** The headers, without the API key, should a server repeat it. */
  readonly headers: Headers;
  /** The server's id of the request, where it sends one. */
  readonly requestId: string | undefined;
}

/** The one way to the network. Resources get it by their constructor and know nothing else. */
export interface Transport {
  /** Sends one operation and gives its decoded answer. Rejects; never throws. */
  request<Args, Answer>(
    operation: Operation<Method, string, Args, Answer>,
    args: Args,
    options?: RequestOptions,
  ): Promise<Answer>;
}

/** Server-sent events as they arrive, decoded. Leaving the loop closes the connection. */
export interface EventStream<Event> extends AsyncIterable<Event> {
  /** The server's id of the request, where it sends one. */
  readonly requestId: string | undefined;
  /** Whether the server said that the stream is complete (`[DONE]`). */
  readonly isDone: boolean;
  /** Closes the connection; iterating then rejects with `reason`. */
  abort(reason?: unknown): void;
  /** Closes the connection, at the end of an `await using` block. */
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Binary data: a `Buffer` where the platform has one, else a `Uint8Array`. Read off methods: the `prototype` of Node's
 * Buffer is typed `any`, and only what a method gives is a `Uint8Array<ArrayBuffer>`, as `Response` and `Blob` want
 * it, in a TypeScript that has such a type.
 */
export type Bytes = typeof globalThis extends { Buffer: { alloc(size: number): infer B extends Uint8Array } }
  ? B
  : ReturnType<typeof Uint8Array.of>;

/** A picture to send: a path (where there are files), an http(s) URL, a data URI, base64 text, a Blob or bytes. */
export type ImageInput = string | URL | Blob | ArrayBuffer | Uint8Array;

/** A file to upload: a Blob or File, bytes, a Response, a stream of bytes, or a path (where there are files). */
export type FileInput =
  string | URL | Blob | ArrayBuffer | Uint8Array | Response | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;
