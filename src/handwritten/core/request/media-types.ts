import { RuncrateError } from '../errors/errors.js';
import type { Body, ChooseBody } from '../operation/operation.js';
import type { PlaceParameter } from '../operation/parameter.js';

/** The argument that names the media type of the body: `mediaTypes` reads it, and the body has it. */
export const mediaType: PlaceParameter = () => undefined;

/**
 * Of several bodies, the one whose media type the argument `name` names; by default the operation's own, which is
 * declared as `first`. One that is in a range, such as `image/*`, is sent as the argument says.
 */
export function mediaTypes(name: string, first: string, others: Readonly<Record<string, Body>>): ChooseBody {
  const declared = [first, ...Object.keys(others)];
  return ({ body }, { [name]: given }, label) => {
    const bodyOf = (type: string): Body | undefined => (type === first ? body : others[type]);
    if (given == null) return bodyOf(first);
    const text = typeof given === 'string' ? given : '';
    if (declared.includes(text)) return bodyOf(text);
    const range = declared.find((type) => isInRange(text, type));
    if (range === undefined) {
      throw new RuncrateError(`\`${name}\` of ${label} must be one of: ${declared.join(', ')}.`);
    }
    return { ...(bodyOf(range) as Body), content: text };
  };
}

function isInRange(type: string, range: string): boolean {
  return range.endsWith('/*') && type.includes('/') && (range === '*/*' || type.startsWith(range.slice(0, -1)));
}
