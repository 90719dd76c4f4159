import { readFileSync } from 'node:fs';
import { documentFile } from './mock-prism.js';

export interface MockRequest {
  readonly method: string;
  readonly path: string;
  readonly contentType: string;
  readonly body: Buffer;
}

/** JSON where there is one, else undefined. */
export function jsonIn(body: Uint8Array | string): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

/** Which media type a real server would answer with. It reads that from the body; Prism would read it from `Accept`. */
export function createAccept(): (request: MockRequest) => Promise<string> {
  const streams = readStreams();
  return async ({ method, path, contentType, body }) => {
    const when = streams.find(({ route }) => route.test(`${method} ${path}`))?.when;
    if (when !== undefined) {
      const isStream = (jsonIn(body) as Readonly<Record<string, unknown>> | undefined)?.[when] === true;
      return isStream ? 'text/event-stream, application/json' : 'application/json';
    }
    if (!path.includes('/audio/')) return '*/*';
    const type = types[await formatIn(contentType, body)];
    // Beside it JSON, which errors are.
    return type === undefined ? '*/*' : `${type}, application/json`;
  };
}

/** Of a `response_format` of speech or of a transcription. */
const types: Readonly<Record<string, string>> = {
  mp3: 'audio/mpeg',
  pcm: 'audio/pcm',
  json: 'application/json',
  text: 'text/plain',
  srt: 'application/x-subrip',
  vtt: 'text/vtt',
};

async function formatIn(contentType: string, body: Buffer): Promise<string> {
  const fields = /^multipart\//i.test(contentType)
    ? // A broken form is for Prism to refuse.
      await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
        .formData()
        .catch(() => null)
    : null;
  const { response_format: format } = Object(jsonIn(body)) as { response_format?: unknown };
  return String(fields?.get('response_format') ?? format);
}

interface StreamRoute {
  readonly route: RegExp;
  /** The field of the body that asks for the stream. */
  readonly when: string;
}

interface PathItem {
  readonly servers?: readonly { readonly url: string }[];
  readonly post?: { readonly responses: Readonly<Record<string, { readonly content?: Contents }>> };
}

type Contents = Readonly<Record<string, { readonly 'x-stream-when'?: string }>>;

function readStreams(): StreamRoute[] {
  const document = JSON.parse(readFileSync(documentFile, 'utf8')) as {
    readonly servers?: PathItem['servers'];
    readonly paths: Readonly<Record<string, PathItem>>;
  };
  return Object.entries(document.paths).flatMap(([path, { post, servers = document.servers }]) => {
    const contents = Object.values(post?.responses ?? {}).flatMap(({ content = {} }) => Object.values(content));
    const base = new URL(servers?.[0]?.url ?? '').pathname.replace(/\/$/, '');
    const pattern = (base + path).replaceAll('.', '\\.').replaceAll(/\{[^}]+\}/g, '[^/]+');
    return contents.flatMap(({ 'x-stream-when': when }) =>
      when === undefined ? [] : [{ route: new RegExp(`^POST ${pattern}$`), when }],
    );
  });
}
