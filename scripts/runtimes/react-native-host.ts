import { speech } from './programs/smoke.js';

/** Sends an event of the native side. */
export type Emit = (event: string, args: readonly unknown[]) => void;

interface BlobData {
  readonly blobId: string;
  readonly offset: number;
  readonly size: number;
}

interface Part {
  readonly headers: Readonly<Record<string, string>>;
  readonly string?: string;
  readonly uri?: string;
}

interface NativeRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly responseType: 'text' | 'base64' | 'blob';
  readonly data: { readonly string?: string; readonly blob?: BlobData; readonly formData?: readonly Part[] };
}

/** The native modules that React Native's `fetch` needs, as those of iOS: a network and blobs. */
export function nativeModules(emit: Emit): Readonly<Record<string, unknown>> {
  const blobs = new Map<string, Buffer>();
  const requests = new Map<number, AbortController>();
  const bytesOf = ({ blobId, offset, size }: BlobData): Buffer =>
    (blobs.get(blobId) ?? Buffer.alloc(0)).subarray(offset, offset + size);

  async function send(id: number, { method, url, headers, responseType, data }: NativeRequest): Promise<void> {
    const controller = new AbortController();
    requests.set(id, controller);
    const form = data.formData && multipart(data.formData);
    if (form) headers['content-type'] = `multipart/form-data; boundary=${boundary}`;
    const body = (form ?? (data.blob ? bytesOf(data.blob) : data.string)) as string | undefined;
    try {
      const response = await fetch(url, { method, headers, body: body ?? null, signal: controller.signal });
      emit('didReceiveNetworkResponse', [id, response.status, Object.fromEntries(response.headers), response.url]);
      const bytes = Buffer.from(await response.arrayBuffer());
      const type = response.headers.get('content-type') ?? '';
      emit('didReceiveNetworkData', [id, responseType === 'blob' ? keep(id, bytes, type) : bytes.toString()]);
      emit('didCompleteNetworkResponse', [id, null, false]);
    } catch (error) {
      emit('didCompleteNetworkResponse', [id, String(error), false]);
    }
  }

  function keep(id: number, bytes: Buffer, type: string): BlobData & { readonly type: string } {
    const blobId = `response-${id}`;
    blobs.set(blobId, bytes);
    return { blobId, offset: 0, size: bytes.length, type };
  }

  let lastId = 0;
  return {
    Networking: {
      addListener: () => undefined,
      removeListeners: () => undefined,
      sendRequest(request: NativeRequest, callback: (id: number) => void) {
        const id = ++lastId;
        callback(id);
        void send(id, request);
      },
      abortRequest: (id: number) => requests.get(id)?.abort(),
    },
    BlobModule: {
      getConstants: () => ({ BLOB_URI_SCHEME: 'blob', BLOB_URI_HOST: null }),
      addNetworkingHandler: () => undefined,
      createFromParts(parts: readonly { readonly data: string | BlobData }[], id: string) {
        const pieces = parts.map(({ data }) => (typeof data === 'string' ? Buffer.from(data) : bytesOf(data)));
        blobs.set(id, Buffer.concat(pieces));
      },
      release: (id: string) => blobs.delete(id),
    },
    FileReaderModule: {
      readAsText: (blob: BlobData) => Promise.resolve(bytesOf(blob).toString()),
      readAsDataURL: (blob: BlobData) => Promise.resolve(`data:;base64,${bytesOf(blob).toString('base64')}`),
    },
  };
}

const boundary = 'of-react-native';

/** As the native side encodes a form. The only file that it has is `file:///speech`. */
function multipart(parts: readonly Part[]): Buffer {
  const pieces = parts.flatMap(({ headers, string, uri }) => {
    if (string === undefined && uri !== 'file:///speech') throw new Error('Unrecognized FormData part.');
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    return [`--${boundary}\r\n${lines.join('')}\r\n`, string ?? speech, '\r\n'];
  });
  return Buffer.concat([...pieces, `--${boundary}--\r\n`].map((piece) => Buffer.from(piece as string)));
}
