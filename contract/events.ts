import { SseParser } from '../src/handwritten/core/streaming/sse.js';
import type { RawAnswer } from './raw-answer.js';
import { diagnoseAnswer } from './diagnosis.js';
import { brokenJson, isSuccess, parseJson } from './media.js';
import type { Prism } from './prism.js';
import { unlistedVerdict } from './unlisted.js';
import { joinVerdicts, pointerStep, show, type Verdict, type Violation } from './violation.js';

/** Validates the data of every event of a stream. Pointers start with the index of the event, from 0. */
export function validateEvents(prism: Prism, operationId: string, answer: RawAnswer): Verdict {
  const data = new SseParser().feed(answer.text).map((event) => event.data);
  const end = data.indexOf('[DONE]');
  const chunks = end === -1 ? data : data.slice(0, end);
  const verdicts = chunks.map((chunk, index) => validateEvent(prism, operationId, answer, chunk, pointerStep(index)));
  const isOpenEnded = end === -1 && isSuccess(answer);
  return joinVerdicts(...verdicts, { violations: isOpenEnded ? [noEnd(answer)] : [], notices: [] });
}

function validateEvent(prism: Prism, operationId: string, answer: RawAnswer, data: string, pointer: string): Verdict {
  const { value, problem } = parseJson(data);
  if (problem !== undefined) return { violations: [brokenJson('events', pointer, problem, data)], notices: [] };
  const found = diagnoseAnswer(prism, operationId, answer, value).map((violation) =>
    violation.part === 'body'
      ? { ...violation, part: 'events' as const, pointer: pointer + violation.pointer }
      : violation,
  );
  const verdict = { violations: found, notices: [] };
  return joinVerdicts(verdict, unlistedVerdict(operationId, answer, value, 'events', pointer));
}

function noEnd({ text }: RawAnswer): Violation {
  const came = show(text.slice(-60));
  return { side: 'answer', part: 'events', pointer: '', rule: 'end', message: 'must end with [DONE]', came, alike: 0 };
}
