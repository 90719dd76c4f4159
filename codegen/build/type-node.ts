/** Markdown for a TSDoc comment. */
export interface Doc {
  readonly paragraphs: readonly string[];
  /** Without the limits of the schema, if there are any: the report compares those by their values. */
  readonly words?: string;
  /** `@param x - …`, `@defaultValue …`, in this order. */
  readonly tags?: readonly { readonly name: string; readonly text: string; readonly words?: string }[];
}

/** A TypeScript type. */
export type TypeNode =
  | {
      readonly kind: 'keyword';
      readonly name: 'string' | 'number' | 'boolean' | 'null' | 'undefined' | 'unknown' | 'never' | 'void' | 'object';
    }
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  /** `image/*`: any string in whose place the asterisk stands for one. */
  | { readonly kind: 'pattern'; readonly name: string }
  /** `string & {}`: any other string, so that the compiler keeps the literals of the union. */
  | { readonly kind: 'other'; readonly name: 'string' | 'number' }
  | NamedType
  /** `first`: the types of the leading positions of a tuple; `items`: of all later positions, `never` if there are none. */
  | {
      readonly kind: 'list';
      readonly items: TypeNode;
      readonly readonly: boolean;
      readonly first?: readonly TypeNode[];
    }
  | ObjectType
  | { readonly kind: 'union' | 'intersection'; readonly members: readonly TypeNode[] };

export interface NamedType {
  readonly kind: 'named';
  readonly name: string;
  /** The module that exports it; undefined for a global. */
  readonly from?: 'types' | 'operation' | 'page';
  readonly of?: readonly TypeNode[];
  /** Name of the type with only its declared fields, which is also accepted. */
  readonly orFields?: string;
}

export interface ObjectType {
  readonly kind: 'object';
  readonly members: readonly Member[];
  /** Type of additional properties. */
  readonly index?: TypeNode;
}

export interface Member {
  readonly name: string;
  readonly type: TypeNode;
  readonly isOptional: boolean;
  readonly isReadonly?: boolean;
  readonly doc?: Doc;
}
