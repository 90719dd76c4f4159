import type { CodecRef } from './codec-table.js';
import type { Parameter, WriteParameter } from './parameter.js';

export type { Codec, CodecRef } from './codec-table.js';
export type { Parameter } from './parameter.js';

/** HTTP methods an OpenAPI document can describe; from version 3.2 on, any. */
export type Method =
  'GET' | 'PUT' | 'POST' | 'DELETE' | 'PATCH' | 'HEAD' | 'OPTIONS' | 'TRACE' | 'QUERY' | (string & {});

/**
 * When a call is retried. `safe`: a retry changes nothing. `paid`: a retry may be billed again, so only if the server
 * did no work. `once`: a retry could create a second resource, so only if the request was not accepted.
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
  /** What of it is sent, if it has a query or a fragment: its query is a parameter, and a fragment is never sent. */
  readonly target?: string;
  /** Which configured server receives the call. */
  readonly server: string;
  readonly retry: RetryClass;
  /** Present if the call is in one environment. */
  readonly scoped?: true;
  /** Of another API: the alternatives of security schemes, each with all that it needs. Absent: nothing is sent. */
  readonly security?: readonly (readonly string[])[];
  /** The arguments that are not sent in the body. */
  readonly parameters?: readonly Parameter[];
  readonly body?: Body;
  /** `mediaTypes` of core/request/media-types.ts, if the caller chooses the media type of the body. */
  readonly choose?: ChooseBody;
  readonly answer: AnswerShape;
  /** The method that shows whether a call took effect, for the hint if that is unknown: `rc.instances.list()`. */
  readonly seenIn?: string;
  /** Hints for particular errors. */
  readonly hints?: readonly ErrorHint[];
  /** Never set: it carries the types of a call from `generated/operations.ts` to `Transport.request`. */
  readonly '~types'?: { readonly args: (args: Args) => void; readonly answer: Answer };
}

/** The body that the arguments of a call choose. `label` names the call in an error. */
export type ChooseBody = (
  operation: Pick<Operation, 'body'>,
  args: Readonly<Record<string, unknown>>,
  label: string,
) => Body | undefined;

/** A body, ready to be sent on every attempt. */
export interface EncodedBody {
  readonly content: NonNullable<RequestInit['body']>;
  /** Absent if the platform sets it: it chooses the boundary of a form. */
  readonly contentType: string | undefined;
  /** It can be read only once. */
  readonly singleUse: boolean;
  /** The names of its files. */
  readonly fileNames?: readonly string[];
  /** Releases its sources, once its only attempt has ended. */
  readonly release?: () => void;
}

/** Encodes the fields of a form. `streamForm`: that of the platform, if it has one. */
export type WriteBody = (
  wire: object,
  body: Body,
  streamForm?: (parts: never) => EncodedBody | undefined,
) => Promise<EncodedBody>;

/** The request body. */
export interface Body {
  /** The media type. JSON and `multipart/form-data` are encoded; without `write`, other bodies are bytes or a string, sent unchanged. */
  readonly content: string;
  /** `fields`, the default: all arguments that are not parameters. `value`: the one argument `body`. */
  readonly from?: 'fields' | 'value';
  readonly required?: true;
  readonly codec?: CodecRef;
  /** Undocumented fields are sent too, camelCase as snake_case. */
  readonly extras?: true;
  /** Of core/request/styles.ts: `urlEncoded`, for a form without parts; `multipart`, if parts have media types. */
  readonly write?: WriteBody;
  /** How fields of a form without parts are serialized, by wire name: as query parameters. */
  readonly styles?: Readonly<Record<string, WriteParameter>>;
  /** The media types of fields of a form, by wire name. */
  readonly types?: Readonly<Record<string, string>>;
  /** Fields that accept files, by public name. */
  readonly files?: Readonly<Record<string, FileField>>;
  /** Public names of the fields that take neither lists nor objects, where the codec does not show it. */
  readonly plain?: readonly string[];
  /** Public names of the fields that take lists or objects of which the codec knows nothing. */
  readonly any?: readonly string[];
}

/**
 * `image`: an image that is sent as a string in JSON. `images`: an array of them. `upload`: a part of a multipart body.
 * `filename`: the argument with the file name of that part; it is not a field on the wire. `orValue`: what is no file,
 * such as a string, is sent as it is.
 */
export type FileField = 'image' | 'images' | 'upload' | UploadField;

/** An upload that is more than a file of its own name. */
export interface UploadField {
  readonly as: 'upload';
  readonly filename?: string;
  /** What the part is called if the file has no name; its extension gives way to that of the bytes. Default: `file`. */
  readonly unnamed?: string;
  readonly orValue?: true;
}

