import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from './command.js';
import { files, type FileTask } from './files.js';
import { measureForeign } from './foreign.js';
import type { Goal } from './goal.js';
import { compileHooks } from './hooks.js';
import { root } from './root.js';
import { median, medians, ofRounds, type Round, type Rounds } from './rounds.js';
import type { Row, Tools } from './row.js';

/** Every performance goal of the SDK, in the order of the table. */
export const rows: readonly Row[] = [
  {
    name: 'chat',
    goals: [atMost(0.3, 'x openai', 'chat call, added to raw fetch')],
    async measure({ run, peers }) {
      const rounds = await run<Rounds>('chat', { peers });
      const { 'raw fetch': raw, ...added } = medians(rounds);
      return {
        figures: [ofRounds(rounds, (round) => addedTo(round, 'runcrate') / addedTo(round, 'openai'))],
        facts: [
          `raw fetch takes ${text(raw!)} µs; added: ${list(added, (took) => `${text(took - raw!)} µs`)}`,
          'measured earlier, on another machine: the published SDK 0.1.5 adds 5 to 7 µs, openai 30 to 37',
        ],
      };
    },
  },
  {
    name: 'parse',
    goals: [atMost(1.3, 'x chatCompletion', 'parse with a schema of 30 fields, added to raw fetch')],
    async measure({ run }) {
      const rounds = await run<Rounds>('parse');
      const { 'raw fetch': raw, ...added } = medians(rounds);
      return {
        figures: [ofRounds(rounds, (round) => addedTo(round, 'parse') / addedTo(round, 'chatCompletion'))],
        facts: [`raw fetch takes ${text(raw!)} µs; added: ${list(added, (took) => `${text(took - raw!)} µs`)}`],
      };
    },
  },
  {
    name: 'list',
    goals: [atMost(1.5, 'x raw fetch + JSON.parse', 'list of 50 instances, decoded')],
    async measure({ run }) {
      const rounds = await run<Rounds>('list');
      return {
        figures: [ofRounds(rounds, ({ runcrate, 'raw fetch': raw }) => runcrate! / raw!)],
        facts: [
          list(medians(rounds), (took) => `${text(took)} µs`),
          'measured earlier, on another machine: the published SDK 0.1.5 takes 4.5 x raw fetch',
        ],
      };
    },
  },
  {
    name: 'stream',
    goals: [
      atLeast(4, 'x openai', 'stream in reads of 16 KiB'),
      atLeast(0.7, 'x splitting + JSON.parse', 'stream in reads of 16 KiB'),
    ],
    measure: async (tools) => {
      const { rounds, facts } = await measureStream(tools, { read: 16 * 1024, events: 4000, rounds: 30 });
      return {
        figures: [ofRounds(rounds, fasterThan('openai')), ofRounds(rounds, fasterThan('split + parse'))],
        facts,
      };
    },
  },
  {
    name: 'stream-events',
    goals: [atLeast(2.5, 'x openai', 'stream of one event a read')],
    measure: async (tools) => {
      const { rounds, facts } = await measureStream(tools, { read: 'event', events: 4000, rounds: 30 });
      return { figures: [ofRounds(rounds, fasterThan('openai'))], facts };
    },
  },
  {
    name: 'stream-bytes',
    goals: [atLeast(1.5, 'x openai', 'stream in reads of 7 bytes')],
    measure: async (tools) => {
      const { rounds, facts } = await measureStream(tools, { read: 7, events: 500, rounds: 20 });
      return { figures: [ofRounds(rounds, fasterThan('openai'))], facts };
    },
  },
  {
    name: 'stream-paced',
    goals: [
      atMost(0.9, 'x openai', 'stream of one event a millisecond, the first 2,400'),
      atMost(0.8, 'x openai', 'stream of one event a millisecond, later'),
    ],
    measure: measurePaced,
  },
  {
    name: 'large-event',
    goals: [atMost(2.2, 'x the time', 'one event of 16 MB, where 8 MB are 1')],
    measure: (tools) => measureDouble(tools, 'event'),
  },
  {
    name: 'large-read',
    goals: [atMost(2.2, 'x the time', '200,000 events in one read, where 100,000 are 1')],
    measure: (tools) => measureDouble(tools, 'read'),
  },
  {
    name: 'calls',
    goals: [
      atMost(1.5, 'x raw fetch', '1,000 calls at once: heap a call'),
      atMost(0, 'leaked', '1,000 calls at once: handles, timers and listeners left after'),
      atMost(0.02, 'of what they held', '1,000 calls at once: heap left after'),
    ],
    measure: measureCalls,
  },
  {
    name: 'paced-call',
    goals: [
      atMost(3, 'µs', 'pacing and metering, added to a chat call'),
      atMost(0.5, 'µs', 'a client without them, beside one without their code'),
    ],
    async measure({ run }) {
      const rounds = await run<Rounds>('paced-call', await compileHooks());
      const added = (name: string, to = 'plain') => ofRounds(rounds, (round) => round[name]! - round[to]!);
      const noise = added('plain again');
      return {
        figures: [added('both'), added('as it is', 'without hooks')],
        facts: [
          `a call takes ${text(medians(rounds)['plain']!)} µs; added: ` +
            list({ pacing: added('paced'), metering: added('metered'), noise }, (took) => `${took.toFixed(2)} µs`),
        ],
      };
    },
  },
  {
    name: 'batch',
    goals: [
      atLeast(0.9, 'x a pool of promises', 'batch to a file, of calls that take 10 ms: throughput'),
      atMost(100, 'MB', 'batch of 1,000,000 items, and again: memory added'),
    ],
    async measure({ run }) {
      const rounds = await run<Rounds>('batch', { of: 'throughput', items: 2000 });
      const { megabytes } = await run<{ readonly megabytes: number }>('batch', { of: 'memory', items: 1_000_000 });
      return {
        figures: [ofRounds(rounds, ({ pool, batch }) => pool! / batch!), megabytes],
        facts: [`2,000 calls, 32 at once: ${list(medians(rounds), (took) => `${took.toFixed(2)} s`)}`],
      };
    },
  },
  fileRow('upload', 'path', `upload of ${files.uploadMegabytes} MB from a path`),
  fileRow('upload-stream', 'stream', `upload of ${files.uploadMegabytes} MB from a stream`),
  fileRow('download', 'download', `download of ${files.videoMegabytes} MB to disk`),
  fileRow('picture', 'image', `save of an image of ${files.imageMegabytes} MB, beside its base64`),
  {
    name: 'simulator',
    goals: [atLeast(20, 'x Prism', 'simulator of @runcrate/sdk/testing: calls a second of processor time')],
    async measure({ run }) {
      const rounds = await run<Rounds>('simulator', { root });
      const perSecond = (took: number): string => Math.round(1e6 / took).toLocaleString('en');
      return {
        figures: [ofRounds(rounds, ({ prism, simulator }) => prism! / simulator!)],
        facts: [`calls a second: ${list(medians(rounds), perSecond)}`],
      };
    },
  },
  {
    name: 'import',
    goals: [atMost(15, 'ms', 'import of the built package')],
    measure: measureImport,
  },
  {
    name: 'generate',
    goals: [
      atMost(2, 's', 'npm run generate, without its cache'),
      atMost(1, 's', 'npm run generate, where nothing changed'),
    ],
    measure: measureGenerate,
  },
  {
    name: 'generate-foreign',
    goals: [
      atMost(1, 'x hey-api', '60 ordinary documents: time'),
      atMost(1.2, 'x hey-api', '60 ordinary documents: memory'),
      atMost(0.75, 'x hey-api', 'each of five giants: time'),
      atMost(1, 'x hey-api', 'each of five giants: memory'),
      atMost(0.5, 'x hey-api', 'Microsoft Graph: time'),
      atMost(1, 'x hey-api', 'Microsoft Graph: memory'),
    ],
    measure: measureForeign,
  },
];

