import { isLocale, localeOf, locales, localizedText, pick, strapiLocale } from './locale.ts';

describe('languages', () => {
  it('map to the codes of Strapi and back, Chinese being Simplified', () => {
    expect(locales.map(strapiLocale)).toEqual(['ru', 'en', 'zh-Hans']);
    expect(['ru', 'en', 'zh-Hans'].map(localeOf)).toEqual([...locales]);
    expect(localeOf('zh')).toBeUndefined();
    expect(localeOf('xx')).toBeUndefined();
  });

  it('pick one text of three', () => {
    expect(pick({ ru: 'Причал', en: 'Berth', zh: '码头' }, 'zh')).toBe('码头');
    expect(isLocale('zh')).toBe(true);
    expect(isLocale('zh-Hans')).toBe(false);
  });

  it('demand all three texts and nothing else', () => {
    const full = { ru: 'Причал', en: 'Berth', zh: '码头' };
    expect(localizedText.parse(full)).toEqual(full);
    expect(localizedText.safeParse({ ...full, zh: '  ' }).success).toBe(false);
    expect(localizedText.safeParse({ ru: 'Причал', en: 'Berth' }).success).toBe(false);
    expect(localizedText.safeParse({ ...full, de: 'Kai' }).success).toBe(false);
  });
});
