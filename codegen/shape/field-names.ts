import { Stop } from '../read/stop.js';
import type { Field } from './shape.js';

/** No two fields of an object may have the same public name. */
export function checkNames(pointer: string, fields: readonly Field[]): void {
  const wires = new Map<string, string>();
  for (const { name, wire } of fields) {
    const other = wires.get(name);
    const reason = `The fields "${other ?? ''}" and "${wire}" would both be \`${name}\`.`;
    if (other !== undefined) throw new Stop(`${pointer}/properties`, reason, 'Keep one of them in the document.');
    wires.set(name, wire);
  }
}
