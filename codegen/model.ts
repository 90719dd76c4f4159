import type { ErrorHint, FileField, Paging, RetryClass } from './config/config-types.js';
import type { Doc, TypeNode } from './build/type-node.js';

/** Everything that the emitters print. All deciding has happened when this exists. */
export interface Model {
  /** The document's file name, for the first line of each file. */
  readonly source: string;
  /** Path from the output folder to `src/handwritten/core`. */
  readonly core: string;
  /** Server's name → URL. */
  readonly servers: Readonly<Record<string, string>>;
  readonly types: readonly TypeModel[];
  readonly codecs: readonly CodecModel[];
  readonly operations: readonly OperationModel[];
  readonly resources: readonly ResourceModel[];
  readonly cases: readonly CaseModel[];
}

/** One export of `types.ts`. */
export interface TypeModel {
  readonly name: string;
  readonly doc: Doc;
  readonly type: TypeNode;
  /** Where the type is an interface with more than its own members. */
  readonly extends?: readonly TypeNode[];
  /** Name of a second type, of its named fields alone: an interface of a caller's own fits it. */
  readonly fields?: string;
}

/** A codec as it is written down: a table, or the name of one. */
export type CodecNode = { readonly kind: 'constant'; readonly name: string; readonly isLate: boolean } | CodecTable;

export interface CodecTable {
  readonly kind: 'table';
  readonly names: Readonly<Record<string, string>>;
  readonly sent: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, CodecNode>>;
  readonly items?: CodecNode;
  readonly values?: CodecNode;
  readonly pairs: boolean;
}

/** One export of `codecs.ts`. */
export interface CodecModel {
  readonly name: string;
  readonly codec: CodecNode;
}

/** One export of `operations.ts`. */
export interface OperationModel {
  /** Name of the constant, and key of the operation everywhere. */
  readonly name: string;
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly server: string;
  readonly retry: RetryClass;
  readonly isScoped: boolean;
  readonly parameters: readonly ParameterModel[];
  readonly body?: BodyModel;
  readonly answer: AnswerModel;
  readonly seenIn?: string;
  readonly hints?: readonly ErrorHint[];
  /** The flat arguments of `Transport.request`. */
  readonly argsType: TypeNode;
  readonly answerType: TypeNode;
}

/** As `Parameter` in core/operation/parameter.ts. Of what is in core/request/styles.ts it has the names. */
export interface ParameterModel {
  readonly name: string;
  readonly wire?: string;
  readonly in: string;
  readonly required?: true;
  readonly write?: string;
  readonly format?: 'date' | 'date-time';
  readonly default?: string | number | boolean;
  readonly codec?: CodecNode;
}

/** As `Body` in core/operation/operation.ts. Of what is in core/request/styles.ts it has the names. */
export interface BodyModel {
  readonly content: string;
  readonly from?: 'value';
  readonly required?: true;
  readonly codec?: CodecNode;
  readonly extras?: true;
  readonly write?: string;
  readonly styles?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, FileField>>;
}

/** As `AnswerShape` in core/operation/operation.ts. */
export interface AnswerModel {
  readonly as: 'json' | 'envelope' | 'page' | 'bytes' | 'text' | 'nothing';
  readonly codec?: CodecNode;
  readonly content?: string;
  readonly text?: string;
  readonly optional?: true;
  readonly any?: true;
  readonly list?: true | string;
  readonly paging?: Paging;
  readonly stream?: { readonly when: string; readonly codec?: CodecNode };
}

/** One class. */
export interface ResourceModel {
  /** Property of the client. */
  readonly name: string;
  readonly className: string;
  /** File below `resources/`, without its ending. */
  readonly file: string;
  readonly doc: Doc;
  readonly methods: readonly MethodModel[];
}

export interface MethodModel {
  readonly name: string;
  /** Name of the operation's constant. */
  readonly operation: string;
  readonly doc: Doc;
  /** Without the options, which every method takes last. */
  readonly parameters: readonly MethodParameter[];
  readonly answer: TypeNode;
  /** Signatures before the implementation's, each with its own `params` and answer. */
  readonly overloads: readonly { readonly params: TypeNode; readonly answer: TypeNode }[];
  readonly args: ArgsModel;
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

/** One entry of `cases.ts`. Values are as JSON has them, but for files. */
export interface CaseModel {
  readonly operation: string;
  readonly resource: string;
  readonly method: string;
  /** What the method is called with, before its options. */
  readonly arguments: readonly unknown[];
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
    readonly transcript: string;
    readonly events: readonly unknown[];
  };
}

/** A file among the arguments of a case. */
export class SampleFile {
  constructor(
    readonly text: string,
    readonly mediaType: string,
  ) {}
}

/** A value that the document's own words don't allow: a schema that no value fits, or one without an end. */
export class Misfit {
  constructor(readonly value: unknown) {}
}
