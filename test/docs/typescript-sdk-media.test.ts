import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { consumer, requireBuild, root, typeErrors, type Consumer } from '../helpers/consumer.js';
import { imageTypeOf } from '../../src/handwritten/core/files/image-type.js';
import { useMock } from '../helpers/mock.js';
import { inOneProcess, type Part } from '../helpers/one-process.js';
import { toJavaScript } from '../helpers/programs.js';
import { writeSamples } from '../helpers/samples.js';

const documentation = join(root, 'test', 'fixtures', 'documentation-media.ts');
const mock = useMock({ media: true });
let project: Consumer;

beforeAll(async () => {
  await requireBuild();
  project = await consumer();
  await project.write('documentation.mjs', toJavaScript(await readFile(documentation, 'utf8')));
});

afterAll(() => project[Symbol.asyncDispose]());

test('the documentation on media compiles with strict compiler options', () => {
  expect(typeErrors([documentation])).toEqual([]);
});

const subtitles = `1
00:00:00,000 --> 00:00:02,400
Hello, and welcome to the show.

2
00:00:02,400 --> 00:00:04,200
Today: GPUs.

`;

/** Each section, its output, and the file that it writes. */
const sections: readonly [section: string, prints: string, file: string | undefined][] = [
  ['imageGeneration', '', 'output.webp'],
  ['modelSpecificParameters', '', undefined],
  ['videoGeneration', 'Status: queued\nStatus: processing\nStatus: completed\n', 'output.mp4'],
  ['videoLifecycle', '', undefined],
  ['videoExtras', '', undefined],
  ['textToSpeech', '', 'speech.mp3'],
  ['textToSpeechExtras', '', 'speech.mp3'],
  ['transcription', subtitles, undefined],
];

let outputs: ReadonlyMap<string, Part>;
const folders = new Map<string, string>();

beforeAll(async () => {
  const parts: Record<string, string> = {};
  for (const [section] of sections) {
    parts[section] =
      `process.chdir(${JSON.stringify(await folderOf(section))}); await documented.${section}(new Runcrate());`;
  }
  const imports = `import Runcrate from '@runcrate/sdk';\nimport * as documented from './documentation.mjs';`;
  outputs = await inOneProcess(project, parts, mock.environment, `${imports}\n${shorterTimeouts}`);
});

test.each(sections)('the section %s of the documentation runs unchanged', async (section, prints, file) => {
  expect(outputs.get(section)).toEqual({ output: prints });
  if (file === undefined) return;
  const bytes = await readFile(join(folders.get(section)!, file));
  expect(bytes.length).toBeGreaterThan(0);
  if (file.endsWith('.webp')) expect(imageTypeOf(bytes)).toBe('image/webp');
});

/** A folder with the samples, for what a section saves. */
async function folderOf(section: string): Promise<string> {
  const folder = join(project.folder, section);
  await mkdir(folder);
  await writeSamples({ folder });
  folders.set(section, folder);
  return folder;
}

/** Shortens the poll interval of the documentation, which is five seconds. */
const shorterTimeouts = `const wait = setTimeout;
  globalThis.setTimeout = (work, ms, ...rest) => wait(work, ms >= 5000 && ms <= 5500 ? 20 : ms, ...rest);`;
