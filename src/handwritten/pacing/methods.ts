/** What a client with `pacing` loads with its first call. */
export { openTurns } from './turns.js';
