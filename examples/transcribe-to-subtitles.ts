// Subtitles for a recording: writes recording.srt or recording.vtt next to recording.mp3.
//
//   export RUNCRATE_API_KEY=rc_live_...
//   npx tsx examples/transcribe-to-subtitles.ts recording.mp3 [--format vtt] [--language en]
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { format as formatPath, parse } from 'node:path';
import { parseArgs } from 'node:util';
import { Runcrate } from '@runcrate/sdk';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { format: { type: 'string', default: 'srt' }, language: { type: 'string' } },
});
const [recording] = positionals;
const { format, language } = values;
if (recording === undefined || (format !== 'srt' && format !== 'vtt')) {
  fail('Pass a recording, and --format srt or --format vtt.');
}

const target = beside(recording, format);
// Checked before the request is billed. The file may have been edited by hand.
if (existsSync(target)) fail(`${target} exists already. Move it first.`);

const rc = new Runcrate();
// The file is streamed from its path, never buffered in memory as a whole.
const { text } = await rc.models.transcribe({
  model: 'openai/whisper-large-v3',
  file: recording,
  responseFormat: format,
  ...(language === undefined ? {} : { language }), // a hint; without it, the language is detected
});

const cues = text.match(/-->/g)?.length ?? 0;
if (cues === 0) {
  // The request was billed, so the transcript is kept.
  await writeFile(beside(recording, 'txt'), text);
  fail(`The transcript has no timestamps: see ${beside(recording, 'txt')}.`);
}
await writeFile(target, text);
console.log(`${target}: ${cues} subtitles`);

function beside(path: string, extension: string): string {
  const { dir, name } = parse(path);
  return formatPath({ dir, name, ext: `.${extension}` });
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
