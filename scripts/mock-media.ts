/** What the mock adds to the document's examples, which are static: image URLs that exist, jobs that complete, a vector for each input. */
export interface MockMedia {
  /** The bytes at an image URL; undefined for any other path. */
  file(path: string): Uint8Array | undefined;
  /** Whether the response is changed, and is therefore buffered. */
  changes(method: string, path: string): boolean;
  /** The document's example, adapted to the request and to earlier requests. It still conforms to the document. */
  change(call: MediaCall): object;
}

export interface MediaCall {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly example: Readonly<Record<string, unknown>>;
}

/** A WebP image of one pixel. */
const image = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64');
const assets = '/assets/';

/** The first poll returns the job of the example, the next one a completed job. */
const pollsUntilDone = 1;

/** `origin` is a function, since the port is unknown until the mock listens. */
export function createMedia(origin: () => string): MockMedia {
  const polls = new Map<string, number>();
  return {
    file: (path) => (path.startsWith(assets) ? image : undefined),
    changes: (method, path) =>
      (method === 'POST' && /^\/v1\/(images\/generations|videos|embeddings)$/.test(path)) ||
      (method === 'GET' && /^\/v1\/videos\/[^/]+$/.test(path)),
    change({ method, path, body, example }) {
      if (path.endsWith('/embeddings')) return { ...example, data: vectorsFor(body, example['data']) };
      if (path.endsWith('/generations')) return { ...example, data: imagesFor(body, origin()) };
      const id = String(example['id']);
      if (method === 'POST') polls.set(id, 0);
      const count = polls.get(id);
      if (method === 'POST' || count === undefined) return example;
      polls.set(id, count + 1);
      return count < pollsUntilDone ? example : { ...example, status: 'completed' };
    },
  };
}

function imagesFor(body: string, origin: string): readonly object[] {
  const { n = 1, response_format: format } = JSON.parse(body) as { n?: number; response_format?: string };
  return Array.from({ length: n }, (_, index) =>
    format === 'b64_json'
      ? { b64_json: image.toString('base64') }
      : { url: `${origin}${assets}${index + 1}.webp`, b64_json: null },
  );
}

/** One for each text, in the form that was asked for. */
function vectorsFor(body: string, examples: unknown): readonly object[] {
  const { input, encoding_format: format } = JSON.parse(body) as {
    input: string | unknown[];
    encoding_format?: string;
  };
  const vectors = examples as readonly { readonly embedding: readonly number[] }[];
  // A list of numbers is one text, as tokens.
  const count = Array.isArray(input) && typeof input[0] !== 'number' ? input.length : 1;
  return Array.from({ length: count }, (_, index) => {
    const example = vectors[index % vectors.length];
    const floats = new Float32Array(example?.embedding ?? []);
    const embedding = format === 'base64' ? Buffer.from(floats.buffer).toString('base64') : example?.embedding;
    return { ...example, index, embedding };
  });
}
