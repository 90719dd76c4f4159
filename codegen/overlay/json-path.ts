import { JSONPathEnvironment, type JSONPathNode, type JSONValue } from 'json-p3';

/** The default limit of 50 is less than a document may be deep. */
const environment = new JSONPathEnvironment({ maxRecursionDepth: Infinity });

/** A location in a document. */
export interface Place {
  readonly value: unknown;
  /** The object or list that contains the value; the document itself has none. */
  readonly holder?: object;
  readonly key?: string | number;
}

/** A path that is not a query of JSONPath (RFC 9535). */
export class PathError extends Error {
  override readonly name = 'PathError';
}

/** The locations that a JSONPath query (RFC 9535) selects, each once. */
export function select(document: unknown, path: string): readonly Place[] {
  const places = new Map<string, Place>();
  for (const { value, location } of nodesAt(document as JSONValue, path)) {
    const key = location.at(-1);
    const holder = location.slice(0, -1).reduce<unknown>(childOf, document) as object;
    places.set(JSON.stringify(location), key === undefined ? { value } : { value, holder, key });
  }
  return [...places.values()];
}

function nodesAt(document: JSONValue, path: string): readonly JSONPathNode[] {
  try {
    return environment.query(path, document).nodes;
  } catch (error) {
    // Syntax, functions and regular expressions have errors of different classes.
    const reason = error instanceof Error ? error.message : String(error);
    throw new PathError(`"${path}" is not a JSONPath query (RFC 9535): ${reason}.`);
  }
}

function childOf(value: unknown, key: string | number): unknown {
  return (value as Readonly<Record<string, unknown>>)[key];
}
