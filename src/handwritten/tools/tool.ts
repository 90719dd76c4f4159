import type { ChatMessage } from '../../../generated/types.js';
import { RuncrateError } from '../core/errors/errors.js';
import { nameProblem } from './name-problem.js';
import { jsonSchema, type ModelSchema, type OutputOf } from './schema.js';

/** What a tool is told of the call, beside its arguments. */
export interface ToolContext {
  /** Aborted with the run. Pass it on to what the tool calls. */
  readonly signal: AbortSignal;
  /** Id of the tool call. */
  readonly toolCallId: string;
  /** The conversation so far, the message with the call included. */
  readonly messages: readonly ChatMessage[];
}

/** A tool without its types, as a list of tools holds it. */
export interface AnyTool {
  /** The name that the model calls. */
  readonly name: string;
  /** What it is for; the model reads it. */
  readonly description?: string | undefined;
  /** The schema of the arguments. */
  readonly parameters: ModelSchema;
  /** Whether the provider enforces the schema. */
  readonly strict?: boolean | undefined;
  /** Runs the tool, as in a test of your own. The arguments are not validated. */
  readonly execute: (args: never, context: ToolContext) => unknown;
}

/** A function that the model may call: its name, its schema, and what runs. */
export interface Tool<Args = unknown, Result = unknown> extends AnyTool {
  /** Runs the tool, as in a test of your own. The arguments are not validated. */
  readonly execute: (args: Args, context: ToolContext) => Result;
}

/** How a tool is made. */
export interface ToolInit<Schema extends ModelSchema, Result> {
  /** 1 to 64 letters, digits, `_` and `-`. */
  readonly name: string;
  /** What it is for and when to call it; the model reads it. */
  readonly description?: string | undefined;
  /** The schema of the arguments: an object. Without it, the tool has none. */
  readonly parameters?: Schema | undefined;
  /**
   * Whether the provider enforces the schema. By default where it can be enforced; `true` is refused for a schema that
   * can't be.
   */
  readonly strict?: boolean | undefined;
  /**
   * Runs with validated arguments. What it returns goes to the model: a string unchanged, anything else as JSON. What it
   * throws goes there too, as the text of the error, never its stack; `StopTools` ends the run.
   */
  readonly execute: (args: OutputOf<Schema>, context: ToolContext) => Result;
}

const noParameters = jsonSchema<Record<string, never>>({ schema: { type: 'object', properties: {} } });

/**
 * A typed tool for `rc.models.runTools`.
 *
 * @example
 * ```ts
 * import { tool } from '@runcrate/sdk/tools';
 * import { z } from 'zod';
 *
 * const weather = tool({
 *   name: 'get_weather',
 *   description: 'Returns the temperature of a city in degrees Celsius.',
 *   parameters: z.object({ city: z.string() }),
 *   execute: async ({ city }) => ({ city, celsius: 21 }),
 * });
 * ```
 */
export function tool<Schema extends ModelSchema = ModelSchema<Record<string, never>>, Result = unknown>(
  init: ToolInit<Schema, Result>,
): Tool<OutputOf<Schema>, Result> {
  const { name, description, parameters = noParameters as ModelSchema, strict, execute } = init;
  const problem = nameProblem(name);
  if (problem !== undefined) throw new RuncrateError(`\`name\` of a tool ${problem}.`);
  if (typeof execute !== 'function') throw new RuncrateError(`\`execute\` of the tool \`${name}\` must be a function.`);
  return { name, description, parameters, strict, execute };
}
