import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildModel } from '../../../codegen/build-model.js';
import { emitModel } from '../../../codegen/emit/emit.js';
import type { Model } from '../../../codegen/model.js';
import { readSpec } from '../../../codegen/read/spec.js';
import { resolveConfig } from '../../../src/handwritten/core/options/config.js';
import { HttpTransport } from '../../../src/handwritten/core/transport/transport.js';
import { observedFetch, type ObservedRequest, type Respond } from '../../helpers/observed-fetch.js';
import { platformOf, testKey } from '../../helpers/observed-transport.js';

const folder = fileURLToPath(new URL('../../fixtures/golden', import.meta.url));
const core = fileURLToPath(new URL('../../../src/handwritten/core', import.meta.url));

/** One small document per feature, each in a folder of its name. */
export const features: readonly string[] = readdirSync(folder).toSorted();

/** The folder of the generated files of a feature, next to its document. */
export function outOf(feature: string): string {
  return join(folder, feature, 'generated');
}

/** The files generated from the document of a feature, except cases.ts and schema.ts. */
export async function goldenFiles(feature: string): Promise<ReadonlyMap<string, string>> {
  return emitModel(await goldenModel(feature), { cases: false, format: true });
}

export async function goldenModel(feature: string): Promise<Model> {
  const name = readdirSync(join(folder, feature)).find((file) => file.startsWith('openapi.')) ?? 'openapi.json';
  const spec = await readSpec(join(folder, feature, name));
  return buildModel(spec, {}, relative(outOf(feature), core));
}

export interface GoldenTransport {
  readonly transport: HttpTransport;
  /** In the order of the `fetch` calls. */
  readonly requests: readonly ObservedRequest[];
}

/** The transport of every call, to the single server of the document. */
export function goldenTransport(respond: Respond): GoldenTransport {
  const { fetch, requests } = observedFetch(respond);
  const platform = platformOf();
  const config = resolveConfig({ apiKey: testKey, fetch, logLevel: 'off', maxRetries: 0 }, {}, platform);
  const servers = {
    default: { url: 'https://golden.example/v1', origin: 'https://golden.example', pathname: '/v1', timeoutMs: 5_000 },
  };
  return { transport: new HttpTransport({ ...config, servers }, platform), requests };
}
