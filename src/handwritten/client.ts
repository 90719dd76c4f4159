import { allOperations, createChatCompletion, servers } from '../../generated/operations.js';
import { Resources } from '../../generated/resources.js';
import { asyncDispose } from './core/async-dispose.js';
import { resolveConfig, type Config } from './core/options/config.js';
import type { Pacing } from './core/options/pacing.js';
import type { Turns } from './core/transport/transport-context.js';
import { docsUrl, RuncrateError } from './core/errors/errors.js';
import { clockSkewMs, clockSlackMs, retryAfterSeconds } from './core/errors/retry-after.js';
import { checkOptions } from './core/options/check.js';
import { isBlob, isForm, isWebStream } from './core/files/fetch-classes.js';
import { isRecord } from './core/json-object.js';
import type { FileSaver } from './core/transport/file-transport.js';
import type { RequestOptions } from './core/operation/operation.js';
import type { RuncrateOptions } from './core/options/client-options.js';
import { HttpTransport } from './core/transport/transport.js';
import type { Platform } from './platform/platform.js';
import { asChatStream } from './resources/chat-completion-stream.js';
import { Instances } from './resources/instances.js';
import { Models } from './resources/models.js';
import { openAiNames, type OpenAiNames } from './resources/openai-names.js';
import {
  routedCall,
  type AfterRoute,
  type PlainRoute,
  type ReadRoute,
  type RouteAnswer,
  type RouteArguments,
  type StreamAnswer,
  type StreamOf,
  type StreamRoute,
  type UntypedRequestOptions,
  type WriteRoute,
  type RoutedCall,
} from './resources/route.js';

/** The pacer of the caller's, or one of ours. */
function turnsOf(pacing: Pacing | Turns | undefined, { clock, maxRetryAfterMs }: Config): Turns | undefined {
  // That of the client that this one was made of.
  if (pacing === undefined || 'take' in Object(pacing)) return pacing as Turns | undefined;
  let loading: Promise<Omit<Turns, 'observes'>> | undefined;
  let turns: Omit<Turns, 'observes'> | undefined;
  const retryAfter = { clockSkewMs, clockSlackMs, retryAfterSeconds };
  const given = { clock, maxRetryAfterMs, retryAfter, checkOptions, RuncrateError, docsUrl };
  return {
    observes: !('reserve' in Object(pacing)) || 'observe' in Object(pacing),
    take(...attempt) {
      loading ??= import('./pacing/methods.js').then(({ openTurns }) => (turns = openTurns(pacing as Pacing, given)));
      return turns ? turns.take(...attempt) : loading.then((loaded) => loaded.take(...attempt));
    },
    observe: (...response) => turns?.observe(...response),
  };
}

/** The composition root: options → config → transport → resources. The entry point supplies the platform. */
export abstract class RuncrateClient extends Resources {
  declare readonly instances: Instances;
  declare readonly models: Models;
  /** OpenAI's name for chat completions: `rc.chat.completions.create` is `rc.models.chatCompletion`. */
  declare readonly chat: OpenAiNames['chat'];
  /** OpenAI's name for image generation: `rc.images.generate` is `rc.models.generateImage`. */
  declare readonly images: OpenAiNames['images'];
  /** OpenAI's names for speech and transcription: aliases of `rc.models.textToSpeech` and `rc.models.transcribe`. */
  declare readonly audio: OpenAiNames['audio'];
  /** Video jobs: aliases of `rc.models.generateVideo` and the other video methods. */
  declare readonly videos: OpenAiNames['videos'];
  /** OpenAI's name for embeddings: `rc.embeddings.create` is `rc.models.embeddings`. */
  declare readonly embeddings: OpenAiNames['embeddings'];
  readonly #options: RuncrateOptions;
  readonly #transport: HttpTransport;

