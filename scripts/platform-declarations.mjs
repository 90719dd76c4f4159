import { readdir, readFile, writeFile } from 'node:fs/promises';

/** The members that are the same on every platform, for programs without the DOM's types and Node's. */
const shapes = {
  AbortController: '{ readonly signal: AbortSignal; abort(reason?: unknown): void }',
  AbortSignal: `{
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}`,
  Blob: `{
  readonly size: number;
  readonly type: string;
  arrayBuffer(): Promise<ArrayBuffer>;
  text(): Promise<string>;
  slice(start?: number, end?: number, contentType?: string): Blob;
}`,
  Headers: `{
  get(name: string): string | null;
  has(name: string): boolean;
  forEach(callback: (value: string, name: string) => void): void;
}`,
  'ReadableStream<R>': `{
  readonly locked: boolean;
  cancel(reason?: unknown): Promise<void>;
  getReader(): {
    read(): Promise<{ done: false; value: R } | { done: true; value?: R | undefined }>;
    cancel(reason?: unknown): Promise<void>;
    releaseLock(): void;
  };
}`,
  RequestInit: `{
  method?: string;
  headers?: Record<string, string>;
  body?: string | ArrayBuffer | Uint8Array | Blob | ReadableStream<Uint8Array> | null;
  redirect?: 'follow' | 'error' | 'manual';
  signal?: AbortSignal | null;
}`,
  Response: `{
  readonly ok: boolean;
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly body: ReadableStream<Uint8Array> | null;
  arrayBuffer(): Promise<ArrayBuffer>;
  text(): Promise<string>;
}`,
  URL: `{
  readonly href: string;
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly hostname: string;
  readonly origin: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}`,
};

/** What is missing is `any`, once its error is ignored: in a tuple, since a condition on the type itself would be one too. */
const orElse = '\ntype PlatformType<Known, Shape> = [0] extends [1 & Known] ? Shape : Known;\n';

/** A type of the platform where there is one, else ours, which hides it in this file. */
const declared = (name, shape, known = `globalThis.${name}`) =>
  `// @ts-ignore\ntype Platform${name} = ${known};\ntype ${name} = PlatformType<Platform${name}, ${shape}>;\n`;

/** In each file of declarations, the types of the platform: a program need not have them. */
for (const name of await readdir('dist')) {
  if (!name.endsWith('.d.cts')) continue;
  const text = await readFile(`dist/${name}`, 'utf8');
  // One that names none of them needs none.
  if (!/\b(AbortSignal|Blob|Headers|ReadableStream|RequestInit|Response|URL)\b/.test(text)) continue;
  const types = Object.entries(shapes).map(([type, shape]) => declared(type, shape));
  const fetch = declared('Fetch$', '(url: string, init?: RequestInit) => Promise<Response>', 'typeof globalThis.fetch');
  const own = text.replaceAll('typeof globalThis.fetch', 'Fetch$');
  await writeFile(`dist/${name}`, [own, orElse, ...types, fetch].join(''));
}
