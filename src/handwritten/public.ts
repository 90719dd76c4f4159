export type * from '../../generated/resource-types.js';
export type * from '../../generated/types.js';
export type { ChatMessage as ChatMessageParam } from '../../generated/types.js';
export {
  ApiError,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  InsufficientCreditsError,
  InternalServerError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  UnprocessableEntityError,
  type ApiErrorInit,
} from './core/errors/api-error.js';
export type { DownloadProgress } from './core/transport/file-transport.js';
export type {
  Fetch,
  FetchHeaders,
  FetchResponse,
  RuncrateOptions,
  RuncrateOptions as RuncrateConfig,
} from './core/options/client-options.js';
export {
  ConnectionError,
  InvalidResponseError,
  RuncrateError,
  StreamTruncatedError,
  TimeoutError,
  type Attempt,
  type ErrorInit,
} from './core/errors/errors.js';
export type { Logger, LogLevel } from './core/options/log.js';
export type {
  Bytes,
  EventStream,
  FileInput,
  NativeFile,
  ImageInput,
  RequestOptions,
  ResponseInfo,
} from './core/operation/operation.js';
export { Page, Page as PaginatedResponse, type ListMeta } from './core/response/page.js';
export type { WaitOptions } from './core/options/wait-options.js';
export { ChatCompletionStream } from './resources/chat-completion-stream.js';
export type { InstanceWaitOptions, Instances } from './resources/instances.js';
export type { VectorEmbedding, VectorList } from './resources/embeddings.js';
export type { ImageResult, SavableImage } from './resources/image-result.js';
export type { Models, VideoSaveParams, VideoSaveParamsFields } from './resources/models.js';
export type { OpenAiNames } from './resources/openai-names.js';
export type {
  AfterRoute,
  PlainRoute,
  ReadRoute,
  Route,
  RouteAnswer,
  RouteArguments,
  StreamAnswer,
  StreamOf,
  StreamRoute,
  UntypedRequestOptions,
  WriteRoute,
} from './resources/route.js';
export { VideoGenerationError } from './resources/video-error.js';
export type { VideoSaveOptions, VideoWaitOptions } from './resources/video-jobs.js';
export type { ParseError, ParseErrorReason, StopTools, ToolRunError, ToolRunErrorReason } from './tools/errors.js';
export type { ParsedChatCompletion, ParsedChatCompletionStream, ParseFields, ParseParams } from './tools/parse.js';
export type { RunToolsParams, ToolRunStream } from './tools/run-tools.js';
export type {
  ModelSchema,
  OutputOf,
  SchemaFailure,
  SchemaIssue,
  SchemaPathSegment,
  SchemaResult,
  SchemaSuccess,
} from './tools/schema.js';
export type { AnyTool, ToolContext } from './tools/tool.js';
export type {
  StoppedRun,
  ToolCallEvent,
  ToolEvent,
  ToolResultEvent,
  ToolRun,
  ToolRunFields,
  ToolTextEvent,
} from './tools/tool-run.js';
export type { ToolUsage } from './tools/usage.js';
