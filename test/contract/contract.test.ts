import { expect, test } from 'vitest';
import { cases, type Case } from '../../generated/cases.js';
import * as sdk from '../../src/index.node.js';
import { documentedOperations, type DocumentedOperation } from '../helpers/document.js';
import { publicAnswer, type SentAnswer } from '../helpers/document-reading.js';
import { useMock } from '../helpers/mock.js';
import { observedClient, type Observed, type ObservedRequest } from '../helpers/observed-client.js';

const mock = useMock();

interface Row {
  readonly id: string;
  readonly example: Case;
  readonly documented: DocumentedOperation;
}

const rows: readonly Row[] = Object.entries<Case>(cases).map(([id, example]) => {
  const documented = documentedOperations.get(id);
  if (!documented) throw new Error(`generated/cases.ts has an operation that is missing in openapi.json: ${id}`);
  return { id, example, documented };
});

test('every operation of the document has a case', () => {
  expect(rows.map(({ id }) => id).sort()).toEqual([...documentedOperations.keys()].sort());
});

test.each(rows)(
  '$id sends the request that the document describes, and Prism accepts it',
  async ({ example, documented }) => {
    const { client, requests } = throughMock();
    await example.call(client, { maxRetries: 0 });
    expect(requests).toHaveLength(1);
    const { method, url } = requests[0]!;
    expect([method, url.pathname]).toEqual([documented.method, serverPath(documented) + example.request.path]);
    expect(Object.fromEntries(url.searchParams)).toEqual(example.request.query);
    expect(await bodyOf(requests[0]!)).toEqual(isForm(documented) ? textsOf(example) : example.request.body);
  },
);

test.each(rows)('$id returns the response of the mock with its public names', async ({ example, documented }) => {
  const { client, answers } = throughMock();
  const answer = await example.call(client, { maxRetries: 0 });
  const expected = publicAnswer(documented, answers[0]!);
  if (answer instanceof sdk.Page) expect({ value: answer.data, meta: answer.meta }).toEqual(expected);
  else expect(answer instanceof Uint8Array ? Buffer.from(answer) : answer).toEqual(expected.value);
});

const classes: Readonly<Record<number, typeof sdk.ApiError>> = {
  400: sdk.BadRequestError,
  401: sdk.AuthenticationError,
  402: sdk.InsufficientCreditsError,
  403: sdk.PermissionDeniedError,
  404: sdk.NotFoundError,
  409: sdk.ConflictError,
  422: sdk.UnprocessableEntityError,
  429: sdk.RateLimitError,
  500: sdk.InternalServerError,
};

const errorRows = rows.flatMap(({ example, documented, id }) =>
  documented.errors.map((status) => ({ id, example, status })),
);

test.each(errorRows)('$id rejects a $status with its error, with the message of the server', async (row) => {
  const { client, requests, answers } = throughMock();
  const options = { maxRetries: 0, headers: { Prefer: `code=${row.status}` } };
  const error: unknown = await row.example.call(client, options).then(
    () => 'no error',
    (reason: unknown) => reason,
  );
  const { message, code } = (JSON.parse(answers[0]!.bytes.toString()) as { error: { message: string; code: string } })
    .error;
  expect(error).toBeInstanceOf(classes[row.status] ?? (row.status >= 500 ? sdk.InternalServerError : sdk.ApiError));
  expect(error).toMatchObject({ statusCode: row.status, message, code });
  expect(requests).toHaveLength(1);
});

test('every case lists the errors of the document', () => {
  for (const { example, documented } of rows) {
    expect([...example.errors].sort()).toEqual([...documented.errors].sort());
  }
});

const withInvalidBody = rows.filter(({ documented }) => documented.invalidBody !== undefined);

