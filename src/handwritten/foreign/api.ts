/** What generated code tells of the document of another API. */
export interface Api {
  /** Server name → URL, with its variables in braces. `baseUrl` replaces the first one. */
  readonly servers: Readonly<Record<string, string>>;
  /** Variable of these URLs → its default and its values, if the document lists them. */
  readonly variables: Readonly<Record<string, ServerVariable>>;
  /** The security schemes that can be served, by their names in the document. */
  readonly schemes: Readonly<Record<string, Scheme>>;
}

/** A variable of the URL of a server. */
export interface ServerVariable {
  /** The default; without one, a caller must give the value. */
  readonly default?: string;
  /** The only values. */
  readonly values?: readonly string[];
}

/** How a credential is sent. */
export type Scheme =
  | { readonly type: 'bearer' }
  | { readonly type: 'basic' }
  | { readonly type: 'apiKey'; readonly in: 'header' | 'query' | 'cookie'; readonly name: string };

/** A bearer token or an API key, or a function that returns it and is called before each attempt. */
export type Token = string | (() => string | Promise<string>);

/** User name and password of HTTP Basic. */
export interface UserPassword {
  /** Without a colon. */
  readonly username: string;
  /** The password, which may be empty. */
  readonly password: string;
}

/** A user name and a password, or a function that returns them and is called before each attempt. */
export type BasicAuth = UserPassword | (() => UserPassword | Promise<UserPassword>);
