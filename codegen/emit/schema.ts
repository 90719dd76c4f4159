import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { Spec } from '../read/spec.js';
import { Stop } from '../read/stop.js';
import type { Cache } from './cache.js';
import { schemaDocument } from './schema-document.js';
import { maxFormatted, versionOf, type Style } from './style.js';

const workerUrl = new URL('schema-worker.js', import.meta.url);

/**
 * `schema.ts`: the types of openapi-typescript, with wire names. In a worker, because loading it takes as long as
 * everything else.
 */
export async function schemaText(
  spec: Spec,
  { style, areMarked }: { readonly style: Style; readonly areMarked: boolean },
  cache: Cache,
): Promise<string> {
  const document = schemaDocument(spec);
  // The marks bring types of their own, which no other document needs.
  const isMarked = areMarked && /"(?:readOnly|writeOnly)":true/.test(document);
  const versions = ['openapi-typescript', 'typescript', 'prettier'].map(versionOf);
  const parts = [
    await readFile(workerUrl, 'utf8'),
    ...versions,
    style.firstLine,
    style.options ?? '',
    String(isMarked),
    document,
  ];
  return cache.text(parts, () => runWorker({ document, style, maxFormatted, isMarked }, spec));
}

function runWorker(workerData: object, { file }: Spec): Promise<string> {
  return new Promise((resolve, reject) => {
    // Its output is suppressed: the stop contains the message.
    const worker = new Worker(workerUrl, { workerData, execArgv: [], stdout: true, stderr: true });
    worker.once('message', resolve);
    worker.once('error', (error) => {
      const [, pointer = ''] = /(#\/\S*)/.exec(error.message) ?? [];
      const reason = `openapi-typescript can't read the document: ${error.message}`;
      reject(new Stop(`${file}${pointer || '#'}`, reason, 'Correct what it names.'));
    });
  });
}