/** How a response is read. */
export type AnswerShape =
  /** The whole body is the result. `text`: a body that is not JSON becomes this field of the result. */
  | {
      readonly as: 'json';
      /** The media types of it, if `application/json` is not among them. */
      readonly content?: string;
      readonly codec?: CodecRef;
      /** Where the result has numbers, by public names: `pricing.prompt`. */
      readonly numbers?: readonly string[];
      readonly text?: string;
      /** A body that is a bare array becomes this field of the result. */
      readonly list?: string;
      /** A body without this field is an error. */
      readonly result?: string;
      readonly stream?: StreamShape;
      /** A response without a body gives `{}`, or undefined if `any` is set too. */
      readonly optional?: true;
      /** The body need not be an object: a string, a number or null is accepted too. */
      readonly any?: true;
      /** A documented result has the fields of an error alone. */
      readonly tells?: true;
    }
  /**
   * `{ data }` is unwrapped. `list`: it must be an array. `optional`: a response without a body gives `{}`. `any`: it need
   * not be an object.
   */
  | {
      readonly as: 'envelope';
      readonly codec?: CodecRef;
      readonly numbers?: readonly string[];
      readonly list?: true;
      readonly optional?: true;
      readonly any?: true;
    }
  /** `{ data: […], meta }` becomes a `Page`. */
  | { readonly as: 'page'; readonly codec?: CodecRef; readonly numbers?: readonly string[]; readonly paging: Paging }
  /**
   * `texts`: the media types that are returned as a string instead. `json`: the file may be JSON. `optional`: a response
   * without a body gives undefined.
   */
  | {
      readonly as: 'bytes';
      readonly content: string;
      readonly texts?: readonly string[];
      readonly json?: true;
      readonly optional?: true;
      readonly read?: ReadText;
    }
  | { readonly as: 'text'; readonly content: string; readonly read?: ReadText }
  /** The URL that a redirect leads to, which is not followed. */
  | { readonly as: 'location' }
  /** An undocumented response: JSON as on the wire, a string, else bytes; undefined without a body. */
  | { readonly as: 'raw'; readonly content: string }
  /** The body, if there is one, is discarded. */
  | { readonly as: 'nothing' };

/** Reads text that is more than its media type says: `xml` of core/response/xml-text.ts. `content`: the documented types. */
export type ReadText = (
  response: Response,
  type: string,
  refusal: (what: string, said?: string) => Error,
  content: string,
) => Promise<string>;

/** A hint that is added to an error with this status and this string (in lower case) in its message. */
export interface ErrorHint {
  readonly status: number;
  readonly includes?: string;
  readonly hint: string;
  /** The server did nothing, although the status alone would leave that unknown. */
  readonly refused?: true;
}

/** How the next page is requested, by public names of the parameters. */
export type Paging =
  | { readonly by: 'offset'; readonly offset: string; readonly limit: string }
  | { readonly by: 'page'; readonly page: string; readonly size: string };

/** One event of a `text/event-stream`. */
export interface ServerSentEvent {
  /** The event's type; `message` unless the server sends another. */
  readonly type: string;
  /** The data lines, joined by line feeds. */
  readonly data: string;
}

/** The event stream that an operation returns if the boolean argument `when` is true. */
export interface StreamShape {
  /** Absent: the response is a stream in any case. */
  readonly when?: string;
  /** Of another document: one of core/streaming/event-readers.ts. */
  readonly read?: (event: ServerSentEvent) => unknown;
  readonly codec?: CodecRef;
}

/** The options of one request. Every method takes them as its last argument. */
export interface RequestOptions {
  /**
   * Aborts the call, also during the delay before a retry. The promise rejects with the signal's reason. A call that
   * creates something or is billed may still be carried out if it was sent: the log then warns.
   */
  readonly signal?: AbortSignal | undefined;
  /** Timeout of one attempt in seconds, including the response body. Default: the client's. */
  readonly timeout?: number | undefined;
  /** Retries after the first attempt. Default: the client's. */
  readonly maxRetries?: number | undefined;
  /** Extra headers; `null` removes one that the client would send, also `Idempotency-Key`. */
  readonly headers?: Readonly<Record<string, string | null>> | undefined;
  /** Replaces the client's environment. Only for instances and storage. */
  readonly environment?: string | undefined;
  /** Sent as `Idempotency-Key`, the same on every attempt. Default: a random key, for calls that create something. */
  readonly idempotencyKey?: string | undefined;
  /** Extra query parameters, sent unchanged. */
  readonly extraQuery?:
    Readonly<Record<string, string | number | boolean | readonly (string | number | boolean)[]>> | undefined;
  /** Extra fields of a JSON or multipart body, sent unchanged. */
  readonly extraBody?: Readonly<Record<string, unknown>> | undefined;
  /**
   * With the client's `pacing`: a call with a higher number is sent before those with a lower one.
   * @defaultValue 0
   */
  readonly priority?: number | undefined;
  /** Called with the final response: status, headers and request id, without the body. */
  readonly onResponse?: ((response: ResponseInfo) => void) | undefined;
}

