export type { Api, BasicAuth, Scheme, ServerVariable, Token, UserPassword } from './api.js';
export type { ApiOptions, GivenOptions } from './options.js';
export * from '../public-errors.js';
export type { Fetch, FetchHeaders, FetchResponse } from '../core/options/client-options.js';
export type { Logger, LogLevel } from '../core/options/log.js';
export type {
  Bytes,
  Codec,
  EventStream,
  FileInput,
  ImageInput,
  Method,
  NativeFile,
  NoRequestOptions,
  Operation,
  RequestOptions,
  ResponseInfo,
  RetryClass,
  ServerSentEvent,
  Transport,
} from '../core/operation/operation.js';
export { Page, type ListMeta } from '../core/response/page.js';