test.each(withInvalidBody)('the mock rejects an invalid body for $id', async ({ example, documented }) => {
  const { invalidBody = '' } = documented;
  const response = await fetch(mockUrl(documented, example), {
    method: documented.method,
    headers: {
      authorization: `Bearer ${mock.environment['RUNCRATE_API_KEY']}`,
      ...(typeof invalidBody === 'string' && { 'content-type': 'application/json' }),
    },
    body: invalidBody,
  });
  // Prism's order, and 422 where the document has neither.
  expect(response.status).toBe([422, 400].find((status) => documented.errors.includes(status)) ?? 422);
});

test.each(rows)(
  '$id without an API key is rejected exactly if the document requires one',
  async ({ example, documented }) => {
    const { client } = throughMock({}, ({ headers }) => headers.delete('authorization'));
    const call = example.call(client, { maxRetries: 0 }).then(
      () => 'a response',
      (error: unknown) => (error as sdk.ApiError).statusCode,
    );
    expect(await call).toBe(documented.isOpen ? 'a response' : 401);
  },
);

test.each(rows)('$id sends the environment exactly if it is scoped to one', async ({ example, documented }) => {
  const { client, requests } = throughMock({ environment: 'staging' });
  await example.call(client, { maxRetries: 0 });
  const { url, headers } = requests[0]!;
  const expected = documented.isScoped ? ['staging', 'staging'] : [null, null];
  expect([url.searchParams.get('environment'), headers.get('x-environment')]).toEqual(expected);
});

const streaming = rows.flatMap(({ id, example }) => (example.stream ? [{ id, stream: example.stream }] : []));

test.each(streaming)('$id streams the events of the document with their public names', async ({ stream }) => {
  const { client, requests } = throughMock();
  const events: unknown[] = [];
  const answer = (await stream.call(client, { maxRetries: 0 })) as AsyncIterable<unknown>;
  for await (const event of answer) events.push(event);
  expect(events).toEqual(stream.events);
  expect(requests[0]?.json).toMatchObject({ stream: true });
});

/** A client whose requests go to the mock, and are observed. */
function throughMock(
  options: sdk.RuncrateOptions = {},
  change: (request: ObservedRequest) => void = () => {},
): Observed & { readonly answers: readonly SentAnswer[] } {
  const answers: SentAnswer[] = [];
  const forward = async (request: ObservedRequest): Promise<Response> => {
    change(request);
    const { url, method, headers, form, text } = request;
    const response = await fetch(url, { method, headers, body: form ?? text ?? null });
    const bytes = Buffer.from(await response.clone().arrayBuffer());
    const contentType = response.headers.get('content-type') ?? '';
    answers.push({ status: response.status, contentType, bytes });
    return response;
  };
  const { baseUrl, inferenceUrl } = mock;
  return { ...observedClient(forward, { baseUrl, inferenceUrl, ...options }), answers };
}

function serverPath({ path }: DocumentedOperation): string {
  return path.startsWith('/api/v1/') ? '/api/v1' : '/v1';
}

function mockUrl(documented: DocumentedOperation, { request }: Case): string {
  return new URL(serverPath(documented) + request.path, mock.baseUrl).href;
}

function isForm({ content = '' }: DocumentedOperation): boolean {
  return content === 'multipart/form-data' || content === 'application/x-www-form-urlencoded';
}

/** The fields of a form as they are sent: of a repeated one, the last. */
function textsOf({ request }: Case): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.body as object).map(([name, value]: [string, unknown]) => {
      const last: unknown = Array.isArray(value) ? value.at(-1) : value;
      return [name, typeof last === 'string' ? last : JSON.stringify(last)];
    }),
  );
}

/** JSON, text, or the fields of a form; a file is its text. */
async function bodyOf({ form, json, text, headers }: ObservedRequest): Promise<unknown> {
  if (form) {
    const parts = [...form].map(async ([name, part]) => [name, typeof part === 'string' ? part : await part.text()]);
    return Object.fromEntries(await Promise.all(parts)) as Record<string, string>;
  }
  const isFields = headers.get('content-type')?.startsWith('application/x-www-form-urlencoded');
  return isFields ? Object.fromEntries(new URLSearchParams(text)) : (json ?? text);
}
