import type { BuiltCall } from '../build/built-call.js';
import type { CaseModel } from '../model.js';
import type { Shapes } from '../shape/shapes.js';
import type { Decoder } from './decode.js';
import { isRecord } from './fits.js';
import { withNumbers } from './with-numbers.js';
import { sampleBytes, Samples } from './samples.js';

/** The documented success response on the wire, and as the caller gets it. */
export function sampleAnswer(
  { endpoint, built }: BuiltCall,
  shapes: Shapes,
  decoder: Decoder,
): Pick<CaseModel, 'response' | 'answer'> {
  const { success, as } = endpoint.answer;
  const { status, contentType, media = {} } = success;
  const samples = new Samples(shapes, 'answer');
  if (as === 'nothing' || contentType === undefined) return { response: { status }, answer: undefined };
  if (as === 'raw') return { response: { status, contentType: 'text/plain', body: sampleBytes }, answer: sampleBytes };
  if (as === 'events') return { response: { status, contentType, body: '' }, answer: undefined };
  const body = as === 'bytes' || as === 'text' ? textOf(samples.exampleOf(media)) : samples.of(media);
  const response = { status, contentType, body };
  const { codec, numbers } = built.operation.answer;
  const decode = (value: unknown): unknown => withNumbers(decoder.decode(value, codec), numbers);
  if (as !== 'envelope' && as !== 'page') return { response, answer: decode(body) };
  const { data, meta } = isRecord(body) ? body : {};
  const decoded = decode(data);
  return { response, answer: as === 'page' ? { data: decoded, ...pageMeta(meta) } : decoded };
}

/** The example of an object that is sent as XML is not the XML. */
function textOf(example: unknown): unknown {
  return typeof example === 'object' ? sampleBytes : (example ?? sampleBytes);
}

/** The metadata of a `Page`, besides its items. */
function pageMeta(meta: unknown): Readonly<Record<string, unknown>> {
  const known = ['hasMore', 'total', 'cursor'];
  return isRecord(meta) ? Object.fromEntries(Object.entries(meta).filter(([name]) => known.includes(name))) : {};
}

/** The document's example of an event stream, if it has one. */
export function sampleStream(
  { endpoint, built }: BuiltCall,
  shapes: Shapes,
  decoder: Decoder,
): { when: string; transcript: string; events: unknown[] } | undefined {
  const { stream } = endpoint.answer;
  const transcript = stream && new Samples(shapes, 'answer').exampleOf(stream.media);
  if (!stream || typeof transcript !== 'string') return undefined;
  const codec = built.operation.answer.stream?.codec;
  return { when: stream.when, transcript, events: eventsIn(transcript).map((event) => decoder.decode(event, codec)) };
}

function eventsIn(transcript: string): unknown[] {
  return transcript
    .split('\n')
    .filter((line) => line.startsWith('data:') && !line.includes('[DONE]'))
    .map((line): unknown => JSON.parse(line.slice('data:'.length)));
}
