import type { Doc } from '../build/type-node.js';
import { changeAt, type Change, type Place } from './changes.js';

type DocPlace = Pick<Place, 'where' | 'old' | 'new'>;

/** Changes to the documentation: deprecation, default, description. */
export function compareDocs(old: Doc | undefined, now: Doc | undefined, place: DocPlace): readonly Change[] {
  return [
    ...compareDeprecation(old, now, place),
    ...compareDefault(old, now, place),
    ...compareText(textOf(old), textOf(now), place),
  ];
}

/** A deprecation asks for a minor version: https://semver.org/#how-should-i-handle-deprecating-functionality */
export function compareDeprecation(old: Doc | undefined, now: Doc | undefined, place: DocPlace): readonly Change[] {
  const [before, after] = [old, now].map((doc) => tagOf(doc, 'deprecated') !== undefined);
  if (before === after) return [];
  const what = after ? 'is deprecated now' : 'is no longer deprecated';
  return [changeAt(place, { severity: after ? 'addition' : 'fix', subject: 'deprecation', what })];
}

export function compareText(before: string, after: string, place: DocPlace): readonly Change[] {
  return before === after ? [] : [changeAt(place, { severity: 'fix', subject: 'docs', what: 'has a new description' })];
}

/** The default of the server: the SDK does not send it. */
function compareDefault(old: Doc | undefined, now: Doc | undefined, place: DocPlace): readonly Change[] {
  const [before, after] = [tagOf(old, 'defaultValue'), tagOf(now, 'defaultValue')];
  if (before === after) return [];
  return [
    changeAt(place, { severity: 'fix', subject: 'default', what: defaultText(before, after).replaceAll('`', '') }),
  ];
}

function defaultText(before: string | undefined, after: string | undefined): string {
  if (after === undefined) return `no longer has a default, was ${before ?? ''}`;
  return before === undefined ? `has the default ${after} now` : `has the default ${after} now, was ${before}`;
}

function tagOf(doc: Doc | undefined, name: string): string | undefined {
  return doc?.tags?.find((tag) => tag.name === name)?.text;
}

function textOf(doc: Doc | undefined): string {
  return doc?.words ?? doc?.paragraphs.join('\n') ?? '';
}
