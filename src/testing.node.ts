import { startServer } from './handwritten/platform/node-server.js';
import type { SimulatorOptions } from './handwritten/testing/settings.js';
import { createSimulatorOn, type Simulator } from './handwritten/testing/simulator.js';

export type * from './handwritten/testing/public.js';

/** Creates a simulator: a world of its own. */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  return createSimulatorOn(startServer, options);
}
