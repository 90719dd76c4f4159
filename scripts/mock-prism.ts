import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Prism, which validates requests and answers with the document's examples. */
export interface RunningPrism {
  readonly port: number;
  /** A value that fits a JSON Schema, or undefined if there is none to be found. */
  readonly sample: (schema: object) => unknown;
  close(): Promise<void>;
}

export const documentFile = fileURLToPath(new URL('../openapi.json', import.meta.url));

export async function startPrism(logLevel: string): Promise<RunningPrism> {
  const modules = loadPrism();
  const { readOperations, sample } = modules;
  const operations = (await readOperations(documentFile)).map(withServerPath);
  const prism = openPrism(modules, operations, { name: 'mock', logLevel, validateResponse: true });
  const url = new URL(await prism.listen(0, '127.0.0.1'));
  return {
    port: Number(url.port),
    sample: (schema) => sample(schema, {}, schema),
    close: () => prism.close(),
  };
}

/** Prism that answers with the examples of these operations, and refuses a request that they do not describe. */
export function openPrism(
  { createLogger, createPrism }: PrismModules,
  operations: readonly PrismOperation[],
  options: { readonly name: string; readonly logLevel: string; readonly validateResponse: boolean },
): Prism {
  const { name, logLevel, validateResponse } = options;
  return createPrism(operations, {
    cors: false,
    config: {
      mock: { dynamic: false },
      isProxy: false,
      checkSecurity: true,
      validateRequest: true,
      validateResponse,
      errors: false,
    },
    components: { logger: createLogger(name, { level: logLevel }) },
  });
}

/** Prism routes by the document's bare paths. With their server's path in front, both servers live on one port. */
function withServerPath(operation: PrismOperation): PrismOperation {
  const [server] = operation.servers ?? [];
  if (!server) throw new Error(`Operation ${operation.path} of openapi.json has no server.`);
  return { ...operation, path: new URL(server.url).pathname.replace(/\/$/, '') + operation.path };
}

export interface PrismOperation {
  readonly path: string;
  readonly servers?: readonly { readonly url: string }[];
}

export interface Prism {
  listen(port: number, host: string): Promise<string>;
  close(): Promise<void>;
}

export interface PrismModules {
  readonly createLogger: (name: string, options: { readonly level: string }) => unknown;
  readonly createPrism: (operations: readonly PrismOperation[], options: object) => Prism;
  readonly readOperations: (file: string) => Promise<PrismOperation[]>;
  readonly sample: (schema: object, options: object, document: object) => unknown;
}

/** Prism's parts are dependencies of its command line, not ours: they are looked up from there. */
export function loadPrism(): PrismModules {
  const require = createRequire(createRequire(import.meta.url).resolve('@stoplight/prism-cli/package.json'));
  const ofHttp = createRequire(require.resolve('@stoplight/prism-http'));
  knowOnlyEnglish(ofHttp);
  const { createLogger } = require('@stoplight/prism-core') as Pick<PrismModules, 'createLogger'>;
  const { createServer } = require('@stoplight/prism-http-server') as { createServer: PrismModules['createPrism'] };
  const { getHttpOperationsFromSpec } = require('@stoplight/prism-http') as {
    getHttpOperationsFromSpec: PrismModules['readOperations'];
  };
  const { sample } = ofHttp('@stoplight/json-schema-sampler') as Pick<PrismModules, 'sample'>;
  return { createLogger, createPrism: createServer, readOperations: getHttpOperationsFromSpec, sample };
}

/** Prism can make up texts in fifty languages. The mock never asks for them, and they are most of what it would load. */
function knowOnlyEnglish(require: NodeJS.Require): void {
  const path = require.resolve('@faker-js/faker');
  if (require.cache[path]) return;
  const exports = { default: require('@faker-js/faker/locale/en') as unknown };
  require.cache[path] = {
    id: path,
    path,
    filename: path,
    exports,
    loaded: true,
    children: [],
    paths: [],
    require,
  } as unknown as NodeJS.Module;
}
