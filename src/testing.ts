export { createSimulator } from './handwritten/testing/simulator.js';
export type * from './handwritten/testing/public.js';
