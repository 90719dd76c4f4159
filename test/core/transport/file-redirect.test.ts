import { expect, test } from 'vitest';
import { InvalidResponseError } from '../../../src/handwritten/core/errors/errors.js';
import type { ObservedRequest, Respond } from '../../helpers/observed-fetch.js';
import { observedTransport, operationOf, rejectionOf, testKey } from '../../helpers/observed-transport.js';

const download = operationOf({
  path: '/videos/a/download',
  server: 'inference',
  answer: { as: 'bytes', content: 'video/mp4' },
});
const origin = 'https://api.runcrate.ai';
const cdn = 'https://cdn.example/a.mp4?signature=s';
const customHeaders = { 'x-team': 'a' };

/** Redirects to a list of targets, then responds with the file. */
const hops =
  (...locations: readonly string[]): Respond =>
  (_, index) => {
    const location = locations[index];
    return location === undefined ? new Response('film') : new Response(null, { status: 302, headers: { location } });
  };

async function fetchFilm(respond: Respond) {
  const { transport, requests } = observedTransport(respond, { customHeaders });
  const film = (await transport.request(download, {})) as Buffer;
  return { film: film.toString(), requests };
}

const secretsOf = ({ headers }: ObservedRequest) => [headers.get('authorization'), headers.get('x-team')];

test('bytes on another origin are fetched without the key and without custom headers', async () => {
  const { film, requests } = await fetchFilm(hops(cdn));
  expect(film).toBe('film');
  expect(requests.map(({ method, url }) => [method, url.href])).toEqual([
    ['GET', `${origin}/v1/videos/a/download`],
    ['GET', cdn],
  ]);
  expect(secretsOf(requests[1]!)).toEqual([null, null]);
});

test('bytes at another path of the same origin are fetched with the key', async () => {
  const { requests } = await fetchFilm(hops('/files/a.mp4'));
  expect(requests[1]?.url.href).toBe(`${origin}/files/a.mp4`);
  expect(secretsOf(requests[1]!)).toEqual([`Bearer ${testKey}`, 'a']);
});

test('after a request to another origin, the key is not sent again', async () => {
  const { requests } = await fetchFilm(hops(cdn, `${origin}/files/a.mp4`, '/files/b.mp4'));
  expect(requests.at(-1)?.url.href).toBe(`${origin}/files/b.mp4`);
  expect(requests.slice(1).flatMap(secretsOf)).toEqual([null, null, null, null, null, null]);
});

test('the www counterpart of another origin receives no key either', async () => {
  const { requests } = await fetchFilm(hops('https://cdn.example/a.mp4', 'https://www.cdn.example/a.mp4'));
  expect(requests[2]?.url.host).toBe('www.cdn.example');
  expect(secretsOf(requests[2]!)).toEqual([null, null]);
});

test.each([301, 302, 303, 307, 308])('bytes are fetched from the target of a %i', async (status) => {
  const { film } = await fetchFilm(({ url }) =>
    url.href === cdn ? new Response('film') : new Response(null, { status, headers: { location: cdn } }),
  );
  expect(film).toBe('film');
});

test('bytes may be behind the www counterpart', async () => {
  const { film, requests } = await fetchFilm(hops('https://www.api.runcrate.ai/v1/videos/a/download', cdn));
  expect(film).toBe('film');
  expect(secretsOf(requests[2]!)).toEqual([null, null]);
});

test.each([
  ['http', 'http://cdn.example/a.mp4'],
  ['a data URI', 'data:video/mp4,AAAA'],
  ['a local file', 'file:///etc/passwd'],
])('bytes are not fetched from %s', async (_, location) => {
  const { transport, requests } = observedTransport(hops(location));
  expect(await rejectionOf(transport.request(download, {}))).toBeInstanceOf(InvalidResponseError);
  expect(requests).toHaveLength(1);
});

test('endless redirects are an error', async () => {
  const { transport, requests } = observedTransport((_, index) =>
    Response.redirect(`https://cdn.example/${index}`, 302),
  );
  await expect(transport.request(download, {})).rejects.toThrow(/redirected more than 5 times/);
  expect(requests).toHaveLength(6);
});

test('endless redirects between another origin and its www counterpart are an error', async () => {
  const { transport, requests } = observedTransport((_, index) =>
    Response.redirect(index % 2 === 0 ? 'https://cdn.example/a.mp4' : 'https://www.cdn.example/a.mp4', 302),
  );
  await expect(transport.request(download, {})).rejects.toThrow(/redirected more than 5 times/);
  expect(requests).toHaveLength(6);
});

test('JSON is not fetched from a redirect target', async () => {
  const { transport, requests } = observedTransport(hops(cdn));
  expect(await rejectionOf(transport.request(operationOf(), {}))).toBeInstanceOf(InvalidResponseError);
  expect(requests).toHaveLength(1);
});

test('a POST that returns bytes is not sent to a redirect target', async () => {
  const { transport, requests } = observedTransport(hops(cdn));
  const speech = { ...download, method: 'POST', retry: 'paid' } as const;
  expect(await rejectionOf(transport.request(speech, {}))).toBeInstanceOf(InvalidResponseError);
  expect(requests).toHaveLength(1);
});
