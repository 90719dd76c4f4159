/*
 * The words that the APIs of this field use for the states of a job, in lower case. Not only those of the document: an
 * end that is not understood would be polled until `maxWait`, while the job may be billed.
 */

/** Whether a job has ended without its result. */
export function isFailure(status: string): boolean {
  return /^(content.)?(fail(ed|ure)?|error|time.?(d.?)?out|(error|cancell?|abort|expir|reject|stopp|preempt|terminat|delet|moderat|filter|block|flagg|refus|deni|kill|crash|interrupt|evict)ed|nsfw)$/.test(
    status,
  );
}

/** Whether a job has ended with its result. */
export function isSuccess(status: string): boolean {
  return /^(completed?|succeeded|success|finished|done)$/.test(status);
}

/** False, as a wait is not over, if a job is known to go on, as one that is "processing"; else undefined. */
export function goesOn(status: string): false | undefined {
  return /ing$|^(awaiting|in.progress|queued|scheduled)/.test(status) ? false : undefined;
}
