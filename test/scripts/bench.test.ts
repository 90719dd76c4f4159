import { expect, test } from 'vitest';
import { readArguments } from '../bench/arguments.js';
import { hasMissed, verdictOf, type Goal } from '../bench/goal.js';
import { inRounds, median, ofRounds } from '../bench/rounds.js';
import { rows, testsRow } from '../bench/rows.js';
import { tableLines } from '../bench/table.js';

const fast: Goal = { what: 'a call', is: 'at most', limit: 1.5, unit: 'x raw fetch' };
const thorough: Goal = { what: 'a stream', is: 'at least', limit: 4, unit: 'x openai' };
const row = { name: 'call', goals: [fast, thorough], measure: () => Promise.reject(new Error('It is not run here.')) };
const names = ['call', 'stream'];

test('contestants take turns, and warm-up turns are not counted', async () => {
  const turns: string[] = [];
  const turn = (name: string) => async () => turns.push(name) && 1;
  const rounds = await inRounds({ a: turn('a'), b: turn('b') }, { warmUps: 1, rounds: 2, units: 1 });
  expect(turns.join('')).toBe('ababab');
  expect(rounds['a']).toHaveLength(2);
});

test('a contestant that reads less than the first is rejected', async () => {
  const rounds = inRounds({ a: async () => 50, b: async () => 49 }, { warmUps: 0, rounds: 1, units: 1 });
  await expect(rounds).rejects.toThrow('b has read 49, but a has read 50.');
});

test('figures are compared within their round, and the result is the median', () => {
  // The machine was slow in the second round, and busy during one turn of the third.
  const rounds = { ours: [1, 10, 90], theirs: [2, 20, 3] };
  expect(ofRounds(rounds, ({ ours, theirs }) => theirs! / ours!)).toBe(2);
});

test.each([
  [[5], 5],
  [[9, 1, 2], 2],
  [[4, 1, 2, 9], 3],
])('the median of %j is %d', (figures, middle) => {
  expect(median(figures)).toBe(middle);
});

test('a figure at the limit meets its goal; one beyond it, or NaN, does not', () => {
  expect([1.5, 1.51, NaN].map((figure) => verdictOf(fast, figure))).toEqual(['pass', 'MISS', 'MISS']);
  expect([4, 3.99, NaN].map((figure) => verdictOf(thorough, figure))).toEqual(['pass', 'MISS', 'MISS']);
});

test('a failed measurement is a miss; a row that was left out is not', () => {
  expect(hasMissed([fast], { kind: 'measured', figures: [1], facts: [] })).toBe(false);
  expect(hasMissed([fast, thorough], { kind: 'measured', figures: [1, 1], facts: [] })).toBe(true);
  expect(hasMissed([fast], { kind: 'failed', why: 'It broke.' })).toBe(true);
  expect(hasMissed([fast], { kind: 'left out', why: 'It takes minutes.' })).toBe(false);
});

test('the table shows whether each goal is met, and why a row has no figure', () => {
  const spaces = / {2,}/g;
  const measured = tableLines(row, { kind: 'measured', figures: [1.26, 3.2], facts: ['ours 12 µs'] });
  expect(measured.map((line) => line.replaceAll(spaces, ' | '))).toEqual([
    'a call | at most 1.5 x raw fetch | 1.26 | pass',
    'a stream | at least 4 x openai | 3.20 | MISS',
    ' | call: ours 12 µs',
  ]);
  const failed = tableLines(row, { kind: 'failed', why: 'It broke.' });
  expect(failed.map((line) => line.replaceAll(spaces, ' | '))).toEqual([
    'a call | at most 1.5 x raw fetch | not measured',
    'a stream | at least 4 x openai | not measured',
    ' | call: It broke.',
  ]);
});

test('rows are selected by name, and each name is unique', () => {
  expect(readArguments(['--only', 'call,stream', '--json'], names)).toEqual({
    only: ['call', 'stream'],
    isJson: true,
    isCheck: false,
    withTests: false,
    documents: undefined,
  });
  const all = [...rows, testsRow].map(({ name }) => name);
  expect(new Set(all).size).toBe(all.length);
});

test.each([
  [['--only', 'calls'], 'Unknown row "calls". The rows are call, stream.'],
  [['--only', ''], '--only needs a name'],
  [['--fast'], "Unknown option '--fast'"],
])('the command line %j is rejected', (args, why) => {
  expect(() => readArguments(args, names)).toThrow(why);
});
