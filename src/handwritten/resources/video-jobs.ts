import * as operations from '../../../generated/operations.js';
import type { VideoGenerationParams, VideoJob } from '../../../generated/types.js';
import { checkOptions, functionProblem, textProblem } from '../core/check.js';
import { docsUrl, InvalidResponseError, RuncrateError } from '../core/errors.js';
import type { DownloadProgress, FileTransport } from '../core/file-transport.js';
import { poll, resolveWait, type PollPlan, type WaitConfig, type WaitOptions } from '../core/polling.js';
import { failureOf, VideoGenerationError } from './video-error.js';

/** How to wait for a video. */
export type VideoWaitOptions = WaitOptions<VideoJob>;

/** How to wait for a video and save it. */
export interface VideoSaveOptions extends VideoWaitOptions {
  /** Hears how far the download is. */
  readonly onProgress?: ((progress: DownloadProgress) => void) | undefined;
}

/** Two names of one setting: only the caller knows which is meant. */
export function checkDuration(params: VideoGenerationParams | null): void {
  const { duration, durationSeconds = params?.['duration_seconds'] } = params ?? {};
  if (duration === undefined || durationSeconds === undefined) return;
  throw new RuncrateError('`duration` and `durationSeconds` are two names of one setting. Pass only one of them.');
}

/** Without its id, a job that was paid for can't be found again. */
export function checkJob({ id }: { readonly id: unknown }): void {
  if (typeof id === 'string' && id !== '') return;
  throw new InvalidResponseError({
    message: 'POST /v1/videos answered without the id of the job.',
    statusCode: 200,
    outcomeUnknown: true,
    hint: 'A job may have been started and billed all the same: a second call could start a second one.',
    docsUrl: docsUrl('video'),
  });
}

/** Waits until a job is completed. */
export async function waitForVideo(
  transport: FileTransport,
  id: string,
  options: VideoWaitOptions = {},
): Promise<VideoJob> {
  return waitFor(transport, id, resolveWait(transport, options));
}

/** Waits for a job and saves its video. `first` is the job as the call that created it answered. */
export type SaveVideo = (id: string, first?: VideoJob) => Promise<VideoJob>;

/** Checks all that can be checked before anything is paid for. */
export async function prepareVideoSave(
  transport: FileTransport,
  path: string,
  { onProgress, ...options }: VideoSaveOptions = {},
): Promise<SaveVideo> {
  const config = resolveWait(transport, options);
  checkOptions({ onProgress }, { onProgress: functionProblem }, '');
  const { saver } = transport;
  await saver.checkTarget(path);
  const { request, pollInterval } = config;
  return async (id, first) => {
    const job = await waitFor(transport, id, config, first);
    const file = { operation: operations.downloadVideo, args: { id }, options: request, pollInterval, onProgress };
    await saver.saveJob(transport, path, file).catch((error: unknown) => namingJob(error, id, config));
    return job;
  };
}

async function waitFor(
  transport: FileTransport,
  id: string,
  config: WaitConfig<VideoJob>,
  first?: VideoJob,
): Promise<VideoJob> {
  const plan: PollPlan<VideoJob> = {
    read: (request) => transport.request(operations.getVideo, { id }, request),
    isDone,
    timeoutError: (maxWaitSeconds, last) => ({
      message: `The video job ${id} was still ${last?.status ?? 'without an answer'} after ${maxWaitSeconds} s.`,
      hint: `It goes on. Wait again with \`rc.models.waitForVideo("${id}")\`, or longer with \`maxWait\` (seconds).`,
      docsUrl: docsUrl('video'),
    }),
  };
  return poll(transport, config, plan, first).catch((error: unknown) => namingJob(error, id, config));
}

/** An unknown status is waited on: the API may learn new ones. */
function isDone(job: VideoJob): boolean {
  const status = String(job.status).toLowerCase();
  if (status === 'failed') throw failureOf(job);
  return status === 'completed';
}

/** A job that was paid for must not be lost with an error: there is no list of jobs. */
function namingJob(error: unknown, id: string, { request }: WaitConfig<VideoJob>): never {
  const isOwn = error instanceof RuncrateError && error !== request.signal?.reason;
  const isId = textProblem(id) === undefined;
  if (isOwn && isId && !(error instanceof VideoGenerationError) && !error.hint?.includes(id)) {
    const hint = `The video job is ${id}: take it up again with \`rc.models.saveVideo(path, "${id}")\`.`;
    error.hint = error.hint === undefined ? hint : `${error.hint} ${hint}`;
  }
  throw error;
}
