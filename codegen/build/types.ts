import type { FileField, SdkConfig } from '../config/config-types.js';
import { docOf, withDay } from './docs.js';
import type { Endpoint, EndpointBody } from './endpoint.js';
import type { TypeModel } from '../model.js';
import type { Member, NamedType, TypeNode } from './type-node.js';
import type { Field, ObjectShape, Shape } from '../shape/shape.js';
import type { Shapes } from '../shape/shapes.js';
import { mapOf, ofLiterals, textRecord } from './plain-types.js';
import type { TypeNames } from './type-names.js';
import { Days } from './days.js';
import { NumberPaths } from './number-paths.js';
import { withoutOptions } from './without-options.js';
import { isSetOfValues, isVisible, type Direction } from '../shape/usage.js';

/** Shapes as TypeScript types, for requests and responses. */
export class Types {
  readonly #closed: ReadonlySet<string>;
  /** The types that accept additional properties as parameters of a call: request options are not among these. */
  readonly #bodies: ReadonlySet<string>;
  /** The types that accept additional properties, and the names of their `…Fields` types. */
  readonly #fieldsOf: ReadonlyMap<string, string>;
  readonly days: Days;
  readonly numbers: NumberPaths;

  constructor(
    readonly shapes: Shapes,
    readonly names: TypeNames,
    readonly config: SdkConfig,
    endpoints: readonly Endpoint[],
  ) {
    this.#closed = bodiesOf(endpoints, (body) => !body.isOpen);
    this.#bodies = bodiesOf(endpoints, (body) => body.isOpen);
    this.#fieldsOf = this.#namesOfFields();
    this.days = new Days(shapes);
    this.numbers = new NumberPaths(shapes);
  }

