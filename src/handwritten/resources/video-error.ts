import type { VideoJob } from '../../../generated/types.js';
import { readJsonBody } from '../core/error-body.js';
import { brand, docsUrl, RuncrateError, type ErrorInit } from '../core/errors.js';

/** A video job that failed. */
export class VideoGenerationError extends RuncrateError {
  declare readonly name: 'VideoGenerationError';
  /** The job as the server described it last. */
  readonly job: VideoJob;
  static {
    brand(this, 'VideoGenerationError');
  }

  constructor(init: ErrorInit & { readonly job: VideoJob }) {
    super(init);
    this.job = init.job;
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), job: this.job };
  }
}

/** What is to be said of a job that failed. */
export function failureOf(job: VideoJob): ErrorInit & { readonly job: VideoJob } {
  const reason = reasonOf({ ...job });
  return {
    message:
      reason === undefined
        ? `The video job ${job.id} failed; the server gives no reason.`
        : `The video job ${job.id} failed: ${reason}`,
    job,
    docsUrl: docsUrl('video'),
  };
}

/** No source names the field for the reason: servers use the places that errors use, or a field of its own. */
function reasonOf(job: Readonly<Record<string, unknown>>): string | undefined {
  const { message, code } = readJsonBody(job);
  if (message !== undefined) return message;
  const reason = ownFields.map((name) => job[name]).find((text) => typeof text === 'string' && text.trim() !== '');
  return (reason as string | undefined) ?? code;
}

const ownFields = ['reason', 'failure_reason', 'failureReason', 'error_message', 'errorMessage', 'status_message'];
