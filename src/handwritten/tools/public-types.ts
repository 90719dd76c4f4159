/** The types of typed output and typed tools. */
export type { ParseErrorReason, ToolRunErrorReason } from './errors.js';
export type { ParsedChatCompletion, ParsedChatCompletionStream, ParseFields, ParseParams } from './parse.js';
export type { RunToolsParams, ToolRunStream } from './run-tools.js';
export type {
  ModelSchema,
  OutputOf,
  SchemaFailure,
  SchemaIssue,
  SchemaPathSegment,
  SchemaResult,
  SchemaSuccess,
} from './schema.js';
export type { AnyTool, ToolContext } from './tool.js';
export type {
  StoppedRun,
  ToolCallEvent,
  ToolEvent,
  ToolResultEvent,
  ToolRun,
  ToolRunFields,
  ToolTextEvent,
} from './tool-run.js';
export type { ToolUsage } from './usage.js';
