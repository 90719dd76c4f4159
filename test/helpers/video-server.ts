import { answer, loopbackServer, type LoopbackServer, type Reply } from './loopback-server.js';

/** The id of the only job. */
export const jobId = 'job-1';

/**
 * The video API: a job that is queued when it is created, and then in one state after the other, of which the last one
 * stays; and one reply for each request for its video.
 */
export async function videoServer(
  downloads: readonly Reply[],
  states: readonly string[] = ['completed'],
): Promise<LoopbackServer> {
  let polls = 0;
  let times = 0;
  return loopbackServer(({ method, url }) => {
    if (method === 'POST') return answer({ body: { id: jobId, status: 'queued' } });
    if (url.endsWith('/download')) return downloads[times++] ?? answer({ status: 501 });
    return answer({ body: { id: jobId, status: states[Math.min(polls++, states.length - 1)] } });
  });
}
