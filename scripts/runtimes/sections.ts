import type { Section } from './trial.js';

/** As it is passed on the command line: `types-of-fetch`. */
export function nameOf({ subject }: Section): string {
  return subject.toLowerCase().replaceAll(' ', '-');
}

/** The sections of these names, in the order of the run; all if there are no names. */
export function chooseSections(sections: readonly Section[], names: readonly string[]): readonly Section[] {
  const known = sections.map(nameOf);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`No section "${unknown.join('", "')}". Pass one or more of: ${known.join(', ')}.`);
  return names.length === 0 ? sections : sections.filter((section) => names.includes(nameOf(section)));
}