/** The part of a response that is read without its headers. */
export type ResponseHead = Pick<ResponseInfo, 'status' | 'requestId'>;

/** A listener of the SDK itself. `takeHead`, which never throws, gets the head: its headers are copied only when they are read. */
export interface HeadListener {
  (response: ResponseInfo): void;
  takeHead?: (head: ResponseHead, attemptCount: number) => void;
}

/**
 * What the parameters of a call do not take: request options, which are the last argument of its method. An interface,
 * since an editor shows no documentation of the fields of an interface that extends a mapped type.
 */
export interface NoRequestOptions {
  /** A request option: pass it in the last argument. */
  readonly signal?: never;
  /** A request option: pass it in the last argument. */
  readonly timeout?: never;
  /** A request option: pass it in the last argument. */
  readonly maxRetries?: never;
  /** A request option: pass it in the last argument. */
  readonly headers?: never;
  /** A request option: pass it in the last argument. */
  readonly environment?: never;
  /** A request option: pass it in the last argument. */
  readonly idempotencyKey?: never;
  /** A request option: pass it in the last argument. */
  readonly extraQuery?: never;
  /** A request option: pass it in the last argument. */
  readonly extraBody?: never;
  /** A request option: pass it in the last argument. */
  readonly priority?: never;
  /** A request option: pass it in the last argument. */
  readonly onResponse?: never;
}

/** A response without its body. */
export interface ResponseInfo {
  /** The HTTP status. */
  readonly status: number;
  /** The headers. The API key is removed if the server echoes it. */
  readonly headers: Headers;
  /** The server's request id, if it sends one. */
  readonly requestId: string | undefined;
  /** How long the call waited for its turn by the client's `pacing`, in milliseconds, all attempts together. */
  readonly queuedMs?: number | undefined;
  /** Attempts that the call took, retries included. */
  readonly attemptCount: number;
}

/** The only access to the network. Resources receive it in their constructor. */
export interface Transport {
  /** Sends one operation and resolves to its decoded result. Rejects; never throws. */
  request<Args, Answer>(
    operation: Operation<Method, string, Args, Answer>,
    args: Args,
    options?: RequestOptions,
  ): Promise<Answer>;
}

/** Decoded server-sent events, as they arrive. Leaving the loop closes the connection. */
export interface EventStream<Event> extends AsyncIterable<Event> {
  /** The server's request id, if it sends one. */
  readonly requestId: string | undefined;
  /** Whether the server has completed the stream (`[DONE]`). */
  readonly isDone: boolean;
  /** Closes the connection; iterating then rejects with `reason`. */
  abort(reason?: unknown): void;
  /** Closes the connection, at the end of an `await using` block. */
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Binary data: a `Buffer` if the platform has one, else a `Uint8Array`. The type is inferred from methods: the
 * `prototype` of Node's Buffer is typed `any`, and only the result of a method is a `Uint8Array<ArrayBuffer>`, as
 * `Response` and `Blob` require, in TypeScript versions that have this type.
 */
export type Bytes = typeof globalThis extends { Buffer: { alloc(size: number): infer B extends Uint8Array } }
  ? B
  : ReturnType<typeof Uint8Array.of>;

/** An image to send: a path (on platforms with a file system), an http(s) URL, a data URI, base64, a Blob or bytes. */
export type ImageInput = string | URL | Blob | ArrayBuffer | Uint8Array;

/**
 * A file to upload: a Blob or File, bytes, a Response, a stream of bytes, a path (on platforms with a file system), or
 * `{ uri, name, type }` in React Native.
 */
export type FileInput =
  | string
  | URL
  | Blob
  | ArrayBuffer
  | Uint8Array
  | Response
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array>
  | NativeFile;

/** A file of a React Native app, as its pickers give it. */
export interface NativeFile {
  /** Where the app has it: `file:///…` or `content://…`. */
  readonly uri: string;
  /** The name to send. Default: the last part of `uri`. */
  readonly name?: string | null | undefined;
  /** Its media type. Default: that of the name's extension. */
  readonly type?: string | null | undefined;
}
