import type { ServerConfig } from '../config/config-types.js';
import { withNumber } from '../config/distinct-names.js';
import { sendableTypes } from './formless.js';
import { formOf, inUtf8, isEncoded, isForm, rawShape } from './media-types.js';
import { withRawParts } from './raw-parts.js';
import { mayHoldOthers } from './shape-kinds.js';
import type { BodyChoice, Endpoint, EndpointBody, EndpointParameter } from './endpoint.js';
import type { MediaType, RequestBody } from '../read/openapi.js';
import type { Shape } from '../shape/shape.js';
import type { Shapes } from '../shape/shapes.js';

interface Context {
  readonly parameters: readonly EndpointParameter[];
  readonly server: ServerConfig;
  /** Whether the document alone decides which fields are sent. */
  readonly isForeign: boolean;
  readonly shapes: Shapes;
}

/**
 * The request bodies of an operation, one for each media type. The first of the document is the default, unless its
 * caller would have to write what another one is written from by the client: XML of an object, beside JSON of it.
 */
export function bodiesOf(source: RequestBody, context: Context): readonly EndpointBody[] {
  const bodies = sendableTypes(source, context.shapes.spec).map((declared) => bodyOf(source, declared, context));
  // `*/*` may be the JSON that is declared too.
  const own = bodies.filter(({ mediaType }, at) => bodies.findIndex((other) => other.mediaType === mediaType) === at);
  return [...own.filter((body) => !body.isUnwritten), ...own.filter((body) => body.isUnwritten)];
}

/** The name of the argument that takes one of the media types; undefined if there is nothing to choose. */
export function choiceOf(bodies: readonly EndpointBody[], { parameters, shapes }: Context): BodyChoice | undefined {
  if (bodies.length < 2 && !bodies.some(({ mediaType }) => mediaType.includes('*'))) return undefined;
  const fields = bodies.flatMap((body) =>
    body.from === 'value'
      ? 'body'
      : shapes.objectsIn(body.shape).flatMap((object) => object.fields.map(({ name }) => name)),
  );
  const taken = new Set([...fields, ...parameters.map(({ name }) => name)]);
  // A field of the API's own keeps its name.
  const isFree = (name: string): boolean => !taken.has(name);
  return { name: choiceNames.find(isFree) ?? withNumber(choiceNames[0], isFree), bodies };
}

const choiceNames = ['contentType', 'mediaType', 'requestContentType', 'requestMediaType'] as const;

/** Where the document names a charset that the client does not write. */
export function notesOnCharsets(endpoints: readonly Endpoint[]): readonly string[] {
  return endpoints.flatMap(({ body, choice, sent, path }) =>
    [choice?.bodies ?? body ?? []]
      .flat()
      .filter(({ mediaType, content }) => inUtf8(mediaType) !== mediaType && inUtf8(content) === content)
      .map(({ mediaType }) => `bodies: ${sent} ${path} is sent in UTF-8, and says so, in place of "${mediaType}".`),
  );
}

/** Where the argument that chooses has another name than usual. */
export function notesOnChoices(endpoints: readonly Endpoint[]): readonly string[] {
  return endpoints.flatMap(({ choice, sent, path }) => {
    if (!choice || choice.name === choiceNames[0]) return [];
    const why = `\`${choiceNames[0]}\` is a field or a parameter of it.`;
    return [`names: ${sent} ${path} takes the media type of its body as \`${choice.name}\`: ${why}`];
  });
}

/** The body of a media type, and whether its fields can be parameters of their own. */
function bodyOf(
  source: RequestBody,
  [declared, media]: readonly [string, MediaType],
  { parameters, server, isForeign, shapes }: Context,
): EndpointBody {
  const whole = shapes.of(media.schema);
  const named = contentOf(declared, whole, shapes);
  const isBytes = !isEncoded(named) && rawShape(named, shapes.resolved(whole)).kind === 'binary';
  const content = isBytes ? named : inUtf8(named);
  const shape = isEncoded(content)
    ? withRawParts(isForm(content) ? media : {}, whole, shapes)
    : rawShape(content, shapes.resolved(whole));
  const object = shapes.asObject(shape);
  const names = new Set(parameters.map((parameter) => parameter.name));
  const from = isEncoded(content) && isMadeOfFields(shape, names, shapes) ? 'fields' : 'value';
  return {
    mediaType: isJsonRange(declared, whole, shapes) ? 'application/json' : declared,
    content,
    media,
    shape,
    isRequired: source.required ?? false,
    isUnwritten: !isEncoded(content) && mayHoldOthers(whole, shapes),
    from,
    fields: from === 'fields' ? (object?.fields ?? []) : [],
    hasExtras: from === 'fields' && server.extras === true && object?.extra !== undefined,
    isOpen: from === 'fields' && (server.extras ?? isForeign) && object?.extra !== undefined,
  };
}

/** Document generators write a wildcard range for an unknown media type: it means JSON, unless the body is a plain string. */
export function isJsonRange(contentType: string, shape: Shape, shapes: Shapes): boolean {
  if (contentType !== '*/*' && contentType !== 'application/*') return false;
  return !['string', 'binary', 'unknown'].includes(shapes.resolved(shape).kind);
}

/** The media type to send: a form with parts sets its own boundary; of a range, it is that of the file (`''`). */
function contentOf(declared: string, shape: Shape, shapes: Shapes): string {
  if (isJsonRange(declared, shape, shapes)) return 'application/json';
  if (formOf(declared) === 'multipart/form-data') return 'multipart/form-data';
  // As the SDK compares it; its parameters may be case-sensitive.
  return declared.includes('*') ? '' : declared.replace(/^[^;]*/, (type) => type.toLowerCase());
}

/** Of a response: JSON first, then forms, then text, then the rest: the order of keys in the document is ignored. */
export function inOrder(content: Readonly<Record<string, MediaType>>): [string, MediaType][] {
  const kinds = [
    /^application\/json\s*(;|$)/i,
    /[/+]json\s*(;|$)/i,
    /^multipart\/form-data/,
    /x-www-form-urlencoded/,
    /^text\//,
  ];
  const rank = (type: string): number =>
    (kinds.findIndex((kind) => kind.test(type)) + kinds.length + 1) % (kinds.length + 1);
  return Object.entries(content).toSorted(([left], [right]) => rank(left) - rank(right) || (left < right ? -1 : 1));
}

/** An object, or a union of objects, without a field that has the name of a parameter. */
function isMadeOfFields(shape: Shape, taken: ReadonlySet<string>, shapes: Shapes): boolean {
  const resolved = shapes.resolved(shape);
  switch (resolved.kind) {
    case 'object':
      return resolved.fields.length > 0 && resolved.fields.every((field) => !taken.has(field.name));
    case 'union':
      return resolved.variants.every((variant) => isMadeOfFields(variant, taken, shapes));
    case 'intersection':
      return resolved.parts.every((part) => isMadeOfFields(part, taken, shapes));
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
    case 'unknown':
    case 'never':
    case 'binary':
    case 'literals':
    case 'list':
      return false;
  }
}
