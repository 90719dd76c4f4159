import type { Member, TypeNode } from './type-node.js';
import type { BodyChoice, Endpoint, EndpointBody } from './endpoint.js';
import { bodyMembers } from './body-members.js';
import { absent, hidesOwn, isAllOptional, newParams, withOwn, type Params } from './params.js';
import { orUndefined, type Types } from './types.js';

/** `params` as a union: the argument that names the media type decides which body the others are. */
export function paramsWithChoice(endpoint: Endpoint, choice: BodyChoice, own: readonly Member[], types: Types): Params {
  const alternatives = choice.bodies.map((body, at) => ({ body, isDefault: at === 0, type: typeOfBody(body, types) }));
  const keyOf = ({ type }: (typeof alternatives)[number]): string => JSON.stringify(type);
  const firsts = alternatives.filter(
    (one, at) => alternatives.findIndex((other) => keyOf(other) === keyOf(one)) === at,
  );
  const union = firsts.flatMap((first): TypeNode[] => {
    const { body, type } = first;
    const bodies = alternatives.filter((other) => keyOf(other) === keyOf(first));
    const hasDefault = bodies.some(({ isDefault }) => isDefault);
    const names = bodies.map((alternative) => nameType(alternative.body.mediaType));
    const members = [nameMember(choice, names, hasDefault), ...own];
    const whole = withOwn(type, members, false).type;
    // Without any field there is no body: what is required of it then is not missing.
    const mayLackBody =
      hasDefault && !body.isRequired && body.from === 'fields' && !isAllOptional(body.shape, types.shapes);
    if (!mayLackBody) return [whole];
    return [{ kind: 'object', members: [...members, ...body.fields.map(({ name }) => absent(name))] }, whole];
  });
  const isOptional =
    endpoint.body?.isRequired !== true &&
    own.every((member) => member.isOptional) &&
    !hidesOwn([...own, ...choice.bodies.flatMap(({ fields }) => fields)]);
  const [only] = union;
  const type: TypeNode = only && union.length === 1 ? only : { kind: 'union', members: union };
  const all = newParams(endpoint, { type, isOptional }, types.names);
  const about = `The body, of the media type that \`${choice.name}\` names.`;
  if (!all.params) return all;
  // The compiler takes a spread of `params` that may be undefined as one object with each field optional, not as a union.
  const args: Pick<NonNullable<Params['params']>, 'args'> = isOptional
    ? { args: { kind: 'named', name: 'Partial', of: [all.params.type] } }
    : {};
  return { ...all, params: { ...all.params, about, ...args } };
}

function typeOfBody(body: EndpointBody, types: Types): TypeNode {
  const members = bodyMembers(body, types);
  // Of a body whose fields are all of the server, nothing is an argument.
  const isWhole = body.from === 'fields' && (members.length > 0 || body.isOpen || body.fields.length === 0);
  return isWhole ? types.ofArgument(body.shape) : { kind: 'object', members };
}

function nameMember({ name, bodies }: BodyChoice, types: readonly TypeNode[], hasDefault: boolean): Member {
  const [only] = types;
  const type: TypeNode = only && types.length === 1 ? only : { kind: 'union', members: types };
  const which = bodies.some(({ isUnwritten }) => isUnwritten)
    ? 'the first that the client writes'
    : 'the first of the document';
  const doc = {
    words: 'The media type of the body.',
    paragraphs: [`The media type of the body. Default: \`${bodies[0]?.mediaType ?? ''}\`, ${which}.`],
  };
  return { name, type: hasDefault ? orUndefined(type) : type, isOptional: hasDefault, doc };
}

/** Of a range, the caller names one that is in it. */
function nameType(mediaType: string): TypeNode {
  return mediaType.includes('*') ? { kind: 'pattern', name: mediaType } : { kind: 'literal', value: mediaType };
}
