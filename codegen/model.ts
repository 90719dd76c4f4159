import type { Collision } from './read/collisions.js';
import type { ErrorHint, FileField, Paging, RetryClass } from './config/config-types.js';
import type { Doc, TypeNode } from './build/type-node.js';
import type { EventReader } from './build/endpoint.js';
import type { SecurityModel } from './build/security.js';
import type { Literal } from './read/openapi.js';

/** The input of the emitters. All decisions are made when the model exists. */
export interface Model {
  /** The filename of the document, for the first line of each file. */
  readonly source: string;
  /** Path from the output folder to `src/handwritten/core`; or a module that exports all that is imported from there. */
  readonly core: string;
  /** Server name → URL. */
  readonly servers: Readonly<Record<string, string>>;
  readonly types: readonly TypeModel[];
  readonly codecs: readonly CodecModel[];
  readonly operations: readonly OperationModel[];
  readonly resources: readonly ResourceModel[];
  /** Made only when they are printed: most documents don't need them. */
  readonly cases: () => readonly CaseModel[];
  /** As `cases`. */
  readonly simulation: () => SimulationModel;
  /** What the client can't do, for the output. */
  readonly notes: readonly string[];
  /** What else the output tells: nothing is missing, and `--strict` does not stop at it. */
  readonly hints: readonly string[];
  /** What would have had the same name. `notes` has them too. */
  readonly collisions: readonly Collision[];
  /** `createClient` in `index.ts`, for another document: ours has a client that is written by hand. */
  readonly client?: ClientModel;
}

/** What `createClient` takes. */
export interface ClientModel {
  /** The title of the document. */
  readonly title: string;
  /** Server name → URL with its variables. `baseUrl` replaces the first one. */
  readonly servers: Readonly<Record<string, string>>;
  /** The other servers that the document offers for all operations. */
  readonly otherServers: readonly { readonly url: string; readonly description: string }[];
  readonly variables: Readonly<Record<string, { readonly default?: string; readonly values?: readonly string[] }>>;
  readonly schemes: SecurityModel['schemes'];
}

/** Whether the core is one module that exports all of it, and not the folder of its files. */
export function isModule(core: string): boolean {
  return !core.startsWith('.') || core.endsWith('.js');
}

/** `simulator.ts`. */
export interface SimulationModel {
  readonly routes: readonly RouteModel[];
  /** The schemas of `components` that requests refer to, by name. */
  readonly schemas: Readonly<Record<string, unknown>>;
}

/** As `ApiRoute` in src/handwritten/testing/document.ts. */
export interface RouteModel {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly server: string;
  readonly isOpen?: true;
  readonly isScoped?: true;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: true;
    readonly schema: object;
  }[];
  readonly body?: { readonly content: string; readonly required?: true; readonly schema?: object };
  readonly sample: CaseModel['response'];
  readonly stream?: { readonly when: string; readonly transcript: string };
  readonly errors: readonly number[];
}

/** One export of `types.ts`. */
export interface TypeModel {
  readonly name: string;
  readonly doc: Doc;
  readonly type: TypeNode;
  /** If the type is an interface that extends others. */
  readonly extends?: readonly TypeNode[];
  /** Name of a second type with only the declared fields: an interface of the caller is assignable to it. */
  readonly fields?: string;
  /** What the second type has beside them. */
  readonly fieldsExtend?: readonly TypeNode[];
}

/** A codec as printed: a table, or the name of one. */
export type CodecNode = { readonly kind: 'constant'; readonly name: string; readonly isLate: boolean } | CodecTable;

export interface CodecTable {
  readonly kind: 'table';
  readonly names: Readonly<Record<string, string>>;
  readonly sent: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, CodecNode>>;
  readonly items?: CodecNode;
  readonly values?: CodecNode;
  readonly pairs: boolean;
  /** It may be a calendar day. */
  readonly isDay?: true;
  /** Of what is sent: what is refused before. */
  readonly checks?: FieldChecks;
}

/** What the document decides about the fields of an object that is sent, by public names. */
export interface FieldChecks {
  readonly required: readonly string[];
  /** All values that a field may have. */
  readonly oneOf: Readonly<Record<string, readonly Literal[]>>;
  /** Fields of the format `ssh-public-key`: a private key is not sent. */
  readonly publicKeys: readonly string[];
}

/** One export of `codecs.ts`. */
export interface CodecModel {
  readonly name: string;
  readonly codec: CodecNode;
}

/** One export of `operations.ts`. */
export interface OperationModel {
  /** Name of the constant, and key of the operation in all generated files. */
  readonly name: string;
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** The template that is sent, if the path has a query or a fragment. */
  readonly target?: string;
  readonly server: string;
  readonly retry: RetryClass;
  readonly isScoped: boolean;
  /** The alternatives of schemes, of another document. */
  readonly security?: readonly (readonly string[])[];
  readonly parameters: readonly ParameterModel[];
  readonly body?: BodyModel;
  readonly choose?: ChoiceModel;
  readonly answer: AnswerModel;
  readonly seenIn?: string;
  readonly hints?: readonly ErrorHint[];
  /** The flat arguments of `Transport.request`. */
  readonly argsType: TypeNode;
  readonly answerType: TypeNode;
}

