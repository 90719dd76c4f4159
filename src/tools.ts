export {
  ParseError,
  StopTools,
  ToolRunError,
  type ParseErrorReason,
  type ToolRunErrorReason,
} from './handwritten/tools/errors.js';
export {
  jsonSchema,
  type JsonSchemaInit,
  type ModelSchema,
  type OutputOf,
  type SchemaFailure,
  type SchemaIssue,
  type SchemaPathSegment,
  type SchemaResult,
  type SchemaSuccess,
} from './handwritten/tools/schema.js';
export { tool, type AnyTool, type Tool, type ToolContext, type ToolInit } from './handwritten/tools/tool.js';
export type {
  ParsedChatCompletion,
  ParsedChatCompletionStream,
  ParseFields,
  ParseParams,
} from './handwritten/tools/parse.js';
export type { RunToolsParams, ToolRunStream } from './handwritten/tools/run-tools.js';
export type {
  StoppedRun,
  ToolCallEvent,
  ToolEvent,
  ToolResultEvent,
  ToolRun,
  ToolRunFields,
  ToolTextEvent,
} from './handwritten/tools/tool-run.js';
export type { ToolUsage } from './handwritten/tools/usage.js';
