import fc from 'fast-check';
import { expect, test } from 'vitest';
import { styles, type Chunks, type Style, type WholeCall } from '../fixtures/tool-call-styles.js';
import { observedClient } from '../helpers/observed-client.js';
import { eventStreamAnswer } from '../helpers/scripted-body.js';

/** The tool calls of the completion of a stream of these pieces, through the client. */
async function assemble(chunks: Chunks): Promise<unknown> {
  const deltas = chunks.map((pieces) => ({ choices: [{ index: 0, delta: { tool_calls: pieces } }] }));
  const events = [...deltas, { choices: [{ index: 0, delta: {}, finish_reason: 'tool_calls' }] }];
  const transcript = [...events.map((event) => JSON.stringify(event)), '[DONE]'].map((data) => `data: ${data}\n\n`);
  const { client } = observedClient(() => eventStreamAnswer(transcript.join('')));
  const stream = await client.models.chatCompletion({ model: 'a', messages: [], stream: true });
  const { choices } = await stream.finalCompletion();
  return choices[0]?.message.toolCalls ?? [];
}

function expected(calls: readonly WholeCall[], { isAnonymous }: Style): unknown {
  return calls.map(({ id, name, args }) => ({
    id: isAnonymous ? '' : id,
    type: 'function',
    function: { name, arguments: args },
  }));
}

const rows = styles.map((style) => [style.name, style] as const);

const fixture: readonly WholeCall[] = [
  { id: 'call_a', name: 'weather', args: '{"city":"São Paulo","days":[1,2]}' },
  { id: 'call_b', name: 'weather', args: '{"city":"{\\"}"}' },
];

test.each(rows)('two calls of one function are assembled from %s', async (_, style) => {
  const chunks = style.send(fixture, (text) => text.match(/.{1,5}/gsu) ?? []);
  expect(await assemble(chunks)).toEqual(expected(fixture, style));
});

test('calls of two functions without arguments are distinguished by their names', async () => {
  const chunks = ['weather', 'time'].map((name) => [{ function: { name, arguments: '' } }]);
  expect(await assemble(chunks)).toMatchObject([{ function: { name: 'weather' } }, { function: { name: 'time' } }]);
});

/** Texts as `JSON.stringify` makes them, so that a call that comes as an object is the same text again. */
const args = fc
  .dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }))
  .map((value) => JSON.stringify(JSON.parse(JSON.stringify(value))));
const call = fc.record({ name: fc.constantFrom('weather', 'time', 'search'), args });
const calls = fc
  .array(call, { minLength: 1, maxLength: 4 })
  .map((list): readonly WholeCall[] => list.map((parts, index) => ({ ...parts, id: `call_${index}` })));
const sizes = fc.infiniteStream(fc.integer({ min: 1, max: 6 }));

test.each(rows)('any calls are assembled from %s, however they are split', async (_, style) => {
  await fc.assert(
    fc.asyncProperty(calls, sizes, async (list, size) => {
      const cut = (text: string): readonly string[] => {
        const pieces: string[] = [];
        for (let rest = text; rest !== '';) {
          const length = size.next().value as number;
          pieces.push(rest.slice(0, length));
          rest = rest.slice(length);
        }
        return pieces;
      };
      expect(await assemble(style.send(list, cut))).toEqual(expected(list, style));
    }),
    { numRuns: 40 },
  );
});
