/** The parts of an OpenAPI 3.0, 3.1 or 3.2 document that are read. */
export interface Document {
  readonly openapi: string;
  readonly info?: { readonly title?: string; readonly version?: string };
  readonly servers?: readonly Server[];
  readonly tags?: readonly Tag[];
  readonly paths?: Readonly<Record<string, PathItem>>;
  readonly security?: readonly SecurityRequirement[];
  readonly components?: {
    readonly schemas?: Readonly<Record<string, Schema>>;
    readonly securitySchemes?: Readonly<Record<string, SecurityScheme | Reference>>;
  };
}

export interface Reference {
  readonly $ref: string;
}

export interface Server {
  readonly url: string;
  /** Of OpenAPI 3.2. */
  readonly name?: string;
  readonly description?: string;
  readonly variables?: Readonly<Record<string, { readonly default?: string; readonly enum?: readonly string[] }>>;
}

/** Scheme → its scopes. All of them are required; without any, nothing is. */
export type SecurityRequirement = Readonly<Record<string, readonly string[]>>;

export interface SecurityScheme {
  readonly type: string;
  readonly description?: string;
  /** Of `http`. */
  readonly scheme?: string;
  /** Of `apiKey`. */
  readonly in?: string;
  readonly name?: string;
}

export interface Tag {
  readonly name: string;
  readonly description?: string;
}

/** The fields of a path that are operations; `query` is of OpenAPI 3.2. */
export const httpMethods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'] as const;

export type HttpMethod = (typeof httpMethods)[number];

/** Whether fetch sends a body with a method. */
export function takesBody(method: string): boolean {
  return !/^(get|head)$/i.test(method);
}

export type PathItem = Partial<Record<HttpMethod, OperationObject>> & {
  /** Of OpenAPI 3.2: by their methods. */
  readonly additionalOperations?: Readonly<Record<string, OperationObject>>;
  readonly servers?: readonly Server[];
  readonly parameters?: readonly (ParameterObject | Reference)[];
};

export interface OperationObject {
  readonly operationId?: string;
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly servers?: readonly Server[];
  readonly security?: readonly SecurityRequirement[];
  readonly parameters?: readonly (ParameterObject | Reference)[];
  readonly requestBody?: RequestBody | Reference;
  readonly responses?: Readonly<Record<string, ResponseObject | Reference>>;
}

export interface ParameterObject {
  readonly name: string;
  readonly in: 'path' | 'query' | 'querystring' | 'header' | 'cookie';
  readonly description?: string;
  readonly required?: boolean;
  readonly deprecated?: boolean;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  readonly schema?: Schema;
  readonly content?: Readonly<Record<string, MediaType>>;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, Example | Reference>>;
}

export interface RequestBody {
  readonly description?: string;
  readonly required?: boolean;
  readonly content?: Readonly<Record<string, MediaType>>;
}

export interface ResponseObject {
  readonly description?: string;
  readonly content?: Readonly<Record<string, MediaType>>;
}

export interface MediaType {
  readonly schema?: Schema;
  /** The schema of one item of a stream, of OpenAPI 3.2. */
  readonly itemSchema?: Schema;
  readonly encoding?: Readonly<Record<string, Encoding>>;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, Example | Reference>>;
  /** The schema of one event of `text/event-stream`. */
  readonly 'x-event-schema'?: Schema;
  /** The boolean field of the body that enables `text/event-stream`. */
  readonly 'x-stream-when'?: string;
}

/** How a field of a form is encoded. */
export interface Encoding {
  readonly contentType?: string;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
}

export interface Example {
  readonly value?: unknown;
}

/** The field that distinguishes the variants; `mapping`: its value → the reference of the schema. */
export interface Discriminator {
  readonly propertyName: string;
  readonly mapping?: Readonly<Record<string, string>>;
}

export type Literal = string | number | boolean | null;

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly nullable?: boolean;
  readonly const?: Literal;
  readonly enum?: readonly Literal[];
  /** The known values of a set that the server may extend. */
  readonly 'x-known-values'?: readonly string[];
  readonly format?: string;
  readonly contentMediaType?: string;
  readonly contentSchema?: Schema;
  readonly contentEncoding?: string;
  readonly properties?: Readonly<Record<string, Schema | boolean>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema | boolean;
  readonly minProperties?: number;
  readonly uniqueItems?: boolean;
  readonly unevaluatedProperties?: Schema | boolean;
  readonly patternProperties?: Readonly<Record<string, Schema | boolean>>;
  readonly items?: Schema | boolean;
  readonly prefixItems?: readonly (Schema | boolean)[];
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly not?: Schema | boolean;
  readonly discriminator?: Discriminator;
  readonly title?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly default?: unknown;
  readonly example?: unknown;
  readonly examples?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number | boolean;
  readonly exclusiveMaximum?: number | boolean;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
}
