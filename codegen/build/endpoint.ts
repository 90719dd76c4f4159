import type { MediaType, ParameterObject, ResponseObject, Schema, Server } from '../read/openapi.js';
import type { Field, Shape } from '../shape/shape.js';
import type { Home } from './homes.js';
import type { Location } from './locations.js';

/** One operation of the document, with every decision made except its types. */
export interface Endpoint extends Location {
  readonly home: Home;
  readonly server: string;
  readonly serverUrl: string;
  readonly serverSource?: Server;
  readonly isScoped: boolean;
  /** Without the parameters that scope the request to an environment. */
  readonly parameters: readonly EndpointParameter[];
  /** The default one, if the caller chooses. */
  readonly body?: EndpointBody;
  readonly choice?: BodyChoice;
  readonly answer: EndpointAnswer;
  /** The error statuses that the document declares. */
  readonly errors: readonly number[];
}

export interface EndpointParameter {
  /** Public name. */
  readonly name: string;
  readonly source: ParameterObject;
  readonly schema: Schema;
  readonly shape: Shape;
}

/** The argument that chooses the media type of the body, and what there is to choose from. */
export interface BodyChoice {
  readonly name: string;
  readonly bodies: readonly EndpointBody[];
}

export interface EndpointBody {
  /** As the document declares it, also a range. */
  readonly mediaType: string;
  /** What is sent; `''` of a range. */
  readonly content: string;
  readonly media: MediaType;
  readonly shape: Shape;
  readonly isRequired: boolean;
  /** A value of its schema, such as an object as XML, is written by the caller. */
  readonly isUnwritten: boolean;
  /** `fields`: each field is a parameter. `value`: the body is the single parameter `body`. */
  readonly from: 'fields' | 'value';
  /** The fields, if the body is one object. */
  readonly fields: readonly Field[];
  /** Fields that are not documented are sent in snake_case. */
  readonly hasExtras: boolean;
  /** Its type takes fields that are not documented. */
  readonly isOpen: boolean;
}

/** A function of core/streaming/event-readers.ts. */
export type EventReader = 'json' | 'plain' | 'whole' | 'parsed';

/** A success response. */
export interface Success {
  readonly status: number;
  readonly contentType?: string;
  readonly media?: MediaType;
  readonly response: ResponseObject;
}

export interface EndpointAnswer {
  readonly as: 'json' | 'envelope' | 'page' | 'bytes' | 'text' | 'raw' | 'location' | 'nothing' | 'events';
  /** The value that the caller gets; for a page, its items. */
  readonly shape: Shape;
  /** There is also a success response without a body. */
  readonly isOptional: boolean;
  /** Accepted media types, for bytes and text, and for JSON under other names. */
  readonly content: string;
  /** The types of text that may come in place of a file. */
  readonly texts?: readonly string[];
  /** The file may be JSON. */
  readonly holdsJson?: boolean;
  /** Text may be XML, which names its charset itself. */
  readonly holdsXml?: boolean;
  readonly success: Success;
  readonly stream?: {
    readonly when: string;
    readonly shape: Shape;
    readonly media: MediaType;
    readonly read?: EventReader;
  };
  /** Of `events`: a stream in any case, whose items have the shape. */
  readonly read?: EventReader;
}
