import * as operations from '../../../generated/operations.js';
import type { VideoGenerationParamsFields, VideoJob } from '../../../generated/types.js';
import { docsUrl, InvalidResponseError, RuncrateError } from '../core/errors/errors.js';
import type { DownloadProgress, FileTransport } from '../core/transport/file-transport.js';
import { goesOn, isFailure, isSuccess } from '../core/jobs/job-status.js';
import { advised, poll, resolveWait, type PollPlan } from '../core/jobs/polling.js';
import type { WaitConfig, WaitOptions } from '../core/options/wait-options.js';
import { failureOf, VideoGenerationError } from './video-error.js';

/** How to wait for a video. */
export type VideoWaitOptions = WaitOptions<VideoJob>;

/** How to wait for a video and save it. */
export interface VideoSaveOptions extends VideoWaitOptions {
  /** Called with the progress of the download. */
  readonly onProgress?: ((progress: DownloadProgress) => void) | undefined;
}

/** Both fields set the length of the video. If both are passed, the intended one is unknown. */
export function checkDuration(params: VideoGenerationParamsFields | null): void {
  const fields: Readonly<Record<string, unknown>> = { ...params };
  const { duration, duration_seconds: onWire, durationSeconds = onWire } = fields;
  if (duration === undefined || durationSeconds === undefined) return;
  throw new RuncrateError('`duration` and `durationSeconds` are the same setting. Pass only one of them.');
}

/** Without its id, a billed job can't be found again. */
export function checkJob({ id }: { readonly id: unknown }, idempotencyKey: string): void {
  if (typeof id === 'string' && id !== '') return;
  const error = new InvalidResponseError({
    message: 'The response of POST /v1/videos has no job id.',
    statusCode: 200,
    outcomeUnknown: true,
    hint: 'A job may have been started and billed.',
    docsUrl: docsUrl('video'),
  });
  error.idempotencyKey = idempotencyKey;
  throw error;
}

/** Waits until a job is completed. */
export async function waitForVideo(
  transport: FileTransport,
  id: string,
  options: VideoWaitOptions = {},
): Promise<VideoJob> {
  return follow(transport, { id }, resolveWait(transport, options));
}

/** Waits for a job and saves its video. All checks run before `start`, which may start a billed job. */
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

/** A job of which only the id may be known. */
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
    id,
    label: `The video job ${id}`,
    read: (request) => transport.request(operations.getVideo, { id }, request),
    isDone,
    hint: `It keeps running. Call \`rc.models.waitForVideo("${id}")\` again, or raise \`maxWait\` (seconds).`,
    docs: 'video',
  };
  try {
    const job = await poll(transport, config, plan, 'status' in started ? started : undefined);
    await save?.();
    return job;
  } catch (error) {
    // The API can't list jobs, so a billed job would be lost without its id.
    if (error instanceof VideoGenerationError) throw error;
    throw advised(error, id, config, `The video job is ${id}. Resume with \`rc.models.saveVideo(path, "${id}")\`.`);
  }
}

function isDone(job: VideoJob, status: string): boolean | undefined {
  if (isFailure(status)) throw failureOf(job);
  return isSuccess(status) || goesOn(status);
}
