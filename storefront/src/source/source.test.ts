import { packSource, readSource, sourceOf } from './source.ts';

const siteUrl = 'https://tickets.example.org';
const arrival = (path: string, referer?: string) => ({
  request: new Request(siteUrl + path, { headers: referer ? { referer } : {} }),
  siteUrl,
});

describe('where a visit came from', () => {
  it('is the campaign and the other site, and of that its origin alone', () => {
    const source = sourceOf(
      arrival('/ru?utm_source=letter&utm_campaign=autumn&x=1', 'https://blog.example.com/p?id=7'),
    );
    expect(source).toEqual({
      utm: { source: 'letter', campaign: 'autumn' },
      referrer: 'https://blog.example.com',
    });
  });

  it.each([
    ['our own pages', arrival('/ru/events', `${siteUrl}/ru`)],
    ['nowhere', arrival('/ru')],
    ['the gateway', arrival('/ru/orders/o1/return', 'https://yoomoney.ru/checkout')],
    ['something that is no address', arrival('/ru', 'about:blank')],
  ])('is not kept when it is %s', (_what, from) => {
    expect(sourceOf(from)).toBeUndefined();
  });

  it('comes back from the cookie, and garbage is nothing', () => {
    const source = { utm: { source: 'letter' }, referrer: 'https://blog.example.com' };
    expect(readSource(packSource(source))).toEqual(source);
    expect(['', 'x', packSource({ name: 'Anna' } as object)].map(readSource)).toEqual([{}, {}, {}]);
  });
});
