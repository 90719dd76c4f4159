// Subtitles for a recording: recording.mp3 gets a recording.srt beside it, or a recording.vtt.
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
  fail('Say which recording, and --format srt or --format vtt.');
}

const target = beside(recording, format);
// Looked at before anything is paid for: somebody may have corrected them by hand.
if (existsSync(target)) fail(`${target} is there already: move it away first.`);

const rc = new Runcrate();
// A path is read as it is sent, never whole into memory.
const { text } = await rc.models.transcribe({
  model: 'openai/whisper-large-v3',
  file: recording,
  responseFormat: format,
  ...(language === undefined ? {} : { language }), // a hint; without it the language is recognised
});

const cues = text.match(/-->/g)?.length ?? 0;
if (cues === 0) {
  // It was paid for, so it is kept.
  await writeFile(beside(recording, 'txt'), text);
  fail(`The model gave a text without times: see ${beside(recording, 'txt')}.`);
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