/** Only with `--only pacing`: it takes up to three minutes, which nearly all are waits. */
export const pacingRow: Row = {
  name: 'pacing',
  goals: [
    atMost(1, '%', '64 callers, 2 processes, 600 a minute: answered 429'),
    atLeast(95, '%', '64 callers, 2 processes, 600 a minute: of the limit used'),
    atMost(2, 'x the fair share', '64 callers, 2 processes, 600 a minute: longest call'),
  ],
  async measure({ run }) {
    const { paced, unpaced } = await run<Record<'paced' | 'unpaced', PacingReport>>('pacing');
    const shown = ({ refused, refusedPercent, throughputPercent, fairShares, failed }: PacingReport): string =>
      `${refused} answered 429 (${text(refusedPercent)} %), ${text(throughputPercent)} % of the limit used, ` +
      `longest call ${text(fairShares)} fair shares, ${failed} failed`;
    return {
      figures: [paced.refusedPercent, paced.throughputPercent, paced.fairShares],
      facts: [`with pacing: ${shown(paced)}`, `without: ${shown(unpaced)}`],
    };
  },
};

interface PacingReport {
  readonly refused: number;
  readonly refusedPercent: number;
  readonly throughputPercent: number;
  readonly fairShares: number;
  readonly failed: number;
}

