import type { RuncrateError } from '../core/errors/errors.js';
import type { FileKind } from '../core/errors/file-input-error.js';
import type { ByteStream, EncodedBody, FormPart } from '../core/files/upload.js';

/** What a runtime must provide. Only `node.ts` and `web.ts` use the APIs of one. */
export interface Platform {
  /** Sent with every call: `user-agent`, if the platform sets none itself. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether this is a browser, where a key would be public. */
  readonly isBrowser: boolean;
  readonly environmentVariable: (name: string) => string | undefined;
  /** 128 random bits, for an idempotency key. */
  readonly randomId: () => string;
  /** The platform's own type of binary data, over the same memory. */
  readonly toBytes: (buffer: ArrayBuffer) => Uint8Array;
  readonly toBase64: (bytes: Uint8Array) => string;
  /** Throws if the text is not base64. */
  readonly fromBase64: (text: string) => Uint8Array;
  /** Parses an absolute URL, or throws. Absent if the platform's `URL` is whole. */
  readonly parseUrl?: ((text: string) => UrlParts) | undefined;
  /** Opens a stream that was passed as a file. If an upload can't be streamed, all of it is read. */
  readonly openStream: (
    source: ByteStream,
    signal: AbortSignal | undefined,
  ) => Promise<Blob | ReadableStream<Uint8Array>>;
  /** Whether its `FormData` takes `{ uri, name, type }` as a file. */
  readonly takesNativeFiles?: boolean | undefined;
  /** Makes a form that is read as it is sent; undefined if a `FormData` suffices. Absent if `openStream` returns Blobs. */
  readonly streamForm?: ((parts: readonly FormPart[]) => EncodedBody | undefined) | undefined;
  /** Sends an upload that `fetch` would otherwise keep in memory; undefined for other bodies. */
  readonly sendUpload?: SendUpload | undefined;
  /** Adapts a `fetch` of the caller's own, such as that of node-fetch. Absent if there is nothing to adapt. */
  readonly adaptFetch?: ((fetch: typeof globalThis.fetch) => typeof globalThis.fetch) | undefined;
  /** Adapts a response of such a `fetch`. Absent if there is nothing to adapt. */
  readonly adaptResponse?: ((response: Response) => Response) | undefined;
  /** Throws if the responses of a `fetch` can't be streamed, for the call `label`. Absent if they can. */
  readonly checkStreams?: ((fetch: typeof globalThis.fetch, label: string) => void) | undefined;
  /** Adds details to the error of a `fetch` that rejected, or of a body that broke. Absent if there are none. */
  readonly explainLoss?: ((loss: Loss, label: string, origin: string) => Loss) | undefined;
  /** Makes an AbortController whose signal `fetch` accepts. Absent if that is the global one. */
  readonly newController?: (() => AbortController) | undefined;
  /** Raises the limit of listeners on one signal, for many concurrent calls. Absent if there is no limit. */
  readonly allowListeners?: ((signal: AbortSignal) => void) | undefined;
  /**
   * Refers to an object without keeping it alive. `onGone` is called some time after nobody else does, and must not
   * refer to it. Absent where a platform has no such thing, or allows no I/O then: a timeout has to do.
   */
  readonly weakReference?:
    (<Target extends object>(target: Target, onGone: () => void) => () => Target | undefined) | undefined;
  /**
   * Calls a function before the process ends, and ends it when that is done. Resolves to what to call to stop that.
   * Absent if there is no process.
   */
  readonly watchExit?: ((onExit: (reason: Error) => Promise<void>) => Promise<() => void>) | undefined;
  /**
   * Opens a regular file without reading it, if the platform can. `path` may be absolute, relative, under `~/` or
   * a `file:` URL. `field` names the field in messages. A file that is not an image, or is empty, is rejected, and
   * every file if `localFiles` is false or there is no file system.
   */
  readonly openFile: (path: string, field: string, kind: FileKind, localFiles: boolean) => Promise<Blob>;
}

/** Opens a port: for the simulator of `@runcrate/sdk/testing`. A rejected response is a lost connection. */
export type StartServer = (
  address: { readonly port: number; readonly hostname: string },
  respond: (request: ServedRequest) => Promise<Response>,
) => Promise<LocalServer>;

/** A request that arrived on a port. */
export interface ServedRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer> | undefined;
  /** Aborted when the client has gone. */
  readonly signal: AbortSignal;
}

/** An open port. */
export interface LocalServer {
  readonly port: number;
  /** Closes it, with every connection. */
  readonly close: () => Promise<void>;
}

/** The parts of a URL that decide on a server. */
export type UrlParts = Pick<
  URL,
  'protocol' | 'username' | 'password' | 'hostname' | 'origin' | 'pathname' | 'search' | 'hash'
>;

/** `send` accepts overrides of the request. `label` names the call in messages. */
export type SendUpload = (
  send: (init?: RequestInit) => Promise<Response>,
  request: RequestInit,
  call: { readonly label: string; readonly body: EncodedBody | undefined },
) => Promise<Response> | undefined;

/**
 * A connection that was lost before a response or during one (`cut`), was never made (`final`: nor will be), or timed
 * out; or a response that the platform can't read.
 */
export interface Loss {
  readonly kind: 'lost' | 'cut' | 'unsent' | 'final' | 'timeout' | 'unreadable';
  readonly error: RuncrateError;
  /** It was lost on a connection that had been kept open since an earlier response, as far as is known. */
  readonly wasKept?: boolean | undefined;
}
