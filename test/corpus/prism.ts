import { loadPrism, openPrism } from '../../scripts/mock-prism.js';

export interface DocumentServer {
  /** `http://127.0.0.1:<port>`; the paths of the document follow. */
  readonly url: string;
  close(): Promise<void>;
}

const modules = loadPrism();

/** Prism with this document. */
export async function serveDocument(path: string): Promise<DocumentServer> {
  const operations = await modules.readOperations(path);
  const prism = openPrism(modules, operations, { name: 'corpus', logLevel: 'silent', validateResponse: false });
  const url = await prism.listen(0, '127.0.0.1');
  return { url, close: () => prism.close() };
}
