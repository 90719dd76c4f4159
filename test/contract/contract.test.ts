import { expect, test } from 'vitest';
import { cases, type Case } from '../../generated/cases.js';
import * as sdk from '../../src/index.node.js';
import { documentedOperations, type DocumentedOperation } from '../helpers/document.js';
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
    const { client, requests, answers } = throughMock();
    await example.call(client, { maxRetries: 0 });
    expect(requests).toHaveLength(1);
    expect(answers[0]?.violations).toBeNull();
    const { method, url, json, form } = requests[0]!;
    expect([method, url.pathname]).toEqual([documented.method, serverPath(documented) + example.request.path]);
    expect(Object.fromEntries(url.searchParams)).toEqual(example.request.query);
    if (documented.content === 'multipart/form-data') expect(await partsOf(form!)).toEqual(example.request.body);
    else expect(json).toEqual(example.request.body);
  },
);

test.each(rows)('$id returns the response of the document with its public names', async ({ example }) => {
  const { client } = throughMock();
  const answer = await example.call(client, { maxRetries: 0 });
  if (answer instanceof Uint8Array) expect(answer.length).toBeGreaterThan(0);
  else if (example.answer === undefined) expect(answer).toBeUndefined();
  else expect(answer).toMatchObject(example.answer as object);
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
  Object.keys(documented.errors).map((status) => ({ id, example, documented, status: Number(status) })),
);

test.each(errorRows)('$id rejects a $status with its error, with the message of the server', async (row) => {
  const { client, requests } = throughMock();
  const options = { maxRetries: 0, headers: { Prefer: `code=${row.status}` } };
  const error: unknown = await row.example.call(client, options).then(
    () => 'no error',
    (reason: unknown) => reason,
  );
  const { message, code } = (row.documented.errors[row.status] as { error: { message: string; code: string } }).error;
  expect(error).toBeInstanceOf(classes[row.status]);
  expect(error).toMatchObject({ statusCode: row.status, message, code });
  expect(requests).toHaveLength(1);
});

test('every case lists the errors of the document', () => {
  for (const { example, documented } of rows) {
    expect([...example.errors].sort()).toEqual(Object.keys(documented.errors).map(Number).sort());
  }
});

const withBody = rows.filter(({ documented }) => documented.content !== undefined);

test.each(withBody)('the mock rejects an invalid body for $id', async ({ example, documented }) => {
  const isForm = documented.content === 'multipart/form-data';
  const response = await fetch(mockUrl(documented, example), {
    method: documented.method,
    headers: {
      authorization: `Bearer ${mock.environment['RUNCRATE_API_KEY']}`,
      ...(!isForm && { 'content-type': 'application/json' }),
    },
    body: isForm ? badForm() : JSON.stringify([]),
  });
  expect(response.status).toBe(422);
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

interface MockAnswer {
  /** The violations that Prism found in the request or in its own response. */
  readonly violations: string | null;
}

/** A client whose requests go to the mock, and are observed. */
function throughMock(
  options: sdk.RuncrateOptions = {},
  change: (request: ObservedRequest) => void = () => {},
): Observed & { readonly answers: readonly MockAnswer[] } {
  const answers: MockAnswer[] = [];
  const forward = async (request: ObservedRequest): Promise<Response> => {
    change(request);
    const { url, method, headers, form, text } = request;
    const response = await fetch(url, { method, headers, body: form ?? text ?? null });
    answers.push({ violations: response.headers.get('sl-violations') });
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

/** Lacks all required fields. */
function badForm(): FormData {
  const form = new FormData();
  form.set('nothing', 'of use');
  return form;
}

/** The fields of a form; a file is its text. */
async function partsOf(form: FormData): Promise<Record<string, string>> {
  const parts = [...form].map(async ([name, part]) => [name, typeof part === 'string' ? part : await part.text()]);
  return Object.fromEntries(await Promise.all(parts)) as Record<string, string>;
}
