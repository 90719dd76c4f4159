/** What the mock adds to the document's examples, each of which stands for itself alone: links that lead somewhere, jobs that go on. */
export interface MockMedia {
  /** The bytes behind a link, where the path is one. */
  file(path: string): Uint8Array | undefined;
  /** Whether an answer is changed, and is therefore waited for as a whole. */
  changes(method: string, path: string): boolean;
  /** The document's example, made to fit what was asked for and what went before. It still conforms to the document. */
  change(call: MediaCall): object;
}

export interface MediaCall {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly example: Readonly<Record<string, unknown>>;
}

/** A WebP of one pixel. */
const picture = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64');
const assets = '/assets/';

/** The first look finds a job as the example has it, the next one completed. */
const looksUntilDone = 1;

/** `origin` is where the mock listens, known only then. */
export function createMedia(origin: () => string): MockMedia {
  const looks = new Map<string, number>();
  return {
    file: (path) => (path.startsWith(assets) ? picture : undefined),
    changes: (method, path) =>
      (method === 'POST' && /^\/v1\/(images\/generations|videos)$/.test(path)) ||
      (method === 'GET' && /^\/v1\/videos\/[^/]+$/.test(path)),
    change({ method, path, body, example }) {
      if (path.endsWith('/generations')) return { ...example, data: picturesFor(body, origin()) };
      const id = String(example['id']);
      if (method === 'POST') looks.set(id, 0);
      const look = looks.get(id);
      if (method === 'POST' || look === undefined) return example;
      looks.set(id, look + 1);
      return look < looksUntilDone ? example : { ...example, status: 'completed' };
    },
  };
}

function picturesFor(body: string, origin: string): readonly object[] {
  const { n = 1, response_format: format } = JSON.parse(body) as { n?: number; response_format?: string };
  return Array.from({ length: n }, (_, index) =>
    format === 'b64_json'
      ? { b64_json: picture.toString('base64') }
      : { url: `${origin}${assets}${index + 1}.webp`, b64_json: null },
  );
}
