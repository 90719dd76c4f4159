import { fileURLToPath } from 'node:url';
import { readImportGraph, type ImportGraph } from '../test/helpers/import-graph.js';
import { roomOf, rooms } from '../test/helpers/layering.js';

/*
 * `npx tsx scripts/rooms.ts` prints the number of imports from each folder of src/handwritten/core to each other one.
 * An import left of the diagonal violates the order of a call; the exit code is then 1.
 */

function countsOf(graph: ImportGraph): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [from, imports] of graph) {
    for (const { to } of imports) {
      const arrow = `${roomOf(from)} ${roomOf(to)}`;
      counts.set(arrow, (counts.get(arrow) ?? 0) + 1);
    }
  }
  return counts;
}

const counts = countsOf(readImportGraph(fileURLToPath(new URL('..', import.meta.url)), ['src/handwritten/core']));
const width = Math.max(...rooms.map((room) => room.length)) + 1;
const line = (cells: readonly string[]): string =>
  cells
    .map((cell) => cell.padStart(width))
    .join('')
    .trimEnd();

console.log(line(['from \\ to', ...rooms]));
let upwards = 0;
for (const [row, from] of rooms.entries()) {
  const cells = rooms.map((to, column) => {
    const count = counts.get(`${from} ${to}`) ?? 0;
    if (column < row) upwards += count;
    return column === row ? `(${count})` : String(count || '·');
  });
  console.log(line([from, ...cells]));
}
console.log(`\n${upwards} imports violate the order.`);
process.exitCode = upwards > 0 ? 1 : 0;
