import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { RuncrateError } from '../core/errors/errors.js';

/** An absolute path, from one that may begin with `~/` or be a `file:` URL. Files of other hosts are rejected. */
export function resolvePath(name: string, label: string): string {
  const file = /^file:/i.test(name) ? fileUrlPath(name, label) : name;
  if (file.includes('\0')) throw new RuncrateError(`${label} must not contain a null character.`);
  // Opening one would send the user's name and password hash to that host.
  if (/^[\\/]{2}/.test(file))
    throw new RuncrateError(`${label} names a file on another host. Copy it to this host first.`);
  return path.resolve(file.startsWith('~/') ? path.join(homedir(), file.slice(2)) : file);
}

function fileUrlPath(url: string, label: string): string {
  try {
    return fileURLToPath(url);
  } catch (cause) {
    throw new RuncrateError({ message: `${label} is a file: URL that names no file on this host.`, cause });
  }
}
