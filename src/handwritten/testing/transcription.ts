import { refusedField, type Answer } from './answer.js';
import { fieldsOf, type Handler } from './call.js';
import { prices } from './catalogue.js';
import { mistake } from './mistake.js';
import { brokeAnswer, charge } from './usage.js';

/** A recording, as it was sent. */
export interface TranscriptionRequest {
  /** The id of the model. */
  readonly model: string;
  /** The recording: a Blob. */
  readonly file: unknown;
  /** Such as `en`. */
  readonly language?: string;
  /** `json`, `text`, `srt`, `verbose_json` or `vtt`. */
  readonly response_format?: string;
}

/** What is heard: a text, or a function of the request. */
export type TranscriptionAnswer = string | ((request: TranscriptionRequest) => string);

/** What a simulator hears in recordings. */
export class SimulatedTranscription {
  /** @internal */
  answer: TranscriptionAnswer = 'Hello from the simulator. This is a recording.';

  /** Sets the text of every transcription from now on. Each sentence is a segment. */
  reply(answer: TranscriptionAnswer): void {
    this.answer = answer;
  }
}

interface Segment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const secondsPerSentence = 2;

export function transcriptionHandler(transcription: SimulatedTranscription): Handler {
  return (call, context) => {
    const request = fieldsOf<TranscriptionRequest>(call);
    const refusal = brokeAnswer(context, call.now);
    if (refusal) return refusal;
    const { answer } = transcription;
    const text: unknown = typeof answer === 'function' ? answer(request) : answer;
    if (typeof text !== 'string')
      throw mistake(`api.transcription.reply: what is heard is a text, not ${typeof text}.`);
    const sentences = text.match(/[^.!?]+[.!?]*\s*/g) ?? [text];
    const segments = sentences.map((sentence, index) => ({
      start: index * secondsPerSentence,
      end: (index + 1) * secondsPerSentence,
      text: sentence.trim(),
    }));
    const written = writeAs(request, text, segments);
    if (written.status === 200) {
      charge(context, request.model, call.now, { cost: segments.length * secondsPerSentence * prices.audioSecond });
    }
    return written;
  };
}

function writeAs(
  { response_format: format = 'json', language }: TranscriptionRequest,
  text: string,
  segments: readonly Segment[],
): Answer {
  const as = (type: string, body: string): Answer => ({ status: 200, headers: { 'content-type': type }, body });
  switch (format) {
    case 'json':
    case 'verbose_json': {
      const duration = segments.at(-1)?.end ?? 0;
      return { status: 200, body: { text, duration, language: language ?? 'en', segments } };
    }
    case 'text':
      return as('text/plain', `${text}\n`);
    case 'srt': {
      const cues = segments.map(
        ({ start, end, text }, index) => `${index + 1}\n${timeOf(start, ',')} --> ${timeOf(end, ',')}\n${text}\n`,
      );
      return as('application/x-subrip', cues.join('\n'));
    }
    case 'vtt': {
      const cues = segments.map(({ start, end, text }) => `${timeOf(start, '.')} --> ${timeOf(end, '.')}\n${text}\n`);
      return as('text/vtt', ['WEBVTT\n', ...cues].join('\n'));
    }
    default:
      return refusedField('response_format', 'must be one of json, text, srt, vtt');
  }
}

function timeOf(seconds: number, point: string): string {
  const [hours, minutes, rest] = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) =>
    String(Math.floor(part)).padStart(2, '0'),
  );
  return `${hours}:${minutes}:${rest}${point}000`;
}
