import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { installPackages } from '../bench/peers.js';
import { root } from '../bench/root.js';
import { readSource } from './read-source.js';

/** The documents that other tools test themselves with lie in a folder of their own. */
export const fixtures: string = join(root, '.scratch/corpus-fixtures');

/** Packages with OpenAPI documents, and where these lie. None is a part of `npm ci`. */
const packages: Readonly<Record<string, { readonly version: string; readonly folder: string }>> = {
  '@readme/oas-examples': { version: '8.2.2', folder: '' },
  '@scalar/galaxy': { version: '0.6.12', folder: 'dist' },
  'fastify-openapi-glue': { version: '4.11.4', folder: 'test' },
  'openapi-enforcer': { version: '1.23.0', folder: 'test-resources' },
  '@redocly/openapi-core': { version: '1.0.0-beta.100', folder: 'src' },
};

export async function fetchFixtures(): Promise<void> {
  const versions = Object.entries(packages).map(([name, { version }]) => [name, version] as const);
  await installPackages(fixtures, Object.fromEntries(versions));
}

/** By their path in node_modules. Of a document that is there as JSON and as YAML, the YAML. */
export async function fixtureNames(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [name, { folder }] of Object.entries(packages)) {
    const paths = await readdir(join(fixtures, 'node_modules', name, folder), { recursive: true });
    for (const path of paths.toSorted()) {
      const isTwin = path.endsWith('.json') && paths.includes(path.replaceAll('json', 'yaml'));
      const whole = join(name, folder, path);
      if (/\.(?:json|ya?ml)$/.test(path) && !isTwin && (await isOpenApi(whole))) found.push(whole);
    }
  }
  return found;
}

/** Not a part of a document, nor another kind of file, nor Swagger 2.0. */
async function isOpenApi(name: string): Promise<boolean> {
  try {
    const { openapi } = (await readSource(join(fixtures, 'node_modules', name))) as { readonly openapi?: unknown };
    return String(openapi).startsWith('3.');
  } catch {
    return false;
  }
}
