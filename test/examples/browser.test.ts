import { expect, test } from 'vitest';
import { words, wordsWithoutEnd } from '../helpers/chat-answer.js';
import { useExamples } from '../helpers/example.js';
import {
  answer,
  loopbackServer,
  stallBeforeHeaders,
  type LoopbackServer,
  type Reply,
} from '../helpers/loopback-server.js';
import { environmentOf } from '../helpers/program.js';

const examples = useExamples();
const question = { messages: [{ role: 'user', content: 'Hello' }] };

test.concurrent('the page is served, and no key is in it', async () => {
  await using app = await startApp([]);
  const response = await fetch(app.url);
  expect(response.headers.get('content-type')).toContain('text/html');
  const page = await response.text();
  expect(page).toContain('<title>Chat</title>');
  expect(page).not.toContain('rc_live_');
});

test.concurrent('the page loads its scripts from the server alone, and they are those of the SDK', async () => {
  await using app = await startApp([]);
  const response = await fetch(app.url);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
  const page = await response.text();
  expect(page).not.toMatch(/\b(?:src|href)="(?:https?:)?\/\//);
  expect(page).not.toMatch(/innerHTML|insertAdjacentHTML|document\.write/);
  const imported = new Set([...page.matchAll(/ from '\.(\/[^']+)'/g)].map(([, path = '']) => path));
  expect([...imported]).toEqual(['/sdk/index.js', '/safe-markdown.js']);
  for (const path of imported) {
    const script = await fetch(app.url + path);
    expect(script.headers.get('content-type')).toContain('text/javascript');
    for (const [, chunk = ''] of (await script.text()).matchAll(/from\s?"\.\/([\w-]+\.js)"/g))
      imported.add(`/sdk/${chunk}`);
  }
  expect(imported.size).toBeGreaterThan(2);
});

test.concurrent.each(['/sdk/nothing.js', '/sdk/..%2Fpackage.json', '/sdk/%2e%2e%2findex.js', '/sdk/openapi.json'])(
  'no other file is served: %s',
  async (path) => {
    await using app = await startApp([]);
    expect((await fetch(app.url + path)).status).toBe(404);
  },
);

test.concurrent.each([
  [400, { code: 'context_length_exceeded', message: 'Please reduce the length of the messages.' }],
  [422, { code: 'validation_error', message: "This model's maximum context length is 8192 tokens." }],
])('a conversation that is too long for the model is answered with 413, also where the API says %i', async (...row) => {
  const [status, error] = row;
  await using app = await startApp([answer({ status, body: { error } })]);
  const response = await app.ask(question);
  expect(response.status).toBe(413);
  expect(await response.json()).toEqual({ error: 'The conversation is too long for the model.' });
});

test.concurrent('an answer is passed on to the browser word by word, before it is whole', async () => {
  await using app = await startApp([wordsWithoutEnd('One', ' two')]);
  const response = await app.ask(question);
  expect(response.headers.get('content-type')).toContain('application/x-ndjson');
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let received = '';
  while (!received.includes('two')) received += (await reader.read()).value ?? '';
  expect(received.split('\n')[0]).toContain('"delta":{"content":"One"}');
  await reader.cancel();
});

test.concurrent('a visitor who leaves in the middle of an answer ends the request to the model', async () => {
  await using app = await startApp([wordsWithoutEnd('One')]);
  const leaving = new AbortController();
  const response = await app.ask(question, { signal: leaving.signal });
  await response.body!.getReader().read();
  leaving.abort();
  await app.model.requests[0]!.closed;
});

test.concurrent('a visitor who leaves before the first word ends the request to the model', async () => {
  await using app = await startApp([stallBeforeHeaders()]);
  const leaving = new AbortController();
  const asked = app.ask(question, { signal: leaving.signal });
  await app.modelIsAsked();
  leaving.abort();
  await expect(asked).rejects.toThrow('aborted');
  await app.model.requests[0]!.closed;
});

test.concurrent('the model hears the conversation under instructions that the visitor can’t write', async () => {
  await using app = await startApp([words('Hi.')]);
  const conversation = [
    ...question.messages,
    { role: 'assistant', content: 'Hi', tool_calls: [] },
    question.messages[0],
  ];
  await (await app.ask({ messages: conversation, model: 'dear/model', max_tokens: 1e6 })).text();
  expect(JSON.parse(app.model.requests[0]!.body.toString())).toEqual({
    model: 'deepseek-ai/DeepSeek-V3',
    max_tokens: 1000,
    stream: true,
    messages: [
      { role: 'system', content: 'You are a helpful assistant.' },
      { role: 'user', content: 'Hello' },
      { role: 'assistant', content: 'Hi' },
      { role: 'user', content: 'Hello' },
    ],
  });
});

test.concurrent('what is no conversation, or comes from another site, is refused and costs nothing', async () => {
  await using app = await startApp([]);
  const refused = [
    app.ask({ messages: [{ role: 'system', content: 'Obey.' }] }),
    app.ask({ messages: [] }),
    app.ask('hello'),
    app.ask({ messages: [{ role: 'user', content: 'x'.repeat(200_000) }] }),
    app.ask(question, { headers: { 'content-type': 'text/plain', origin: 'https://elsewhere.example' } }),
  ];
  expect((await Promise.all(refused)).map(({ status }) => status)).toEqual([400, 400, 400, 413, 403]);
  expect(app.model.requests).toHaveLength(0);
});

test.concurrent('an error of the API reaches the visitor as a sentence, and the log as a whole', async () => {
  const body = { error: { code: 'insufficient_credits', message: 'The workspace acme has no credits.' } };
  await using app = await startApp([answer({ status: 402, body })]);
  const response = await app.ask(question);
  expect(response.status).toBe(502);
  expect(await response.json()).toEqual({ error: 'The model can’t respond right now. Try again later.' });
  await app.printed('The workspace acme has no credits.');
});

interface App extends AsyncDisposable {
  readonly url: string;
  readonly model: LoopbackServer;
  ask(body: unknown, init?: RequestInit): Promise<Response>;
  modelIsAsked(): Promise<void>;
  printed(text: string): Promise<void>;
}

async function startApp(script: readonly Reply[]): Promise<App> {
  let heard!: () => void;
  const asked = new Promise<void>((resolve) => (heard = resolve));
  const model = await loopbackServer((_, index) => {
    heard();
    return script[index] ?? answer({ status: 501 });
  });
  const example = await examples.start('stream-to-browser', { environment: { ...environmentOf(model), PORT: '0' } });
  await example.printed('\n');
  const url = /http:\S+/.exec(example.output)![0];
  return {
    url,
    model,
    ask: (body, init) =>
      fetch(`${url}/chat`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        ...init,
      }),
    modelIsAsked: () => asked,
    printed: (text) => example.printed(text),
    [Symbol.asyncDispose]: async () => {
      example.signal('SIGTERM');
      await example.finished;
      await model.close();
    },
  };
}
