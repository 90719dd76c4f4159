import type { TypeModel } from '../model.js';
import type { Member, TypeNode } from './type-node.js';
import { pascalCase } from '../config/names.js';
import { componentOf, type Shape } from '../shape/shape.js';
import type { Shapes } from '../shape/shapes.js';
import { firstSentence, sentence } from './docs.js';
import type { Endpoint, EndpointBody } from './endpoint.js';
import type { TypeNames } from './type-names.js';
import type { Types } from './types.js';
import { withoutOptions } from './without-options.js';

/** The `params` of a method. */
export interface Params {
  readonly params?: {
    readonly type: TypeNode;
    /** What the transport takes, if it differs. */
    readonly args?: TypeNode;
    readonly isOptional: boolean;
    readonly about: string;
  };
  /** The declaration of the type, where no schema has it. */
  readonly newType?: TypeModel;
}

/** A type with these fields. */
export function paramsOfMembers(endpoint: Endpoint, members: readonly Member[], names: TypeNames): Params {
  if (members.length === 0) return {};
  const isOptional = members.every((member) => member.isOptional) && !hidesOwn(members);
  return newParams(endpoint, { type: { kind: 'object', members }, isOptional }, names);
}

/** The type of the body, if `params` has nothing else; otherwise a type that extends it with `own`. */
export function paramsWithBody(endpoint: Endpoint, body: EndpointBody, own: readonly Member[], types: Types): Params {
  const all = paramsOfBody(endpoint, body, own, types);
  const { params } = all;
  if (!params?.isOptional || isAllOptional(body.shape, types.shapes)) return all;
  // The compiler takes a spread of `params` that may be undefined as one object with each field optional, not as a union.
  return { ...all, params: { ...params, args: { kind: 'named', name: 'Partial', of: [params.type] } } };
}

function paramsOfBody(endpoint: Endpoint, body: EndpointBody, own: readonly Member[], types: Types): Params {
  const bodyType = types.ofArgument(body.shape);
  const isBodyOptional = !body.isRequired;
  // Without any field there is no body: what is required of it then is not missing.
  const mayLackBody = isBodyOptional && !isAllOptional(body.shape, types.shapes);
  const isOptional = isBodyOptional && own.every((member) => member.isOptional) && !hidesOwn([...own, ...body.fields]);
  if (own.length === 0 && bodyType.kind === 'named') {
    const about = firstSentence(types.shapes.schemaOf(componentOf(body.shape) ?? ''));
    return { params: { type: bodyType, isOptional, about } };
  }
  const isInterface = types.shapes.asObject(body.shape) !== undefined && !mayLackBody;
  if (own.length > 0 && mayLackBody) {
    const members: TypeNode[] = [
      { kind: 'object', members: [...own, ...body.fields.map(({ name }) => absent(name))] },
      { kind: 'intersection', members: [bodyType, { kind: 'object', members: own }] },
    ];
    return newParams(endpoint, { type: { kind: 'union', members }, isOptional }, types.names);
  }
  return newParams(endpoint, { ...withOwn(bodyType, own, isInterface), isOptional }, types.names);
}

export function absent(name: string): Member {
  return { name, type: { kind: 'keyword', name: 'undefined' }, isOptional: true };
}

/** Every object has a `constructor`, so `{}` is not assignable to an optional field of that name. */
export function hidesOwn(members: readonly { readonly name: string }[]): boolean {
  return members.some(({ name }) => name in Object.prototype);
}

export function withOwn(
  body: TypeNode,
  own: readonly Member[],
  isInterface: boolean,
): Pick<TypeModel, 'type' | 'extends'> {
  if (own.length === 0) return { type: body };
  if (body.kind === 'object') return { type: { ...body, members: [...own, ...body.members] } };
  const ownType: TypeNode = { kind: 'object', members: own };
  if (!isInterface) return { type: { kind: 'intersection', members: [body, ownType] } };
  if (body.kind !== 'named' || body.orFields === undefined) return { type: ownType, extends: [body] };
  const fields: TypeNode = { kind: 'named', name: body.orFields, from: 'types' };
  return { type: { ...ownType, index: { kind: 'keyword', name: 'unknown' } }, extends: [fields] };
}

interface NewParams extends Pick<TypeModel, 'type' | 'extends'> {
  readonly isOptional: boolean;
}

export function newParams({ name, pointer, source, id, home }: Endpoint, wanted: NewParams, names: TypeNames): Params {
  const { isOptional, ...type } = wanted;
  const typeName = names.add(home.config.params ?? `${pascalCase(name)}Params`, pointer);
  const isOpen = type.type.kind === 'object' && type.type.index !== undefined;
  const fields = isOpen ? names.add(`${typeName}Fields`, pointer) : undefined;
  // Those of the body's own type are kept out there.
  const fieldsExtend = type.type.kind === 'object' && !type.extends ? withoutOptions(type.type.members) : [];
  const doc = { paragraphs: [`Parameters of \`${id}\`: ${sentence(source.summary ?? 'see there')}`] };
  const about = type.type.kind === 'object' ? listOf(type.type.members) : '';
  return {
    params: {
      type: { kind: 'named', name: typeName, from: 'types', ...(fields !== undefined && { orFields: fields }) },
      isOptional,
      about,
    },
    newType: { name: typeName, doc, ...type, ...(fields !== undefined && { fields, fieldsExtend }) },
  };
}

function listOf(members: readonly Member[]): string {
  const names = members.map((member) => `\`${member.name}\``);
  return names.length < 2 ? `${names.join('')}.` : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}.`;
}

export function isAllOptional(shape: Shape, shapes: Shapes): boolean {
  const resolved = shapes.resolved(shape);
  if (resolved.kind === 'object') return resolved.fields.every((field) => !field.required);
  if (resolved.kind === 'intersection') return resolved.parts.every((part) => isAllOptional(part, shapes));
  return resolved.kind === 'union' && resolved.variants.some((variant) => isAllOptional(variant, shapes));
}
