import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { mustRun } from './command.js';
import type { Project } from './project.js';
import { tool } from './tools.js';

/** Builds a page from programs/page.mjs and returns its path, relative to the folder of the project. */
export type MakePage = (project: Project) => Promise<string>;

/** A page without a bundler: it loads the files of the package through an import map. */
export const unbundled: MakePage = () => Promise.resolve('page.html');

export const byEsbuild: MakePage = async (project) => {
  await build({
    absWorkingDir: project.folder,
    entryPoints: ['page.mjs'],
    outfile: join(await project.newFolder('esbuild'), 'bundle.js'),
    bundle: true,
    minify: true,
    platform: 'browser',
    logLevel: 'silent',
  });
  return pageOf(project, 'esbuild');
};

export const byVite: MakePage = async (project) => {
  const vite = await tool('vite@8.3.8');
  // Vite processes every import map, so its page has none.
  await writeFile(join(await project.newFolder('vite'), 'index.html'), htmlOf('../page.mjs'));
  const args = ['build', 'vite', '--outDir', 'built', '--base', './', '--logLevel', 'warn'];
  const { output } = await mustRun(process.execPath, [vite.file('bin/vite.js'), ...args], { cwd: project.folder });
  if (output !== '') throw new Error(`Vite printed a warning: ${output}`);
  return 'vite/built/index.html';
};

export const byWebpack: MakePage = async (project) => {
  const webpack = (await tool('webpack@5.112.2')).load('webpack') as Webpack;
  const stats = await new Promise<WebpackStats>((resolve, reject) => {
    // The bundle for Node is only built: the files of the package for Node must give no warning either.
    const outputs = { web: 'bundle.js', node: 'node.js' };
    webpack(
      Object.entries(outputs).map(([target, filename]) => ({
        mode: 'production',
        target,
        context: project.folder,
        entry: './page.mjs',
        output: { path: join(project.folder, 'webpack'), filename },
        performance: false,
      })),
      (error, result) =>
        result ? resolve(result) : reject(error ?? new Error('webpack returned neither stats nor an error')),
    );
  });
  if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString('errors-warnings'));
  return pageOf(project, 'webpack');
};

type Webpack = (options: object, done: (error: Error | null, stats?: WebpackStats) => void) => void;

interface WebpackStats {
  hasErrors(): boolean;
  hasWarnings(): boolean;
  toString(preset: string): string;
}

async function pageOf(project: Project, folder: string): Promise<string> {
  await writeFile(join(project.folder, folder, 'index.html'), htmlOf('./bundle.js'));
  return `${folder}/index.html`;
}

function htmlOf(script: string): string {
  return `<!doctype html><meta charset="utf-8"><title>Smoke</title><link rel="icon" href="data:,"><script type="module" src="${script}"></script>\n`;
}
