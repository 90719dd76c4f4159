import type { Member, NamedType, TypeNode } from '../build/type-node.js';
import { isIdentifier } from '../config/names.js';
import { printDoc } from './print-doc.js';

/** A type as TypeScript source. Prettier adds line breaks, except those in this text. */
export function printType(type: TypeNode): string {
  switch (type.kind) {
    case 'keyword':
      return type.name;
    case 'literal':
      return JSON.stringify(type.value);
    case 'other':
      return `(${type.name} & {})`;
    case 'named':
      return printNamed(type);
    case 'list':
      return `${type.readonly ? 'readonly ' : ''}${type.first ? printTuple(type.first, type.items) : `${inParentheses(type.items)}[]`}`;
    case 'object':
      return `{ ${[...type.members.map(printMember), ...indexOf(type.index)].join(' ')} }`;
    case 'union':
      return type.members.length === 0 ? 'never' : type.members.map(printType).join(' | ');
    case 'intersection':
      return type.members.map((member) => (isUnion(member) ? `(${printType(member)})` : printType(member))).join(' & ');
  }
}

function printNamed({ name, of, orFields }: NamedType): string {
  const type = of ? `${name}<${of.map(printType).join(', ')}>` : name;
  return orFields === undefined ? type : `${type} | ${orFields}`;
}

/** `name?: string | undefined;` */
export function printMember(member: Member): string {
  const doc = member.doc ? printDoc(member.doc) : '';
  const name = printName(member.name);
  const mark = `${member.isReadonly ? 'readonly ' : ''}${name}${member.isOptional ? '?' : ''}`;
  return `${doc}${doc === '' ? '' : '\n'}${mark}: ${printType(member.type)};`;
}

export function printName(name: string): string {
  return isIdentifier(name) ? name : JSON.stringify(name);
}

function printTuple(first: readonly TypeNode[], items: TypeNode): string {
  const isEnded = items.kind === 'keyword' && items.name === 'never';
  return `[${[...first.map(printType), ...(isEnded ? [] : [`...${inParentheses(items)}[]`])].join(', ')}]`;
}

function indexOf(index: TypeNode | undefined): string[] {
  return index ? [`[extra: string]: ${printType(index)};`] : [];
}

function inParentheses(items: TypeNode): string {
  const isCompound = isUnion(items) || items.kind === 'intersection' || (items.kind === 'list' && items.readonly);
  return isCompound ? `(${printType(items)})` : printType(items);
}

function isUnion(type: TypeNode): boolean {
  return type.kind === 'union' || (type.kind === 'named' && type.orFields !== undefined);
}
