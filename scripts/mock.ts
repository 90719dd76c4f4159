// `npm run mock [-- --port 4010]`: the mock of openapi.json on a fixed port, for any program.
import { parseArgs } from 'node:util';
import { helpOn, outliveReader } from './command-line.js';
import { startMock } from './mock-server.js';

const DEFAULT_PORT = 4010;

outliveReader();
helpOn(`npm run mock [-- --port PORT]

Serves openapi.json on 127.0.0.1, without a key of yours and without cost. It checks every request against the document;
error.message says what is wrong. What it answers are the examples of the document, and:
  stream: true           the completion as events
  tools                  after a question, a call of the tools that it names, else of the first one; text after the
                         tool's message, so that a loop ends. tool_choice: required or a name calls always, none never
  response_format        JSON that fits the schema; a transcription as text, srt or vtt
  images, videos         links that lead to files; a job that is completed at the second look
  Prefer: code=429       any error that the document declares

  --port PORT            0 takes a free one (default: ${DEFAULT_PORT})
  --help                 prints this`);

const port = readPort();
try {
  const mock = await startMock({ port, eventDelayMs: 30, media: true, logLevel: 'error' });
  console.log(`infrastructure  ${mock.baseUrl}
inference       ${mock.inferenceUrl}

Set these variables for a program that calls the mock. Press Ctrl-C to stop the mock.
  export RUNCRATE_API_KEY=${mock.apiKey}
  export RUNCRATE_BASE_URL=${mock.baseUrl}
  export RUNCRATE_INFERENCE_URL=${mock.inferenceUrl}`);
  process.once('SIGINT', () => void mock.close());
  process.once('SIGTERM', () => void mock.close());
} catch (error) {
  fail(1, explain(error, port));
}

function readPort(): number {
  const text = readPortText();
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= 65_535) return number;
  return fail(
    2,
    `--port must be an integer from 0 (any free port) to 65535, not "${text}": npm run mock -- --port ${DEFAULT_PORT}`,
  );
}

function readPortText(): string {
  try {
    const { values } = parseArgs({ options: { port: { type: 'string', default: String(DEFAULT_PORT) } } });
    return values.port;
  } catch (error) {
    return fail(
      2,
      `${(error as Error).message} The options are --port and --help: npm run mock -- --port ${DEFAULT_PORT}`,
    );
  }
}

function explain(error: unknown, port: number): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use: stop the process that listens on it, or pass another with --port, as in npm run mock -- --port ${port + 1}`;
  }
  if (code === 'EACCES') return `Port ${port} is reserved by the system: pass one above 1023 with --port.`;
  return message;
}

function fail(exitCode: 1 | 2, sentence: string): never {
  console.error(sentence);
  process.exit(exitCode);
}
