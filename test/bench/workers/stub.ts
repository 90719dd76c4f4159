/** A `fetch` that resolves at once, from memory. */
export type Stub = (...args: Parameters<typeof fetch>) => Promise<Response>;

/** Returns the same JSON for every request. */
export function jsonStub(text: string): Stub {
  const headers = { 'content-type': 'application/json', 'x-request-id': 'req_01JNB6ZQ4T' };
  return () => Promise.resolve(new Response(text, { headers }));
}

/** Returns the same event stream for every request, split into reads. */
export function streamStub(reads: readonly Uint8Array[]): Stub {
  const headers = { 'content-type': 'text/event-stream' };
  return () => Promise.resolve(new Response(streamOf(reads), { headers }));
}

/** The number of reads that are enqueued at once: a `pull` per read would take as long as the read itself. */
const queued = 64;

function streamOf(reads: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  let next = 0;
  return new ReadableStream(
    {
      pull(controller) {
        for (const read of reads.slice(next, next + queued)) controller.enqueue(read);
        next += queued;
        if (next >= reads.length) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}

/** Splits bytes into reads of one size. */
export function readsOf(text: string, size: number): readonly Uint8Array[] {
  const bytes = new TextEncoder().encode(text);
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));
}
