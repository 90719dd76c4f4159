import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chatPageChecks, checkChatPage, type BrowserPage } from '../../test/examples/page.browser.js';
import { byEsbuild, byVite, byWebpack, unbundled, type MakePage } from './bundlers.js';
import { serveFolder } from './file-server.js';
import { MissingToolError, tool } from './tools.js';
import type { Checks, Section, Trial } from './trial.js';

const executables = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

/** A page in Chromium, on another origin than the server. */
export const browserTrials: readonly Trial[] = [
  pageTrial('no bundler', unbundled),
  pageTrial('esbuild', byEsbuild),
  pageTrial('Vite', byVite),
  pageTrial('webpack', byWebpack),
];

/** The page of examples/stream-to-browser.ts, as a user sees it. */
export const chatPage: Section = {
  subject: 'example page',
  checks: chatPageChecks,
  trials: [
    {
      name: 'Chromium',
      format: 'chat',
      async run() {
        await using browser = await launch();
        return { version: browser.version, checks: await checkChatPage(await browser.newPage()) };
      },
    },
  ],
};

function pageTrial(format: string, makePage: MakePage): Trial {
  return {
    name: 'Chromium',
    format,
    async run({ project, origin }) {
      // A bundle that can't be built is a failure, even if there is no browser to open it.
      const path = await makePage(project);
      await using browser = await launch();
      await using files = await serveFolder(project.folder);
      const checks = await openPage(browser, `${files.origin}/${path}?origin=${origin}`);
      return { version: browser.version, checks };
    },
  };
}

async function openPage(browser: Browser, url: string): Promise<Checks> {
  const page = await browser.newPage();
  const broken = new Promise<never>((_, reject) => page.on('pageerror', reject));
  await page.goto(url);
  return (await Promise.race([page.evaluate('globalThis.report'), broken])) as Checks;
}

interface Browser extends AsyncDisposable {
  readonly version: string;
  readonly newPage: () => Promise<Page>;
}

async function launch(): Promise<Browser> {
  const executablePath = findExecutable();
  if (executablePath === undefined)
    throw new MissingToolError('no Chromium: apt-get install chromium-headless-shell', false);
  const { chromium } = (await tool('playwright-core@1.65.1')).load('playwright-core') as Playwright;
  try {
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    return {
      version: browser.version(),
      newPage: () => browser.newPage(),
      [Symbol.asyncDispose]: () => browser.close(),
    };
  } catch (error) {
    const [reason] = (error as Error).message.split('\n');
    throw new MissingToolError(`Chromium failed to start: ${reason ?? ''}`, false);
  }
}

function findExecutable(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return executables.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The used part of playwright-core. The run installs it, so its types are not available here. */
interface Playwright {
  readonly chromium: {
    launch(options: object): Promise<{ version(): string; newPage(): Promise<Page>; close(): Promise<void> }>;
  };
}

interface Page extends BrowserPage {
  on(event: 'pageerror', listener: (error: Error) => void): void;
  evaluate(expression: string): Promise<unknown>;
}
