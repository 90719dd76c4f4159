/** A body that a test writes while it is read. */
export interface ScriptedBody {
  readonly stream: ReadableStream<Uint8Array>;
  write(text: string): void;
  /** The body is complete. */
  end(): void;
  /** The connection is lost. */
  cut(error?: unknown): void;
  /** The reader cancelled it: a real connection is then closed. */
  readonly isCancelled: boolean;
}

export function scriptedBody(): ScriptedBody {
  const encoder = new TextEncoder();
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  let isCancelled = false;
  const stream = new ReadableStream<Uint8Array>({
    start: (given) => void (controller = given),
    cancel: () => void (isCancelled = true),
  });
  return {
    stream,
    write: (text) => controller.enqueue(encoder.encode(text)),
    end: () => controller.close(),
    cut: (error = new TypeError('terminated')) => controller.error(error),
    get isCancelled() {
      return isCancelled;
    },
  };
}

/** A body that arrives in reads of this many bytes. */
export function bodyInReads(content: string | Uint8Array, size: number): ReadableStream<Uint8Array> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  let position = 0;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      if (position >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(position, (position += size)));
    },
  });
}

/** A response of server-sent events. */
export function eventStreamAnswer(body: BodyInit, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(body, { headers: { 'content-type': 'text/event-stream', ...headers } });
}
