import { build, type Plugin } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './root.js';

/** What pacing and metering have in the path of every call, by the file of `core/transport`, and what it is without them. */
const hooks: Readonly<Record<string, readonly (readonly [hook: string, without: string])[]>> = {
  'transport.ts': [
    ['this.config.usage?.start(operation, args, options)', 'undefined as { args: unknown } | undefined'],
    [', this, metered)', ', this)'],
  ],
  'retry.ts': [
    ['call.externalUrl === undefined ? context.turns : undefined', 'undefined as unknown as typeof context.turns'],
    ['metered?.end(answer, state.number, outcomeUnknown || state.isOpen);', ''],
  ],
  'attempt.ts': [['if (isAtApi) context.turns?.observe(call.server.origin, response, state.release);', '']],
};

/** The client of Node.js in one file, as it is and without the hooks: what they cost a client that does not use them. */
export async function compileHooks(): Promise<{ readonly asIs: string; readonly without: string }> {
  const [asIs, without] = [compiled('as-is'), compiled('without-hooks')];
  await Promise.all([compile(asIs, []), compile(without, [withoutHooks()])]);
  return { asIs, without };
}

function compiled(name: string): string {
  return join(root, '.scratch/bench', `${name}.mjs`);
}

async function compile(outfile: string, plugins: Plugin[]): Promise<void> {
  const entryPoints = [join(root, 'src/index.node.ts')];
  // `minifySyntax` takes out what is never reached.
  const shape = { bundle: true, platform: 'node', format: 'esm', target: 'node20', minifySyntax: true } as const;
  await build({ entryPoints, outfile, plugins, ...shape });
}

function withoutHooks(): Plugin {
  return {
    name: 'without-hooks',
    setup: ({ onLoad }) =>
      onLoad({ filter: /core\/transport\/(?:transport|retry|attempt)\.ts$/ }, async ({ path }) => {
        const file = path.slice(path.lastIndexOf('/') + 1);
        let contents = await readFile(path, 'utf8');
        for (const [hook, without] of hooks[file]!) {
          if (!contents.includes(hook)) throw new Error(`${file} has no \`${hook}\` any more: adapt hooks.ts.`);
          contents = contents.replaceAll(hook, without);
        }
        return { contents, loader: 'ts' };
      }),
  };
}
