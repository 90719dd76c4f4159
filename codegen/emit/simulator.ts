import type { Model } from '../model.js';
import { printRecord, printValue } from './print-value.js';
import { group } from './layout.js';
import { docOf, type Statement } from './statement.js';

/** `simulator.ts`: what `@runcrate/sdk/testing` serves. */
export function simulatorFile({ simulation, servers, core }: Model): Statement[] {
  const { routes, schemas } = simulation();
  return [
    {
      kind: 'import',
      isTypeOnly: true,
      names: ['ApiDocument'],
      from: `${core.replace(/\/core$/, '')}/testing/document.js`,
    },
    {
      kind: 'const',
      name: 'apiDocument',
      doc: docOf('Every operation, with the schemas of its request and a sample of its response.'),
      type: 'ApiDocument',
      value: printRecord(
        [
          ['servers', printValue(servers)],
          ['routes', group('list', ['[', ']'], routes.map(printValue), true)],
          [
            'schemas',
            printRecord(
              Object.entries(schemas).map(([name, schema]) => [name, printValue(schema)]),
              true,
            ),
          ],
        ],
        true,
      ),
    },
  ];
}
