// A chat in the browser: the page asks this server, which holds the key and passes the stream on.
// The page reads it with the SDK's own class, and shows Markdown by safe-markdown.js, which it needs beside it.
// A visitor who presses Stop or leaves the page ends the request to the model, too.
//
//   export RUNCRATE_API_KEY=rc_live_...
//   npm install hono @hono/node-server
//   npx tsx examples/stream-to-browser.ts       (PORT=3000 is the default)
//
// Before you put it on the internet: every request spends your credits, so ask for a login and limit the rate.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { ApiError, RateLimitError, Runcrate, type ChatMessageParam } from '@runcrate/sdk';

const model = process.env.MODEL ?? 'deepseek-ai/DeepSeek-V3';
const rc = new Runcrate();
const sdk = join(dirname(createRequire(import.meta.url).resolve('@runcrate/sdk/package.json')), 'dist');
const app = new Hono();

// Nothing of the page is loaded from elsewhere, and what a model writes can't make it do so.
const policy = "default-src 'self' 'unsafe-inline' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
app.get('/', async (context) => {
  context.header('content-security-policy', policy);
  return context.html(await read(new URL('stream-to-browser.html', import.meta.url)));
});
app.get('/safe-markdown.js', async (context) =>
  script(context, await read(new URL('safe-markdown.js', import.meta.url))),
);
// The SDK as it is: the page reads the stream with the SDK's own class, which needs no key.
app.get('/sdk/:file{[\\w.-]+\\.js}', async (context) => {
  const file = await read(join(sdk, context.req.param('file'))).catch(() => undefined);
  return file === undefined ? context.notFound() : script(context, file);
});

// Other sites can't spend your credits through a visitor's browser, nor anybody much of them with one request.
app.post('/chat', csrf(), bodyLimit({ maxSize: 100_000 }), async (context) => {
  const conversation = readConversation(await context.req.json<unknown>().catch(() => undefined));
  if (!conversation) return context.json({ error: 'Send {"messages":[{"role":"user","content":"…"}]}.' }, 400);
  const messages: ChatMessageParam[] = [{ role: 'system', content: 'You are a helpful assistant.' }, ...conversation];
  const stream = await rc.models.chatCompletion(
    { model, messages, maxTokens: 1000, stream: true },
    // Ends the request should the visitor leave before the first word.
    { signal: context.req.raw.signal },
  );
  // One line of JSON a chunk. When the visitor leaves, the stream is cancelled, and with it the request to the model.
  return new Response(stream.toReadableStream(), {
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no', // nginx would collect the pieces
    },
  });
});

// What went wrong is for the log; the visitor learns what to do about it.
app.onError((error, context) => {
  if (error instanceof HTTPException) return error.getResponse();
  if (context.req.raw.signal.aborted) return context.body(null, 408);
  // As of a body that is too large: the page asks again without its oldest messages.
  if (isTooLong(error)) return context.json({ error: 'The conversation is too long for the model.' }, 413);
  console.error(error);
  if (error instanceof RateLimitError)
    return context.json({ error: 'Too many questions. Try again in a minute.' }, 429);
  return context.json({ error: 'The model can’t respond right now. Try again later.' }, 502);
});

serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(process.env.PORT ?? 3000) }, (address) =>
  console.log(`Open http://127.0.0.1:${address.port}`),
);

function read(file: string | URL): Promise<string> {
  return readFile(file, 'utf8');
}

function script(context: Context, text: string): Response {
  return context.body(text, 200, { 'content-type': 'text/javascript; charset=utf-8' });
}

/** A context limit has no error code of its own: only the message says it. */
function isTooLong(error: unknown): boolean {
  if (!(error instanceof ApiError) || ![400, 413, 422].includes(error.statusCode)) return false;
  return /context|too (?:long|large|many tokens)/i.test(`${error.code ?? ''} ${error.message}`);
}

/** The request body is untrusted input: only user and assistant messages are accepted, no instructions. */
function readConversation(body: unknown): ChatMessageParam[] | undefined {
  if (typeof body !== 'object' || body === null || !('messages' in body)) return undefined;
  const { messages } = body;
  if (!Array.isArray(messages) || messages.length === 0) return undefined;
  return messages.every(isMessage) ? messages.map(({ role, content }) => ({ role, content })) : undefined;
}

function isMessage(value: unknown): value is { readonly role: 'user' | 'assistant'; readonly content: string } {
  if (typeof value !== 'object' || value === null || !('role' in value) || !('content' in value)) return false;
  return (value.role === 'user' || value.role === 'assistant') && typeof value.content === 'string';
}
