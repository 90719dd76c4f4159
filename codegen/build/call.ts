import type { Member, TypeNode } from './type-node.js';
import { bodyMembers } from './body-members.js';
import { paramsWithChoice } from './choice.js';
import { docOf, withDay, withReserved } from './docs.js';
import type { Endpoint, EndpointParameter } from './endpoint.js';
import { paramsOfMembers, paramsWithBody, type Params } from './params.js';
import { isReserved } from './styles.js';
import { orUndefined, type Types } from './types.js';

/** More path parameters than this are easier to read as named fields. */
const maxPositional = 3;

/** The signature of one operation: the leading parameters, then `params`. */
export interface Call extends Params {
  readonly positional: readonly Member[];
  /** All arguments as one flat record. */
  readonly argsType: TypeNode;
}

export function buildCall(endpoint: Endpoint, types: Types): Call {
  const names = positionalNames(endpoint);
  const own = endpoint.parameters.map((parameter) => memberOfParameter(parameter, types));
  const inBody = endpoint.body ? bodyMembers(endpoint.body, types) : [];
  const all = [...own, ...inBody];
  const positional = names.flatMap((name) => all.find((member) => member.name === name) ?? []);
  const isFree = (member: Member): boolean => !names.includes(member.name);
  const { body, choice } = endpoint;
  // Of a body whose fields are all of the server, nothing is an argument.
  const isBare = body !== undefined && body.fields.length > 0 && inBody.length === 0 && !body.isOpen;
  const isWholeBody = body?.from === 'fields' && !isBare && inBody.every(isFree);
  const params = choice
    ? paramsWithChoice(endpoint, choice, own.filter(isFree), types)
    : isWholeBody
      ? paramsWithBody(endpoint, body, own.filter(isFree), types)
      : paramsOfMembers(endpoint, all.filter(isFree), types.names);
  return { positional, ...params, argsType: argsTypeOf(positional, params.params?.args ?? params.params?.type) };
}

/** In the order of the path, which a reader knows; that of the list of parameters is an accident of the document. */
function positionalNames({ home, parameters, path }: Endpoint): readonly string[] {
  const inPath = parameters.filter(({ source }) => source.in === 'path');
  const placeOf = ({ source }: EndpointParameter): number => path.indexOf(`{${source.name}}`);
  const names = inPath.toSorted((left, right) => placeOf(left) - placeOf(right)).map(({ name }) => name);
  return home.config.positional ?? (names.length > maxPositional ? [] : names);
}

function memberOfParameter({ name, source, schema, shape }: EndpointParameter, types: Types): Member {
  const plain = types.of(shape, 'request');
  // A `Date` is taken by its shape, unless the same type is received too.
  const isTaken = plain.kind !== 'named' && plain.kind !== 'keyword';
  const type: TypeNode =
    schema.format === 'date-time' && !isTaken
      ? { kind: 'union', members: [plain, { kind: 'named', name: 'Date' }] }
      : plain;
  const description = source.description ?? schema.description;
  const deprecated = source.deprecated ?? schema.deprecated ?? false;
  const own = docOf({ ...schema, deprecated, ...(description === undefined ? {} : { description }) });
  const described = types.takesDay(shape) ? withDay(own) : own;
  const doc = isReserved(source) ? withReserved(described) : described;
  const isOptional = source.in !== 'path' && source.required !== true;
  return { name, type: isOptional ? orUndefined(type) : type, isOptional, doc };
}

function argsTypeOf(positional: readonly Member[], params: TypeNode | undefined): TypeNode {
  const members = positional.map(({ name, type, isOptional }): Member => ({
    name,
    type,
    isOptional,
    isReadonly: true,
  }));
  const parts: TypeNode[] = [
    ...(params ? [params] : []),
    ...(members.length > 0 ? [{ kind: 'object', members } as const] : []),
  ];
  const [first, second] = parts;
  if (!first) return noArguments;
  return second ? { kind: 'intersection', members: parts } : first;
}

const noArguments: TypeNode = {
  kind: 'named',
  name: 'Record',
  of: [
    { kind: 'keyword', name: 'string' },
    { kind: 'keyword', name: 'never' },
  ],
};
