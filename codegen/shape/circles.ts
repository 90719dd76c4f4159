import { buildEach, Stop } from '../read/stop.js';
import { childrenOf, type Shape } from './shape.js';
import type { Shapes } from './shapes.js';

/** No schema may be one of its own variants or parts, with no field and no list in between. */
export function checkCircles(components: Iterable<string>, shapes: Shapes): void {
  buildEach(components, (component) => {
    if (!leadsTo(component, shapes.component(component), shapes, new Set())) return;
    throw new Stop(
      shapes.spec.pointerOf(shapes.schemaOf(component)),
      'The schema contains itself.',
      'Break the cycle of $ref, allOf, oneOf or anyOf.',
    );
  });
}

function leadsTo(component: string, shape: Shape, shapes: Shapes, seen: Set<string>): boolean {
  if (shape.kind === 'reference') {
    if (shape.component === component) return true;
    if (seen.has(shape.component)) return false;
    seen.add(shape.component);
    return leadsTo(component, shapes.component(shape.component), shapes, seen);
  }
  const isOpened = shape.kind === 'union' || shape.kind === 'intersection';
  return isOpened && childrenOf(shape).some((child) => leadsTo(component, child, shapes, seen));
}
