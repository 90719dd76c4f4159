import type { Change } from './changes.js';
import type { Report } from './report.js';
import type { Severity, Step } from './severity.js';

const titles: Readonly<Record<Severity, string>> = {
  breaking: 'Breaking',
  addition: 'Additions',
  fix: 'Fixes and documentation',
};

const conclusions: Readonly<Record<Step, string>> = {
  major: 'The next version is a major version.',
  minor: 'The next version is a minor version.',
  patch: 'The next version is a patch version.',
  none: 'Nothing changed.',
};

/** The report in human-readable form. */
export function reportText({ changes, unfound, step }: Report): string {
  const sections = (['breaking', 'addition', 'fix'] as const).flatMap((severity) => {
    const own = changes.filter((change) => change.severity === severity);
    return own.length === 0 ? [] : [`${titles[severity]} (${own.length})\n${own.map(entryText).join('\n')}`];
  });
  const advice = unfound.map((pointer) => `${pointer} matches nothing in the new document: correct or remove it.`);
  return [...sections, ...(advice.length > 0 ? [advice.join('\n')] : []), conclusions[step]].join('\n\n');
}

/** `rc.crates.create(params).lid is required now.` */
export function lineOf({ where, what }: Change): string {
  return `${where} ${what}.`;
}

function entryText(change: Change): string {
  const document = change.document === 'old' ? ', in the old document' : '';
  return `  ${lineOf(change)}\n    ${change.pointer}${document}`;
}
