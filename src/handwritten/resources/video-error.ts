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

/** Creates the error of a failed job. The field of the reason is undocumented: one of an error body, or `ownFields`. */
export function failureOf(job: VideoJob): VideoGenerationError {
  const fields: Readonly<Record<string, unknown>> = { ...job };
  const { message, code } = readJsonBody(fields);
  const isReason = (text: unknown): boolean => typeof text === 'string' && text.trim() !== '';
  const reason = message ?? ownFields.map((name) => fields[name]).find(isReason) ?? code;
  return new VideoGenerationError({
    message: `The video job ${job.id} failed${reason === undefined ? '; no reason was given.' : `: ${reason as string}`}`,
    job,
    docsUrl: docsUrl('video'),
  });
}

const ownFields = ['reason', 'failure_reason', 'failureReason', 'error_message', 'errorMessage', 'status_message'];
