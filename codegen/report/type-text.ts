import { printType } from '../emit/print-type.js';
import type { TypeNode } from '../build/type-node.js';
import { isUndefined } from './union.js';
import { withoutDocs } from './type-walk.js';

/** A type in one line, for use in a sentence. */
export function typeText(type: TypeNode): string {
  const members = type.kind === 'union' ? type.members.filter((member) => !isUndefined(member)) : [type];
  const [only] = members;
  const shown: TypeNode = members.length === 1 && only ? only : { kind: 'union', members };
  const text = printType(withoutDocs(shown)).replaceAll('"', "'");
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

const longest = 120;
