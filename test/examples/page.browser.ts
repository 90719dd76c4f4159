import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../helpers/build.js';
import { deltas, deltasWithoutEnd, words, wordsWithoutEnd } from '../helpers/chat-answer.js';
import { answer, loopbackServer, type Reply } from '../helpers/loopback-server.js';
import { environmentOf, startProgram } from '../helpers/program.js';

/** As much of a page of Playwright as is needed here. */
export interface BrowserPage {
  goto(url: string): Promise<unknown>;
  fill(selector: string, text: string): Promise<void>;
  click(selector: string): Promise<void>;
  press(selector: string, key: string): Promise<void>;
  textContent(selector: string): Promise<string | null>;
  inputValue(selector: string): Promise<string>;
  waitForSelector(selector: string): Promise<unknown>;
}

/** What is looked at, in this order. */
export const chatPageChecks = [
  'words',
  'reasoning',
  'stop',
  'refusal',
  'lost connection',
  'cut by length',
  'cut by a filter',
  'too long',
] as const;

/**
 * What a visitor of `examples/stream-to-browser.ts` sees. No test by itself, since it takes a real browser. Gives what
 * is wrong, by the name of the check, and nothing of those that it did not come to. `look` is called where there is something to see.
 */
export async function checkChatPage(
  page: BrowserPage,
  look: (what: string) => Promise<unknown> = async () => {},
): Promise<Readonly<Record<string, string>>> {
  const model = await loopbackServer([
    words('An **ans', 'wer** <b>of</b>\n\n- wo', 'rds, [a link](https://example.com) and\n- `code`\n\n', sample),
    deltasWithoutEnd({ reasoning_content: 'The user asks, so I ' }, { reasoning_content: 'look for an answer.' }),
    wordsWithoutEnd('It never '),
    answer({ status: 402, body: { error: { code: 'insufficient_credits', message: 'No credits.' } } }),
    cutAfter('Half of'),
    deltas('length', { reasoning_content: 'Long.' }, { content: 'An answer without' }),
    words('an end.'),
    deltas('content_filter', { content: 'What I may not' }),
    answer({ status: 422, body: { error: { message: 'The context is too long.' } } }),
    words('In short.'),
  ]);
  const environment = { ...environmentOf(model), PORT: '0' };
  const program = startProgram(['--import', 'tsx', 'examples/stream-to-browser.ts'], root, environment);
  const steps: Record<(typeof chatPageChecks)[number], () => Promise<void>> = {
    words: async () => {
      await program.printed('\n');
      await page.goto(/http:\S+/.exec(program.output)?.[0] ?? '');
      await look('empty');
      await page.fill('textarea', 'First question');
      await page.click('form button');
      await page.waitForSelector('.assistant:not(.writing)');
      await expectText(page, '.user', 'First question');
      await expectText(page, '.assistant strong', 'answer');
      await expectText(page, '.assistant p', 'An answer <b>of</b>');
      await expectText(page, '.assistant a[href="https://example.com"][rel~="noopener"]', 'a link');
      await expectText(page, '.assistant li + li code', 'code');
      await expectText(page, '.assistant pre', 'const crates = [\n  "<b>GPU</b>",\n];');
      await look('answer');
      await expectText(page, 'form button', 'Send');
    },
    reasoning: async () => {
      await page.fill('textarea', 'A riddle');
      await page.click('form button');
      await page.waitForSelector('.thinks details[open]:has-text("The user asks, so I look for an answer.")');
      await look('reasoning');
      await page.click('form button');
      await page.waitForSelector('.assistant:not(.writing) summary:has-text("Thought for 1 s")');
      await page.waitForSelector('.note:has-text("Stopped.")');
    },
    stop: async () => {
      await page.fill('textarea', 'Second question');
      await page.press('textarea', 'Enter');
      await page.waitForSelector('.assistant.writing:has-text("It never")');
      await expectText(page, 'form button', 'Stop');
      await look('writing');
      await page.click('form button');
      await page.waitForSelector('.note:has-text("Stopped.") ~ .note:has-text("Stopped.")');
      await Promise.race([model.requests[2]?.closed, failLater('the request to the model goes on')]);
    },
    refusal: async () => {
      await page.fill('textarea', 'Third question');
      await page.click('form button');
      await page.waitForSelector('.error:has-text("Try again later.")');
      const kept = await page.inputValue('textarea');
      if (kept !== 'Third question') throw new Error(`the question was not given back; the field holds "${kept}"`);
    },
    'lost connection': async () => {
      await page.click('form button');
      await page.waitForSelector('.error:has-text("The connection was lost.")');
      await look('errors');
    },
    'cut by length': async () => {
      await page.fill('textarea', 'Fourth question');
      await page.click('form button');
      await page.waitForSelector('.note:has-text("greatest length") button');
      await page.click('.note button');
      await page.waitForSelector('.assistant:not(.writing):has-text("an end.")');
      expectSent(model.requests.at(-1)?.body, ['Fourth question', 'An answer without', 'Continue where you stopped.']);
    },
    'cut by a filter': async () => {
      await page.fill('textarea', 'Fifth question');
      await page.click('form button');
      await page.waitForSelector('.error:has-text("content filter")');
      await look('cut');
    },
    'too long': async () => {
      await page.fill('textarea', 'Sixth question');
      await page.click('form button');
      await page.waitForSelector('.assistant:not(.writing):has-text("In short.")');
      await page.waitForSelector('.divider + .user');
      const { messages } = sentBy(model.requests.at(-1)?.body);
      const before = sentBy(model.requests.at(-2)?.body).messages;
      if (messages.length >= before.length) throw new Error('the oldest messages were sent again');
      if (messages[1]?.role !== 'user') throw new Error(`the rest begins with ${messages[1]?.role}`);
      await look('too long');
    },
  };
  const problems: Record<string, string> = {};
  try {
    for (const name of chatPageChecks) {
      problems[name] = await steps[name]().then(
        () => '',
        (error: unknown) => (error as Error).message,
      );
      // Each goes on where the one before it ended.
      if (problems[name] !== '') break;
    }
    return problems;
  } finally {
    program.signal('SIGTERM');
    await program.finished;
    await model.close();
  }
}

const sample = '```js\nconst crates = [\n  "<b>GPU</b>",\n];\n```\n\n| GPU | USD |\n|---|---|\n| A100 | 1.20 |';

interface Sent {
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}

function sentBy(body: Buffer | undefined): Sent {
  return JSON.parse(String(body)) as Sent;
}

function expectSent(body: Buffer | undefined, contents: readonly string[]): void {
  const last = sentBy(body).messages.slice(-contents.length);
  const sent = last.map(({ content }) => content);
  if (sent.join('\n') !== contents.join('\n')) throw new Error(`the model was sent ${JSON.stringify(sent)}`);
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
