import { loadPrism } from '../../scripts/mock-prism.js';

export interface DocumentServer {
  /** `http://127.0.0.1:<port>`; the paths of the document follow. */
  readonly url: string;
  close(): Promise<void>;
}

const modules = loadPrism();

/** Prism with this document: it refuses a request that the document does not describe, and answers with its examples. */
export async function serveDocument(path: string): Promise<DocumentServer> {
  const operations = await modules.readOperations(path);
  const prism = modules.createPrism(operations, {
    cors: false,
    config: {
      mock: { dynamic: false },
      isProxy: false,
      checkSecurity: true,
      validateRequest: true,
      validateResponse: false,
      errors: false,
    },
    components: { logger: modules.createLogger('corpus', { level: 'silent' }) },
  });
  const url = await prism.listen(0, '127.0.0.1');
  return { url, close: () => prism.close() };
}
