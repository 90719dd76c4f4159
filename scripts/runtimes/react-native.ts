import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { mustRun } from './command.js';
import type { Project } from './project.js';
import { nativeModules } from './react-native-host.js';
import { tool, type Tool } from './tools.js';
import type { Bench, Checks, Section, Trial } from './trial.js';

/** Of programs/smoke.ts. The others need bytes in a Blob, streams or the reason of an abort, which it lacks. */
const smokeChecks = ['key', 'list', 'page', 'chat', 'path', 'bytes', 'save', 'error', 'retry'];

/** The oldest version, and a recent one: each with its Metro, its polyfills and its Hermes compiler. */
const versions = [
  {
    packages: ['react-native@0.72.17', '@react-native/metro-config@0.72.12', 'metro@0.76.9', 'react@18.2.0'],
    hermesc: 'react-native/sdks/hermesc',
  },
  {
    packages: ['react-native@0.86.3', '@react-native/metro-config@0.86.3', 'metro@0.84.3'],
    hermesc: 'hermes-compiler/hermesc',
  },
] as const;

/** React Native's own JavaScript in a context without the globals of Node.js, over a simulated native side. */
export const reactNative: Section = {
  subject: 'React Native',
  checks: ['hermes', ...smokeChecks, 'file', 'form', 'stream', 'open', 'fetch', 'abort', 'timeout'],
  trials: versions.flatMap(({ packages: [specifier, ...others], hermesc }) =>
    ['main', 'exports'].map((format): Trial => ({
      name: 'Metro',
      format,
      async run({ project, origin }) {
        const reactNativeTool = await tool(specifier, ...others);
        const bundle = await bundled(reactNativeTool, format, project);
        const hermes = await compiled(reactNativeTool.module(hermesc), bundle, project);
        return { version: reactNativeTool.version, checks: { hermes, ...(await runBundle(bundle, origin)) } };
      },
    })),
  ),
};

/** Bundles programs/react-native.js, with or without the `exports` of the package. Metro leaves a server running. */
async function bundled(from: Tool, format: string, project: Project): Promise<string> {
  const bundle = join(await project.newFolder(`react-native-${from.version}-${format}`), 'bundle.js');
  const args = [from.module(''), project.folder, bundle, format];
  await mustRun(process.execPath, ['metro.cjs', ...args], { cwd: project.folder });
  return bundle;
}

/** Hermes rejects some syntax that Metro lets through. An empty string if it compiles. */
async function compiled(folder: string, bundle: string, { folder: cwd }: Project): Promise<string> {
  const system = process.platform === 'darwin' ? 'osx-bin' : 'linux64-bin';
  const args = ['-emit-binary', '-w', '-out', `${bundle}.hbc`, bundle];
  return mustRun(join(folder, system, 'hermesc'), args, { cwd }).then(
    () => '',
    (error: unknown) => (error as Error).message,
  );
}

async function runBundle(bundle: string, origin: Bench['origin']): Promise<Checks> {
  const host: Host = { origin, smokeChecks, fetch, TextDecoder };
  const modules = nativeModules((event, args) => host.emit?.(event, args));
  const context = createContext({
    nativeHost: host,
    nativeModuleProxy: {},
    __turboModuleProxy: (name: string) => modules[name],
    console,
    performance,
    queueMicrotask,
    setTimeout,
    clearTimeout,
  });
  runInContext(await readFile(bundle, 'utf8'), context, { filename: bundle });
  return (await host.report) ?? {};
}

interface Host {
  readonly origin: string;
  readonly smokeChecks: readonly string[];
  /** Of a package, such as that of Expo. */
  readonly fetch: typeof globalThis.fetch;
  readonly TextDecoder: typeof globalThis.TextDecoder;
  /** Set by the program. */
  emit?: (event: string, args: readonly unknown[]) => void;
  report?: Promise<Checks>;
}
