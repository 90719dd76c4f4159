import type { TypeModel } from '../model.js';
import type { TypeNode } from './type-node.js';
import { pascalCase } from '../config/names.js';
import { isAny } from './answer-model.js';
import { docOf } from './docs.js';
import type { Endpoint, EventReader } from './endpoint.js';
import type { Shape } from '../shape/shape.js';
import { orUndefined, type Types } from './types.js';

export interface AnswerType {
  /** Without streaming. */
  readonly plainType: TypeNode;
  /** With streaming. */
  readonly eventsType?: TypeNode;
  /** The declaration of `plainType`, where no schema has it. */
  readonly newType?: TypeModel;
}

export function answerTypeOf(endpoint: Endpoint, types: Types): AnswerType {
  const { as, shape, stream, read, isOptional, texts } = endpoint.answer;
  if (as === 'nothing') return { plainType: { kind: 'keyword', name: 'void' } };
  if (as === 'bytes') {
    const bytes: TypeNode = { kind: 'named', name: 'Bytes', from: 'operation' };
    const type: TypeNode = texts ? { kind: 'union', members: [{ kind: 'keyword', name: 'string' }, bytes] } : bytes;
    return { plainType: isOptional ? orUndefined(type) : type };
  }
  if (as === 'events') return { plainType: streamOf(read, shape, types) };
  const plain = types.of(as === 'page' ? types.shapes.resolved(shape) : shape, 'answer');
  if (as === 'page') return { plainType: pageOf(plain) };
  const { type, newType } = plain.kind === 'object' ? named(endpoint, plain, types) : { type: plain };
  const isPartial = isOptional && types.shapes.asObject(shape)?.fields.some((field) => field.required) === true;
  const isMissing = isOptional && as === 'json' && isAny(endpoint.answer, types.shapes);
  return {
    plainType: isPartial ? { kind: 'named', name: 'Partial', of: [type] } : isMissing ? orUndefined(type) : type,
    ...(newType ? { newType } : {}),
    ...(stream ? { eventsType: streamOf(stream.read, stream.shape, types) } : {}),
  };
}

function pageOf(list: TypeNode): TypeNode {
  return { kind: 'named', name: 'Page', from: 'page', of: list.kind === 'list' ? [list.items] : [] };
}

function streamOf(read: EventReader | undefined, shape: Shape, types: Types): TypeNode {
  const event: TypeNode =
    read === 'plain' ? { kind: 'named', name: 'ServerSentEvent', from: 'operation' } : types.of(shape, 'answer');
  return { kind: 'named', name: 'EventStream', from: 'operation', of: [event] };
}

/** An inline object gets a named type, so that callers can refer to it. */
function named(
  { name, pointer, source, id }: Endpoint,
  type: TypeNode,
  types: Types,
): { type: TypeNode; newType: TypeModel } {
  const typeName = types.names.add(`${pascalCase(name)}Result`, pointer);
  const doc = docOf({ description: `Response of \`${id}\`${source.summary ? `: ${source.summary}` : ''}` });
  return { type: { kind: 'named', name: typeName, from: 'types' }, newType: { name: typeName, doc, type } };
}