/** Only with `--with-tests`: it takes minutes. */
export const testsRow: Row = {
  name: 'tests',
  goals: [atMost(4, 'min', 'npm test, on two idle cores')],
  async measure() {
    const seconds = await runCommand('npm', ['test']);
    return { figures: [seconds / 60], facts: ['wall-clock time, so other load counts'] };
  },
};

function atMost(limit: number, unit: string, what: string): Goal {
  return { what, is: 'at most', limit, unit };
}

function atLeast(limit: number, unit: string, what: string): Goal {
  return { what, is: 'at least', limit, unit };
}

function addedTo(round: Round, name: string): number {
  return round[name]! - round['raw fetch']!;
}

function fasterThan(name: string): (round: Round) => number {
  return (round) => round[name]! / round['runcrate']!;
}

async function measureStream(
  { run, peers }: Tools,
  task: { readonly read: number | 'event'; readonly events: number; readonly rounds: number },
): Promise<{ readonly rounds: Rounds; readonly facts: readonly string[] }> {
  const rounds = await run<Rounds>('stream', { ...task, peers });
  const perSecond = (took: number): string => Math.round(1e6 / took).toLocaleString('en');
  return { rounds, facts: [`events a second: ${list(medians(rounds), perSecond)}`] };
}

interface PacedReport {
  readonly cold: number;
  readonly warm: number;
}

async function measurePaced({ run }: Tools) {
  const contestants = ['raw fetch', 'runcrate', 'openai'];
  const cold: Record<string, number[]> = {};
  const warm: Record<string, number[]> = {};
  for (let round = 0; round < 9; round++) {
    for (const by of contestants) {
      const report = await run<PacedReport>('stream-paced', { by, events: 400, warmUps: 12, streams: 6 });
      (cold[by] ??= []).push(report.cold);
      (warm[by] ??= []).push(report.warm);
    }
  }
  const toOpenai = ({ runcrate, openai }: Round): number => runcrate! / openai!;
  const perEvent = (rounds: Rounds): string => list(medians(rounds), (took) => `${text(took)} µs`);
  return {
    figures: [ofRounds(cold, toOpenai), ofRounds(warm, toOpenai)],
    facts: [`an event, the first 2,400: ${perEvent(cold)}`, `an event, later: ${perEvent(warm)}`],
  };
}

async function measureDouble({ run }: Tools, of: 'event' | 'read') {
  const rounds = await run<Rounds>('double', { of });
  return {
    figures: [ofRounds(rounds, ({ once, twice }) => twice! / once!)],
    facts: [list(medians(rounds), (took) => `${text(took)} ms`)],
  };
}

interface CallsReport {
  readonly heapInFlight: number;
  readonly heapKept: number;
  readonly left: readonly string[];
}

