export { ParseError, StopTools, ToolRunError } from './handwritten/tools/errors.js';
export type * from './handwritten/tools/public-types.js';
export { jsonSchema, type JsonSchemaInit } from './handwritten/tools/schema.js';
export { tool, type Tool, type ToolInit } from './handwritten/tools/tool.js';
