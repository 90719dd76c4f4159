export type * from '../../generated/resource-types.js';
export type * from '../../generated/types.js';
export type { ChatMessage as ChatMessageParam } from '../../generated/types.js';
export * from './public-errors.js';
export type { DownloadProgress } from './core/transport/file-transport.js';
export type {
  Fetch,
  FetchHeaders,
  FetchResponse,
  RuncrateOptions,
  RuncrateOptions as RuncrateConfig,
} from './core/options/client-options.js';
export type { Logger, LogLevel } from './core/options/log.js';
export type { Meter, MeteredCall, MeteredOperation } from './core/options/metering.js';
export type { PacedRequest, PacedResponse, Pacer, Pacing, PacingSettings } from './core/options/pacing.js';
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
export type { LeaseExpiredError, LeaseNotReleasedError, LeaseUnavailableError } from './leases/errors.js';
export type * from './leases/public-types.js';
export type { ParseError, StopTools, ToolRunError } from './tools/errors.js';
export type * from './tools/public-types.js';
