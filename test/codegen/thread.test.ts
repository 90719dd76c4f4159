import { expect, test } from 'vitest';
import { Thread } from '../../codegen/emit/thread.js';

/** The handles for which the process stays alive. */
function handles(): number {
  return process.getActiveResourcesInfo().filter((name) => /MessagePort|Worker/.test(name)).length;
}

test('a thread keeps the process alive while it has a question to answer, and not before or after', async () => {
  const before = handles();
  const thread = new Thread('prettier-worker.js');
  thread.start();
  expect(handles()).toBe(before);
  const answer = thread.ask({ text: 'let a  =  1', options: '{"parser":"babel-ts"}' });
  expect(handles()).toBeGreaterThan(before);
  expect(await answer).toBe('let a = 1;\n');
  expect(handles()).toBe(before);
});

test('a question that a thread fails at rejects with its error, and the next one is answered', async () => {
  const thread = new Thread('prettier-worker.js');
  const options = '{"parser":"babel-ts"}';
  await expect(thread.ask({ text: 'let let', options })).rejects.toThrow(/unexpected|let/i);
  expect(await thread.ask({ text: 'let a', options })).toBe('let a;\n');
});
