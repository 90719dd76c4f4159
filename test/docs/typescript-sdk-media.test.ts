import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { consumer, requireBuild, root, typeErrors, type Consumer } from '../helpers/consumer.js';
import { imageTypeOf } from '../../src/handwritten/core/files/image-type.js';
import { useMock } from '../helpers/mock.js';
import { toJavaScript } from '../helpers/programs.js';
import { writeSamples } from '../helpers/samples.js';

const documentation = join(root, 'test', 'fixtures', 'documentation-media.ts');
const mock = useMock({ media: true });
let project: Consumer;

beforeAll(async () => {
  await requireBuild();
  project = await consumer();
  await writeSamples(project);
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

test.each(sections)('the section %s of the documentation runs unchanged', async (section, prints, file) => {
  const { exitCode, output } = await run(section);
  expect({ exitCode, output }).toEqual({ exitCode: 0, output: prints });
  if (file === undefined) return;
  const bytes = await readFile(join(project.folder, file));
  expect(bytes.length).toBeGreaterThan(0);
  if (file.endsWith('.webp')) expect(imageTypeOf(bytes)).toBe('image/webp');
});

/** Shortens the poll interval of the documentation, which is five seconds. */
const shorterTimeouts = `const wait = setTimeout;
  globalThis.setTimeout = (work, ms, ...rest) => wait(work, ms >= 5000 && ms <= 5500 ? 20 : ms, ...rest);`;

function run(section: string): ReturnType<Consumer['node']> {
  const program = `import Runcrate from '@runcrate/sdk';
    import { ${section} } from './documentation.mjs';
    ${shorterTimeouts}
    await ${section}(new Runcrate());`;
  return project.node(['--input-type=module', '-e', program], mock.environment);
}
