import type { Answer } from './answer.js';
import { cutError, type Fault } from './faults.js';
import type { VirtualClock } from './virtual-clock.js';

/** Makes the response of an answer, with what a fault does to its body. */
export function respond(answer: Answer, fault: Fault | undefined, clock: VirtualClock, signal?: AbortSignal): Response {
  const { status, events, eventDelay = 0 } = answer;
  const headers: Record<string, string> = { date: new Date(clock.now()).toUTCString(), ...answer.headers };
  if (events) {
    headers['content-type'] ??= 'text/event-stream';
    const isCut = fault?.cutAtEvent !== undefined && fault.cutAtEvent < events.length;
    const sent = isCut ? events.slice(0, fault.cutAtEvent) : events;
    const isLost = isCut || fault?.lost === 'after';
    const delay = eventDelay + (fault?.slow ?? 0);
    if (!isLost && delay === 0) return new Response(sent.join(''), { status, headers });
    const pieces = isLost && !isCut ? sent.slice(0, Math.ceil(sent.length / 2)) : sent;
    return new Response(streamOf(pieces.map(bytesOf), { delay, isLost, clock, signal }), { status, headers });
  }
  const body = bodyOf(answer, headers);
  if (body === null || fault === undefined) return new Response(body as BodyInit | null, { status, headers });
  return faulty(body, fault, { status, headers }, clock, signal);
}

function bodyOf({ status, body }: Answer, headers: Record<string, string>): string | Uint8Array | null {
  if (body === undefined || status === 204 || status === 304) return null;
  if (body instanceof Uint8Array) return body;
  if (typeof body === 'string' && headers['content-type'] !== undefined) return body;
  headers['content-type'] ??= typeof body === 'string' ? 'text/plain' : 'application/json';
  return typeof body === 'string' ? body : JSON.stringify(body);
}

function faulty(
  body: string | Uint8Array,
  { malformed, lost, slow = 0 }: Fault,
  init: ResponseInit,
  clock: VirtualClock,
  signal: AbortSignal | undefined,
): Response {
  const bytes = bytesOf(body);
  const half = bytes.subarray(0, Math.floor(bytes.length / 2));
  // On a port, the length would say that more is to come.
  if (malformed) return new Response(half as BodyInit, { ...init, headers: withoutLength(init.headers) });
  const isLost = lost === 'after';
  if (!isLost && slow === 0) return new Response(bytes as BodyInit, init);
  const whole = isLost ? half : bytes;
  const size = Math.max(1, Math.ceil(whole.length / 10));
  const count = Math.ceil(whole.length / size);
  const pieces = Array.from({ length: count }, (_, index) => whole.subarray(index * size, (index + 1) * size));
  return new Response(streamOf(slow > 0 ? pieces : [whole], { delay: slow, isLost, clock, signal }), init);
}

function withoutLength(headers: ResponseInit['headers']): Headers {
  const rest = new Headers(headers);
  rest.delete('content-length');
  return rest;
}

interface Flow {
  /** Seconds before each piece. */
  readonly delay: number;
  readonly isLost: boolean;
  readonly clock: VirtualClock;
  readonly signal: AbortSignal | undefined;
}

function streamOf(pieces: readonly Uint8Array[], { delay, isLost, clock, signal }: Flow): ReadableStream<Uint8Array> {
  let position = 0;
  const stop = new AbortController();
  const onAbort = (): void => stop.abort(signal?.reason);
  const end = (): void => signal?.removeEventListener('abort', onAbort);
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        stop.signal.addEventListener('abort', () => controller.error(stop.signal.reason), { once: true });
        if (signal?.aborted) onAbort();
        else signal?.addEventListener('abort', onAbort, { once: true });
      },
      async pull(controller) {
        if (delay > 0) await clock.sleep(delay * 1000, stop.signal);
        const piece = pieces[position++];
        if (piece !== undefined) return controller.enqueue(piece);
        end();
        if (isLost) controller.error(cutError());
        else controller.close();
      },
      cancel() {
        end();
        stop.abort();
      },
    },
    { highWaterMark: 0 },
  );
}

function bytesOf(body: string | Uint8Array): Uint8Array {
  return typeof body === 'string' ? new TextEncoder().encode(body) : body;
}
