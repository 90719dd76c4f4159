import { expect, test } from 'vitest';
import { fillPath } from '../../../src/handwritten/core/request/path.js';
import { observedTransport, operationOf } from '../../helpers/observed-transport.js';

test.each([
  ['an empty id', ''],
  ['an id of spaces', '  '],
  ['a dot', '.'],
  ['two dots', '..'],
  ['an encoded dot', '%2e'],
  ['two encoded dots', '%2E%2e'],
  ['a dot and an encoded one', '.%2e'],
  ['dots that are encoded twice', '%252e%252E'],
  ['dots that are encoded three times', '%25252e.'],
  ['a line break', 'a\nb'],
  ['a NUL', 'a\0'],
  ['a lone surrogate', 'a\ud800'],
  ['undefined', undefined],
  ['null', null],
  ['an object', {}],
  ['an array', ['a']],
  ['NaN', NaN],
])('rejects %s and names the parameter and its path', (_, id) => {
  expect(() => fillPath('/instances/{id}', { id: [['', id]] })).toThrow(
    /^Path parameter "id" of \/instances\/\{id\} must/,
  );
});

test.each([
  ['a slash', 'a/b', 'a%2Fb'],
  ['dots and a slash', '../a', '..%2Fa'],
  ['a backslash', '..\\a', '..%5Ca'],
  ['a question mark', 'a?b', 'a%3Fb'],
  ['a hash', 'a#b', 'a%23b'],
  ['a percent sign', 'a%2Fb', 'a%252Fb'],
  ['a semicolon', 'a;b', 'a%3Bb'],
  ['a space', 'a b', 'a%20b'],
  ['three dots', '...', '...'],
  ['dots inside', 'v1.2', 'v1.2'],
  ['letters of another script', 'é', '%C3%A9'],
  ['a number', 42, '42'],
  ['a boolean', true, 'true'],
  ['a uuid', '6f9619ff-8b86-d011-b42d-00cf4fc964ff', '6f9619ff-8b86-d011-b42d-00cf4fc964ff'],
])('keeps %s inside its segment', (_, id, expected) => {
  expect(fillPath('/instances/{id}/status', { id: [['', id]] })).toBe(`/instances/${expected}/status`);
});

test('fills several parameters, and a value never becomes a placeholder', () => {
  expect(fillPath('/a/{x}/b/{y}', { x: [['', '{y}']], y: [['', '2']] })).toBe('/a/%7By%7D/b/2');
});

const getThing = operationOf({
  path: '/things/{thing_id}',
  parameters: [{ name: 'thingId', wire: 'thing_id', in: 'path', required: true }],
});

test('sends nothing for an id that is rejected', async () => {
  const { transport, requests } = observedTransport(() => Response.json({}));
  await expect(transport.request(getThing, { thingId: '..' })).rejects.toThrow(/must not be "\.\."/);
  expect(requests).toHaveLength(0);
});

test.each([
  ['an array where one id is expected', ['a', 'b']],
  ['an object', { id: 'a' }],
])('sends nothing for %s', async (_, thingId) => {
  const { transport, requests } = observedTransport(() => Response.json({}));
  await expect(transport.request(getThing, { thingId })).rejects.toThrow(
    /^Path parameter "thing_id".* must be a non-empty string/,
  );
  expect(requests).toHaveLength(0);
});

test('accepts an id by its wire name too', async () => {
  const { transport, requests } = observedTransport(() => Response.json({}));
  await transport.request(getThing, { thing_id: 'a' });
  expect(requests[0]?.url.pathname).toBe('/api/v1/things/a');
});

test('the URL of the request has the id in one segment below the path of the server', async () => {
  const { transport, requests } = observedTransport(() => Response.json({}));
  await transport.request(getThing, { thingId: '../../billing?a#b' });
  expect(requests[0]?.url.href).toBe('https://runcrate.ai/api/v1/things/..%2F..%2Fbilling%3Fa%23b');
});
