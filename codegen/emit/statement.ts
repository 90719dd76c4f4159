import type { Doc } from '../build/type-node.js';
import type { Layout } from './layout.js';

/** One statement of a generated file. Plain data, so that the cache can compare it. */
export type Statement =
  | ImportStatement
  | ExportStatement
  | ConstStatement
  | AliasStatement
  | InterfaceStatement
  | ClassStatement
  | TextStatement;

export interface ImportStatement {
  readonly kind: 'import';
  readonly isTypeOnly?: true;
  /** `{ a, b }`, or a namespace. */
  readonly names: readonly string[] | string;
  readonly from: string;
}

/** `export type { a } from 'b';` */
export interface ExportStatement {
  readonly kind: 'export';
  readonly names: readonly string[];
  readonly from?: string;
}

/** As it is printed. */
export interface TextStatement {
  readonly kind: 'text';
  readonly text: string;
}

/** `export const name: type = value;` */
export interface ConstStatement {
  readonly kind: 'const';
  readonly name: string;
  readonly doc?: Doc;
  readonly type?: Layout;
  readonly value: Layout;
}

/** `export type name = type;` */
export interface AliasStatement {
  readonly kind: 'alias';
  readonly name: string;
  readonly doc?: Doc;
  readonly type: Layout;
}

export interface InterfaceStatement {
  readonly kind: 'interface';
  readonly name: string;
  readonly doc?: Doc;
  readonly extends?: readonly Layout[];
  readonly properties: readonly Property[];
}

/** A class that keeps its transport, or makes its fields of it. */
export interface ClassStatement {
  readonly kind: 'class';
  readonly name: string;
  readonly doc?: Doc;
  readonly properties: readonly Property[];
  /** Statements of the constructor. */
  readonly construction: readonly string[];
  readonly methods: readonly Method[];
}

export interface Property {
  readonly name: string;
  readonly type: Layout;
  readonly isOptional?: boolean;
  readonly isReadonly?: boolean;
  readonly doc?: Doc;
}

export interface Method {
  readonly name: string;
  readonly doc: Doc;
  readonly signature: Signature;
  /** An editor shows the doc of the overload which it has chosen, and no other. */
  readonly overloads: readonly (Signature & { readonly doc: Doc })[];
  /** Its only statement. */
  readonly body: Layout;
}

export interface Signature {
  readonly parameters: readonly Omit<Property, 'isReadonly' | 'doc'>[];
  readonly result: Layout;
}

/** A doc of one sentence. */
export function docOf(text: string): Doc {
  return { paragraphs: [text] };
}
