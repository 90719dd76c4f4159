import type { MediaType, ParameterObject, ResponseObject, Schema } from '../read/openapi.js';
import type { Field, Shape } from '../shape/shape.js';
import type { Home } from './homes.js';
import type { Location } from './locations.js';

/** One operation as the document has it, with every choice made but its types. */
export interface Endpoint extends Location {
  readonly home: Home;
  readonly server: string;
  readonly isScoped: boolean;
  /** Without those that scope the call. */
  readonly parameters: readonly EndpointParameter[];
  readonly body?: EndpointBody;
  readonly answer: EndpointAnswer;
  /** The error statuses that the document names. */
  readonly errors: readonly number[];
}

export interface EndpointParameter {
  /** Public name. */
  readonly name: string;
  readonly source: ParameterObject;
  readonly schema: Schema;
  readonly shape: Shape;
}

export interface EndpointBody {
  readonly content: string;
  readonly media: MediaType;
  readonly shape: Shape;
  readonly isRequired: boolean;
  /** `fields`: they are arguments of their own. `value`: the body is the one argument `body`. */
  readonly from: 'fields' | 'value';
  /** The fields, where the body is one object. */
  readonly fields: readonly Field[];
  readonly hasExtras: boolean;
}

/** A response that means success. */
export interface Success {
  readonly status: number;
  readonly contentType?: string;
  readonly media?: MediaType;
  readonly response: ResponseObject;
}

export interface EndpointAnswer {
  readonly as: 'json' | 'envelope' | 'page' | 'bytes' | 'text' | 'nothing';
  /** What the caller gets; of a page: its items. */
  readonly shape: Shape;
  /** There is a success without a body beside the one with it. */
  readonly isOptional: boolean;
  /** Media types that the caller accepts, of bytes and text. */
  readonly content: string;
  readonly success: Success;
  readonly stream?: { readonly when: string; readonly shape: Shape; readonly media: MediaType };
}
