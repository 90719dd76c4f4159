import { childrenOf, type Shape } from '../shape/shape.js';
import type { Shapes } from '../shape/shapes.js';

/** Whether a value of the shape may be a list or an object. */
export function mayHoldOthers(shape: Shape, shapes: Shapes): boolean {
  const resolved = shapes.resolved(shape);
  if (resolved.kind === 'union') return resolved.variants.some((variant) => mayHoldOthers(variant, shapes));
  if (resolved.kind === 'intersection') return resolved.parts.some((part) => mayHoldOthers(part, shapes));
  return resolved.kind === 'object' || resolved.kind === 'list';
}

/** What a list or an object of the shape holds. */
export function itemsOf(shape: Shape, shapes: Shapes): readonly Shape[] {
  const resolved = shapes.resolved(shape);
  if (resolved.kind === 'union' || resolved.kind === 'intersection')
    return childrenOf(resolved).flatMap((child) => itemsOf(child, shapes));
  return childrenOf(resolved);
}

/** Whether a part may be JSON, which its media type then says: an object, or one of a list. */
export function holdsJson(shape: Shape, shapes: Shapes): boolean {
  const resolved = shapes.resolved(shape);
  if (resolved.kind === 'union' || resolved.kind === 'list')
    return childrenOf(resolved).some((child) => holdsJson(child, shapes));
  if (resolved.kind === 'intersection') return resolved.parts.some((part) => holdsJson(part, shapes));
  return resolved.kind === 'object';
}

/** Whether a part may be a file, or one of a list. */
export function holdsFile(shape: Shape, shapes: Shapes): boolean {
  const resolved = shapes.resolved(shape);
  if (resolved.kind === 'union' || resolved.kind === 'list')
    return childrenOf(resolved).some((child) => holdsFile(child, shapes));
  return resolved.kind === 'binary';
}
