import type { Doc } from '../build/type-node.js';
import { changeAt, type Change } from './changes.js';
import { errorClass } from './error-class.js';
import type { Edition } from './edition.js';
import type { Pair } from './pair.js';
import type { Severity } from './severity.js';
import { sourceOf, type Source } from './sources.js';

/** Changes that affect all calls: servers, error classes, the documentation of resources. */
export function compareClients(pair: Pair): readonly Change[] {
  return [...compareServers(pair), ...compareErrorClasses(pair), ...compareResources(pair)];
}

function compareServers({ old, new: now }: Pair): readonly Change[] {
  const [before, after] = [old.model.servers, now.model.servers];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => {
    const [url, urlNow] = [before[name], after[name]];
    if (url === urlNow) return [];
    const place = { where: `server ${name}`, old: at(old, '/servers'), new: at(now, '/servers') };
    if (urlNow === undefined)
      return [changeAt(place, { severity: 'breaking', subject: 'server', kind: 'removed', what: 'was removed' })];
    const isNew = url === undefined;
    const what = isNew ? `is new: ${urlNow}` : `has the URL ${urlNow} now, was ${url}`;
    const severity: Severity = isNew ? 'addition' : 'fix';
    return [changeAt(place, { severity, subject: 'server', kind: isNew ? 'added' : 'changed', what })];
  });
}

function compareErrorClasses({ old, new: now }: Pair): readonly Change[] {
  const statuses = Object.keys({ ...old.config.errors, ...now.config.errors }).map(Number);
  return statuses.flatMap((status) => {
    const [before, after] = [errorClass(status, old.config), errorClass(status, now.config)];
    if (before === after) return [];
    const source = sourceOf(now.shapes, { pointer: `sdk.config.ts#/errors/${status}`, schemas: [] });
    const what = `throws ${after} now, was ${before}`;
    return [
      changeAt(
        { where: `status ${status}`, old: source, new: source },
        { severity: 'breaking', subject: 'error', what },
      ),
    ];
  });
}

function compareResources({ old, new: now }: Pair): readonly Change[] {
  const present = now.model.resources.filter(({ methods }) => methods.length > 0);
  return present.flatMap(({ name, doc }) => {
    const before = old.model.resources.find((resource) => resource.name === name)?.doc;
    if (!before || textOf(before) === textOf(doc)) return [];
    const place = { where: `rc.${name}`, old: at(old, '/tags'), new: at(now, '/tags') };
    return [changeAt(place, { severity: 'fix', subject: 'docs', what: 'has a new description' })];
  });
}

/** The order of several tags is that of the paths, which has no meaning. */
function textOf({ paragraphs }: Doc): string {
  return paragraphs.toSorted().join('\n');
}

function at({ spec, shapes }: Edition, step: string): Source {
  return sourceOf(shapes, { pointer: `${spec.file}#${step}`, schemas: [] });
}
