/*
 * The words that the APIs of this field use for the states of a job, in lower case. Not only those of the document: an
 * end that is not understood would be polled until `maxWait`, while the job may be billed.
 */

/** Whether a job has ended without its result. */
export function isFailure(status: string): boolean {
  return /^(fail(ed|ure)|error(ed)?|cancell?ed|aborted|expired|rejected|stopped|preempted|terminated|deleted|timed_?out)$/.test(
    status,
  );
}

/** Whether a job has ended with its result. */
export function isSuccess(status: string): boolean {
  return /^(completed?|succeeded|success|finished|done)$/.test(status);
}

/** False, as a wait is not over, if a job is known to go on; else undefined. */
export function goesOn(status: string): false | undefined {
  const isKnown =
    /^(queued|pending|scheduled|(process|creat|deploy|provision|start|runn)ing|awaiting_.+|in[_-]?progress)$/;
  return isKnown.test(status) ? false : undefined;
}
