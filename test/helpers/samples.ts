import type { Consumer } from './consumer.js';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { png } from './media.js';

const prompt = {
  custom_id: 'text-0',
  method: 'POST',
  url: '/v1/embeddings',
  body: { model: 'BAAI/bge-large-en-v1.5', input: 'A crate of GPUs' },
};

/** The files that the documentation and the README read, in the folder of a project. */
export async function writeSamples({ folder }: Pick<Consumer, 'folder'>): Promise<void> {
  for (const name of ['photo.png', 'first_frame.png', 'edges.png']) await writeFile(join(folder, name), png);
  for (const name of ['recording.wav', 'recording.mp3', 'audio.wav']) {
    await writeFile(join(folder, name), 'bytes of a recording');
  }
  await writeFile(join(folder, 'prompts.jsonl'), JSON.stringify(prompt));
}
