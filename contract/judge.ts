import { ApiError, RuncrateError } from '../src/index.node.js';
import type { Exchange } from './capture.js';
import type { Prism } from './prism.js';
import type { Route } from './route.js';
import { validateAnswer, validateRequest } from './validate.js';
import { collapse, joinVerdicts, type Verdict, type Violation } from './violation.js';

export interface Judge {
  readonly prism: Prism;
  readonly route: Route;
}

/** Validates all exchanges of one call against openapi.json, together with the error that the SDK threw. */
export function judgeCall(judge: Judge, operationId: string, exchanges: readonly Exchange[], error: unknown): Verdict {
  const verdicts = exchanges.map((exchange, index) =>
    judgeExchange(judge, operationId, exchange, index === exchanges.length - 1),
  );
  const { violations, notices } = joinVerdicts(...verdicts);
  const last = verdicts.at(-1)?.violations ?? [];
  const failures = error === undefined ? [] : judgeError(error, exchanges.at(-1), last);
  return { violations: collapse([...violations, ...failures]), notices };
}

function judgeExchange({ prism, route }: Judge, caller: string, exchange: Exchange, isLast: boolean): Verdict {
  const { method, url, answer } = exchange;
  const destination = route(method, url);
  // A file may be on another host. openapi.json does not describe requests to it.
  const sent = destination && validateRequest(prism, destination.operationId, destination.path, exchange);
  const request = { violations: sent ?? [], notices: [] };
  if (answer === undefined) return request;
  if (!isLast && answer.status >= 300 && answer.status < 400) {
    const target = new URL(answer.headers['location'] ?? '', url).origin;
    return { ...request, notices: [`${caller} was redirected from ${url.origin} to ${target}, and the SDK followed.`] };
  }
  return joinVerdicts(request, validateAnswer(prism, destination?.operationId ?? caller, answer));
}

/** The call failed. An error response is a violation too, even if openapi.json documents it. */
function judgeError(error: unknown, last: Exchange | undefined, known: readonly Violation[]): Violation[] {
  const status = last?.answer?.status;
  if (error instanceof ApiError && error.statusCode === status && status >= 400) {
    if (known.some(({ side }) => side === 'answer')) return [];
    const message = `must be a success for this call; error message: ${firstLine(error.message)}`;
    return [{ ...failure, part: 'status', rule: 'success', message, came: String(status) }];
  }
  const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
  const hint = error instanceof RuncrateError && error.hint !== undefined ? ` ${error.hint}` : '';
  return [{ ...failure, part: 'sdk', rule: name, message: firstLine(message + hint), came: '' }];
}

const failure = { side: 'answer', pointer: '', alike: 0 } as const;

function firstLine(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