async function measureCalls({ run }: Tools) {
  const contestants = ['raw fetch', 'runcrate'] as const;
  const reports = { 'raw fetch': [] as CallsReport[], runcrate: [] as CallsReport[] };
  for (let round = 0; round < 3; round++) {
    for (const by of contestants) reports[by].push(await run<CallsReport>('calls', { by, calls: 1000 }));
  }
  const middle = (by: (typeof contestants)[number], figure: 'heapInFlight' | 'heapKept'): number =>
    median(reports[by].map((report) => report[figure]));
  const held = middle('runcrate', 'heapInFlight');
  const left = reports.runcrate.flatMap((report) => report.left);
  const kilobytes = (by: (typeof contestants)[number], figure: 'heapInFlight' | 'heapKept') =>
    `${text(middle(by, figure) / 1024)} kB`;
  return {
    figures: [held / middle('raw fetch', 'heapInFlight'), left.length, middle('runcrate', 'heapKept') / held],
    facts: [
      `heap a call in flight: ${contestants.map((by) => `${by} ${kilobytes(by, 'heapInFlight')}`).join(', ')}`,
      `heap a call left after: ${contestants.map((by) => `${by} ${kilobytes(by, 'heapKept')}`).join(', ')}`,
      ...(left.length > 0 ? [`left: ${[...new Set(left)].join(', ')}`] : []),
    ],
  };
}

function fileRow(name: string, of: FileTask['of'], what: string): Row {
  // An image is one JSON response: its bytes may be in memory once more in addition to the base64, but not twice.
  const limit = of === 'image' ? (files.imageMegabytes * 4) / 3 : 64;
  return {
    name,
    goals: [atMost(limit, 'MB', `${what}: memory added`)],
    async measure({ run }) {
      const { megabytes } = await run<{ megabytes: number }>('memory', { of });
      return { figures: [megabytes], facts: [] };
    },
  };
}

async function measureImport({ run, peers }: Tools) {
  const modules = {
    nothing: { module: './nothing.js', by: 'import' },
    runcrate: { module: '@runcrate/sdk', by: 'import' },
    'runcrate by require': { module: '@runcrate/sdk', by: 'require' },
    openai: { module: 'openai', by: 'import' },
    ...Object.fromEntries(Object.entries(peers).map(([name, module]) => [name, { module, by: 'import' }])),
  };
  const rounds: Record<string, number[]> = {};
  for (let round = -1; round < 11; round++) {
    for (const [name, task] of Object.entries(modules)) {
      const { ms } = await run<{ ms: number }>('import', task);
      // The first import reads from a cold disk cache.
      if (round >= 0) (rounds[name] ??= []).push(ms);
    }
  }
  const added = (name: string) => ofRounds(rounds, (round) => round[name]! - round['nothing']!);
  const others = Object.keys(modules).filter((name) => name !== 'nothing');
  return {
    figures: [added('runcrate')],
    facts: [
      `beyond an empty module, which takes ${text(median(rounds['nothing']!))} ms: ` +
        others.map((name) => `${name} ${text(added(name))} ms`).join(', '),
    ],
  };
}

async function measureGenerate() {
  const runs = { cold: [] as number[], unchanged: [] as number[] };
  for (let run = 0; run < 3; run++) {
    await rm(join(root, 'node_modules/.cache/codegen'), { recursive: true, force: true });
    runs.cold.push(await runCommand('npm', ['run', 'generate']));
    runs.unchanged.push(await runCommand('npm', ['run', 'generate']));
  }
  const shown = Object.entries(runs).map(([name, seconds]) => `${name} ${seconds.map(text).join(', ')} s`);
  return {
    figures: [median(runs.cold), median(runs.unchanged)],
    facts: [`wall-clock time, so other load counts: ${shown.join('; ')}`],
  };
}

/** `runcrate 12.3 µs, openai 34.5 µs` */
function list(figures: Round, show: (figure: number) => string): string {
  return Object.entries(figures)
    .map(([name, figure]) => `${name} ${show(figure)}`)
    .join(', ');
}

function text(figure: number): string {
  return figure.toFixed(figure < 100 ? 1 : 0);
}
