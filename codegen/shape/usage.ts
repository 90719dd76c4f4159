import type { SdkConfig } from '../config/config-types.js';
import type { Endpoint } from '../build/endpoint.js';
import type { Schema } from '../read/openapi.js';
import { childrenOf, type Shape } from './shape.js';
import type { Shapes } from './shapes.js';

/** The direction of a value: to the server, or from it. */
export type Direction = 'request' | 'answer';

/** The directions of each schema, and the schemas whose request and response types differ. */
export interface Usage {
  readonly request: ReadonlySet<string>;
  readonly answer: ReadonlySet<string>;
  /** All request shapes and all response shapes, including nested ones. */
  readonly requestShapes: ReadonlySet<Shape>;
  readonly answerShapes: ReadonlySet<Shape>;
  /** Used in both directions, with a type for each. */
  readonly twofold: ReadonlySet<string>;
}

export function buildUsage(endpoints: readonly Endpoint[], shapes: Shapes, config: SdkConfig): Usage {
  const { sentBack = [] } = config;
  const sentBackShapes = sentBack.map((component) => shapes.component(component));
  const requestShapes = shapesBelow([...endpoints.flatMap(sentShapes), ...sentBackShapes], shapes);
  const answerShapes = shapesBelow(endpoints.flatMap(receivedShapes), shapes);
  const request = new Set([...componentsAmong(requestShapes), ...sentBack]);
  const answer = componentsAmong(answerShapes);
  const both = [...request].filter((component) => answer.has(component) && !sentBack.includes(component));
  const twofold = componentsHolding(both, shapes, (shape, component) => looksDifferent(shape, component, config));
  return { request, answer, requestShapes, answerShapes, twofold };
}

function sentShapes({ parameters, body, choice }: Endpoint): Shape[] {
  const bodies = choice?.bodies ?? (body ? [body] : []);
  return [...parameters, ...bodies].map(({ shape }) => shape);
}

function receivedShapes({ answer }: Endpoint): Shape[] {
  return [answer.shape, ...(answer.stream ? [answer.stream.shape] : [])];
}

/** Every shape that is reachable from these, through references. */
function shapesBelow(roots: readonly Shape[], shapes: Shapes): Set<Shape> {
  const found = new Set<Shape>();
  const waiting = [...roots];
  for (let shape = waiting.pop(); shape; shape = waiting.pop()) {
    if (found.has(shape)) continue;
    found.add(shape);
    waiting.push(...(shape.kind === 'reference' ? [shapes.component(shape.component)] : childrenOf(shape)));
  }
  return found;
}

function componentsAmong(shapes: ReadonlySet<Shape>): Set<string> {
  return new Set([...shapes].flatMap((shape) => (shape.kind === 'reference' ? [shape.component] : [])));
}

/** The shapes that pass the test, and, transitively, all shapes that contain one of them. */
export function componentsHolding(
  components: readonly string[],
  shapes: Shapes,
  test: (shape: Shape, component: string | undefined) => boolean,
): Set<string> {
  const passes = (component: string): boolean => {
    const whole = shapes.component(component);
    return within(whole).some((shape) => test(shape, shape === whole ? component : undefined));
  };
  const found = new Set(components.filter(passes));
  const heldBy = new Map(components.map((component) => [component, referencesIn(shapes.component(component))]));
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const [component, held] of heldBy) if (held.some((reference) => found.has(reference))) found.add(component);
  }
  return found;
}

/** Sets of values are closed in requests and open in responses; some fields are read-only or write-only. */
function looksDifferent(shape: Shape, component: string | undefined, { files, pairs }: SdkConfig): boolean {
  if (component !== undefined && (files?.[component] ?? pairs?.[component]) !== undefined) return true;
  if (shape.kind === 'binary') return true;
  if (shape.kind === 'literals') return !shape.open && shape.isTag !== true && isSetOfValues(shape.values);
  return (
    shape.kind === 'object' &&
    shape.fields.some(({ schema }) => !isVisible(schema, 'request') || !isVisible(schema, 'answer'))
  );
}

/** Whether a field is used in this direction. */
export function isVisible({ readOnly, writeOnly }: Schema, direction: Direction): boolean {
  return (direction === 'request' ? readOnly : writeOnly) !== true;
}

/** A single value is a constant, and stays as closed as `true | false`. */
export function isSetOfValues(values: readonly unknown[]): boolean {
  return values.filter((value) => typeof value === 'string' || typeof value === 'number').length > 1;
}

function referencesIn(shape: Shape): string[] {
  return within(shape).flatMap((inner) => (inner.kind === 'reference' ? [inner.component] : []));
}

/** The shape and all its descendants, up to the next reference. */
export function within(shape: Shape): Shape[] {
  return [shape, ...childrenOf(shape).flatMap(within)];
}
