import { NotFoundError } from '../core/errors/api-error.js';
import { reasonOf } from '../core/options/abort-reason.js';
import { checkOptions, functionProblem } from '../core/options/check.js';
import { Download, type DownloadPlan, type DownloadRequest, type FileSink } from '../core/jobs/download.js';
import { InvalidResponseError } from '../core/errors/errors.js';
import type { FileSaver, FileTransport } from '../core/transport/file-transport.js';
import { externalCall } from '../core/request/external-call.js';
import type { ResponseBody } from '../core/response/response-body.js';
import type { RequestOptions } from '../core/operation/operation.js';
import { resolveWait } from '../core/jobs/polling.js';
import { splitWait } from '../core/jobs/split-wait.js';
import { withRetries } from '../core/transport/retry.js';
import type { WaitConfig } from '../core/options/wait-options.js';
import { openImage, imageBytes } from './node-image.js';
import { openSink } from './node-sink.js';
import { targetOf } from './node-target.js';

/** How often the file of a completed job may be missing: the API returns 404 until it is ready. */
const maxMissing = 3;

/** Saves files with Node's modules. */
export const nodeSaver: FileSaver = {
  splitWait,

  async saveOnce(path, open) {
    await fillFile(path, async (sink) => {
      const body = await open();
      let isEmpty = true;
      for await (const chunk of body) {
        await sink.write(chunk);
        isEmpty &&= chunk.byteLength === 0;
      }
      if (!isEmpty) return;
      throw new InvalidResponseError({
        message: 'The response has no body.',
        statusCode: body.head.status,
        outcomeUnknown: true,
        hint: 'It may have been billed.',
      });
    });
  },

  async saveJob(transport, path, { options: { onProgress, ...wait }, start, follow, operation }) {
    const config = resolveWait(transport, wait);
    checkOptions({ onProgress }, { onProgress: functionProblem }, '');
    await checkTarget(path);
    const started = await start();
    const open = (request: DownloadRequest) =>
      openWhenThere(transport, config, request, (options) => transport.open(operation, { id: started.id }, options));
    return follow(started, config, () => saveDownload(transport, path, { open, onProgress, options: config.request }));
  },

  async saveImage(transport, path, image, options) {
    if (options?.signal?.aborted) throw reasonOf(options.signal);
    await targetOf(path);
    const bytes = imageBytes(image);
    if (typeof bytes !== 'string') return fillFile(path, (sink) => sink.write(bytes));
    const open = (request: DownloadRequest) => {
      const call = externalCall(bytes, { ...options, ...request }, transport.config);
      return openImage(withRetries(call, transport) as Promise<ResponseBody>);
    };
    await saveDownload(transport, path, { open, options });
  },
};

/**
 * A download resumes after its connection broke: from where it broke, if the server still has the same file, else
 * from the start. Each resume counts as a retry, until there is progress again.
 */
async function saveDownload(transport: FileTransport, path: string, plan: DownloadPlan): Promise<void> {
  await fillFile(path, (sink) => new Download(transport, sink, plan).run());
}

async function openWhenThere(
  transport: FileTransport,
  { request: options, pollInterval }: WaitConfig<never>,
  { headers, maxRetries }: DownloadRequest,
  open: (options: RequestOptions) => Promise<ResponseBody>,
): Promise<ResponseBody> {
  for (let missing = 1; ; missing++) {
    try {
      return await open({ ...options, headers: { ...options.headers, ...headers }, maxRetries });
    } catch (error) {
      if (!(error instanceof NotFoundError) || missing === maxMissing) throw error;
      await transport.sleep(pollInterval, options.signal);
    }
  }
}

/** Throws unless a file can be created at `path`. */
async function checkTarget(path: string): Promise<void> {
  const sink = await openSink(await targetOf(path));
  await sink.discard();
}

async function fillFile(path: string, fill: (sink: FileSink) => Promise<void>): Promise<void> {
  const sink = await openSink(await targetOf(path));
  try {
    await fill(sink);
    await sink.commit();
  } catch (error) {
    await sink.discard();
    throw error;
  }
}
