import { servers } from '../../generated/operations.js';
import { Resources } from '../../generated/resources.js';
import { asyncDispose } from './core/async-dispose.js';
import { resolveConfig } from './core/options/config.js';
import type { FileSaver } from './core/transport/file-transport.js';
import type { RequestOptions } from './core/operation/operation.js';
import type { RuncrateOptions } from './core/options/client-options.js';
import { HttpTransport } from './core/transport/transport.js';
import { untypedCall } from './core/request/untyped-call.js';
import type { Platform } from './platform/platform.js';
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
} from './resources/route.js';

/** The composition root: options → config → transport → resources. An entry gives it a platform. */
export abstract class RuncrateClient extends Resources {
  declare readonly instances: Instances;
  declare readonly models: Models;
  /** OpenAI's name for chat: `rc.chat.completions.create` is `rc.models.chatCompletion`. */
  declare readonly chat: OpenAiNames['chat'];
  /** OpenAI's name for pictures: `rc.images.generate` is `rc.models.generateImage`. */
  declare readonly images: OpenAiNames['images'];
  /** OpenAI's name for speech and transcription: `rc.models.textToSpeech` and `rc.models.transcribe`. */
  declare readonly audio: OpenAiNames['audio'];
  /** Videos, as `rc.models.generateVideo` and those beside it. */
  declare readonly videos: OpenAiNames['videos'];
  /** OpenAI's name for vectors: `rc.embeddings.create` is `rc.models.embeddings`. */
  declare readonly embeddings: OpenAiNames['embeddings'];
  readonly #options: RuncrateOptions;
  readonly #transport: HttpTransport;

  /** @internal */
  constructor(options: RuncrateOptions, platform: Platform, saver?: FileSaver) {
    const transport = new HttpTransport(resolveConfig(options, servers, platform), platform, saver);
    super(transport);
    this.instances = new Instances(transport);
    this.models = new Models(transport);
    Object.assign(this, openAiNames(this.models));
    this.#options = options;
    this.#transport = transport;
  }

  /**
   * Calls an operation by its method and path, as openapi.json has them, with the same arguments, types and retries
   * as its method: `rc.request('GET /instances/{id}', { id })`.
   *
   * @param route - Method and path. Variables stay in braces: their values are among the arguments.
   * @param rest - Path, query and body together, under public names; then timeout, retries, headers and abort signal
   * of this call. Arguments may be left out where none is required.
   */
  request<R extends PlainRoute>(route: R, ...rest: AfterRoute<R>): Promise<RouteAnswer<R>>;
  /**
   * As above, for an operation that answers with an event stream where `stream` is true.
   *
   * @param route - Method and path.
   * @param args - Path, query and body together, under public names.
   * @param options - Timeout, retries, headers and abort signal of this call.
   */
  request<R extends StreamRoute, Args extends RouteArguments<R>>(
    route: R,
    args: Args,
    options?: RequestOptions,
  ): Promise<StreamAnswer<R, StreamOf<Args>>>;
  /**
   * Reads a path that openapi.json does not have yet. Gives the body as it is: JSON with the names of the wire and
   * its envelope, text, or bytes; undefined without one.
   *
   * @param route - Method and path, with values in place of variables: `GET /new/${encodeURIComponent(id)}`.
   * @param query - What is added to the query, as it is.
   * @param options - Which server has the path; and timeout, retries, headers and abort signal of this call.
   */
  request(route: ReadRoute, query: RequestOptions['extraQuery'], options: UntypedRequestOptions): Promise<unknown>;
  /**
   * Calls a path that openapi.json does not have yet. Gives the body as it is, as for GET. What such a call does is
   * not known, so it is repeated only where nothing can have happened, under one `Idempotency-Key`.
   *
   * @param route - Method and path, with values in place of variables.
   * @param body - Sent as JSON, as it is; a Blob, a form, bytes or a stream is sent as such.
   * @param options - Which server has the path; and timeout, retries, headers and abort signal of this call. On the
   * infrastructure server the client's environment is sent too.
   */
  request(route: WriteRoute, body: unknown, options: UntypedRequestOptions): Promise<unknown>;
  async request(route: string, given?: unknown, options?: RequestOptions): Promise<unknown> {
    const isUntyped = 'server' in Object(options);
    const call = isUntyped
      ? untypedCall(route, given, options as UntypedRequestOptions)
      : routedCall(route, given, options);
    return this.#transport.request(call.operation, call.args as never, call.options);
  }

  /** A new client with some options changed. This one stays as it is. An option that is undefined is not changed. */
  withOptions(options: RuncrateOptions): this {
    const Client = this.constructor as new (options: RuncrateOptions) => this;
    const changed = Object.entries({ ...options }).filter(([, value]) => value !== undefined);
    return new Client({ ...this.#options, ...Object.fromEntries(changed) });
  }

  /** At the end of an `await using` block: aborts what is in flight; later calls reject. */
  async [asyncDispose](): Promise<void> {
    this.#transport.close();
  }
}
