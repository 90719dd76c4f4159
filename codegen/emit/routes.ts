import type { Model } from '../model.js';
import { printRecord, printValue } from './print-value.js';
import { docOf, type Statement } from './statement.js';

/** `routes.ts`: what a batch may send, in a file that does not load the operations. */
export function routesFile({ operations, servers }: Model): Statement[] {
  const routesOf = (server: string) =>
    operations
      .filter((operation) => operation.server === server)
      .map(({ method, path, body }) => [`${method} ${path}`, printValue(body?.content ?? '')] as const);
  return [
    {
      kind: 'const',
      name: 'routes',
      doc: docOf('Method and path of each operation, by its server, with the content type of its request body.'),
      type: 'Readonly<Record<string, Readonly<Record<string, string>>>>',
      value: printRecord(Object.keys(servers).map((server) => [server, printRecord(routesOf(server), true)])),
    },
  ];
}
