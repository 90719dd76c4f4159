/**
 * The types of openapi-typescript, under the names that callers see. They depend on the document only through
 * `generated/schema.ts`, so they prove that our generator reads it alike.
 */

/** `gpu_type` → `gpuType`, `X-Trace-ID` → `xTraceId`. */
type Camel<Name extends string> = Name extends `${string}${'_' | '-'}${string}` ? Uncapitalize<Pascal<Name>> : Name;
type Pascal<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Pascal<Head>}${Pascal<Tail>}`
  : Name extends `${infer Head}-${infer Tail}`
    ? `${Pascal<Head>}${Pascal<Tail>}`
    : Capitalize<Name extends Uppercase<Name> ? Lowercase<Name> : Name>;

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

/** A schema under public names, all the way down. */
export type Public<Value> = Value extends Whole
  ? Value
  : Value extends readonly (infer Item)[]
    ? number extends Value['length']
      ? Public<Item>[]
      : { [Place in keyof Value]: Public<Value[Place]> }
    : Value extends object
      ? { [Name in keyof Value as Name extends string ? Camel<Name> : Name]: Public<Value[Name]> }
      : Value;

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
  : Value extends Whole | string
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
type InPlace<Place> = [NonNullable<Place>] extends [never] ? unknown : Public<Omit<NonNullable<Place>, Environment>>;

type Parameters<Wire> = Wire extends {
  parameters: { path?: infer Path; query?: infer Query; header?: infer Header; cookie?: infer Cookie };
}
  ? InPlace<Path> & InPlace<Query> & InPlace<Header> & InPlace<Cookie>
  : never;

type RequestBody<Wire> = Wire extends { requestBody?: infer Body }
  ? NonNullable<Body> extends { content: infer Content }
    ? [NonNullable<Body>] extends [never]
      ? unknown
      : Public<Content[keyof Content]>
    : unknown
  : unknown;

/** The flat parameters of an operation. */
export type WireArguments<Wire> = Parameters<Wire> & RequestBody<Wire>;

type Responses<Wire> = Wire extends { responses: infer All } ? All : never;
type Success<Wire> = Responses<Wire>[Extract<keyof Responses<Wire>, 200 | 201 | 202 | 206>];
type Content<Wire> = Success<Wire> extends { content: infer Types } ? Types : never;

/** The result of an operation: JSON, or bytes; undefined without a body. */
export type WireAnswer<Wire> = [Success<Wire>] extends [never]
  ? undefined
  : 'application/json' extends keyof Content<Wire>
    ? Public<Content<Wire>['application/json']>
    : Content<Wire>[keyof Content<Wire>];
