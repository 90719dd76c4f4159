import type { Answer } from './answer.js';
import type { ApiRoute } from './document.js';
import type { Settings } from './settings.js';
import type { VirtualClock } from './virtual-clock.js';
import type { World } from './world.js';

/** A request that the document accepts. */
export interface ApiCall {
  readonly route: ApiRoute;
  /** Path variables, decoded. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, or the fields of a form. */
  readonly body: unknown;
  /** Id of the environment that it acts on. */
  readonly environment: string;
  readonly now: number;
  /** Where links to images lead. */
  readonly assets: string;
  /** Waits for what may never end, as long as the request does. */
  readonly until: <T>(work: Promise<T>) => Promise<T>;
}

/** What operations work with. */
export interface Context {
  readonly world: World;
  readonly settings: Settings;
  readonly clock: VirtualClock;
}

/** One operation with state. */
export type Handler = (call: ApiCall, context: Context) => Answer | Promise<Answer>;

/** The fields of the body. The document has been checked. */
export function fieldsOf<Fields>({ body }: ApiCall): Fields {
  return body as Fields;
}
