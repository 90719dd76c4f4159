import { publicName } from '../config/names.js';
import { isToken } from '../config/token.js';
import type { ParameterObject, Schema } from '../read/openapi.js';
import type { Shapes } from '../shape/shapes.js';
import { isReference, type Spec } from '../read/spec.js';
import { Stop } from '../read/stop.js';
import type { EndpointParameter } from './endpoint.js';
import type { Location } from './locations.js';
import { parametersOf, undeclaredIn } from './path-variables.js';
import { withoutQueryVariables } from './sent-path.js';

/** OpenAPI ignores header parameters with these names. */
const ignoredHeaders = ['accept', 'content-type', 'authorization'];

/** The styles that the SDK implements, by location. */
const styles: Readonly<Record<string, readonly string[]>> = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form'],
};

/** With a string for each variable of the path that is not declared. */
export function declaredParameters(location: Location, { spec }: Shapes): readonly ParameterObject[] {
  const declared = parametersOf(location, spec).filter((parameter) => !isIgnored(parameter, spec));
  const missing = undeclaredIn(location, spec).map((name): ParameterObject => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  return [...declared, ...missing];
}

/** The parameters with their public names, in document order. */
export function buildParameters(
  sources: readonly ParameterObject[],
  location: Location,
  shapes: Shapes,
): EndpointParameter[] {
  const names = publicNames(sources, location.source.requestBody !== undefined, shapes);
  const parameters = sources.map((source) => buildParameter(source, names.get(source) ?? source.name, shapes));
  return withoutQueryVariables(location, parameters);
}

function buildParameter(source: ParameterObject, name: string, shapes: Shapes): EndpointParameter {
  checkPlace(source, shapes.spec.pointerOf(source));
  checkStyle(source.in, source.style, shapes.spec.pointerOf(source));
  const schema = source.schema ?? Object.values(source.content ?? {})[0]?.schema ?? {};
  // What it refers to describes it, in what it does not say itself.
  const target = isReference(schema) ? shapes.spec.resolve<Schema>(schema) : {};
  return { name, source, schema: { ...target, ...schema }, shape: shapes.of(schema) };
}

/** `id` in the path and `id` in the query are two parameters: the second is `queryId`. */
function publicNames(
  sources: readonly ParameterObject[],
  hasBody: boolean,
  { spec }: Shapes,
): ReadonlyMap<ParameterObject, string> {
  const owners = new Map<string, ParameterObject>();
  const names = new Map<ParameterObject, string>();
  for (const source of Object.keys(styles).flatMap((place) => sources.filter((candidate) => candidate.in === place))) {
    const plain = publicName(source.name);
    const owner = owners.get(plain);
    const isTaken = owner !== undefined || (hasBody && plain === 'body');
    const name = isTaken ? publicName(`${source.in}_${source.name}`) : plain;
    const other = owners.get(name) ?? (owner?.in === source.in ? owner : undefined);
    if (other) {
      const reason = `The parameters "${other.name}" and "${source.name}" would both be \`${plain}\`.`;
      throw new Stop(spec.pointerOf(source), reason, 'Keep one of them in the document.');
    }
    owners.set(name, source);
    names.set(source, name);
  }
  return names;
}

function checkPlace({ in: place }: ParameterObject, pointer: string): void {
  if (styles[place]) return;
  const fix = 'Use path, query, header or cookie; declare a body as requestBody.';
  throw new Stop(pointer, `"${place}" is not a valid parameter location.`, fix);
}

/** Whether the SDK implements this style at this location. */
export function checkStyle(place: string, style: string | undefined, pointer: string): void {
  const known = styles[place] ?? [];
  if (style === undefined || known.includes(style)) return;
  const reason = `The style "${style}" is not supported in the ${place}.`;
  throw new Stop(pointer, reason, `Use one of: ${known.join(', ')}.`);
}

/** A header that `fetch` refuses for its name is never sent; where it is required, no call is valid. */
function isIgnored(parameter: ParameterObject, spec: Spec): boolean {
  const { in: place, name, required } = parameter;
  if (place !== 'header') return false;
  if (isToken(name)) return ignoredHeaders.includes(name.toLowerCase());
  if (required !== true) return true;
  throw new Stop(spec.pointerOf(parameter), `"${name}" can't be the name of a header.`, 'Correct the name.');
}
