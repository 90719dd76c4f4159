// JavaScript, because a worker starts without tsx, and Prettier loads four times as fast without it.
import { parentPort } from 'node:worker_threads';
import { format } from 'prettier';

parentPort?.on('message', async ({ id, text, options }) => {
  try {
    parentPort?.postMessage({ id, text: await format(text, JSON.parse(options)) });
  } catch (error) {
    parentPort?.postMessage({ id, error });
  }
});
