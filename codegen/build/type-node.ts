/** Text for a TSDoc comment, as Markdown. */
export interface Doc {
  readonly paragraphs: readonly string[];
  /** `@param x - …`, `@defaultValue …`, in this order. */
  readonly tags?: readonly { readonly name: string; readonly text: string }[];
}

/** A TypeScript type. */
export type TypeNode =
  | {
      readonly kind: 'keyword';
      readonly name: 'string' | 'number' | 'boolean' | 'null' | 'undefined' | 'unknown' | 'never' | 'void';
    }
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  /** `string & {}`: any other text, without the literals beside it being swallowed. */
  | { readonly kind: 'other'; readonly name: 'string' | 'number' }
  | NamedType
  /** `first`: the types of the first places, of a tuple; `items` of all after them, `never` where there are none. */
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
  /** The module that has it; a global, where this is left out. */
  readonly from?: 'types' | 'operation' | 'page';
  readonly of?: readonly TypeNode[];
  /** Name of the type of its named fields alone, which will do as well. */
  readonly orFields?: string;
}

export interface ObjectType {
  readonly kind: 'object';
  readonly members: readonly Member[];
  /** Type of the fields that have no name. */
  readonly index?: TypeNode;
}

export interface Member {
  readonly name: string;
  readonly type: TypeNode;
  readonly isOptional: boolean;
  readonly isReadonly?: boolean;
  readonly doc?: Doc;
}
