import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { root } from './build.js';

/** A page of the documentation: README.md, or one of docs/. */
export interface Page {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
  readonly programs: readonly Program[];
}

/** A `ts` block. */
export interface Program {
  readonly name: string;
  readonly line: number;
  readonly text: string;
  /** If the block begins with `// name`: a file of a project, which a test of its own runs. */
  readonly file?: string;
}

/** All pages, with README.md first. */
export function readPages(): Page[] {
  const guides = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));
  return ['README.md', ...guides.sort().map((name) => `docs/${name}`)].map(readPage);
}

export function readPage(path: string): Page {
  const text = readFileSync(join(root, path), 'utf8');
  const page = path.replace(/^docs\/|\.md$/g, '').toLowerCase();
  const programs = [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(({ 1: block = '', index }): Program => {
    const line = text.slice(0, index).split('\n').length;
    const file = /^\/\/ (\S+\.tsx?)\n/.exec(block)?.[1];
    if (file !== undefined) return { name: `${page}-${file}`, line, text: block, file };
    return { name: `${page}-line-${line}`, line, text: `${prelude(block)}\n${block}` };
  });
  return { path, text, programs };
}

/** Each `@example` of src/ and generated/, once. */
export function readExamples(): Page {
  const files = ['src', 'generated'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `${folder}/${file}`),
  );
  const programs = files.sort().flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return [...text.matchAll(/^ *\* @example\n *\* ```ts\n(.*?)^ *\* ```$/gms)].map(
      ({ 1: block = '', index }): Program => {
        const line = text.slice(0, index).split('\n').length;
        const code = block.replaceAll(/^ *\* ?/gm, '');
        return { name: `${path.replaceAll(/\W/g, '-')}-line-${line}`, line, text: `${prelude(code)}\n${code}` };
      },
    );
  });
  const distinct = new Map(programs.map((program) => [program.text, program]));
  return { path: 'the @example tags of src/ and generated/', text: '', programs: [...distinct.values()] };
}

/** The headings of a page as GitHub and npm make anchors of them, and the anchors that are written out. */
export function anchorsOf({ text }: Page): string[] {
  const prose = text.replaceAll(/^```.*?^```$/gms, '');
  const headings = [...prose.matchAll(/^#{1,4} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  );
  return [...headings, ...[...prose.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id)];
}

/** The relative links of a page, as written. */
export function linksOf({ text }: Page): string[] {
  const prose = text.replaceAll(/^```.*?^```$/gms, '');
  return [...prose.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, target = '']) => target);
}

/** The relative links of a page without a file, or without a heading in the page that they lead to. */
export function lostLinks(page: Page): string[] {
  return linksOf(page).filter((link) => {
    const [target = '', anchor] = link.split('#');
    const path = target === '' ? page.path : normalize(join(dirname(page.path), target));
    if (!existsSync(join(root, path))) return true;
    return anchor !== undefined && path.endsWith('.md') && !anchorsOf(readPage(path)).includes(anchor);
  });
}

export function toJavaScript(text: string): string {
  return ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  }).outputText;
}

/** The import of `Runcrate` and the client `rc` that a block uses without making them, on one line. */
function prelude(block: string): string {
  const makesClient = /new Runcrate\(|\b(?:const|let|using) rc\b/.test(block);
  return [
    ...(/import Runcrate\b|import \{[^}]*\bRuncrate\b/.test(block) ? [] : [`import Runcrate from '@runcrate/sdk';`]),
    ...(makesClient ? [] : ['const rc = new Runcrate();']),
  ].join(' ');
}
