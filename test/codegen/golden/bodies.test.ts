import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, expectTypeOf, test } from 'vitest';
import { ApiError, NotFoundError } from '../../../src/index.node.js';
import { Resources as ContentTypes } from '../../fixtures/golden/content-types/generated/resources.js';
import { Resources as DefaultErrors } from '../../fixtures/golden/default-errors/generated/resources.js';
import { Resources as FormUrlencoded } from '../../fixtures/golden/form-urlencoded/generated/resources.js';
import { Resources as Multipart } from '../../fixtures/golden/multipart/generated/resources.js';
import type { Job, Thing } from '../../fixtures/golden/several-successes/generated/types.js';
import { Resources as SeveralSuccesses } from '../../fixtures/golden/several-successes/generated/resources.js';
import { rejectionOf } from '../../helpers/observed-transport.js';
import { goldenTransport, outOf } from './golden.js';

const gone = () => new Response(null, { status: 204 });

test('form-urlencoded: strings, lists and objects use the style of the document', async () => {
  const { transport, requests } = goldenTransport(gone);
  await new FormUrlencoded(transport).things.create({
    grantType: 'a b',
    scopeList: ['x', 'y'],
    metaData: { teamName: 't' },
    range: { fromRow: 1 },
  });
  expect(requests[0]?.headers.get('content-type')).toBe('application/x-www-form-urlencoded');
  expect([...new URLSearchParams(requests[0]?.text)]).toEqual([
    ['grant_type', 'a b'],
    ['scope_list', 'x y'],
    ['meta_data[team_name]', 't'],
    ['range', '{"from_row":1}'],
  ]);
});

test('multipart: files, lists of files and lists of strings are parts, and an object is JSON', async () => {
  const { transport, requests } = goldenTransport(gone);
  const file = (name: string): File => new File([name], name, { type: 'image/png' });
  await new Multipart(transport).things.create({
    photo: file('a.png'),
    morePhotos: [file('b.png'), file('c.png')],
    tagNames: ['x', 'y'],
    metaData: { takenAt: 'now' },
  });
  const form = requests[0]!.form!;
  const shown = [...form].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]);
  expect(shown).toEqual([
    ['photo', 'a.png'],
    ['more_photos', 'b.png'],
    ['more_photos', 'c.png'],
    ['tag_names', 'x'],
    ['tag_names', 'y'],
    ['meta_data', '{"taken_at":"now"}'],
  ]);
});

test('several success codes: the response type is a union, and partial if one has no body', async () => {
  const answers = [Response.json({ thing_id: 'a' }), Response.json({ job_id: 'b' }, { status: 202 }), gone()];
  const { transport } = goldenTransport((_, index) => answers[index]!);
  const { things } = new SeveralSuccesses(transport);
  const answer = await things.put();
  expectTypeOf(answer).toEqualTypeOf<Thing | Job>();
  expect([answer, await things.put(), await things.delete()]).toEqual([{ thingId: 'a' }, { jobId: 'b' }, {}]);
});

test('default errors: every status is an ApiError with the message of the server', async () => {
  const error = { error: { code: 'odd', message: 'It is odd.' } };
  const statuses = [404, 418];
  const { transport } = goldenTransport((_, index) => Response.json(error, { status: statuses[index]! }));
  const { things } = new DefaultErrors(transport);
  expect(await rejectionOf(things.get())).toBeInstanceOf(NotFoundError);
  const other = await rejectionOf(things.get());
  expect(other).toBeInstanceOf(ApiError);
  expect(other).toMatchObject({ statusCode: 418, message: 'It is odd.', code: 'odd' });
  const text = await readFile(join(outOf('default-errors'), 'resources/things.ts'), 'utf8');
  expect(text).toContain('@throws `ApiError` (404), `ApiError` (4XX), `ApiError` (every other error).');
});

test('other content types: +json is JSON, text/* is a string, the rest is bytes', async () => {
  const answers = [
    new Response('{"type_name":"a"}', { headers: { 'content-type': 'application/problem+json' } }),
    new Response('a,b', { headers: { 'content-type': 'text/csv' } }),
    new Response('zip', { headers: { 'content-type': 'application/x-archive' } }),
    Response.json('word'),
    Response.json({ some_id: 'a' }),
  ];
  const { transport, requests } = goldenTransport((_, index) => answers[index]!);
  const { things } = new ContentTypes(transport);
  expect(await things.getProblem()).toEqual({ typeName: 'a' });
  expect(await things.getTable()).toBe('a,b');
  expect(String(await things.getArchive())).toBe('zip');
  expect(await things.getWord()).toBe('word');
  expect(await things.getAny()).toEqual({ someId: 'a' });
  expect(requests.map(({ headers }) => headers.get('accept'))).toEqual([
    'application/problem+json, application/json',
    'text/csv, application/json',
    'application/x-archive, application/json',
    'application/json',
    'application/json',
  ]);
});

test('a body that is neither JSON nor a form is passed through unchanged', async () => {
  const { transport, requests } = goldenTransport(gone);
  const { things } = new ContentTypes(transport);
  await things.putRaw({ body: new Uint8Array([104, 105]) });
  await things.putRaw({ body: new Response('there') });
  expect(requests.map(({ text }) => text)).toEqual(['hi', 'there']);
  expect(requests[0]?.headers.get('content-type')).toBe('application/x-archive');
});
