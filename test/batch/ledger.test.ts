import { expect, test } from 'vitest';
import { Ledger } from '../../src/handwritten/batch/ledger.js';

test('an id that makes the table grow is new, as any other that was never set', () => {
  const ledger = new Ledger();
  const wrong: string[] = [];
  for (let at = 0; at < 20_000; at++) {
    const id = `item-${at}`;
    if (ledger.stateOf(id) !== 'new' || ledger.inputOf(`other-${at}`) !== 0) wrong.push(id);
    ledger.set(id, 'done', at + 1);
    ledger.set(`other-${at}`, 'failed', 0);
  }
  expect(wrong).toEqual([]);
});

test('states, hashes and flags outlive the growth of the table', () => {
  const ledger = new Ledger();
  const states = ['failed', 'unknown', 'done'] as const;
  for (let at = 0; at < 5000; at++) {
    expect(ledger.flag(`item-${at}`, 'seen')).toBe(false);
    ledger.set(`item-${at}`, states[at % 3]!, at);
  }
  for (let at = 0; at < 5000; at++) {
    const id = `item-${at}`;
    expect([ledger.stateOf(id), ledger.inputOf(id)]).toEqual([states[at % 3], at]);
    expect([ledger.flag(id, 'seen'), ledger.flag(id, 'answered')]).toEqual([true, false]);
  }
  ledger.set('item-of-a-former-run', 'done', 1);
  expect(ledger.countUnseen()).toBe(1);
});
