import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { BrowserPage } from '../../test/examples/page.browser.js';
import { MissingToolError, tool } from './tools.js';

const executables = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

export interface Browser extends AsyncDisposable {
  readonly version: string;
  readonly newPage: (options?: PageOptions) => Promise<Page>;
}

/** The options of a new page that are used here. */
export interface PageOptions {
  readonly colorScheme?: 'light' | 'dark';
  readonly permissions?: readonly string[];
}

/** Starts the machine's Chromium, without a window. Rejects with a MissingToolError if there is none. */
export async function launch(): Promise<Browser> {
  const executablePath = findExecutable();
  if (executablePath === undefined)
    throw new MissingToolError('no Chromium: apt-get install chromium-headless-shell', false);
  const { chromium } = (await tool('playwright-core@1.65.1')).load('playwright-core') as Playwright;
  try {
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    return {
      version: browser.version(),
      newPage: (options) => browser.newPage(options),
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
    launch(options: object): Promise<{
      version(): string;
      newPage(options?: PageOptions): Promise<Page>;
      close(): Promise<void>;
    }>;
  };
}

export interface Page extends BrowserPage {
  on(event: 'pageerror', listener: (error: Error) => void): void;
  on(event: 'console', listener: (message: { type(): string; text(): string }) => void): void;
  on(event: 'request', listener: (request: { url(): string }) => void): void;
  on(event: 'requestfailed', listener: (request: { url(): string }) => void): void;
  on(event: 'response', listener: (response: { status(): number; url(): string }) => void): void;
  evaluate(expression: string): Promise<unknown>;
  waitForSelector(selector: string, options?: { readonly state: 'attached' }): Promise<unknown>;
  waitForFunction(expression: string): Promise<unknown>;
  setViewportSize(size: { readonly width: number; readonly height: number }): Promise<void>;
  url(): string;
  readonly keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
}
