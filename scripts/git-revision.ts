import { execFileSync } from 'node:child_process';

/** The tag of the last release before the current commit of a folder. */
export function lastRelease(folder: string): string | undefined {
  return git(folder, 'describe', '--tags', '--abbrev=0', '--match', 'v*')?.trim();
}

/** The content of a file of a folder at a revision; undefined if it did not exist. */
export function fileAt(revision: string, path: string, folder: string): string | undefined {
  // Without this check, a mistyped revision would look like one in which the file does not exist.
  if (git(folder, 'rev-parse', '--verify', '--quiet', `${revision}^{commit}`) === undefined)
    throw new Error(`There is no revision ${revision}: fetch the tags, or pass another one with --base.`);
  return git(folder, 'show', `${revision}:./${path}`);
}

function git(cwd: string, ...args: string[]): string | undefined {
  try {
    return execFileSync('git', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1e9 });
  } catch {
    return undefined;
  }
}
