import { loginPath, ownPath } from './own-path.ts';

describe('where to go after logging in', () => {
  it.each([
    '/ru',
    '/en/account/profile',
    '/zh/orders/o2w4e6r8t0y2u4i6o8p0a2s4',
    '/ru/events?page=2&sort=price',
  ])('is %s, a page of ours', (path) => expect(ownPath(path, 'ru')).toBe(path));

  it.each([
    ...[null, undefined, '', '/', 'account', 'https://evil.example', '//evil.example', '/ru//evil.example'],
    ...[
      '/\\evil.example',
      '/ru\\@evil.example',
      '/de/account',
      '/ru/../../x',
      'javascript:alert(1)',
      '/ru?x=//evil',
    ],
    ...['/ru\n//evil.example', '/ru@evil.example', '/ruevil.example'],
  ])('is the account when %p is asked for', (path) => {
    expect(ownPath(path, 'en')).toBe('/en/account');
  });

  it('comes through the address of the log-in', () => {
    const { searchParams } = new URL(loginPath('ru', '/ru/orders/1?x=1'), 'https://x.example');
    expect(ownPath(searchParams.get('next'), 'ru')).toBe('/ru/orders/1?x=1');
  });
});
