/** How the shape of a client differs from the defaults of design.md 13. Every name in it must match something in the document. */
export interface SdkConfig {
  /** Servers by the name of the client option. Empty: the first server of the document is `default`. */
  readonly servers?: Readonly<Record<string, ServerConfig>>;
  /** The two parameters that scope an operation to an environment. */
  readonly environment?: { readonly query: string; readonly header: string };
  /** Response fields are read in snake_case and in camelCase, whichever the document declares. */
  readonly bothSpellings?: boolean;
  /** resource → method → operation. */
  readonly resources?: Readonly<Record<string, Readonly<Record<string, string | MethodConfig>>>>;
  /** Resource → its class, where the handwritten client has one of the default name, which extends this. */
  readonly classes?: Readonly<Record<string, string>>;
  /** Members of the handwritten client: no resource may have one of these names. */
  readonly taken?: readonly string[];
  /** Schema → public type. */
  readonly types?: Readonly<Record<string, string>>;
  /** Schema → field, as on the wire → public name. */
  readonly fields?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** operationId → parameter, as on the wire, or with its place (`query user_id`) → public name. */
  readonly parameters?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** operationId → retry class. */
  readonly retry?: Readonly<Record<string, RetryClass>>;
  /** Schema of a body → public name of a field → the file that the field accepts. */
  readonly files?: Readonly<Record<string, Readonly<Record<string, FileField>>>>;
  /** Schema → public names of its lists of `{ key, value }` that callers may pass as a map. */
  readonly pairs?: Readonly<Record<string, readonly string[]>>;
  /** operationId → the field that contains a response that is not JSON. */
  readonly textAnswers?: Readonly<Record<string, string>>;
  /** operationId → the field that contains the list, where a server may also return a bare list. */
  readonly bareLists?: Readonly<Record<string, string>>;
  /** operationId → the field without which a success response is an error. */
  readonly results?: Readonly<Record<string, string>>;
  /** Schemas that callers send back: one type with closed sets both ways, so that a response is assignable to a request. */
  readonly sentBack?: readonly string[];
  /** operationId → the method, as `instances.list`, that shows whether a request took effect. Default for `once`: the `list` of the resource. */
  readonly seenIn?: Readonly<Record<string, string>>;
  /** operationId → hints for particular errors. */
  readonly hints?: Readonly<Record<string, readonly ErrorHint[]>>;
  /** Status → the error class that a caller catches. */
  readonly errors?: Readonly<Record<number, string>>;
}

export interface ServerConfig {
  /** The URL, exactly as in `servers` of the document. */
  readonly url: string;
  /** Responses are wrapped in `{ data, meta }`. */
  readonly envelope?: boolean;
  /** Bodies accept undeclared fields, where the document has `additionalProperties: true`. */
  readonly extras?: boolean;
}

export interface MethodConfig {
  /** The operationId. */
  readonly operation: string;
  /** Name of the type of `params`, if it is not the type of the body. */
  readonly params?: string;
  /** The leading parameters, by public name; default: the path parameters. */
  readonly positional?: readonly string[];
  /** The response is a `Page`; the public names of its parameters. */
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

/** `filename`: an additional field for the filename of an upload; it is not sent as a field. `unnamed`: the name of a file that has none. `orValue`: what is no file is sent as it is. */
export type FileField =
  | 'image'
  | 'images'
  | 'upload'
  | { readonly as: 'upload'; readonly filename?: string; readonly unnamed?: string; readonly orValue?: true };
