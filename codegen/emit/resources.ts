import type { Model } from '../model.js';
import { coreFiles, coreType, importsOf } from './imports.js';
import { docOf, type Statement } from './statement.js';

/** `resources.ts`: all resources, from one transport. */
export function resourcesFile({ resources, core }: Model): Statement[] {
  return [
    ...importsOf([], coreFiles(core), [coreType('Transport')]),
    ...resources.map(({ className, file }) => ({
      kind: 'import' as const,
      names: [className],
      from: `./resources/${file}.js`,
    })),
    {
      kind: 'class',
      name: 'Resources',
      doc: docOf('Every resource of the API.'),
      properties: resources.map(({ name, className, doc }) => ({ name, type: className, isReadonly: true, doc })),
      construction: resources.map(({ name, className }) => `this.${name} = new ${className}(transport);`),
      methods: [],
    },
  ];
}
