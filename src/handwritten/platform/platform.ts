/** What a runtime must offer. `node.ts` and `web.ts` are the only two that know one. */
export interface Platform {
  /** Sent as `User-Agent`; absent where the platform sets its own. */
  readonly userAgent: string | undefined;
  /** Whether this is a web page, where a key would be public. */
  readonly isBrowser: boolean;
  readonly environmentVariable: (name: string) => string | undefined;
  /** 128 random bits, for an idempotency key. */
  readonly randomId: () => string;
  /** The platform's own kind of binary data, over the same memory. */
  readonly toBytes: (buffer: ArrayBuffer) => Uint8Array;
  readonly toBase64: (bytes: Uint8Array) => string;
  /** Sends an upload, where `fetch` would keep the whole of it in memory otherwise. */
  readonly sendUpload?: SendUpload | undefined;
  /** Absent where there are no files. */
  readonly files: Files | undefined;
}

/** `send` takes what `fetch` is to be told. `label` names the call in messages. */
export type SendUpload = (
  send: (init?: RequestInit) => Promise<Response>,
  label: string,
  isSingleUse: boolean,
) => Promise<Response>;

/** The files of the machine. */
export interface Files {
  /**
   * Opens a regular file without reading it, where the platform can. `path` may be absolute, relative, under `~/` or
   * a `file:` URL. `label` names the option in messages.
   */
  readonly open: (path: string, label: string) => Promise<Blob>;
  /** Throws unless a file can be put at `path`. */
  readonly checkTarget: (path: string) => Promise<void>;
  /** Begins a file at `path`, beside it and under another name. */
  readonly createSink: (path: string) => Promise<FileSink>;
  /** The bytes of base64 text, to be put into a file. Throws where it is none. */
  readonly fromBase64: (text: string) => Uint8Array;
}

/** A file that is being written. What is at the target stays as it is until `commit`. */
export interface FileSink {
  readonly write: (chunk: Uint8Array) => Promise<void>;
  /** Throws away what has been written, to begin again. */
  readonly restart: () => Promise<void>;
  /** Puts the whole file at its place. */
  readonly commit: () => Promise<void>;
  /** Leaves nothing behind, and never throws. */
  readonly discard: () => Promise<void>;
}
