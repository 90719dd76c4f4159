/** How a client's shape differs from the default of design.md 13. Every name in it must find something in the document. */
export interface SdkConfig {
  /** Server by the name of the client's option. Empty: the document's first server is `default`. */
  readonly servers?: Readonly<Record<string, ServerConfig>>;
  /** The two parameters that scope an operation to an environment. */
  readonly environment?: { readonly query: string; readonly header: string };
  /** Fields of answers are understood in snake_case and in camelCase, whichever the document has. */
  readonly bothSpellings?: boolean;
  /** resource → method → operation. */
  readonly resources?: Readonly<Record<string, Readonly<Record<string, string | MethodConfig>>>>;
  /** What the handwritten client has beside its resources: no resource may be called so. */
  readonly taken?: readonly string[];
  /** Schema → public type. */
  readonly types?: Readonly<Record<string, string>>;
  /** operationId → retry class. */
  readonly retry?: Readonly<Record<string, RetryClass>>;
  /** Schema of a body → public name of a field → what the field takes. */
  readonly files?: Readonly<Record<string, Readonly<Record<string, FileField>>>>;
  /** Schema → public names of its lists of `{ key, value }` that may be given as a map. */
  readonly pairs?: Readonly<Record<string, readonly string[]>>;
  /** operationId → the field that holds an answer which is not JSON. */
  readonly textAnswers?: Readonly<Record<string, string>>;
  /** operationId → the field that holds the list, where a server may also answer with the bare list. */
  readonly bareLists?: Readonly<Record<string, string>>;
  /** Schemas whose answers callers send back: one type, closed both ways, so that an answer fits a request. */
  readonly sentBack?: readonly string[];
  /** operationId → the method, as `instances.list`, that shows whether a call took effect. Default for `once`: the resource's `list`. */
  readonly seenIn?: Readonly<Record<string, string>>;
  /** operationId → advice on particular errors. */
  readonly hints?: Readonly<Record<string, readonly ErrorHint[]>>;
  /** Status → the error class that a caller catches. */
  readonly errors?: Readonly<Record<number, string>>;
}

export interface ServerConfig {
  /** As `servers` in the document has it. */
  readonly url: string;
  /** Answers are wrapped in `{ data, meta }`. */
  readonly envelope?: boolean;
  /** Bodies take fields that the document does not name, where it says `additionalProperties: true`. */
  readonly extras?: boolean;
}

export interface MethodConfig {
  /** The operationId. */
  readonly operation: string;
  /** Name of the type of `params`, where it is not the body's. */
  readonly params?: string;
  /** The leading arguments, by public name; the path parameters, where this is left out. */
  readonly positional?: readonly string[];
  /** The answer is a `Page`; its public parameters. */
  readonly paging?: Paging;
}

export type Paging =
  | { readonly by: 'offset'; readonly offset: string; readonly limit: string }
  | { readonly by: 'page'; readonly page: string; readonly size: string };

/** As `ErrorHint` in core/operation/operation.ts. */
export interface ErrorHint {
  readonly status: number;
  readonly includes?: string;
  readonly hint: string;
  readonly refused?: true;
}

export type RetryClass = 'safe' | 'paid' | 'once';

/** `filename`: an additional argument that names the file of an upload; it is no field on the wire. */
export type FileField = 'image' | 'images' | 'upload' | { readonly as: 'upload'; readonly filename: string };
