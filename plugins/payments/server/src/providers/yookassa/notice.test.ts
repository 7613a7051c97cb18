import { isNetwork, noticeReader, officialNetworks } from './notice.ts';

const read = noticeReader(officialNetworks);
const id = '2f3b588d-000f-5000-8000-1d6e87c7fbde';
const notification = {
  type: 'notification',
  event: 'payment.succeeded',
  object: { id, status: 'succeeded' },
};
const from = (ip: string, body: unknown = notification) =>
  read({
    ip,
    headers: {},
    bytes: new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
  });

describe('a notification', () => {
  it.each([
    '185.71.76.0',
    '185.71.76.31',
    '185.71.77.1',
    '77.75.153.127',
    '77.75.156.11',
    '77.75.156.35',
    '77.75.154.128',
    '77.75.154.255',
    '2a02:5180::1',
    '2a02:5180:ffff::1',
    '::ffff:185.71.76.1',
  ])('is read from %s', (ip) => {
    expect(from(ip)).toEqual({
      ...{ dedupeKey: `payment.succeeded:${id}`, event: 'payment.succeeded' },
      ...{ about: 'payment', externalId: id },
    });
  });

  it.each([
    '185.71.76.32',
    '185.71.75.255',
    '77.75.153.128',
    '77.75.154.127',
    '77.75.156.12',
    '77.75.156.34',
    '2a02:5181::1',
    '127.0.0.1',
    '::ffff:127.0.0.1',
    '185.71.76.1, 10.0.0.1',
    '',
    'localhost',
  ])('is not read from "%s"', (ip) => expect(from(ip)).toBeUndefined());

  it('about a refund is about the refund', () => {
    expect(from('185.71.76.1', { ...notification, event: 'refund.succeeded' })).toMatchObject({
      ...{ about: 'refund', dedupeKey: `refund.succeeded:${id}` },
    });
  });

  it.each([
    ['no JSON', '{"type":'],
    ['a list', []],
    ['another type', { ...notification, type: 'error' }],
    ['no event', { type: 'notification', object: { id } }],
    ['an event of something else', { ...notification, event: 'payout.succeeded' }],
    ['an event with more in it', { ...notification, event: "payment.x'; drop table" }],
    ['no object', { type: 'notification', event: 'payment.succeeded' }],
    ['an id that leads elsewhere', { ...notification, object: { id: '../refunds/1' } }],
    ['an id that is none', { ...notification, object: { id: 7 } }],
    ['more than any notification holds', { ...notification, more: 'x'.repeat(300_000) }],
  ])('with %s is not read', (_, body) => expect(from('185.71.76.1', body)).toBeUndefined());

  it('that is no text is not read', () => {
    expect(read({ ip: '185.71.76.1', headers: {}, bytes: Uint8Array.of(0xff, 0xfe, 0x7b) })).toBeUndefined();
  });
});

describe('a network', () => {
  it('is an address, or one with the number of its bits', () => {
    for (const good of [...officialNetworks, '10.0.0.0/8', '::1']) expect(isNetwork(good)).toBe(true);
    for (const bad of ['', 'yookassa.ru', '10.0.0.0/33', '10.0.0.0/', '::1/129', '10.0.0.0/-1'])
      expect(isNetwork(bad)).toBe(false);
  });
});
