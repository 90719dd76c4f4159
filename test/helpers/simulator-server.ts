import { createSimulator } from '../../src/testing.node.js';
import type { SimulatorOptions } from '../../src/handwritten/testing/settings.js';
import type { Simulator } from '../../src/handwritten/testing/simulator.js';
import { asyncDispose } from '../../src/handwritten/core/async-dispose.js';

/** A simulator on a port, for programs. */
export interface SimulatorServer extends AsyncDisposable {
  readonly api: Simulator;
  /** The environment variables with which a program calls it. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Its instances run at once. */
export async function simulatorServer(options: SimulatorOptions = {}): Promise<SimulatorServer> {
  const apiKey = 'rc_live_test';
  const api = createSimulator({ apiKey, deploySeconds: 0, ...options });
  const { baseUrl, inferenceUrl } = await api.listen();
  const environment = {
    RUNCRATE_API_KEY: apiKey,
    RUNCRATE_BASE_URL: baseUrl,
    RUNCRATE_INFERENCE_URL: inferenceUrl,
  };
  return { api, environment, [asyncDispose]: () => api.close() };
}
