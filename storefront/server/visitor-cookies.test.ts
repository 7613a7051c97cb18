import { cookieNames, setCookie, visitorOf, withOrder } from './visitor-cookies.ts';

const session = 'Wm8Q2xkT4n0ZbV7cYp3L';

describe('what the browser of a visitor keeps', () => {
  it('is bound to the host over https and readable by no script', () => {
    const cookie = setCookie({ name: 'session', value: session, secure: true });
    expect(cookie).toMatch(/^__Host-gangway-session=Wm8Q2xkT4n0ZbV7cYp3L;/);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('Secure');
    expect(cookie).toContain('SameSite=Lax');
    expect(cookie).toContain('Path=/');
    expect(cookie).not.toContain('Domain');
  });

  it('goes when there is no value', () => {
    expect(setCookie({ name: 'account', secure: false })).toMatch(/^gangway-account=;.*Max-Age=0/);
  });

  it('tells the visitor, and a cookie of the other scheme does not', () => {
    const header = `__Host-gangway-session=${session}`;
    expect(visitorOf({ header, secure: true }).session).toBe(session);
    expect(visitorOf({ header, secure: false }).session).toBeUndefined();
  });

  it.each(['short', 'with space in the middle of it', `${'a'.repeat(200)}`, '<script>alert(1)</script>'])(
    'is no session when it looks like %s',
    (value) => {
      const header = `gangway-session=${encodeURIComponent(value)}`;
      expect(visitorOf({ header, secure: false }).session).toBeUndefined();
    },
  );

  it('remembers the orders opened last, one token each', () => {
    const id = (at: number) => `o2w4e6r8t0y2u4i6o8p0a2${String(at).padStart(2, '0')}`;
    const token = (at: number) => `token-of-order-${at}`;
    const all = Array.from({ length: 15 }, (_, at) => at);
    const value = all.reduce(
      (text, at) =>
        withOrder(visitorOf({ header: `gangway-orders=${encodeURIComponent(text)}`, secure: false }).orders, {
          id: id(at),
          token: token(at),
        }),
      '',
    );
    const { orders } = visitorOf({ header: `gangway-orders=${encodeURIComponent(value)}`, secure: false });
    expect(Object.keys(orders)).toHaveLength(12);
    expect(orders[id(14)]).toBe(token(14));
    expect(orders[id(2)]).toBeUndefined();
  });

  it('has names of its own for each scheme', () => {
    expect(Object.values(cookieNames(true)).every((name) => name.startsWith('__Host-'))).toBe(true);
    expect(Object.values(cookieNames(false)).some((name) => name.startsWith('__Host-'))).toBe(false);
  });
});
