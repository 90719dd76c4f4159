import { servers } from '../../generated/operations.js';
import { Resources } from '../../generated/resources.js';
import { asyncDispose } from './core/async-dispose.js';
import { resolveConfig } from './core/config.js';
import type { FileSaver } from './core/file-transport.js';
import type { RuncrateOptions } from './core/options.js';
import { HttpTransport } from './core/transport.js';
import type { Platform } from './platform/platform.js';
import { Instances } from './resources/instances.js';
import { Models } from './resources/models.js';

/** The composition root: options → config → transport → resources. An entry gives it a platform. */
export abstract class RuncrateClient extends Resources {
  declare readonly instances: Instances;
  declare readonly models: Models;
  readonly #options: RuncrateOptions;
  readonly #transport: HttpTransport;

  constructor(options: RuncrateOptions, platform: Platform, saver?: FileSaver) {
    const transport = new HttpTransport(resolveConfig(options, servers, platform), platform, saver);
    super(transport);
    this.instances = new Instances(transport);
    this.models = new Models(transport);
    this.#options = options;
    this.#transport = transport;
  }

  /** A new client with some options changed. This one stays as it is. */
  withOptions(options: RuncrateOptions): this {
    const Client = this.constructor as new (options: RuncrateOptions) => this;
    return new Client({ ...this.#options, ...options });
  }

  /** At the end of an `await using` block: aborts what is in flight; later calls reject. */
  async [asyncDispose](): Promise<void> {
    this.#transport.close();
  }
}
