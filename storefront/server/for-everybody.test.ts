import type { IncomingMessage } from 'node:http';
import { forEverybody } from './for-everybody.ts';

const isPublic = forEverybody({ siteUrl: 'https://boats.example', secure: true });
const asked = (url: string, headers: Record<string, string> = {}) =>
  isPublic({ url, headers } as unknown as IncomingMessage);
const cookie = (name: string, value: string) => ({ cookie: `__Host-gangway-${name}=${value}` });

describe('what is the same for everybody', () => {
  it('is the catalogue, in each language', () => {
    for (const url of [
      '/ru',
      '/en/',
      '/zh/events?q=boat&page=2',
      '/ru/events/neva-k3f0',
      '/en/calendar',
      '/en/pages/offer',
    ])
      expect([url, asked(url)]).toEqual([url, true]);
  });

  it('is nothing that belongs to a person or changes something', () => {
    for (const url of [
      ...[
        '/',
        '/ru/account',
        '/ru/checkout',
        '/en/orders/abc',
        '/ru/events/neva-k3f0/seatmap',
        '/ru/preview/a/b',
      ],
      ...['/basket/seat-types', '/ru/reminders/stop', '/ru/accounts', '/ruevents', '/ru/events/a/b'],
    ])
      expect([url, asked(url)]).toEqual([url, false]);
  });

  it('is not for visitors of whom the page would show something', () => {
    expect(asked('/ru', cookie('session', 'a'.repeat(24)))).toBe(false);
    expect(asked('/ru', cookie('account', 'a'.repeat(24)))).toBe(false);
    expect(asked('/ru', cookie('orders', `${'a'.repeat(24)}:${'b'.repeat(24)}`))).toBe(false);
    expect(asked('/ru', cookie('basket', 'abc'))).toBe(false);
    expect(asked('/ru', cookie('source', 'abc'))).toBe(true);
    expect(asked('/ru', { cookie: 'somebody=else' })).toBe(true);
  });

  it('is not for a first visit that says where it comes from', () => {
    expect(asked('/ru?utm_source=letter')).toBe(false);
    expect(asked('/ru', { referer: 'https://search.example/?q=boats' })).toBe(false);
    expect(asked('/ru', { referer: 'https://boats.example/ru/events' })).toBe(true);
    expect(asked('/ru?utm_source=letter', cookie('source', 'abc'))).toBe(true);
  });
});
