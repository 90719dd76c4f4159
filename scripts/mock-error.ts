import { jsonIn } from './mock-accept.js';

/** An error of the mock, with what is wrong in the place where the API has it: `error.message`. */
export interface MockError {
  readonly error: { readonly message: string; readonly code: string; readonly [field: string]: unknown };
}

interface Violation {
  /** `request`, then `body`, `query`, `path` or `header`, and the steps to the field. */
  readonly location: readonly string[];
  readonly message: string;
}

const mostTold = 5;
/** Of the document, whose examples of these tell of a request that nobody sent. */
const refusals: readonly number[] = [400, 422];
const codes: Readonly<Record<number, string>> = {
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'payload_too_large',
};

/** The body of a failed response, or undefined where it is good as it is. */
export function truthOf(status: number, body: string, header: string): MockError | undefined {
  const example = jsonIn(body) as Partial<MockError & Problem> | undefined;
  const violations = refusals.includes(status) ? violationsIn(header) : [];
  if (violations.length > 0) {
    const { error = { message: '', code: 'validation_error' } } = example ?? {};
    const [field] = violations.flatMap(({ location }) => location.slice(2).join('.') || []);
    const details = 'details' in error && { details: field === undefined ? {} : { field } };
    return { error: { ...error, message: sentenceOf(violations), ...details } };
  }
  if (example?.error) return undefined;
  const { title = `The mock answered with ${status}.`, detail = '' } = example ?? {};
  return { error: { code: codes[status] ?? 'mock_error', message: [title, detail].filter(Boolean).join(': ') } };
}

/** As Prism tells what it can't answer (RFC 9457). */
interface Problem {
  readonly title: string;
  readonly detail: string;
}

/** Prism cuts a long header, so the list is read item by item. */
function violationsIn(header: string): Violation[] {
  const items = header.match(/\{"location":\[[^\]]*\](?:,"\w+":(?:"(?:[^"\\]|\\.)*"|\d+))*\}/g) ?? [];
  return items.map((item) => JSON.parse(item) as Violation).filter(({ location }) => location[0] === 'request');
}

function sentenceOf(violations: readonly Violation[]): string {
  const told = violations.slice(0, mostTold).map(({ message }) => message);
  const rest = violations.length - told.length;
  return `${told.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}.`;
}
