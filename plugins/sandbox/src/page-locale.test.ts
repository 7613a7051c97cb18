import { pageLocale } from './page-locale.ts';

const locale = (query: string, accept?: string) => pageLocale(new URLSearchParams(query), accept);

describe('the language of a page', () => {
  it('is the one asked for, else the browser’s, else Russian', () => {
    expect(locale('locale=zh', 'en')).toBe('zh');
    expect(locale('', 'de-DE, en-GB;q=0.8, ru;q=0.5')).toBe('en');
    expect(locale('locale=xx', 'zh-CN')).toBe('zh');
    expect(locale('')).toBe('ru');
    expect(locale('locale=xx', 'fr')).toBe('ru');
  });
});
