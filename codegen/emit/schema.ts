import type { Spec } from '../read/spec.js';
import { Stop } from '../read/stop.js';
import type { Cache } from './cache.js';
import { formatted } from './format.js';
import { makersOf } from './makers.js';
import { schemaDocument } from './schema-document.js';
import { styleOf } from './style.js';
import { prettierThread, typescriptThread } from './thread.js';

const makers = makersOf(['openapi-typescript', 'typescript'], ['typescript-worker.js']);

interface SchemaExtras {
  readonly schema: boolean;
  readonly format: boolean;
  readonly marks: boolean;
}

/** A text that is being made. */
export interface Making {
  readonly text: Promise<string>;
}

/**
 * `schema.ts`: the types of openapi-typescript, with wire names. In a thread, because it takes as long as all else: the
 * thread is at work when this is resolved.
 */
export async function startSchema(
  spec: Spec,
  { schema, format, marks }: SchemaExtras,
  cache: Cache,
): Promise<Making | undefined> {
  if (!schema) return undefined;
  const { firstLine, options } = await styleOf(spec.file, format);
  const document = schemaDocument(spec);
  // The marks bring types of their own, which no other document needs.
  const isMarked = marks && /"(?:readOnly|writeOnly)":true/.test(document);
  const parts = [await makers(), String(isMarked), document];
  const known = await cache.find(parts);
  // Everything else is probably not known either.
  if (known === undefined && options !== undefined) prettierThread.start();
  const types =
    known === undefined
      ? typesOf({ document, isMarked }, spec).then((text) => cache.keep(parts, text))
      : Promise.resolve(known);
  const text = types.then((own) =>
    options === undefined ? firstLine + own : formatted(firstLine + own, options, cache),
  );
  // What the model stops at comes first.
  text.catch(() => undefined);
  return { text };
}

async function typesOf(input: { readonly document: string; readonly isMarked: boolean }, { file }: Spec) {
  try {
    return (await typescriptThread.ask({ task: 'schema', ...input })) as string;
  } catch (error) {
    const { message } = error as Error;
    const [, pointer = ''] = /(#\/\S*)/.exec(message) ?? [];
    const reason = `openapi-typescript can't read the document: ${message}`;
    throw new Stop(`${file}${pointer || '#'}`, reason, 'Correct what it names.');
  }
}
