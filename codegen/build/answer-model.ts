import type { AnswerModel } from '../model.js';
import type { Shape } from '../shape/shape.js';
import type { Shapes } from '../shape/shapes.js';
import type { Codecs } from './codecs.js';
import type { Endpoint, EndpointAnswer } from './endpoint.js';
import type { Types } from './types.js';

/** How the response is decoded. */
export function buildAnswer(
  { id, answer, home }: Endpoint,
  { config, shapes, numbers: numberPaths }: Types,
  codecs: Codecs,
): AnswerModel {
  const { as, shape, content, isOptional, stream, read, texts, holdsJson, holdsXml } = answer;
  const codec = codecs.of(shape);
  if (as === 'events') return { as: 'json', stream: { ...(read ? { read } : {}), ...(codec ? { codec } : {}) } };
  const eventCodec = stream && codecs.of(stream.shape);
  // What may be a stream is decoded as fast as possible, and alike in both forms.
  const numbers = ['json', 'envelope', 'page'].includes(as) && !stream ? numberPaths.of(shape) : [];
  const text = config.textAnswers?.[id];
  const bareList = config.bareLists?.[id];
  const result = config.results?.[id];
  return {
    as,
    ...(content === '' ? {} : { content }),
    ...(texts ? { texts } : {}),
    ...(holdsJson === true ? { json: true } : {}),
    ...(holdsXml === true ? { read: 'xml' as const } : {}),
    ...(codec ? { codec } : {}),
    ...(numbers.length > 0 ? { numbers } : {}),
    ...(text === undefined ? {} : { text }),
    ...(bareList === undefined ? {} : { list: bareList }),
    ...(result === undefined ? {} : { result }),
    ...(as === 'envelope' && shapes.resolved(shape).kind === 'list' ? { list: true } : {}),
    ...(isOptional && (as === 'json' || as === 'envelope' || as === 'bytes') ? { optional: true } : {}),
    ...(as === 'json' && isAny(answer, shapes) ? { any: true } : {}),
    ...(as === 'envelope' && !isOptional && isAny(answer, shapes) ? { any: true } : {}),
    ...(as === 'json' && result === undefined && mayTell(shape, shapes) ? { tells: true } : {}),
    ...(as === 'page' && home.config.paging ? { paging: home.config.paging } : {}),
    ...(stream
      ? {
          stream: {
            when: stream.when,
            ...(stream.read ? { read: stream.read } : {}),
            ...(eventCodec ? { codec: eventCodec } : {}),
          },
        }
      : {}),
  };
}

/** Whether the response may be something other than an object: a string, a number, null, or no value. */
export function isAny({ shape, isOptional }: Pick<EndpointAnswer, 'shape' | 'isOptional'>, shapes: Shapes): boolean {
  return isOptional ? shapes.asObject(shape) === undefined : !holdsFields(shape, shapes);
}

/**
 * Whether the document itself has a response with the marks of an error and without any other field that is required: it
 * would be taken for the error of a proxy.
 */
function mayTell(shape: Shape, shapes: Shapes): boolean {
  return shapes
    .objectsIn(shape)
    .some(
      ({ fields }) =>
        fields.some(({ wire }) => errorMarks.has(wire)) &&
        fields.every(({ wire, required }) => !required || errorWords.test(wire)),
    );
}

/** As `errorAlone` in core/errors/error-body.ts reads them. */
const errorMarks: ReadonlySet<string> = new Set(['error', 'errors', 'success', 'ok']);
const errorWords =
  /^_*(error_*)?(message|msg|detail|description|errors?|s|reason|failure_*reason|status_*message|title|fault|fault_*string|issues|details|success|ok|code|status_*code|type|param|meta|request_*id|timestamp|path)_*$/i;

function holdsFields(shape: Shape, shapes: Shapes): boolean {
  const resolved = shapes.resolved(shape);
  switch (resolved.kind) {
    case 'object':
    case 'list':
      return true;
    case 'union':
      return resolved.variants.every((variant) => holdsFields(variant, shapes));
    case 'intersection':
      return resolved.parts.some((part) => holdsFields(part, shapes));
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
    case 'unknown':
    case 'never':
    case 'binary':
    case 'literals':
      return false;
  }
}
