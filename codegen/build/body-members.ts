import type { Member } from './type-node.js';
import { componentOf } from '../shape/shape.js';
import type { EndpointBody } from './endpoint.js';
import { orUndefined, type Types } from './types.js';

/** A body's arguments: its fields, or the body itself. */
export function bodyMembers(body: EndpointBody, types: Types): Member[] {
  if (body.from === 'fields') return types.members(body.fields, 'request', componentOf(body.shape));
  const doc = { paragraphs: ['The request body.'] };
  const type = types.ofArgument(body.shape);
  return [{ name: 'body', type: body.isRequired ? type : orUndefined(type), isOptional: !body.isRequired, doc }];
}