/** As `Parameter` in core/operation/parameter.ts. Functions of core/request/styles.ts are given by name. */
export interface ParameterModel {
  readonly name: string;
  readonly wire?: string;
  readonly in: string;
  readonly required?: true;
  readonly write?: string;
  /** What `write` writes has reserved characters as they are. */
  readonly reserved?: true;
  readonly format?: 'date' | 'date-time';
  readonly default?: string | number | boolean;
  readonly codec?: CodecNode;
}

/** How a value is serialized, as in `ParameterModel`. */
export type StyleModel = Pick<ParameterModel, 'write' | 'reserved'>;

/** As `Body` in core/operation/operation.ts. Functions of core/request/styles.ts are given by name. */
export interface BodyModel {
  readonly content: string;
  readonly from?: 'value';
  readonly required?: true;
  readonly codec?: CodecNode;
  readonly extras?: true;
  readonly write?: string;
  readonly styles?: Readonly<Record<string, StyleModel>>;
  readonly types?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, FileField>>;
  readonly plain?: readonly string[];
  readonly any?: readonly string[];
}

/** The arguments of `mediaTypes` in core/request/media-types.ts. */
export interface ChoiceModel {
  readonly name: string;
  readonly first: string;
  readonly others: Readonly<Record<string, BodyModel>>;
}

/** As `AnswerShape` in core/operation/operation.ts. */
export interface AnswerModel {
  readonly as: 'json' | 'envelope' | 'page' | 'bytes' | 'text' | 'raw' | 'location' | 'nothing';
  readonly codec?: CodecNode;
  readonly numbers?: readonly string[];
  readonly content?: string;
  readonly texts?: readonly string[];
  readonly json?: true;
  readonly tells?: true;
  readonly text?: string;
  readonly optional?: true;
  readonly any?: true;
  readonly list?: true | string;
  readonly result?: string;
  readonly paging?: Paging;
  /** A function of core/streaming/event-readers.ts. */
  readonly read?: 'xml';
  readonly stream?: { readonly when?: string; readonly read?: EventReader; readonly codec?: CodecNode };
}

/** One resource class. */
export interface ResourceModel {
  /** Property of the client. */
  readonly name: string;
  readonly className: string;
  /** Whether a handwritten class of the public name extends it. */
  readonly isExtended: boolean;
  /** File under `resources/`, without its extension. */
  readonly file: string;
  readonly doc: Doc;
  readonly methods: readonly MethodModel[];
}

export interface MethodModel {
  readonly name: string;
  /** Name of the operation's constant. */
  readonly operation: string;
  readonly doc: Doc;
  /** Without `options`, the last parameter of every method. */
  readonly parameters: readonly MethodParameter[];
  readonly answer: TypeNode;
  /** Overloads before the implementation, each with its own `params` and return type. */
  readonly overloads: readonly {
    readonly params: TypeNode;
    readonly answer: TypeNode;
    /** What its example has: none if the types leave open which of both. */
    readonly gives?: 'result' | 'events';
  }[];
  readonly args: ArgsModel;
  /** The variable that an example keeps the result in; `item`, if it is a page. */
  readonly result?: { readonly variable: string; readonly item?: string };
}

export interface MethodParameter {
  readonly name: string;
  readonly type: TypeNode;
  readonly isOptional: boolean;
}

/** The second argument of `Transport.request`: `{ ...params, id }`. */
export interface ArgsModel {
  readonly params?: { readonly isOptional: boolean };
  readonly positional: readonly { readonly name: string; readonly local: string }[];
}

/** One entry of `cases.ts`. Values are JSON, except files. */
export interface CaseModel {
  readonly operation: string;
  readonly resource: string;
  readonly method: string;
  /** The arguments of the method, without `options`. */
  readonly arguments: readonly unknown[];
  /** The same, short: for the documentation. */
  readonly short: readonly unknown[];
  readonly args: Readonly<Record<string, unknown>>;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly query: Readonly<Record<string, string>>;
    readonly body?: unknown;
  };
  readonly response: { readonly status: number; readonly contentType?: string; readonly body?: unknown };
  readonly answer: unknown;
  readonly errors: readonly number[];
  readonly stream?: {
    readonly arguments: readonly unknown[];
    readonly short: readonly unknown[];
    readonly transcript: string;
    readonly events: readonly unknown[];
  };
}

/** A file in the arguments of a case. */
export class SampleFile {
  constructor(
    readonly text: string,
    readonly mediaType: string,
  ) {}
}

/** A value that its schema does not allow: no value matches the schema, or every value is infinite. */
export class Misfit {
  constructor(readonly value: unknown) {}
}
