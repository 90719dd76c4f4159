import { execFileSync } from 'node:child_process';

/** The tag of the last release before the current commit. */
export function lastRelease(): string | undefined {
  return git('describe', '--tags', '--abbrev=0', '--match', 'v*')?.trim();
}

/** The content of a file of the current folder at a revision; undefined if it did not exist. */
export function fileAt(revision: string, path: string): string | undefined {
  // Without this check, a mistyped revision would look like one in which the file does not exist.
  if (git('rev-parse', '--verify', '--quiet', `${revision}^{commit}`) === undefined)
    throw new Error(`There is no revision ${revision}: fetch the tags, or pass another one with --base.`);
  return git('show', `${revision}:./${path}`);
}

function git(...args: string[]): string | undefined {
  try {
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1e9 });
  } catch {
    return undefined;
  }
}
