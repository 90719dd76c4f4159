/**
 * The types of openapi-typescript, under the names that callers see. They depend on the document only through
 * `generated/schema.ts`, so they prove that our generator reads it alike.
 */

/** `gpu_type` → `gpuType`, `X-Trace-ID` → `xTraceId`; `_` around it stays, and so does a name with other signs. */
type Camel<Name extends string> = Name extends `${string}${'_' | '-'}${string}`
  ? Name extends `_${infer Tail}`
    ? `_${Camel<Tail>}`
    : Name extends `${infer Head extends string}_` | `${infer Head extends string}-`
      ? `${Camel<Head>}_`
      : IsWord<Name> extends true
        ? Uncapitalize<Pascal<Name>>
        : Name
  : Name;
type Pascal<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Pascal<Head>}${Pascal<Tail>}`
  : Name extends `${infer Head}-${infer Tail}`
    ? `${Pascal<Head>}${Pascal<Tail>}`
    : Capitalize<Name extends Uppercase<Name> ? Lowercase<Name> : Name>;

type Letter = Letters<'abcdefghijklmnopqrstuvwxyz'>;
type Letters<Text extends string> = Text extends `${infer First}${infer Rest}` ? First | Letters<Rest> : never;
/** Whether a name has letters, digits, `_` and `-` only, and a letter in front. */
type IsWord<Name extends string, Sign extends string = Letter> = Name extends `${infer First}${infer Rest}`
  ? Lowercase<First> extends Sign
    ? IsWord<Rest, Letter | Letters<'0123456789_-'>>
    : false
  : true;

/** Values without fields of their own. */
export type Whole =
  | Blob
  | { readonly uri: string }
  | Uint8Array
  | ArrayBuffer
  | URL
  | Date
  | Response
  | ReadableStream
  | AsyncIterable<unknown>;

/** A field that is only sent, and one that is only received, as openapi-typescript marks them. */
interface WriteOnly {
  readonly $write: unknown;
}
interface ReadOnly {
  readonly $read: unknown;
}
type Unmarked<Value> = Value extends { readonly $write: infer Inner }
  ? Inner
  : Value extends { readonly $read: infer Inner }
    ? Inner
    : Value;

/** A schema under public names, all the way down, without the fields of the other direction. */
export type Public<Value, Hidden = WriteOnly> = Value extends ReadOnly | WriteOnly
  ? Public<Unmarked<Value>, Hidden>
  : Value extends Whole
    ? Value
    : Value extends readonly (infer Item)[]
      ? number extends Value['length']
        ? Public<Item, Hidden>[]
        : { [Place in keyof Value]: Public<Value[Place], Hidden> }
      : Value extends object
        ? { [Name in keyof Value as PublicName<Name, NonNullable<Value[Name]>, Hidden>]: Public<Value[Name], Hidden> }
        : Value;
type PublicName<Name, Value, Hidden> = [Value] extends [never]
  ? CamelKey<Name>
  : [Value] extends [Hidden]
    ? never
    : CamelKey<Name>;
type CamelKey<Name> = Name extends string ? Camel<Name> : Name extends PropertyKey ? Name : never;

/** The fields that a type names, without an index signature and without those that take nothing. */
export type NamedKeys<Value> = keyof {
  [
    Name in keyof Value as string extends Name
      ? never
      : number extends Name
        ? never
        : [NonNullable<Value[Name]>] extends [never]
          ? never
          : Name
  ]: true;
} &
  string;

/** Every field of a type, as `choices.message.content`, to a depth that ends recursive schemas. */
export type FieldPaths<Value, Depth extends 0[] = []> = Depth['length'] extends 6
  ? never
  : Value extends Whole | string | number | boolean
    ? never
    : Value extends readonly (infer Item)[]
      ? FieldPaths<Item, Depth>
      : Value extends object
        ? {
            [Name in NamedKeys<Value>]: Name | `${Name}.${FieldPaths<Value[Name & keyof Value], [...Depth, 0]>}`;
          }[NamedKeys<Value>]
        : never;

/** Parameters that the client adds. */
type Environment = 'environment' | 'X-Environment';

/** The parameters of a place; `unknown` if it has none, which adds nothing to an intersection. */
type InPlace<Place> = [NonNullable<Place>] extends [never]
  ? unknown
  : Public<Omit<NonNullable<Place>, Environment>, ReadOnly>;

type Parameters<Wire> = Wire extends {
  parameters: { path?: infer Path; query?: infer Query; header?: infer Header; cookie?: infer Cookie };
}
  ? InPlace<Path> & InPlace<Query> & InPlace<Header> & InPlace<Cookie>
  : never;

/** JSON by any of its names. */
type Json = `${string}/json${string}` | `${string}+json${string}`;
/** Of several media types, JSON. */
type OneOf<Content> =
  Extract<keyof Content, Json> extends infer Type extends keyof Content
    ? [Type] extends [never]
      ? Content[keyof Content]
      : Content[Type]
    : never;

/** Whether a body consists of fields that can be arguments beside the parameters. */
type AreFields<Body, Parameters> = false extends (
  Body extends Whole | readonly unknown[] | string | number | boolean | null
    ? false
    : [NamedKeys<Body>] extends [never]
      ? false
      : [NamedKeys<Body> & NamedKeys<Parameters>] extends [never]
        ? true
        : false
)
  ? false
  : true;

/** The fields of a body, or the argument \`body\` with all of it. */
type RequestBody<Wire, Parameters> = Wire extends { requestBody?: infer Body }
  ? NonNullable<Body> extends { content: infer Content }
    ? [NonNullable<Body>] extends [never]
      ? unknown
      : AreFields<Public<OneOf<Content>, ReadOnly>, Parameters> extends true
        ? Public<OneOf<Content>, ReadOnly>
        : undefined extends Body
          ? { body?: Public<OneOf<Content>, ReadOnly> }
          : { body: Public<OneOf<Content>, ReadOnly> }
    : unknown
  : unknown;

/** The flat parameters of an operation. */
export type WireArguments<Wire> = Parameters<Wire> & RequestBody<Wire, Parameters<Wire>>;

type Responses<Wire> = Wire extends { responses: infer All } ? All : never;
type Statuses<All> = keyof {
  [Status in keyof All as `${Status & (string | number)}` extends `2${string}` ? Status : never]: true;
};
type Success<Wire> = Responses<Wire>[Statuses<Responses<Wire>> & keyof Responses<Wire>];
type Content<Wire> = Success<Wire> extends infer Each ? (Each extends { content: infer Types } ? Types : never) : never;

/** The result of an operation: JSON, or bytes; undefined without a body. */
export type WireAnswer<Wire> = [Content<Wire>] extends [never] ? undefined : Public<OneOf<Content<Wire>>>;
