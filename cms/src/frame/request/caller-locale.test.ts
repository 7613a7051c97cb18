import { callerLocale, messageLocale } from './caller-locale.ts';

describe('the caller’s language', () => {
  it('is the one that was asked for, whatever the browser prefers', () => {
    expect(callerLocale({ asked: 'zh', acceptLanguage: 'en' })).toBe('zh');
  });

  it.each([
    ['en-GB,en;q=0.9,ru;q=0.8', 'en'],
    ['de-DE,de;q=0.9,zh-CN;q=0.5,en;q=0.4', 'zh'],
    ['ru;q=0.2,en;q=0.3', 'en'],
    ['en;q=0,ru;q=0.1', 'ru'],
    ['de,fr', 'ru'],
    ['*', 'ru'],
    [';;;,q=', 'ru'],
    [undefined, 'ru'],
  ] as const)('is read from Accept-Language %s as %s', (acceptLanguage, expected) => {
    expect(callerLocale({ acceptLanguage })).toBe(expected);
  });

  it.each(['xx', '', 'EN', 'zh-Hans', ['ru', 'en']])('is refused when %p was asked for', (asked) => {
    expect(() => callerLocale({ asked, acceptLanguage: 'en' })).toThrow(
      expect.objectContaining({ code: 'UNSUPPORTED_LOCALE', status: 400 }),
    );
  });

  it('of a message falls back where asking was wrong', () => {
    expect(messageLocale({ asked: 'xx', acceptLanguage: 'en' })).toBe('en');
    expect(messageLocale({ asked: 'zh', acceptLanguage: 'en' })).toBe('zh');
  });
});
