import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { Application, LogLevel, TSConfigReader, TypeDocReader, type Logger } from 'typedoc';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../helpers/build.js';
import { readPages } from '../helpers/programs.js';

let folder: string;
const warnings: string[] = [];
/** The text of each page, by its path on the site. */
const site = new Map<string, string>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'runcrate-site-'));
  // `npm run typecheck` has found the errors of types already.
  const fast = { skipErrorChecking: true };
  const options = { options: join(root, 'typedoc.json'), logLevel: LogLevel.Warn, out: folder, ...fast };
  const application = await Application.bootstrapWithPlugins(options, [new TypeDocReader(), new TSConfigReader()]);
  collect(application.logger);
  const project = await application.convert();
  application.validate(project!);
  await application.generateOutputs(project!);
  for (const path of await readdir(folder, { recursive: true })) {
    if (/\.(?:html|md|txt)$/.test(path)) site.set(path, await readFile(join(folder, path), 'utf8'));
  }
}, 120_000);

afterAll(() => rm(folder, { recursive: true }));

test('every public export is documented, and the reference includes every type that it refers to', () => {
  expect(warnings).toEqual([]);
  for (const page of [
    'classes/_runcrate_sdk.Runcrate',
    'interfaces/_runcrate_sdk.Billing',
    'classes/_runcrate_sdk.NotFoundError',
  ])
    expect([...site.keys()]).toContain(`${page}.html`);
});

test('no link of the site is broken', () => {
  const broken = [...site].flatMap(([path, text]) =>
    path.endsWith('.html')
      ? linksOf(text)
          .filter((link) => leadsNowhere(path, link))
          .map((link) => `${path}: ${link}`)
      : [],
  );
  expect(site.size).toBeGreaterThan(100);
  expect(broken).toEqual([]);
});

test('every guide is a page of the site, and in the texts for language models', () => {
  const guides = readPages().filter(({ path }) => path.startsWith('docs/'));
  expect(guides.length).toBeGreaterThan(20);
  for (const { path, text } of guides) {
    const address = path.replace('docs/', 'guides/');
    expect([...site.keys()]).toContain(address.replace(/md$/, 'html'));
    expect(site.get('llms.txt')).toContain(`](${address}): `);
    expect(site.get(address)).toBe(text);
    expect(site.get('llms-full.txt')).toContain(text.trim());
  }
});

test('the reference shows what users call first, and the errors last', () => {
  const headings = [...site.get('modules/_runcrate_sdk.html')!.matchAll(/<h2[^>]*>(\w+)/g)].map(
    ([, heading]) => heading,
  );
  expect(headings.slice(0, 2)).toEqual(['Client', 'Resources']);
  expect(headings.at(-1)).toBe('Errors');
});

test('every type of the reference is two clicks at most from a page with methods that uses it', () => {
  const withMethods = [...site.keys()].filter((path) =>
    /^classes\/|^functions\/|^interfaces\/_runcrate_sdk\.\w+$/.test(path),
  );
  const once = new Set(withMethods.flatMap(targetsOf));
  const twice = new Set([...once].flatMap(targetsOf));
  const symbols = [...site.keys()].filter((path) => /^(?:classes|interfaces|types|functions|variables)\//.test(path));
  expect(symbols.length).toBeGreaterThan(80);
  expect(symbols.filter((path) => !withMethods.includes(path) && !once.has(path) && !twice.has(path))).toEqual([]);
});

test('the page of a resource begins with its methods, each with its route and what it does', () => {
  const sent = [...site.get('guides/api.md')!.matchAll(/^- rc\.(\w+)\.(\w+)`.* · `([A-Z]+ [^`]+)`$/gm)];
  expect(sent.length).toBeGreaterThan(30);
  for (const [, resource = '', method = '', route = ''] of sent) {
    const page = `interfaces/_runcrate_sdk.${resource[0]!.toUpperCase()}${resource.slice(1)}.html`;
    const [list = ''] = /<dl class="[^"]*methods">[^]*?<\/dl>/.exec(site.get(page) ?? '') ?? [];
    const [entry = ''] = new RegExp(`<dt><a href="[^"]+">${method}</a>[^]*?</dd>`).exec(list) ?? [];
    expect(entry, `${resource}.${method}`).toContain(`<code>${route}</code></dt>`);
    expect(entry, `${resource}.${method}`).toMatch(/<p>\w/);
  }
});

test('what a member was inherited from is named only where it leads somewhere', () => {
  const origins = [...site.values()].flatMap(
    (text) => text.match(/<p>(?:Inherited from|Overrides|Implementation of) [^]*?<\/p>/g) ?? [],
  );
  expect(origins.length).toBeGreaterThan(0);
  expect(origins.filter((origin) => !origin.includes('<a '))).toEqual([]);
});

test('every page has a link that skips to the content, which is a landmark, and its icons in itself', () => {
  for (const [path, text] of site) {
    if (!path.endsWith('.html')) continue;
    expect(text, path).toMatch(/<body><a href="#content" class="skip">/);
    expect(text.split('id="content" role="main"'), path).toHaveLength(2);
    expect(text, path).not.toContain('icons.svg');
  }
});

function targetsOf(path: string): string[] {
  const text = site.get(path) ?? '';
  // Without the navigation, which leads everywhere.
  const [, content = ''] = /<div class="col-content"[^>]*>([^]*?)<div class="col-sidebar">/.exec(text) ?? [];
  return linksOf(content).map((link) => normalize(join(dirname(path), link.split('#')[0]!)));
}

function linksOf(html: string): string[] {
  // An icon is no link: a script adds them to the page.
  const found = [...html.matchAll(/(?<!<use) (?:href|src)="([^"]+)"/g)].map(([, link = '']) => link);
  return found.filter((link) => link !== '#' && !/^(?:https?:|data:)/.test(link));
}

function leadsNowhere(path: string, link: string): boolean {
  const [target = '', anchor] = link.split('#');
  const page = target === '' ? path : normalize(join(dirname(path), target));
  const text = site.get(page);
  if (text === undefined) return !/^(?:assets|media)\//.test(page);
  return anchor !== undefined && anchor !== '' && !text.includes(`id="${decodeURIComponent(anchor)}"`);
}

function collect(logger: Logger): void {
  logger.log = (message, level) => {
    if (level >= LogLevel.Warn) warnings.push(message);
  };
}
