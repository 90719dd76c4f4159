import fs from 'node:fs/promises';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import process from 'node:process';

/** The locks of this process. One with its id that is not here is of a former process, which had the same id. */
const held = new Set<string>();

/**
 * Creates a lock file, which names its process. Takes over that of a process that was killed. Rejects if another one
 * has it. Resolves to a function that removes it.
 */
export async function lock(path: string): Promise<() => Promise<void>> {
  const name = resolve(path);
  if (held.has(name)) throw new Error('Another batch of this process writes this output.');
  held.add(name);
  try {
    await take(path);
  } catch (error) {
    held.delete(name);
    throw error;
  }
  return async () => {
    await fs.rm(path, { force: true });
    held.delete(name);
  };
}

async function take(path: string): Promise<void> {
  const mine = JSON.stringify({ pid: process.pid, host: hostname() });
  for (let isRetry = false; ; isRetry = true) {
    try {
      return await create(path, mine);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const owner = await ownerOf(path);
    if (isRetry || (await isAlive(owner))) {
      throw new Error(heldText(owner, JSON.stringify(path)));
    }
    await fs.rm(path, { force: true });
  }
}

function heldText({ pid, host }: Owner, name: string): string {
  const which = pid === undefined ? '' : ` (${pid} on ${host})`;
  const how =
    host === undefined || host === hostname()
      ? 'Wait for it, or pass another `output`. If it is gone,'
      : 'Whether it still runs can not be seen from this host. Wait for it, or pass another `output`. If you know that it has ended,';
  return `Another process${which} writes this output. ${how} delete ${name} and run again.`;
}

/** Fails if it exists: of two processes, one creates it. Of one that is killed meanwhile, there is none, or all of it. */
async function create(path: string, text: string): Promise<void> {
  const whole = `${path}.${process.pid}`;
  await fs.writeFile(whole, text);
  try {
    await fs.link(whole, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    // Some file systems have no links, such as exFAT.
    await fs.writeFile(path, text, { flag: 'wx' });
  } finally {
    await fs.rm(whole, { force: true });
  }
}

interface Owner {
  readonly pid?: number;
  readonly host?: string;
}

/** Empty for a lock that was removed meanwhile, or is another file. */
async function ownerOf(path: string): Promise<Owner> {
  try {
    return JSON.parse(await fs.readFile(path, 'utf8')) as Owner;
  } catch {
    return {};
  }
}

/** When in doubt, it is: its items would be billed twice. */
async function isAlive({ pid, host }: Owner): Promise<boolean> {
  if (pid === undefined || host !== hostname()) return true;
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return !(await isZombie(pid));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** On Linux, a killed process keeps its id until its parent asks for it: in a container, often never. */
async function isZombie(pid: number): Promise<boolean> {
  const status = await fs.readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '');
  return status.slice(status.lastIndexOf(')')).startsWith(') Z');
}
