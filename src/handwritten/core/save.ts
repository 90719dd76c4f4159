import type { FileSink } from '../platform/platform.js';
import { Download, type DownloadPlan } from './download.js';
import { InvalidResponseError } from './errors.js';
import type { FileTransport } from './file-transport.js';
import type { OpenBody } from './open-body.js';

/**
 * Downloads to a file that appears only when it is whole. A connection that breaks is taken up again: from where it
 * broke, if the server still has the same file, else from the start. Each such time counts as a retry, until there
 * is progress again.
 */
export async function saveDownload(transport: FileTransport, path: string, plan: DownloadPlan): Promise<void> {
  await fillFile(transport, path, (sink) => new Download(transport, sink, plan).run());
}

/** Writes an answer that can be asked for only once. The file is begun first: what is paid for needs a place. */
export async function saveOnce(transport: FileTransport, path: string, open: () => Promise<OpenBody>): Promise<void> {
  await fillFile(transport, path, async (sink) => {
    const body = await open();
    let isEmpty = true;
    for await (const chunk of body) {
      await sink.write(chunk);
      isEmpty &&= chunk.byteLength === 0;
    }
    if (isEmpty) throw new InvalidResponseError({ message: 'The answer has no bytes.', statusCode: body.status });
  });
}

/** Writes bytes that are here already. */
export async function saveBytes(transport: FileTransport, path: string, bytes: Uint8Array): Promise<void> {
  await fillFile(transport, path, (sink) => sink.write(bytes));
}

async function fillFile(
  transport: FileTransport,
  path: string,
  fill: (sink: FileSink) => Promise<void>,
): Promise<void> {
  const sink = await transport.createSink(path);
  try {
    await fill(sink);
    await sink.commit();
  } catch (error) {
    await sink.discard();
    throw error;
  }
}
