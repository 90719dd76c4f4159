// JavaScript, because a worker starts without tsx, and openapi-typescript loads twice as fast without it.
import openapiTypescript, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { parentPort, workerData } from 'node:worker_threads';

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
