import { execFileSync } from 'node:child_process';

/** The tag of the last release that led here. */
export function lastRelease(): string | undefined {
  return git('describe', '--tags', '--abbrev=0', '--match', 'v*')?.trim();
}

/** A file of the folder we are in, as it was; undefined where it was not there yet. */
export function fileAt(revision: string, path: string): string | undefined {
  // Without this a mistyped revision would look like one before the file was there.
  if (git('rev-parse', '--verify', '--quiet', `${revision}^{commit}`) === undefined)
    throw new Error(`There is no revision ${revision}: fetch the tags, or name another with --base.`);
  return git('show', `${revision}:./${path}`);
}

function git(...args: string[]): string | undefined {
  try {
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1e9 });
  } catch {
    return undefined;
  }
}
