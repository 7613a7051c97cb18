import { localeOf, preferredLocale } from './language.ts';

describe('the language of the panel', () => {
  it.each([
    ['zh-Hans', 'zh'],
    ['zh-TW', 'zh'],
    ['en-GB', 'en'],
    ['ru', 'ru'],
    ['de', 'ru'],
    [undefined, 'ru'],
  ])('%s is spoken as %s', (tag, locale) => {
    expect(localeOf(tag)).toBe(locale);
  });

  it('begins with the first language of the browser that we speak', () => {
    expect(preferredLocale(['de-DE', 'en-US', 'ru'])).toBe('en');
    expect(preferredLocale(['zh-CN'])).toBe('zh');
  });

  it('begins in Russian where the browser speaks none of ours', () => {
    expect(preferredLocale(['de-DE', 'fr'])).toBe('ru');
    expect(preferredLocale([])).toBe('ru');
  });
});
