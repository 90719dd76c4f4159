import type * as generated from '../../generated/operations.js';
import type { operations as Wire, paths } from '../../generated/schema.js';
import type { EventStream, Operation } from '../../src/handwritten/core/operation/operation.js';
import type { Page } from '../../src/handwritten/core/response/page.js';
import type { FieldPaths, Whole, WireAnswer, WireArguments } from './document-types.js';

/*
 * Two generators read openapi.json: openapi-typescript wrote schema.ts, ours wrote operations.ts. This file compiles
 * only if they read it alike: method, path, parameters and result of each operation.
 */

type Records = typeof generated;
type Method<Id extends keyof Wire> = Records[Id] extends Operation<infer M> ? M : never;
type Path<Id extends keyof Wire> = Records[Id] extends Operation<infer _, infer P> ? P : never;
type Types<Id extends keyof Wire> = NonNullable<Records[Id]['~types']>;
type Arguments<Id extends keyof Wire> = Parameters<Types<Id>['args']>[0];
type Answer<Id extends keyof Wire> = Types<Id>['answer'];

/** The content of a result without its envelope, page or stream. */
type Unwrapped<Answer> =
  Answer extends Page<infer Item> ? Item[] : Answer extends EventStream<infer _> ? never : Answer;
type Inside<Id extends keyof Wire> =
  WireAnswer<Wire[Id]> extends { data: infer Data }
    ? [Data] extends [Unwrapped<Answer<Id>> | Whole]
      ? Data
      : WireAnswer<Wire[Id]>
    : WireAnswer<Wire[Id]>;

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** The difference of two sets of names, for the compiler to print. */
type Difference<A, B> = Exclude<A, B> | Exclude<B, A>;

/** Parameters that only the SDK has. */
interface Additions {
  createTranscription: 'filename';
}
type Added<Id> = Id extends keyof Additions ? Additions[Id] : never;

type OtherArguments<Id extends keyof Wire> = Difference<
  FieldPaths<Arguments<Id>>,
  FieldPaths<WireArguments<Wire[Id]>> | Added<Id>
>;
type OtherAnswer<Id extends keyof Wire> = Difference<FieldPaths<Unwrapped<Answer<Id>>>, FieldPaths<Inside<Id>>>;

/** How the two readings of an operation differ; `never` if they agree. */
type Problem<Id extends keyof Wire> =
  | (Equal<paths[Path<Id> & keyof paths][Lowercase<Method<Id>> & keyof paths[keyof paths]], Wire[Id]> extends true
      ? never
      : 'it has another method or path')
  | ([OtherArguments<Id>] extends [never] ? never : ['it takes other fields', OtherArguments<Id>])
  | (WireArguments<Wire[Id]> & {} extends Arguments<Id> ? never : 'it takes other types')
  | ([OtherAnswer<Id>] extends [never] ? never : ['its result has other fields', OtherAnswer<Id>])
  | ([Inside<Id>] extends [Unwrapped<Answer<Id>> | Whole] ? never : 'its result has other types');

type Problems = { [Id in keyof Wire as [Problem<Id>] extends [never] ? never : Id]: Problem<Id> };

// An error here names the operation and what is wrong with it.
export const problems: Problems = {};

// Our generator has no operation that openapi-typescript does not know.
export const unknownOperations: Exclude<keyof Records, keyof Wire | 'servers' | 'operationIds' | 'operations'>[] =
  [] satisfies never[];