  /** @internal */
  constructor(options: RuncrateOptions, platform: Platform, saver?: FileSaver) {
    const config = resolveConfig(options, servers, platform);
    const turns = turnsOf(options.pacing, config);
    const transport = new HttpTransport(config, platform, saver);
    super(transport);
    this.instances = new Instances(transport);
    this.models = new Models(transport);
    Object.assign(this, openAiNames(this.models));
    transport.turns = turns;
    // The clients made of this one get the same pacer.
    this.#options = turns ? { ...options, pacing: turns as unknown as Pacing } : options;
    this.#transport = transport;
  }

  /**
   * Calls an operation by its method and path in openapi.json: `rc.request('GET /instances/{id}', { id })`. Parameters,
   * types and retries are those of the operation's method.
   *
   * @param route - Method and path. Path variables stay in braces: pass their values as parameters.
   * @param rest - Path, query and body parameters in one object, in camelCase; then timeout, retries, headers and abort
   * signal of this call. The parameters are optional if the operation requires none.
   */
  request<R extends PlainRoute>(route: R, ...rest: AfterRoute<R>): Promise<RouteAnswer<R>>;
  /**
   * As above, for an operation that returns an event stream if `stream` is true.
   *
   * @param route - Method and path.
   * @param args - Path, query and body parameters in one object, in camelCase.
   * @param options - Timeout, retries, headers and abort signal of this call.
   */
  request<R extends StreamRoute, Args extends RouteArguments<R>>(
    route: R,
    args: Args,
    options?: RequestOptions,
  ): Promise<StreamAnswer<R, StreamOf<Args>>>;
  /**
   * Reads a path that openapi.json does not have yet. Resolves with the response body unchanged: JSON with its wire
   * names and envelope, a string, or bytes; undefined if the response has no body.
   *
   * @param route - Method and path, with values in place of variables: `GET /new/${encodeURIComponent(id)}`.
   * @param query - Query parameters, passed through unchanged.
   * @param options - The `server` that has the path; timeout, retries, headers and abort signal of this call.
   */
  request(route: ReadRoute, query: RequestOptions['extraQuery'], options: UntypedRequestOptions): Promise<unknown>;
  /**
   * Calls a path that openapi.json does not have yet. Resolves with the response body unchanged, as for GET. The effect
   * of such a call is unknown, so it is retried only if it cannot have been carried out, with the same
   * `Idempotency-Key`. A path that openapi.json has is retried as its method is.
   *
   * @param route - Method and path, with values in place of variables.
   * @param body - Sent as JSON, unchanged. A Blob, a form, bytes or a stream is sent as such.
   * @param options - The `server` that has the path; timeout, retries, headers and abort signal of this call. With the
   * infrastructure server the client's environment is sent too.
   */
  request(route: WriteRoute, body: unknown, options: UntypedRequestOptions): Promise<unknown>;
  async request(route: string, given?: unknown, options?: RequestOptions): Promise<unknown> {
    const send = (call: RoutedCall): Promise<unknown> =>
      this.#transport.request(call.operation, call.args as never, call.options);
    if ('server' in Object(options)) {
      const { callUnchanged } = await import('./untyped/untyped-call.js');
      return callUnchanged(route, given, options as UntypedRequestOptions, {
        ...{ isBlob, isForm, isWebStream, isRecord, RuncrateError, send },
        operations: allOperations,
      });
    }
    const call = routedCall(route, given, options);
    const answer = send(call);
    return call.operation === createChatCompletion ? asChatStream(answer) : answer;
  }

  /** Creates a new client with some options changed. Undefined options keep their value. This client is unchanged. */
  withOptions(options: RuncrateOptions): this {
    const Client = this.constructor as new (options: RuncrateOptions) => this;
    const changed = Object.entries({ ...options }).filter(([, value]) => value !== undefined);
    const client = new Client({ ...this.#options, ...Object.fromEntries(changed) });
    // What one of them has just created, another may wait for.
    client.#transport.createdAt = this.#transport.createdAt;
    return client;
  }

  /** Closes the client at the end of an `await using` block. Aborts requests in flight; later calls reject. */
  async [asyncDispose](): Promise<void> {
    this.#transport.close();
  }
}
