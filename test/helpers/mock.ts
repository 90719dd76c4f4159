import { afterAll, beforeAll } from 'vitest';
import { startMock, type Mock, type MockOptions } from '../../scripts/mock-server.js';
import { Runcrate, type RuncrateOptions } from '../../src/index.node.js';

export interface MockOfFile {
  readonly baseUrl: string;
  readonly inferenceUrl: string;
  /** The environment variables with which `new Runcrate()` in a program calls the mock. */
  readonly environment: Readonly<Record<string, string>>;
  /** A client of the mock. */
  client(options?: RuncrateOptions): Runcrate;
}

/** Starts the mock before the tests of a file, and stops it after them. */
export function useMock(options: MockOptions = {}): MockOfFile {
  let mock: Mock | undefined;
  beforeAll(async () => {
    mock = await startMock(options);
  });
  afterAll(() => mock?.close());
  const running = (): Mock => {
    if (!mock) throw new Error('The mock runs inside tests and hooks only.');
    return mock;
  };
  return {
    get baseUrl() {
      return running().baseUrl;
    },
    get inferenceUrl() {
      return running().inferenceUrl;
    },
    get environment() {
      const { apiKey, baseUrl, inferenceUrl } = running();
      return { RUNCRATE_API_KEY: apiKey, RUNCRATE_BASE_URL: baseUrl, RUNCRATE_INFERENCE_URL: inferenceUrl };
    },
    client(options) {
      const { apiKey, baseUrl, inferenceUrl } = running();
      return new Runcrate({ apiKey, baseUrl, inferenceUrl, ...options });
    },
  };
}
