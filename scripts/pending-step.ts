import getChangesets from '@changesets/read';
import semver from 'semver';
import { sizeOf, type Step } from '../codegen/report/severity.js';

/** The largest step that the changesets in `folder`/.changeset announce for the package; `none` without a changeset. */
export async function pendingStep(folder: string, packageName: string): Promise<Step> {
  const changesets = await getChangesets(folder);
  const releases = changesets.flatMap((changeset) => changeset.releases);
  return largest(releases.filter(({ name }) => name === packageName).map(({ type }) => type));
}

/** The step from a version to a later one, `1.0.0` and `1.1.0`. */
export function stepBetween(old: string, now: string): Step {
  if (semver.lte(now, old)) return 'none';
  const [, step] = /^(?:pre)?(major|minor|patch)$/.exec(semver.diff(old, now) ?? '') ?? [];
  return (step as Step | undefined) ?? 'none';
}

export function largest(given: readonly Step[]): Step {
  return given.reduce<Step>((most, step) => (sizeOf(step) > sizeOf(most) ? step : most), 'none');
}