  /** The exported types of schemas, in document order; where a schema has two, the response type comes first. */
  ofComponents(): TypeModel[] {
    const components = Object.keys(this.shapes.spec.document.components?.schemas ?? {});
    const { request, answer, twofold } = this.names.usage;
    return components.flatMap((component) => [
      ...(answer.has(component) && (twofold.has(component) || !request.has(component))
        ? [this.#model(component, 'answer')]
        : []),
      ...(request.has(component) ? [this.#model(component, 'request')] : []),
    ]);
  }

  of(shape: Shape, direction: Direction): TypeNode {
    switch (shape.kind) {
      case 'reference':
        return { kind: 'named', name: this.names.of(shape.component, direction), from: 'types' };
      case 'string':
        return shape.format !== undefined && direction === 'request' && !this.names.usage.answerShapes.has(shape)
          ? {
              kind: 'union',
              members: [
                { kind: 'keyword', name: 'string' },
                { kind: 'named', name: 'Date' },
              ],
            }
          : { kind: 'keyword', name: 'string' };
      case 'number':
      case 'boolean':
      case 'null':
      case 'unknown':
      case 'never':
        return { kind: 'keyword', name: shape.kind };
      case 'binary':
        return direction === 'request' ? operationType('FileInput') : { kind: 'keyword', name: 'string' };
      case 'literals':
        return ofLiterals(
          shape.values,
          shape.open || (direction === 'answer' && shape.isTag !== true && isSetOfValues(shape.values)),
        );
      case 'list':
        return {
          kind: 'list',
          items: this.of(shape.items, direction),
          readonly: direction === 'request',
          ...(shape.first ? { first: shape.first.map((place) => this.of(place, direction)) } : {}),
        };
      case 'object':
        return this.ofObject(shape, direction);
      case 'union':
        return {
          kind: 'union',
          members: distinctKeywords(shape.variants.map((variant) => this.of(variant, direction))),
        };
      case 'intersection':
        return { kind: 'intersection', members: shape.parts.map((part) => this.of(part, direction)) };
    }
  }

  /** Whether a value that is sent may be a `Date`, of which the day is sent: it, or an item of it. */
  takesDay(shape: Shape): boolean {
    return this.days.isIn(shape) && !this.names.usage.answerShapes.has(shape);
  }

  /** The type of a caller's argument: it also accepts an interface of the caller. */
  ofArgument(shape: Shape): TypeNode {
    return this.#orFields(this.of(shape, 'request'));
  }

  /** Names for the `…Fields` types of request types that accept additional properties. */
  #namesOfFields(): Map<string, string> {
    const others = new Set([...this.#closed, ...(this.config.sentBack ?? [])]);
    const sent = [...this.names.usage.request].filter((component) => !others.has(component));
    return new Map(
      sent.flatMap((component) => {
        const shape = this.shapes.component(component);
        if (shape.kind !== 'object' || shape.extra === undefined || shape.fields.length === 0) return [];
        const name = this.names.of(component, 'request');
        const pointer = this.shapes.spec.pointerOf(this.shapes.schemaOf(component));
        return [[name, this.names.add(`${name}Fields`, pointer)] as const];
      }),
    );
  }

  /** `component` is the name of the schema, if it has one that the config can refer to. */
  ofObject(shape: ObjectShape, direction: Direction, component?: string): TypeNode {
    const members = this.members(shape.fields, direction, component);
    if (members.length === 0) return this.#map(shape, direction);
    const isOpen = shape.extra !== undefined && !(component !== undefined && this.#closed.has(component));
    // An index signature must cover the declared fields, too.
    return { kind: 'object', members, ...(isOpen ? { index: { kind: 'keyword', name: 'unknown' } } : {}) };
  }

  /** A map with free keys. An interface has no index signature: `object` takes a caller's own, where nothing is read. */
  #map(shape: ObjectShape, direction: Direction): TypeNode {
    const isFree =
      shape.extra?.kind === 'unknown' && direction === 'request' && !this.names.usage.answerShapes.has(shape);
    return isFree ? { kind: 'keyword', name: 'object' } : mapOf(shape.extra && this.of(shape.extra, direction));
  }

  members(fields: readonly Field[], direction: Direction, component?: string): Member[] {
    return fields
      .filter((field) => isVisible(field.schema, direction))
      .flatMap((field) => [this.#member(field, direction, component), ...filenameMember(this.#file(field, component))]);
  }

  #model(component: string, direction: Direction): TypeModel {
    const shape = this.shapes.component(component);
    const type = shape.kind === 'object' ? this.ofObject(shape, direction, component) : this.of(shape, direction);
    const name = this.names.of(component, direction);
    const fields = direction === 'request' ? this.#fieldsOf.get(name) : undefined;
    const doc = docOf(this.shapes.schemaOf(component));
    const parent =
      fields !== undefined && this.#bodies.has(component) && shape.kind === 'object'
        ? withoutOptions(shape.fields)
        : [];
    return { name, doc, type, ...(fields === undefined ? {} : { fields, fieldsExtend: parent }) };
  }

  #member(field: Field, direction: Direction, component?: string): Member {
    const file = direction === 'request' ? this.#file(field, component) : undefined;
    const arePairs =
      direction === 'request' && component !== undefined && this.config.pairs?.[component]?.includes(field.name);
    const plain = file === undefined ? this.of(field.shape, direction) : ofFile(file);
    const whole: TypeNode = arePairs === true ? { kind: 'union', members: [textRecord, plain] } : plain;
    const type = direction === 'request' ? this.#orFields(whole) : whole;
    const isOptional = !field.required;
    return {
      name: field.name,
      type: isOptional && direction === 'request' ? orUndefined(type) : type,
      isOptional,
      doc: direction === 'request' && this.takesDay(field.shape) ? withDay(docOf(field.schema)) : docOf(field.schema),
    };
  }

  /** An interface is not assignable to a type with an index signature, so a caller's interface would be rejected. */
  #orFields(type: TypeNode): TypeNode {
    switch (type.kind) {
      case 'named': {
        const orFields = this.#fieldsOf.get(type.name);
        return orFields === undefined ? type : { ...type, orFields };
      }
      case 'list':
        return { ...type, items: this.#orFields(type.items) };
      case 'union':
        return { ...type, members: type.members.map((member) => this.#orFields(member)) };
      case 'keyword':
      case 'literal':
      case 'pattern':
      case 'other':
      case 'object':
      case 'intersection':
        return type;
    }
  }

  #file(field: Field, component: string | undefined): FileField | undefined {
    return component === undefined ? undefined : this.config.files?.[component]?.[field.name];
  }
}

/**
 * The schemas whose fields are the arguments of a call. Fields that nobody named are not sent to a server without
 * `extras`, so the type doesn't take them.
 */
function bodiesOf(endpoints: readonly Endpoint[], test: (body: EndpointBody) => boolean): ReadonlySet<string> {
  return new Set(
    endpoints
      .flatMap(({ body, choice }) => choice?.bodies ?? body ?? [])
      .flatMap((body) =>
        body.from === 'fields' && test(body) && body.shape.kind === 'reference' ? [body.shape.component] : [],
      ),
  );
}

/** Allows an explicit `undefined`, which `exactOptionalPropertyTypes` would reject. */
export function orUndefined(type: TypeNode): TypeNode {
  return { kind: 'union', members: [type, { kind: 'keyword', name: 'undefined' }] };
}

/** A string with a format beside one without it: where it takes no `Date`, both are `string`. */
function distinctKeywords(types: readonly TypeNode[]): readonly TypeNode[] {
  const isRepeated = (type: TypeNode, at: number): boolean =>
    type.kind === 'keyword' && types.findIndex((other) => other.kind === 'keyword' && other.name === type.name) < at;
  return types.filter((type, at) => !isRepeated(type, at));
}

function operationType(name: string): NamedType {
  return { kind: 'named', name, from: 'operation' };
}

function ofFile(field: FileField): TypeNode {
  if (field === 'image') return operationType('ImageInput');
  if (field === 'images') return { kind: 'list', items: operationType('ImageInput'), readonly: true };
  return operationType('FileInput');
}

function filenameMember(field: FileField | undefined): Member[] {
  if (typeof field !== 'object' || field.filename === undefined) return [];
  const doc = { paragraphs: ['Filename of the upload. The server may detect the format by its extension.'] };
  return [{ name: field.filename, type: orUndefined({ kind: 'keyword', name: 'string' }), isOptional: true, doc }];
}
