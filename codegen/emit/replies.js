import { parentPort } from 'node:worker_threads';

/**
 * Replies to each question of a `Thread`.
 *
 * @template Question
 * @param {(question: Question) => unknown} answerTo
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
