import type { Model } from '../model.js';
import type { Statement } from './statement.js';

/** `resource-types.ts`: the public class of each resource as a type, for programs that use a single resource. */
export function resourceTypesFile({ resources }: Model): Statement[] {
  return resources
    .filter(({ isExtended }) => !isExtended)
    .map(({ className, file }) => ({ kind: 'export', names: [className], from: `./resources/${file}.js` }));
}
