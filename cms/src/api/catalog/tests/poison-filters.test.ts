import { ask } from './ask-shop.ts';

const filters = [
  'q',
  'from',
  'to',
  'category',
  'vessel',
  'seller',
  'kind',
  'priceMin',
  'priceMax',
  'seatsMin',
];
const paging = ['page', 'pageSize', 'sort', 'locale', 'month'];

const poison: [string, string][] = [
  ['a number without end', '9'.repeat(400)],
  ['a number that is none', 'NaN'],
  ['less than nothing', '-1'],
  ['U+0000', 'a%00b'],
  ['half a character', '%ED%A0%80'],
  ['percent signs that mean nothing', '%E0%A4%A'],
  ['signs that turn the line around', '\u202eevil\u2066'],
  ['ten thousand characters', 'a'.repeat(10_000)],
  ['thousands of words', 'a '.repeat(3_000)],
  ['what a regular expression chokes on', '(a+)+$'],
  ['what a regular expression chokes on, and its food', `(a+)+$${'a'.repeat(5_000)}!`],
  ['a name of the language', '__proto__'],
  ['another name of the language', 'constructor'],
  ['words of SQL', "'; drop table events; --"],
  ['a nested thing', '[object Object]'],
  ['nothing', ''],
];

const encoded = (value: string) =>
  value.startsWith('%') || value === 'a%00b' ? value : encodeURIComponent(value);

describe('a filter full of poison', () => {
  it.each(poison)('is answered or refused with a sentence: %s', async (_what, value) => {
    const addresses = [
      ...[...filters, ...paging].map((name) => `/api/events?${name}=${encoded(value)}`),
      ...['month', 'q', 'locale'].map((name) => `/api/events/calendar?${name}=${encoded(value)}`),
      `/api/events/${encoded(value)}`,
      `/api/events?${encoded(value)}=1`,
      `/api/products?page=${encoded(value)}`,
      `/api/pages/${encoded(value)}`,
    ];
    for (const address of addresses) {
      const { status, body } = await ask(address);
      const told = status === 200 ? 'data' : 'error';
      expect([address.slice(0, 60), [200, 400, 404].includes(status)]).toEqual([address.slice(0, 60), true]);
      expect(body).toHaveProperty(told);
    }
  });

  it('is not read at all when it is longer than any address', async () => {
    const { status } = await ask(`/api/events?q=${encodeURIComponent('я'.repeat(10_000))}`);
    expect(status).toBe(431);
  });

  it('is refused when it comes a thousand times', async () => {
    const many = (name: string) => Array.from({ length: 1_000 }, (_, at) => `${name}=${at}`).join('&');
    for (const name of ['category', 'q', 'page', '__proto__', 'unknown']) {
      const { status, body } = await ask(`/api/events?${many(name)}`);
      expect([name, status]).toEqual([name, 400]);
      expect(body.error?.code).toMatch(/^(INVALID_INPUT|UNKNOWN_FILTER)$/);
    }
  });

  it('leaves the list as it was', async () => {
    const { status, body } = await ask('/api/events?pageSize=1');
    expect([status, (body.data as unknown[]).length]).toEqual([200, 1]);
  });
});
