/** What generated/simulator.ts has of openapi.json. */
export interface ApiDocument {
  /** Server name → URL. */
  readonly servers: Readonly<Record<string, string>>;
  readonly routes: readonly ApiRoute[];
  readonly schemas: Readonly<Record<string, JsonSchema>>;
}

export interface ApiRoute {
  /** The operationId. */
  readonly operation: string;
  readonly method: string;
  /** Below the server's path, with `{id}` for variables. */
  readonly path: string;
  readonly server: string;
  /** Whether it takes requests without a key. */
  readonly isOpen?: true;
  /** Whether it acts on one environment. */
  readonly isScoped?: true;
  readonly parameters?: readonly ApiParameter[];
  readonly body?: { readonly content: string; readonly required?: true; readonly schema?: JsonSchema };
  /** The success response of the document; bytes are a string. */
  readonly sample: { readonly status: number; readonly contentType?: string; readonly body?: unknown };
  /** The events that are sent if the field `when` of the body is true. */
  readonly stream?: { readonly when: string; readonly transcript: string };
  /** The error statuses that the document declares. */
  readonly errors: readonly number[];
}

export interface ApiParameter {
  readonly name: string;
  readonly in: string;
  readonly required?: true;
  readonly schema: JsonSchema;
}

/** The keywords that are checked. `$ref` is the name of a component. */
export type JsonSchema =
  | boolean
  | {
      readonly $ref?: string;
      readonly type?: string | readonly string[];
      readonly enum?: readonly unknown[];
      readonly const?: unknown;
      readonly format?: string;
      readonly required?: readonly string[];
      readonly properties?: Readonly<Record<string, JsonSchema>>;
      readonly additionalProperties?: JsonSchema;
      readonly prefixItems?: readonly JsonSchema[];
      readonly items?: JsonSchema;
      readonly anyOf?: readonly JsonSchema[];
      readonly oneOf?: readonly JsonSchema[];
      readonly allOf?: readonly JsonSchema[];
      readonly not?: JsonSchema;
      readonly minimum?: number;
      readonly maximum?: number;
      readonly exclusiveMinimum?: number;
      readonly exclusiveMaximum?: number;
      readonly multipleOf?: number;
      readonly minLength?: number;
      readonly maxLength?: number;
      readonly pattern?: string;
      readonly minItems?: number;
      readonly maxItems?: number;
      readonly uniqueItems?: boolean;
      readonly minProperties?: number;
      readonly maxProperties?: number;
    };
