import { readFile } from 'node:fs/promises';
import type { Browser, Page, PageOptions } from './chromium.js';
import { tool } from './tools.js';
import type { Checks } from './trial.js';

export interface SiteOptions {
  /** Without a trailing slash. */
  readonly base: string;
  readonly colorScheme: NonNullable<PageOptions['colorScheme']>;
  /** Whose width and accessibility are looked at. */
  readonly pages: readonly string[];
}

/** What is looked at, in this order. */
export const siteChecks = ['no errors', 'fits', 'axe', 'keyboard', 'search', 'copy'] as const;

const guide = 'guides/chat.html';
export const sitePages: readonly string[] = [
  'index.html',
  guide,
  'guides/errors.html',
  'modules/_runcrate_sdk.html',
  'interfaces/_runcrate_sdk.Models.html',
  'classes/_runcrate_sdk.ApiError.html',
  'types/_runcrate_sdk.FileInput.html',
];
const widths = [1280, 360];

/** The site in one color scheme. Gives what is wrong, by the name of the check. */
export async function checkSite(browser: Browser, { base, colorScheme, pages }: SiteOptions): Promise<Checks> {
  const page = await browser.newPage({ colorScheme, permissions: ['clipboard-read', 'clipboard-write'] });
  const errors = collectErrors(page, base);
  const open = async (path: string): Promise<void> => {
    await page.goto(`${base}/${path}`);
    await untilShown(page);
  };
  const looks = await lookAtPages(page, pages, open);
  const steps = {
    keyboard: () => checkKeyboard(page, open),
    search: () => checkSearch(page, open),
    copy: () => checkCopy(page, open),
  };
  const problems: Record<string, string> = { ...looks };
  for (const [name, step] of Object.entries(steps)) problems[name] = await step().then(() => '', messageOf);
  return { ...problems, 'no errors': errors.join('\n') };
}

/** Whatever goes wrong in a page from now on. The site has all that it needs: it asks no other server. */
function collectErrors(page: Page, base: string): readonly string[] {
  const errors: string[] = [];
  const add = (what: string): unknown => errors.push(`${page.url()}: ${what}`);
  page.on('pageerror', ({ message }) => add(message));
  page.on('console', (message) => message.type() === 'error' && add(message.text()));
  page.on('requestfailed', (request) => add(`${request.url()} failed`));
  page.on('response', (response) => response.status() >= 400 && add(`${response.status()} of ${response.url()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${base}/`) && !request.url().startsWith('data:')) add(`asks ${request.url()}`);
  });
  return errors;
}

async function lookAtPages(
  page: Page,
  pages: readonly string[],
  open: (path: string) => Promise<void>,
): Promise<Checks> {
  const wide: string[] = [];
  const violations: string[] = [];
  const axe = await readFile((await tool('axe-core@4.14.1')).file('axe.min.js'), 'utf8');
  const look = async (path: string): Promise<void> => {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const place = `${path} at ${width} px`;
      const excess = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
      if (excess > 0) wide.push(`${place} is ${excess} px too wide`);
      for (const violation of await violationsOf(page)) violations.push(`${place}: ${violation}`);
    }
  };
  for (const path of pages) {
    await open(path);
    await page.evaluate(`${axe}\n0`);
    await look(path);
  }
  await searchFor(page, 'image');
  await look('search');
  return { fits: wide.join('\n'), axe: violations.join('\n') };
}

/** The navigation and the theme are in place. Until then TypeDoc hides the page, and nothing of it can have the focus. */
async function untilShown(page: Page): Promise<void> {
  await page.waitForSelector('#tsd-nav-container a', { state: 'attached' });
}

async function violationsOf(page: Page): Promise<readonly string[]> {
  const found =
    await page.evaluate(`axe.run({ resultTypes: ['violations'], preload: false }).then(({ violations }) => violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => id + ' (' + nodes.length + '), first: ' + nodes[0].html.slice(0, 200) + ' ' + nodes[0].failureSummary))`);
  return found as readonly string[];
}

