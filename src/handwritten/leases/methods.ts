/** What the client loads when a lease is first asked for. */
export { lease } from './acquire.js';
