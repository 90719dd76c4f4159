import type { RawAnswer } from './raw-answer.js';
import type { Diagnostic, Prism, PrismRequest } from './prism.js';
import { pointerStep, show, valueAt, type Violation } from './violation.js';

/** The violations that Prism finds in a request. */
export function diagnoseRequest(prism: Prism, operationId: string, request: PrismRequest): Violation[] {
  const { url, headers, body } = request;
  const parts: Parts = { body, query: url.query, header: headers };
  return prism.validateRequest(operationId, request).map((diagnostic) => violationOf(diagnostic, 'request', parts));
}

/** The violations that Prism finds in a response, or in an event of a stream. */
export function diagnoseAnswer(prism: Prism, operationId: string, answer: RawAnswer, body: unknown): Violation[] {
  const { status: statusCode, headers } = answer;
  const parts: Parts = { body, header: headers };
  return readDiagnostics(prism, operationId, { statusCode, headers, body }).map((diagnostic) =>
    diagnostic.path === undefined
      ? outerViolation(diagnostic.message, answer)
      : violationOf(diagnostic, 'answer', parts),
  );
}

type Parts = Readonly<Record<string, unknown>>;

/** Prism throws if the content type is not a media type. */
function readDiagnostics(
  prism: Prism,
  operationId: string,
  element: Parameters<Prism['validateAnswer']>[1],
): readonly Diagnostic[] {
  try {
    return prism.validateAnswer(operationId, element);
  } catch (error) {
    if (error instanceof TypeError && error.message.includes('media type')) return [{ message: error.message }];
    throw error;
  }
}

/** Prism gives no path only for the status code and the content type. */
function outerViolation(message: string, { status, headers }: RawAnswer): Violation {
  const [, documented = 'another one'] = /(?:document|response): ?(.*)$/.exec(message) ?? [];
  if (message.includes('status code')) {
    const expected = `must be one of those in openapi.json: ${documented.replaceAll(',', ', ')}`;
    return { ...outer, part: 'status', rule: 'status', message: expected, came: String(status) };
  }
  const came = show(headers['content-type']);
  return {
    ...outer,
    part: 'header',
    pointer: '/content-type',
    rule: 'content-type',
    message: `must be ${documented}`,
    came,
  };
}

const outer = { side: 'answer', pointer: '', alike: 0 } as const;

function violationOf({ path = [], code, message }: Diagnostic, side: Violation['side'], parts: Parts): Violation {
  const [part = 'body', ...steps] = path;
  const parent = steps.map((step) => `/${step}`).join('');
  // The pointer names the missing property, not the object that lacks it.
  const [, missing] = /required property '(.*)'$/.exec(message) ?? [];
  const pointer = missing === undefined ? parent : parent + pointerStep(missing);
  return {
    side,
    part: part as Violation['part'],
    pointer,
    rule: String(code ?? 'invalid'),
    message: missing === undefined ? (/must .*/s.exec(message)?.[0] ?? message) : 'must be present',
    came: show(valueAt(parts[part], pointer)),
    alike: 0,
  };
}
