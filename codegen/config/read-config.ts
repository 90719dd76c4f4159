import { pathToFileURL } from 'node:url';
import { Stop } from '../read/stop.js';
import type { SdkConfig } from './config-types.js';

/** A module like codegen/sdk.config.ts. */
export async function readConfig(path: string): Promise<SdkConfig> {
  const module: unknown = await load(pathToFileURL(path).href).catch((error: unknown) => {
    throw new Stop(path, `The config can't be loaded: ${String(error)}.`, 'Pass a copy of codegen/sdk.config.ts.');
  });
  if (typeof module === 'object' && module !== null && 'sdkConfig' in module) return module.sdkConfig as SdkConfig;
  throw new Stop(path, 'The module exports no `sdkConfig`.', 'Pass a copy of codegen/sdk.config.ts.');
}

/** Its TypeScript may be of any Node.js. Imported late: other runs do not need tsx. */
async function load(url: string): Promise<unknown> {
  if (!url.endsWith('.ts')) return import(url);
  const { tsImport } = await import('tsx/esm/api');
  return tsImport(url, import.meta.url);
}