/** Opens the search with the keyboard, also on a page that was just followed to, and waits for results. */
async function searchFor(page: Page, text: string): Promise<void> {
  await untilShown(page);
  await page.keyboard.press('/');
  await page.waitForSelector('#tsd-search[open]');
  await expectTrue(page, `document.activeElement.id === 'tsd-search-input'`, 'the field of the search has no focus');
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
  await page.waitForSelector('#tsd-search-results [role="option"]');
}

async function checkSearch(page: Page, open: (path: string) => Promise<void>): Promise<void> {
  await open(guide);
  await searchFor(page, 'generateImage');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForFunction(`location.pathname.endsWith('/interfaces/_runcrate_sdk.Models.html')`);
  await page.waitForSelector('#generateimage:has-text("generateImage")');
  await expectTrue(page, `location.hash === '#generateimage'`, 'the method that was found is not in the address');
  await page.waitForFunction(`document.querySelector('#generateimage').getBoundingClientRect().top < innerHeight`);
  // Without the arrow, the first result is meant.
  await searchFor(page, 'Retries and billing');
  await page.keyboard.press('Enter');
  await page.waitForFunction(`location.pathname.endsWith('/guides/retries.html')`);
  await searchFor(page, 'video');
  await page.keyboard.press('Escape');
  await page.waitForSelector('#tsd-search:not([open])', { state: 'attached' });
}

async function checkKeyboard(page: Page, open: (path: string) => Promise<void>): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 900 });
  await open(guide);
  await skip(page);
  await page.keyboard.press('Tab');
  await expectTrue(
    page,
    `!!document.activeElement.closest('#content')`,
    'after skipping, Tab leads out of the content',
  );
  await open(guide);
  await expectAllReached(page);
}

async function skip(page: Page): Promise<void> {
  await page.keyboard.press('Tab');
  const isLink = `document.activeElement.matches('a[href="#content"]')`;
  await expectTrue(page, isLink, 'the first stop of Tab is no link that skips to the content');
  const isInView = `document.activeElement.getBoundingClientRect().top >= 0`;
  await expectTrue(page, isInView, 'the link that skips to the content is out of view when it has the focus');
  await page.keyboard.press('Enter');
}

/** Presses Tab until each control had the focus, or as many times as there are controls. */
async function expectAllReached(page: Page): Promise<void> {
  const controls = (await page.evaluate(`(() => {
    globalThis.missed = new Set([...document.querySelectorAll('a[href], button, input, select, summary')]
      .filter((one) => one.tabIndex >= 0 && one.checkVisibility()));
    return missed.size;
  })()`)) as number;
  const problems: unknown[] = [];
  for (let stop = 0; stop <= controls; stop++) {
    await page.keyboard.press('Tab');
    problems.push(await page.evaluate(problemOfFocus));
  }
  problems.push(...((await page.evaluate('[...missed].map((one) => "not reached: " + one.outerHTML)')) as string[]));
  const text = problems.filter(Boolean).join('\n');
  if (text !== '' || controls === 0) throw new Error(text || 'nothing to reach');
}

/** What is wrong with the element that has the focus. It shows it by an outline of its own, or of its icon. */
const problemOfFocus = `(() => {
  const one = document.activeElement;
  missed.delete(one);
  const isOutlined = (element) => element && getComputedStyle(element).outlineStyle !== 'none';
  const isShown = one === document.body || isOutlined(one) || isOutlined(one.querySelector('svg'));
  return isShown ? '' : 'does not show its focus: ' + one.outerHTML;
})()`;

async function checkCopy(page: Page, open: (path: string) => Promise<void>): Promise<void> {
  await open(guide);
  await expectTrue(
    page,
    `!document.querySelector('pre:not(:has(> button))')`,
    'a block of code has no button to copy it',
  );
  await page.press('pre > button', 'Enter');
  await page.waitForSelector('pre > button:has-text("Copied")');
  const code = await page.evaluate(`document.querySelector('pre > code').innerText.trim()`);
  const copied = await page.evaluate('navigator.clipboard.readText()');
  if (copied !== code) throw new Error(`copied ${JSON.stringify(copied)} instead of ${JSON.stringify(code)}`);
}

async function expectTrue(page: Page, expression: string, problem: string): Promise<void> {
  if ((await page.evaluate(expression)) !== true) throw new Error(problem);
}

function messageOf(error: unknown): string {
  return (error as Error).message;
}
