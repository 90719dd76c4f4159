import { compareAnswer } from './compare-answers.js';
import { compareArguments } from './compare-arguments.js';
import { compareDeprecation, compareText } from './compare-docs.js';
import { compareOperations } from './compare-operations.js';
import { changeAt, type Change, type Place } from './changes.js';
import type { CallEntry } from './edition.js';
import type { Pair } from './pair.js';
import type { Doc } from '../build/type-node.js';

type CallPlace = Pick<Place, 'where' | 'old' | 'new'>;

/** Changes to the methods. */
export function compareCalls(pair: Pair): readonly Change[] {
  const { both, added, removed } = pair.calls;
  return [
    ...added.map((call) =>
      changeAt(alone(call), { severity: 'addition', subject: 'method', kind: 'added', what: 'is a new method' }),
    ),
    ...removed.map((call) =>
      changeAt(alone(call), { severity: 'breaking', subject: 'method', kind: 'removed', what: 'was removed' }),
    ),
    ...both.flatMap((match) => compareCall(match.old, match.new, pair)),
  ];
}

function compareCall(old: CallEntry, now: CallEntry, pair: Pair): readonly Change[] {
  const place = { where: now.name, old: old.source, new: now.source };
  const renamed =
    old.name === now.name
      ? []
      : [
          changeAt(place, {
            severity: 'breaking',
            subject: 'method',
            kind: 'renamed',
            what: `is the new name of ${old.name}`,
          }),
        ];
  return [
    ...renamed,
    ...compareArguments(old, now, pair),
    ...compareAnswer(old, now, pair),
    ...compareOperations(old, now, pair),
    ...compareDeprecation(old.method.doc, now.method.doc, place),
    ...compareWords(old.method.doc, now.method.doc, place),
  ];
}

/** Compares what both have; additions and removals are reported separately. */
function compareWords(old: Doc, now: Doc, place: CallPlace): readonly Change[] {
  const [before, after] = [tagsOf(old), tagsOf(now)];
  const shared = [...before.keys()].filter((key) => after.has(key));
  const wordsOf = (doc: Doc, tags: ReadonlyMap<string, string>): string =>
    [...ownParagraphs(doc), ...shared.map((key) => tags.get(key))].join('\n');
  return compareText(wordsOf(old, before), wordsOf(now, after), place);
}

/** Without the line that the SDK adds: the path in the API. */
function ownParagraphs({ paragraphs }: Doc): readonly string[] {
  return paragraphs.filter((text) => !/^`[A-Z]+ \//.test(text));
}

/** The documentation of the parameters and the response, without the list of fields and the options. */
function tagsOf({ tags = [] }: Doc): ReadonlyMap<string, string> {
  const own = tags.filter(
    ({ name, text }) => name === 'returns' || (name === 'param' && !/^(params|options) - /.test(text)),
  );
  return new Map(
    own.map(({ name, text, words }) => [name === 'param' ? (text.split(' - ')[0] ?? '') : name, words ?? text]),
  );
}

function alone({ name, source }: CallEntry): CallPlace {
  return { where: name, old: source, new: source };
}
