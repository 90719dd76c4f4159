import type { Member, NamedType, TypeNode } from '../build/type-node.js';
import { isIdentifier } from '../config/names.js';
import { around, flat, group, type Commented, type Layout } from './layout.js';
import { printDoc } from './print-doc.js';
import { quoted } from './quote.js';

/** A type as TypeScript source, in one line. */
export function printType(type: TypeNode): string {
  return flat(typeLayout(type));
}

/** A type as TypeScript source. */
export function typeLayout(type: TypeNode): Layout {
  switch (type.kind) {
    case 'keyword':
      return type.name;
    case 'literal':
      return typeof type.value === 'string' ? quoted(type.value) : JSON.stringify(type.value);
    case 'pattern':
      return `\`${type.name.replaceAll('*', '${string}')}\``;
    case 'other':
      return `(${type.name} & {})`;
    case 'named':
      return namedLayout(type);
    case 'list':
      return around(
        type.readonly ? 'readonly ' : '',
        type.first ? tupleLayout(type.first, type.items) : around('', inParentheses(type.items), '[]'),
      );
    case 'object':
      return group('members', ['{', '}'], [...type.members.map(memberLayout), ...indexOf(type.index)]);
    case 'union':
      return type.members.length === 0 ? 'never' : unionLayout(type.members.map(unionMember));
    case 'intersection':
      return joined(
        'intersection',
        type.members.map((member) => (isUnion(member) ? around('(', typeLayout(member), ')') : typeLayout(member))),
      );
  }
}

function unionMember(type: TypeNode, _: number, { length }: readonly TypeNode[]): Layout {
  const isCompound = type.kind === 'intersection' && type.members.length > 1 && length > 1;
  return isCompound ? around('(', typeLayout(type), ')') : typeLayout(type);
}

/** `{ … } | null` stays together. */
function unionLayout(members: readonly Layout[]): Layout {
  const isPair = members.length === 2 && members.some((member) => typeof member === 'string' && member.length < 10);
  return joined(isPair ? 'pair' : 'union', members);
}

function joined(shape: 'intersection' | 'pair' | 'union', members: readonly Layout[]): Layout {
  const [only] = members;
  return members.length === 1 && only !== undefined ? only : group(shape, ['', ''], members);
}

function namedLayout({ name, of, orFields }: NamedType): Layout {
  const type = of ? group(of.length > 1 ? 'generic' : 'call', [`${name}<`, '>'], of.map(typeLayout)) : name;
  return orFields === undefined ? type : unionLayout([type, orFields]);
}

/** `name?: string | undefined` */
function memberLayout(member: Member): Layout | Commented {
  const comment = member.doc ? printDoc(member.doc) : '';
  const mark = `${member.isReadonly ? 'readonly ' : ''}${printName(member.name)}${member.isOptional ? '?' : ''}`;
  const layout = around(`${mark}: `, typeLayout(member.type));
  return comment === '' ? layout : { comment, layout };
}

export function printName(name: string): string {
  return isIdentifier(name) ? name : quoted(name);
}

function tupleLayout(first: readonly TypeNode[], items: TypeNode): Layout {
  const isEnded = items.kind === 'keyword' && items.name === 'never';
  const rest = isEnded ? [] : [around('...', inParentheses(items), '[]')];
  return group('call', ['[', ']'], [...first.map(typeLayout), ...rest]);
}

function indexOf(index: TypeNode | undefined): Layout[] {
  return index ? [around('[extra: string]: ', typeLayout(index))] : [];
}

function inParentheses(items: TypeNode): Layout {
  const isCompound = isUnion(items) || items.kind === 'intersection' || (items.kind === 'list' && items.readonly);
  return isCompound ? around('(', typeLayout(items), ')') : typeLayout(items);
}

function isUnion(type: TypeNode): boolean {
  return type.kind === 'union' || (type.kind === 'named' && type.orFields !== undefined);
}
