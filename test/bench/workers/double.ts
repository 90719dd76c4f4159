// Whether time is linear in size: one large event, or many events in one read.
import { Runcrate } from '@runcrate/sdk';
import { inRounds, type Contestant } from '../rounds.js';
import { apiKey, chatEvents, chatParams, largeEvent } from '../samples.js';
import { report, task } from './report.js';
import { readsOf, streamStub } from './stub.js';

interface Task {
  readonly of: 'event' | 'read';
}

const networkRead = 16 * 1024;
const eventCharacters = 8 * 1024 * 1024;
const eventsInRead = 100_000;

const inputs: Readonly<Record<Task['of'], (times: number) => readonly Uint8Array[]>> = {
  event: (times) => readsOf(largeEvent(times * eventCharacters), networkRead),
  read: (times) => [new TextEncoder().encode(chatEvents(times * eventsInRead).join(''))],
};

/** In a short turn, a single garbage collection affects the figure, so there are more rounds. */
const rounds: Readonly<Record<Task['of'], number>> = { event: 31, read: 9 };

const { of } = task<Task>();
const input = inputs[of];
const contestants = { once: read(input(1), 2), twice: read(input(2), 1) };
// In milliseconds.
report(await inRounds(contestants, { warmUps: 3, rounds: rounds[of], units: 1000, collects: true }));

/** Resolves with the number of characters received, times `weight`. */
function read(reads: readonly Uint8Array[], weight: number): Contestant {
  const client = new Runcrate({ apiKey, fetch: streamStub(reads) });
  return async () => {
    let characters = 0;
    const stream = await client.models.chatCompletion({ ...chatParams, stream: true });
    for await (const { choices } of stream) characters += (choices[0]!.delta.content as string).length;
    return characters * weight;
  };
}
