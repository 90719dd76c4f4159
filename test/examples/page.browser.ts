import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../helpers/build.js';
import { words, wordsWithoutEnd } from '../helpers/chat-answer.js';
import { answer, loopbackServer, type Reply } from '../helpers/loopback-server.js';
import { environmentOf, startProgram } from '../helpers/program.js';

/** The subset of Playwright's `Page` that is used here. */
export interface BrowserPage {
  goto(url: string): Promise<unknown>;
  fill(selector: string, text: string): Promise<void>;
  click(selector: string): Promise<void>;
  press(selector: string, key: string): Promise<void>;
  textContent(selector: string): Promise<string | null>;
  inputValue(selector: string): Promise<string>;
  waitForSelector(selector: string): Promise<unknown>;
}

/** The checks, in their order. */
export const chatPageChecks = ['words', 'stop', 'refusal', 'lost connection'] as const;

/**
 * Checks the page of `examples/stream-to-browser.ts` as a visitor sees it. It is not a test file, because it needs a real
 * browser. Resolves to the failure of each check by its name, or an empty string; checks that did not run are missing.
 * `capture` is called when there is something to see, such as for a screenshot.
 */
export async function checkChatPage(
  page: BrowserPage,
  capture: (what: string) => Promise<unknown> = async () => {},
): Promise<Readonly<Record<string, string>>> {
  const model = await loopbackServer([
    words('An ', '**answer**', ' <b>of</b> words.'),
    wordsWithoutEnd('It never '),
    answer({ status: 402, body: { error: { code: 'insufficient_credits', message: 'No credits.' } } }),
    cutAfter('Half of'),
  ]);
  const environment = { ...environmentOf(model), PORT: '0' };
  const program = startProgram(['--import', 'tsx', 'examples/stream-to-browser.ts'], root, environment);
  const steps: Record<(typeof chatPageChecks)[number], () => Promise<void>> = {
    words: async () => {
      await program.printed('\n');
      await page.goto(/http:\S+/.exec(program.output)?.[0] ?? '');
      await capture('empty');
      await page.fill('textarea', 'First question');
      await page.click('button');
      await page.waitForSelector('.assistant:not(.writing)');
      await expectText(page, '.user', 'First question');
      await expectText(page, '.assistant', 'An **answer** <b>of</b> words.');
      await expectText(page, 'button', 'Send');
    },
    stop: async () => {
      await page.fill('textarea', 'Second question');
      await page.press('textarea', 'Enter');
      await page.waitForSelector('.assistant.writing:has-text("It never")');
      await expectText(page, 'button', 'Stop');
      await capture('writing');
      await page.click('button');
      await page.waitForSelector('.note:has-text("Stopped.")');
      await Promise.race([model.requests[1]?.closed, failLater('the request to the model was not aborted')]);
    },
    refusal: async () => {
      await page.fill('textarea', 'Third question');
      await page.click('button');
      await page.waitForSelector('.error:has-text("Try again later.")');
      const kept = await page.inputValue('textarea');
      if (kept !== 'Third question') throw new Error(`the question was not restored; the input field has "${kept}"`);
    },
    'lost connection': async () => {
      await page.click('button');
      await page.waitForSelector('.error:has-text("The connection was lost.")');
      await capture('errors');
    },
  };
  const problems: Record<string, string> = {};
  try {
    for (const name of chatPageChecks) {
      problems[name] = await steps[name]().then(
        () => '',
        (error: unknown) => (error as Error).message,
      );
      // Each check starts in the state that the previous one left.
      if (problems[name] !== '') break;
    }
    return problems;
  } finally {
    program.signal('SIGTERM');
    await program.finished;
    await model.close();
  }
}

async function failLater(reason: string): Promise<never> {
  await sleep(10_000, undefined, { ref: false });
  throw new Error(reason);
}

function cutAfter(text: string): Reply {
  return async (_, response) => {
    const chunk = JSON.stringify({ choices: [{ index: 0, delta: { content: text } }] });
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(`data: ${chunk}\n\n`);
    response.socket?.destroySoon();
  };
}

async function expectText(page: BrowserPage, selector: string, text: string): Promise<void> {
  const shown = await page.textContent(selector);
  if (shown?.trim() !== text) throw new Error(`${selector} shows "${shown ?? ''}" instead of "${text}".`);
}
