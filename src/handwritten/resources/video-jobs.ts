import * as operations from '../../../generated/operations.js';
import type { VideoGenerationParamsFields, VideoJob } from '../../../generated/types.js';
import { textProblem } from '../core/options/check.js';
import { advise, docsUrl, InvalidResponseError, RuncrateError } from '../core/errors/errors.js';
import type { DownloadProgress, FileTransport } from '../core/transport/file-transport.js';
import { poll, resolveWait, type PollPlan } from '../core/jobs/polling.js';
import type { WaitConfig, WaitOptions } from '../core/options/wait-options.js';
import { failureOf, VideoGenerationError } from './video-error.js';

/** How to wait for a video. */
export type VideoWaitOptions = WaitOptions<VideoJob>;

/** How to wait for a video and save it. */
export interface VideoSaveOptions extends VideoWaitOptions {
  /** Hears how far the download is. */
  readonly onProgress?: ((progress: DownloadProgress) => void) | undefined;
}

/** Two names of one setting: only the caller knows which is meant. */
export function checkDuration(params: VideoGenerationParamsFields | null): void {
  const fields: Readonly<Record<string, unknown>> = { ...params };
  const { duration, duration_seconds: onWire, durationSeconds = onWire } = fields;
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
  return follow(transport, { id }, resolveWait(transport, options));
}

/** Waits for a job and saves its video. `start` may have it made, and paid for: all that can be checked before is. */
export async function saveVideo(
  transport: FileTransport,
  path: string,
  options: VideoSaveOptions = {},
  start: () => Promise<StartedJob>,
): Promise<VideoJob> {
  return transport.saver.saveJob(transport, path, {
    options,
    start,
    follow: (started, config, save) => follow(transport, started, config, save),
    operation: operations.downloadVideo,
  });
}

/** A job of which no more may be known than its id. */
type StartedJob = Pick<VideoJob, 'id'> | VideoJob;

/** Waits until a job is completed, and until it is saved. Errors name the job. */
async function follow(
  transport: FileTransport,
  started: StartedJob,
  config: WaitConfig<VideoJob>,
  save?: () => Promise<void>,
): Promise<VideoJob> {
  const { id } = started;
  const plan: PollPlan<VideoJob> = {
    read: (request) => transport.request(operations.getVideo, { id }, request),
    isDone,
    timeoutError: (maxWaitSeconds, last) => ({
      message: `The video job ${id} was still ${last?.status ?? 'without an answer'} after ${maxWaitSeconds} s.`,
      hint: `It goes on. Wait again with \`rc.models.waitForVideo("${id}")\`, or longer with \`maxWait\` (seconds).`,
      docsUrl: docsUrl('video'),
    }),
  };
  try {
    const job = await poll(transport, config, plan, 'status' in started ? started : undefined);
    await save?.();
    return job;
  } catch (error) {
    throw namingJob(error, id, config);
  }
}

/** An unknown status is waited on: the API may learn new ones. */
function isDone(job: VideoJob): boolean {
  const status = String(job.status).toLowerCase();
  if (status === 'failed') throw failureOf(job);
  return status === 'completed';
}

/** A job that was paid for must not be lost with an error: there is no list of jobs. */
function namingJob(error: unknown, id: string, { request }: WaitConfig<VideoJob>): unknown {
  const isOwn = error instanceof RuncrateError && error !== request.signal?.reason;
  const isId = textProblem(id) === undefined;
  if (isOwn && isId && !(error instanceof VideoGenerationError) && !error.hint?.includes(id)) {
    advise(error, `The video job is ${id}: take it up again with \`rc.models.saveVideo(path, "${id}")\`.`);
  }
  return error;
}
