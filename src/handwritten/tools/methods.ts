/** What the client loads when it is first asked for typed output or tools: one file for both. */
export { parse } from './parse.js';
export { runTools } from './run-tools.js';
