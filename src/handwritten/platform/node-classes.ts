import buffer from 'node:buffer';
import web from 'node:stream/web';

// Node's own, whatever the global ones are: test environments such as jsdom replace or lack them.
export const Blob = buffer.Blob as unknown as typeof globalThis.Blob;
export const ReadableStream = web.ReadableStream as unknown as typeof globalThis.ReadableStream;
export const TransformStream = web.TransformStream as unknown as typeof globalThis.TransformStream;
