import { buildEach, Stop } from '../read/stop.js';
import { childrenOf, type Shape } from './shape.js';
import type { Shapes } from './shapes.js';

/** No schema may be one of its own variants or parts, with no field and no list in between. */
export function checkCircles(components: Iterable<string>, shapes: Shapes): void {
  const all = [...components];
  const checked = new Set<string>();
  // Seen once each, however many hold the same ones. Only which of them are in a circle takes a search for each.
  if (!all.some((component) => isCircular({ kind: 'reference', component }, shapes, new Set(), checked))) return;
  buildEach(all, (component) => {
    if (!leadsTo(component, shapes.component(component), shapes, new Set())) return;
    throw new Stop(
      shapes.spec.pointerOf(shapes.schemaOf(component)),
      'The schema contains itself.',
      'Break the cycle of $ref, allOf, oneOf or anyOf.',
    );
  });
}

function isCircular(shape: Shape, shapes: Shapes, open: Set<string>, checked: Set<string>): boolean {
  if (shape.kind !== 'reference') {
    return isOpened(shape) && childrenOf(shape).some((child) => isCircular(child, shapes, open, checked));
  }
  const { component } = shape;
  if (open.has(component)) return true;
  if (checked.has(component)) return false;
  open.add(component);
  const isFound = isCircular(shapes.component(component), shapes, open, checked);
  open.delete(component);
  checked.add(component);
  return isFound;
}

function leadsTo(component: string, shape: Shape, shapes: Shapes, seen: Set<string>): boolean {
  if (shape.kind === 'reference') {
    if (shape.component === component) return true;
    if (seen.has(shape.component)) return false;
    seen.add(shape.component);
    return leadsTo(component, shapes.component(shape.component), shapes, seen);
  }
  return isOpened(shape) && childrenOf(shape).some((child) => leadsTo(component, child, shapes, seen));
}

function isOpened({ kind }: Shape): boolean {
  return kind === 'union' || kind === 'intersection';
}
