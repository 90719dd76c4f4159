import { parentPort } from 'node:worker_threads';

/**
 * Replies to each question of a `Thread`.
 *
 * @param {(question: any) => unknown} answerTo
 */
export function replyWith(answerTo) {
  parentPort?.on('message', async ({ id, ...question }) => {
    try {
      parentPort?.postMessage({ id, answer: await answerTo(question) });
    } catch (error) {
      parentPort?.postMessage({ id, error });
    }
  });
}
