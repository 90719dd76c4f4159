// The time to load one module, in a process that has loaded nothing else.
import { createRequire } from 'node:module';
import { report, task } from './report.js';

interface Task {
  readonly module: string;
  readonly by: 'import' | 'require';
}

const { module, by } = task<Task>();
const require = createRequire(import.meta.url);
const before = process.cpuUsage();
if (by === 'import') await import(module);
else require(module);
const { user, system } = process.cpuUsage(before);
report({ ms: (user + system) / 1000 });
