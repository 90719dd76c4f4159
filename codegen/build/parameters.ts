import { compareText, withNumber } from '../config/distinct-names.js';
import { publicName } from '../config/names.js';
import { isToken } from '../config/token.js';
import type { ParameterObject, Schema } from '../read/openapi.js';
import type { Shape } from '../shape/shape.js';
import type { Shapes } from '../shape/shapes.js';
import { isReference, type Spec } from '../read/spec.js';
import { Stop } from '../read/stop.js';
import type { EndpointParameter } from './endpoint.js';
import type { Location } from './locations.js';
import { isForm, isJson } from './media-types.js';
import { parametersOf, undeclaredIn } from './path-variables.js';
import { withoutQueryVariables } from './sent-path.js';
import { mayHoldOthers } from './shape-kinds.js';

/** OpenAPI ignores header parameters with these names. */
const ignoredHeaders = ['accept', 'content-type', 'authorization'];

/** The styles that the SDK implements, by location. */
const styles: Readonly<Record<string, readonly string[]>> = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  querystring: [],
  header: ['simple'],
  cookie: ['form', 'cookie'],
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

interface Naming {
  readonly location: Location;
  /** The public names of the config, by names on the wire. */
  readonly given: Readonly<Record<string, string>>;
  readonly shapes: Shapes;
}

/** The parameters with their public names, in document order. */
export function buildParameters(sources: readonly ParameterObject[], naming: Naming): EndpointParameter[] {
  checkQuerystring(sources, naming.shapes.spec);
  const names = publicNames(sources, naming);
  const parameters = sources.map((source) => buildParameter(source, names.get(source) ?? source.name, naming.shapes));
  return withoutQueryVariables(naming.location, parameters);
}

function buildParameter(source: ParameterObject, name: string, shapes: Shapes): EndpointParameter {
  checkPlace(source, shapes.spec.pointerOf(source));
  checkStyle(source.in, source.style, shapes.spec.pointerOf(source));
  const schema = source.schema ?? Object.values(source.content ?? {})[0]?.schema ?? {};
  // What it refers to describes it, in what it does not say itself.
  const target = isReference(schema) ? shapes.spec.resolve<Schema>(schema) : {};
  const shape = isUnwritten(source, shapes.of(schema), shapes) ? { kind: 'string' as const } : shapes.of(schema);
  return { name, source, schema: { ...target, ...schema }, shape };
}

/** An object as XML, or as another type that the client can't write: its caller writes the text. */
function isUnwritten({ in: place, content = {} }: ParameterObject, shape: Shape, shapes: Shapes): boolean {
  const [type] = Object.keys(content);
  if (type === undefined || isJson(type) || (place === 'querystring' && isForm(type))) return false;
  return mayHoldOthers(shape, shapes);
}

/**
 * `id` in the path and `id` in the query are two parameters: the second is `queryId`. Of `user_id` and `userId` in one
 * place the first keeps its name on the wire, as fields do.
 */
function publicNames(sources: readonly ParameterObject[], naming: Naming): ReadonlyMap<ParameterObject, string> {
  const { location, shapes } = naming;
  const names = givenNames(sources, naming);
  const taken = new Set([...names.values(), ...(location.source.requestBody === undefined ? [] : ['body'])]);
  const isFree = (name: string): boolean => !taken.has(name);
  for (const place of Object.keys(styles)) {
    const own = sources.filter((source) => source.in === place && !names.has(source));
    const byName = new Map<string, ParameterObject[]>();
    for (const source of own) {
      const same = byName.get(publicName(source.name));
      if (same) same.push(source);
      else byName.set(publicName(source.name), [source]);
    }
    // The list of parameters has no order that means anything.
    for (const source of own.toSorted((left, right) => compareText(left.name, right.name))) {
      const plain = publicName(source.name);
      const others = (byName.get(plain) ?? []).filter((other) => other !== source);
      const isKept = others.length > 0 && source.name !== plain;
      const wanted = isKept ? [source.name, `${place}_${source.name}`] : [plain, publicName(`${place}_${source.name}`)];
      const name = wanted.find(isFree) ?? withNumber(wanted[0] ?? plain, isFree);
      taken.add(name);
      names.set(source, name);
      const [other] = [...others.filter((each) => each.name === plain), ...others];
      if (isKept && other) shapes.collisions.add(doubled(source, other, naming), `the former is \`${name}\``);
    }
  }
  return names;
}

function givenNames(sources: readonly ParameterObject[], naming: Naming): Map<ParameterObject, string> {
  // A parameter may be called `constructor`.
  const given = new Map(Object.entries(naming.given));
  const names = new Map<ParameterObject, string>();
  for (const source of sources) {
    const name = given.get(`${source.in} ${source.name}`) ?? given.get(source.name);
    if (name === undefined) continue;
    const [other] = [...names].find(([, known]) => known === name) ?? [];
    if (other) {
      const { pointer, reason, fix } = doubled(source, other, naming, name);
      throw new Stop(pointer, reason, fix);
    }
    names.set(source, name);
  }
  return names;
}

function doubled(
  source: ParameterObject,
  other: ParameterObject,
  { location, shapes }: Naming,
  wanted = publicName(source.name),
): Pick<Stop, 'pointer' | 'reason' | 'fix'> {
  return {
    pointer: shapes.spec.pointerOf(source),
    reason: `The parameters "${source.name}" and "${other.name}" would both be \`${wanted}\`.`,
    fix: `Name one of them under \`parameters\`, "${location.id}" in the config, or keep one of them in the document.`,
  };
}

function checkPlace({ in: place }: ParameterObject, pointer: string): void {
  if (styles[place]) return;
  const fix = 'Use path, query, querystring, header or cookie; declare a body as requestBody.';
  throw new Stop(pointer, `"${place}" is not a valid parameter location.`, fix);
}

/** A parameter of OpenAPI 3.2 that is the whole query. */
function checkQuerystring(sources: readonly ParameterObject[], spec: Spec): void {
  const [whole, second] = sources.filter((source) => source.in === 'querystring');
  if (!whole) return;
  const stop = (source: ParameterObject, reason: string, fix: string): Stop =>
    new Stop(spec.pointerOf(source), `"${source.name}" ${reason}`, fix);
  const other = second ?? sources.find((source) => source.in === 'query');
  if (other) {
    const fix = `Declare "${other.name}" as a field of "${whole.name}", or each field as a parameter in the query.`;
    throw stop(other, `can't be sent beside "${whole.name}", which is the whole query.`, fix);
  }
  const media = Object.values(whole.content ?? {});
  if (media.length !== 1 || whole.schema !== undefined || whole.style !== undefined) {
    throw stop(whole, 'is the whole query, of one media type.', 'Declare its `content`, with one media type.');
  }
  if (media[0]?.encoding !== undefined) {
    throw stop(whole, 'has an `encoding`, which is not supported in the query.', 'Declare each field in the query.');
  }
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
