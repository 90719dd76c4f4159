/** What an operation answers, before faults and the wire. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A string or bytes as they are, with a `content-type` in `headers`; anything else as JSON. */
  readonly body?: unknown;
  /** Server-sent events instead of a body, each with its blank line. */
  readonly events?: readonly string[];
  /** Seconds before each event. */
  readonly eventDelay?: number;
}

/** The codes of the API's errors. */
const codes: Readonly<Record<number, string>> = {
  400: 'validation_error',
  401: 'unauthorized',
  402: 'insufficient_credits',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  409: 'conflict',
  422: 'validation_error',
  429: 'rate_limited',
};

/** An error in the API's own form. */
export function failure(status: number, message: string, details?: object): Answer {
  const code = codes[status] ?? 'internal_error';
  return { status, body: { error: { code, message, ...(details && { details }) } } };
}

/** A refused field, by name. */
export function refusedField(field: string, message: string, status = 422): Answer {
  return failure(status, `${field} ${message}.`, { field });
}

/** Infrastructure: `{ data }`, and `meta` for lists. */
export function enveloped(data: unknown, status = 200): Answer {
  return { status, body: { data } };
}

export function listed(data: readonly unknown[], meta: object = { hasMore: false, total: data.length }): Answer {
  return { status: 200, body: { data, meta } };
}

export const nothing: Answer = { status: 204 };
