/** What a client with `pacing` loads with its first call. */
export { openPacer } from './pacer.js';
