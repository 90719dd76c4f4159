import type { VideoJob } from '../../../generated/types.js';
import { readJsonBody } from '../core/errors/error-body.js';
import { brand, docsUrl, RuncrateError, type ErrorInit } from '../core/errors/errors.js';

/** A video job failed. */
export class VideoGenerationError extends RuncrateError {
  declare readonly name: 'VideoGenerationError';
  /** The job as the server last returned it. */
  declare readonly job: VideoJob;
  static {
    brand(this, 'VideoGenerationError');
  }

  /** Created by the SDK. Create one yourself only in tests. */
  constructor(init: ErrorInit & { readonly job: VideoJob }) {
    super(init);
    this.job = init.job;
  }
}

/** Creates the error of a failed job. The field of the reason is undocumented: any of an error body. */
export function failureOf(job: VideoJob): VideoGenerationError {
  const { message, code } = readJsonBody(job);
  const reason = message ?? code;
  const word = String(job.status).toLowerCase();
  return new VideoGenerationError({
    message: `The video job ${job.id} failed${word === 'failed' ? '' : ` (${word})`}${reason === undefined ? '; no reason was given.' : `: ${reason}`}`,
    job,
    docsUrl: docsUrl('video'),
  });
}
