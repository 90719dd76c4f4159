import type { VideoJob } from '../../../generated/types.js';
import { readJsonBody } from '../core/errors/error-body.js';
import { brand, docsUrl, RuncrateError, type ErrorInit } from '../core/errors/errors.js';

/** A video job that failed. */
export class VideoGenerationError extends RuncrateError {
  declare readonly name: 'VideoGenerationError';
  /** The job as the server described it last. */
  declare readonly job: VideoJob;
  static {
    brand(this, 'VideoGenerationError');
  }

  /** Made by the SDK; by a program only where its tests need one. */
  constructor(init: ErrorInit & { readonly job: VideoJob }) {
    super(init);
    this.job = init.job;
  }
}

/** The error of a job that failed. No source names the field for the reason: servers use the places that errors use, or a field of its own. */
export function failureOf(job: VideoJob): VideoGenerationError {
  const fields: Readonly<Record<string, unknown>> = { ...job };
  const { message, code } = readJsonBody(fields);
  const isSaid = (text: unknown): boolean => typeof text === 'string' && text.trim() !== '';
  const reason = message ?? ownFields.map((name) => fields[name]).find(isSaid) ?? code;
  return new VideoGenerationError({
    message: `The video job ${job.id} failed${reason === undefined ? '; the server gives no reason.' : `: ${reason as string}`}`,
    job,
    docsUrl: docsUrl('video'),
  });
}

const ownFields = ['reason', 'failure_reason', 'failureReason', 'error_message', 'errorMessage', 'status_message'];
