import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildModel } from '../../codegen/build-model.js';
import { emitModel } from '../../codegen/emit/emit.js';
import type { Schema } from '../../codegen/read/openapi.js';
import { resolveConfig } from '../../src/handwritten/core/options/config.js';
import type { Transport } from '../../src/handwritten/core/operation/operation.js';
import { HttpTransport } from '../../src/handwritten/core/transport/transport.js';
import type { Platform } from '../../src/handwritten/platform/platform.js';
import { observedFetch, type ObservedRequest, type Respond } from '../helpers/observed-fetch.js';
import { platformOf, testKey } from '../helpers/observed-transport.js';
import { crates, specOf, type Crates } from './crates.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The methods of the generated resources. A call of a test is typed where it matters: by the compiler, in types tests. */
type Api = Readonly<Record<string, Readonly<Record<string, (...args: readonly unknown[]) => Promise<unknown>>>>>;

export interface ObservedApi {
  readonly api: Api;
  /** In the order in which `fetch` was called. */
  readonly requests: readonly ObservedRequest[];
  /** The folder of the generated files. */
  readonly folder: string;
}

/** The client of a document, generated in process, on a real transport whose `fetch` is the test's function. */
export async function observedApi(
  document: Crates,
  respond: Respond = () => Response.json({}),
  platform: Platform = platformOf(),
): Promise<ObservedApi> {
  const parent = join(root, '.scratch/observed');
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(`${parent}/`);
  const core = relative(folder, join(root, 'src/handwritten/core'));
  const model = buildModel(specOf(document), {}, core);
  for (const [path, text] of await emitModel(model, { cases: false, format: false })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const { Resources } = (await import(pathToFileURL(join(folder, 'resources.ts')).href)) as {
    readonly Resources: new (transport: Transport) => Api;
  };
  const { fetch, requests } = observedFetch(respond);
  const config = resolveConfig({ apiKey: testKey, fetch, logLevel: 'off', maxRetries: 0 }, {}, platform);
  const url = 'https://crates.example/v1';
  const servers = { default: { url, origin: 'https://crates.example', pathname: '/v1', timeoutMs: 5_000 } };
  return { api: new Resources(new HttpTransport({ ...config, servers }, platform)), requests, folder };
}

/** An operation, with its path and method. */
interface CrateOperation {
  readonly path: string;
  readonly method?: string;
  readonly [keyword: string]: unknown;
}

/** One document of many operations, each under its operationId: `api.crates.<id>`. */
export function cratesWith(
  operations: Readonly<Record<string, CrateOperation>>,
  schemas: Readonly<Record<string, Schema>> = {},
): Crates {
  const document = crates();
  document.paths = {};
  for (const [operationId, { path, method = 'get', ...source }] of Object.entries(operations)) {
    const item = (document.paths[path] ??= {});
    item[method] = { operationId, tags: ['Crates'], responses: { 200: { description: '' } }, ...source };
  }
  Object.assign(document.components.schemas, schemas);
  return document;
}
