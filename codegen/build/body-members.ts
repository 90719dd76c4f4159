import type { Member } from './type-node.js';
import { componentOf } from '../shape/shape.js';
import type { EndpointBody } from './endpoint.js';
import { orUndefined, type Types } from './types.js';

/** A body's arguments: its fields, or the body itself. */
export function bodyMembers(body: EndpointBody, types: Types): Member[] {
  if (body.from === 'fields') return types.members(body.fields, 'request', componentOf(body.shape));
  // Text that is not a string of the document.
  const isWritten = body.isUnwritten && body.shape.kind === 'union';
  const doc = { paragraphs: [`The request body${isWritten ? `, written as \`${body.mediaType}\`` : ''}.`] };
  const type = types.ofArgument(body.shape);
  return [{ name: 'body', type: body.isRequired ? type : orUndefined(type), isOptional: !body.isRequired, doc }];
}
