// A chat in the browser: the page calls this server, which has the API key and forwards the stream.
// If a visitor presses Stop or leaves the page, the request to the model is aborted too.
//
//   export RUNCRATE_API_KEY=rc_live_...
//   npm install hono @hono/node-server
//   npx tsx examples/stream-to-browser.ts       (PORT=3000 is the default)
//
// Before you deploy it, add a login and a rate limit: every request spends your credits.
import { readFile } from 'node:fs/promises';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { RateLimitError, Runcrate, type ChatMessageParam } from '@runcrate/sdk';

const model = process.env.MODEL ?? 'deepseek-ai/DeepSeek-V3';
const rc = new Runcrate();
const page = await readFile(new URL('stream-to-browser.html', import.meta.url), 'utf8');
const app = new Hono();

app.get('/', (context) => context.html(page));

// `csrf` blocks requests from other sites. `bodyLimit` and `maxTokens` limit the cost of one request.
app.post('/chat', csrf(), bodyLimit({ maxSize: 100_000 }), async (context) => {
  const conversation = readConversation(await context.req.json<unknown>().catch(() => undefined));
  if (!conversation) return context.json({ error: 'Send {"messages":[{"role":"user","content":"…"}]}.' }, 400);
  const messages: ChatMessageParam[] = [{ role: 'system', content: 'You are a helpful assistant.' }, ...conversation];
  const stream = await rc.models.chatCompletion(
    { model, messages, maxTokens: 1000, stream: true },
    // Aborts the request if the visitor leaves before the first chunk.
    { signal: context.req.raw.signal },
  );
  // One line of JSON per chunk. If the visitor leaves, the stream is cancelled, which aborts the request to the model.
  return new Response(stream.toReadableStream(), {
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no', // or nginx buffers the chunks
    },
  });
});

// The log has the error; the visitor gets a message on what to do.
app.onError((error, context) => {
  if (error instanceof HTTPException) return error.getResponse();
  if (context.req.raw.signal.aborted) return context.body(null, 408);
  console.error(error);
  if (error instanceof RateLimitError) return context.json({ error: 'Too many requests. Try again in a minute.' }, 429);
  return context.json({ error: 'The model is not available right now. Try again later.' }, 502);
});

serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(process.env.PORT ?? 3000) }, (address) =>
  console.log(`Open http://127.0.0.1:${address.port}`),
);

/** The body is untrusted input: only user and assistant messages are accepted, no system messages. */
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
