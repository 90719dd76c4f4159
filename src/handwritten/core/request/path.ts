import { textProblem } from '../options/check.js';
import { RuncrateError } from '../errors/errors.js';
import { isObject } from '../json-object.js';
import { plainText } from './query.js';

/** A value in a path, and what is between it and the one before. */
export type PathItem = readonly [before: string, value: unknown, isEncoded?: boolean, isAlone?: boolean];

/**
 * Fills a path template. A value that would change the endpoint is rejected: an empty id, `.` and `..`, also encoded.
 * Other values are encoded, so that a slash in an id stays inside it.
 */
export function fillPath(template: string, values: Readonly<Record<string, readonly PathItem[]>>): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) =>
    (values[name] ?? [['', undefined]])
      .map(([before, value]) => {
        const text = plainText(value) ?? '';
        const problem = objectProblem(value) ?? textProblem(text) ?? dotsProblem(text);
        if (problem === undefined) return before + encodeURIComponent(text);
        throw new RuncrateError(`Path parameter "${name}" of ${template} ${problem}.`);
      })
      .join(''),
  );
}

/** A whole job or instance, where its id is meant. */
function objectProblem(value: unknown): string | undefined {
  return isObject(value) && 'id' in value
    ? 'must be a non-empty string, not an object: pass its `id`, as in `job.id`'
    : undefined;
}

/** Servers and proxies decode `%2e` before they resolve dots, some of them twice. */
function dotsProblem(text: string): string | undefined {
  return /^(\.|%(25)*2e){1,2}$/i.test(text) ? `must not be "${text}"` : undefined;
}
