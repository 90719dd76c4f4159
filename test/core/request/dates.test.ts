import { afterEach, expect, test } from 'vitest';
import { observedClient } from '../../helpers/observed-client.js';
import { observedTransport, operationOf } from '../../helpers/observed-transport.js';
import type { Codec } from '../../../src/handwritten/core/operation/codec-table.js';
import * as styles from '../../../src/handwritten/core/request/styles.js';

const zone = process.env['TZ'];

afterEach(() => {
  if (zone === undefined) Reflect.deleteProperty(process.env, 'TZ');
  else process.env['TZ'] = zone;
});

/** East and west of Greenwich, as far as there are zones. */
const zones: readonly (readonly [name: string, offsetMinutes: number])[] = [
  ['Pacific/Kiritimati', -840],
  ['Europe/Berlin', -60],
  ['UTC', 0],
  ['America/Los_Angeles', 480],
];

function enter([name, offset]: (typeof zones)[number]): void {
  process.env['TZ'] = name;
  expect(new Date(2025, 0, 1).getTimezoneOffset()).toBe(offset);
}

test.each(zones)('in %s, a Date is sent as the day that it is there', async (...row) => {
  enter(row);
  const { client, requests } = observedClient();
  await client.billing.usage({ from: new Date(2025, 0, 1), to: new Date(2025, 0, 31, 23, 59, 59) });
  expect(requests[0]?.url.search).toBe('?from=2025-01-01&to=2025-01-31');
});

test('a Date with an early year has four digits', async () => {
  const { client, requests } = observedClient();
  const from = new Date(2000, 1, 3);
  from.setFullYear(33);
  await client.billing.usage({ from });
  expect(requests[0]?.url.search).toBe('?from=0033-02-03');
});

const day = new Date(2025, 0, 1);
const time = new Date('2025-01-01T00:00:00Z');

test.each(zones)('in %s, so it is in a path, a header, a cookie and a list', async (...row) => {
  enter(row);
  const given = new Date(2025, 0, 1);
  const { transport, requests } = observedTransport(() => Response.json({}));
  const operation = operationOf({
    path: '/days/{day}/{days}',
    parameters: [
      { name: 'day', in: 'path', format: 'date' },
      { name: 'days', in: 'path', format: 'date', write: styles.pathList },
      { name: 'x', in: styles.header, format: 'date' },
      { name: 'c', in: styles.cookie, format: 'date' },
      { name: 'list', in: 'query', format: 'date' },
      { name: 'json', in: 'query', format: 'date', write: styles.jsonText },
    ],
  });
  await transport.request(operation, {
    day: given,
    days: [given, given],
    x: given,
    c: given,
    list: [given],
    json: given,
  });
  const { url, headers } = requests[0]!;
  expect([url.pathname, url.search]).toEqual([
    '/api/v1/days/2025-01-01/2025-01-01,2025-01-01',
    '?list=2025-01-01&json=%222025-01-01%22',
  ]);
  expect([headers.get('x'), headers.get('cookie')]).toEqual(['2025-01-01', 'c=2025-01-01']);
});

test.each(['application/json', 'multipart/form-data', 'application/x-www-form-urlencoded'])(
  'a Date in a body of %s is sent as its day, and others in ISO 8601',
  async (content) => {
    const { transport, requests } = observedTransport(() => Response.json({}));
    const write = content.endsWith('urlencoded') ? { write: styles.urlEncoded } : {};
    const body = {
      content,
      codec: {
        snake: ['onDay'],
        fields: { onDay: styles.day, list: { items: styles.day }, deep: { values: { fields: { day: styles.day } } } },
      },
      ...write,
    };
    const args = { onDay: day, list: [day, '2025-02-02'], deep: { a: { day, other: time } }, at: time };
    await transport.request(operationOf({ method: 'POST', body }), args);
    const { text, form, json } = requests[0]!;
    const fields = json ?? [...(form ?? new URLSearchParams(text))];
    const deep = { a: { day: '2025-01-01', other: '2025-01-01T00:00:00.000Z' } };
    const at = '2025-01-01T00:00:00.000Z';
    expect(fields).toEqual(
      json
        ? { on_day: '2025-01-01', list: ['2025-01-01', '2025-02-02'], deep, at }
        : [
            ['on_day', '2025-01-01'],
            ['list', '2025-01-01'],
            ['list', '2025-02-02'],
            ['deep', JSON.stringify(deep)],
            ['at', at],
          ],
    );
    expect(args.list[0]).toBe(day);
  },
);

test('a Date in a recursive body, in an object parameter and beside objects is sent as its day', async () => {
  const { transport, requests } = observedTransport(() => Response.json({}));
  const tree: Codec = { fields: { day: styles.day, children: { items: () => tree } } };
  const parameters = [{ name: 'filter', in: 'query', write: styles.deepObject, codec: tree }] as const;
  const body = { content: 'application/json', codec: { fields: { tree, due: { ...tree, day: styles.localDay } } } };
  const children = [{ day, children: [{ day, at: time }] }];
  const args = { filter: { day }, tree: { day, children }, due: day };
  await transport.request(operationOf({ method: 'POST', parameters, body }), args);
  const sent = '2025-01-01';
  const grandchildren = [{ day: sent, at: '2025-01-01T00:00:00.000Z' }];
  expect(requests[0]?.json).toEqual({
    tree: { day: sent, children: [{ day: sent, children: grandchildren }] },
    due: sent,
  });
  expect(requests[0]?.url.searchParams.get('filter[day]')).toBe(sent);
});

test('an invalid Date in a body is refused with its path', async () => {
  const { transport, requests } = observedTransport(() => Response.json({}));
  const body = { content: 'application/json', codec: { fields: { a: { fields: { b: styles.day } } } } };
  const call = transport.request(operationOf({ method: 'POST', body }), { a: { b: new Date(NaN) } });
  await expect(call).rejects.toThrow('`a.b` would be lost: JSON has no ');
  expect(requests).toHaveLength(0);
});
