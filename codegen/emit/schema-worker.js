// JavaScript, because a worker starts without tsx, and openapi-typescript loads twice as fast without it.
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

// An import would first search the nine megabytes of TypeScript for the names that it exports.
const require = createRequire(import.meta.url);
/** @type {typeof import('openapi-typescript')} */
const { default: openapiTypescript, astToString } = require('openapi-typescript');
/** @type {typeof import('typescript')} */
const ts = require('typescript');

const { document, style, maxFormatted, isMarked } = workerData;
const blob = ts.factory.createTypeReferenceNode('Blob');

const nodes = await openapiTypescript(document, {
  // Otherwise every request field with a default would be required.
  defaultNonNullable: false,
  // `{ type: object }` takes any object.
  emptyObjectsUnknown: true,
  readWriteMarkers: isMarked,
  silent: true,
  transform: (schema) => (schema.format === 'binary' ? blob : undefined),
});
const text = style.firstLine + astToString(nodes);
const isFormatted = style.options !== undefined && text.length <= maxFormatted;
// Imported late: not needed if the text stays as printed.
const formatted = isFormatted ? (await import('prettier')).format(text, JSON.parse(style.options)) : text;
parentPort?.postMessage(await formatted);
