import { toStandardJsonSchema } from '@valibot/to-json-schema';
import { type } from 'arktype';
import { Type, type Static } from 'typebox';
import { Value } from 'typebox/value';
import * as v from 'valibot';
import { expectTypeOf } from 'vitest';
import { z } from 'zod';
import type { Runcrate } from '../../src/index.node.js';
import { jsonSchema, tool } from '../../src/tools.js';

/* The types of a value and of arguments follow from the schema of each library, without a cast. Never run. */

declare const rc: Runcrate;
const chat = { model: 'a/model', messages: [{ role: 'user', content: 'Extract.' }] } as const;

const ofZod = z.object({ city: z.string(), days: z.number().optional(), at: z.string().transform(Number) });
const ofArktype = type({ city: 'string', 'days?': 'number' });
const ofValibot = toStandardJsonSchema(v.object({ city: v.string(), days: v.optional(v.number(), 1) }));
const typebox = Type.Object({ city: Type.String(), days: Type.Optional(Type.Number()) });
const ofTypebox = jsonSchema({ schema: typebox, validate: (value) => Value.Parse(typebox, value) });

export async function values(): Promise<void> {
  const { parsed } = await rc.models.parse({ ...chat, schema: ofZod });
  expectTypeOf(parsed).toEqualTypeOf<{ city: string; days?: number | undefined; at: number }>();
  const { parsed: second } = await rc.chat.completions.parse({ ...chat, schema: ofArktype });
  expectTypeOf(second).toEqualTypeOf<{ city: string; days?: number }>();
  const { parsed: third } = await rc.models.parse({ ...chat, schema: ofValibot });
  expectTypeOf(third).toEqualTypeOf<{ city: string; days: number }>();
  const { parsed: fourth } = await rc.models.parse({ ...chat, schema: ofTypebox });
  expectTypeOf(fourth).toEqualTypeOf<Static<typeof typebox>>();
  const stream = await rc.models.parse({ ...chat, schema: ofArktype, stream: true });
  expectTypeOf((await stream.finalCompletion()).parsed).toEqualTypeOf<{ city: string; days?: number }>();
}

export const tools = [
  tool({ name: 'a', parameters: ofZod, execute: ({ at }) => expectTypeOf(at).toEqualTypeOf<number>() }),
  tool({ name: 'b', parameters: ofArktype, execute: ({ city }) => expectTypeOf(city).toEqualTypeOf<string>() }),
  tool({ name: 'c', parameters: ofValibot, execute: ({ days }) => expectTypeOf(days).toEqualTypeOf<number>() }),
  tool({ name: 'd', parameters: ofTypebox, execute: ({ city }) => expectTypeOf(city).toEqualTypeOf<string>() }),
  tool({ name: 'e', execute: (args) => expectTypeOf(args).toEqualTypeOf<Record<string, never>>() }),
];

export async function run(): Promise<void> {
  const { completion } = await rc.models.runTools({ ...chat, tools });
  expectTypeOf(completion.choices[0]?.message.content).not.toBeAny();
  const events = await rc.models.runTools({ ...chat, tools, stream: true });
  for await (const event of events) if (event.type === 'text') expectTypeOf(event.text).toEqualTypeOf<string>();
}

export function mistakes(): void {
  // @ts-expect-error -- valibot's own schema has no JSON Schema
  void rc.models.parse({ ...chat, schema: v.object({ city: v.string() }) });
  // @ts-expect-error -- a plain object is no schema
  void rc.models.parse({ ...chat, schema: { city: 'string' } });
  // @ts-expect-error -- one value is read
  void rc.models.parse({ ...chat, schema: ofZod, n: 2 });
  // @ts-expect-error -- made from `schema`
  void rc.models.parse({ ...chat, schema: ofZod, responseFormat: { type: 'json_object' } });
  // @ts-expect-error -- there is nothing to run
  tool({ name: 'a', parameters: ofZod });
  // @ts-expect-error -- data is wrapped by `tool`
  void rc.models.runTools({ ...chat, tools: [{ type: 'function', function: { name: 'a' } }] });
}
