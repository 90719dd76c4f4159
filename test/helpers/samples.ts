import type { Consumer } from './consumer.js';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { png } from './media.js';

/** The files that the documentation and the README read, in the folder of a project. */
export async function writeSamples({ folder }: Consumer): Promise<void> {
  for (const name of ['photo.png', 'first_frame.png', 'edges.png']) await writeFile(join(folder, name), png);
  for (const name of ['recording.wav', 'recording.mp3']) await writeFile(join(folder, name), 'bytes of a recording');
}
