import { searchable, wordMatcher } from './search-words.ts';

const finds = (query: string, text: string) => wordMatcher(query)(searchable(text));

describe('a search', () => {
  it('asks for every word, by its beginning, in any order', () => {
    expect(finds('бел ноч', 'Ночные мосты и белые ночи')).toBe(true);
    expect(finds('белые мосты', 'Ночные мосты и белые ночи')).toBe(true);
    expect(finds('белые кони', 'Ночные мосты и белые ночи')).toBe(false);
    expect(finds('очные', 'Ночные мосты')).toBe(false);
  });

  it('takes ё for е and capitals for small letters', () => {
    expect(finds('ПЕТР', 'Пётр Великий')).toBe(true);
    expect(finds('пётр', 'Петр Великий')).toBe(true);
    expect(finds('чай', 'Чай на борту')).toBe(true);
  });

  it('finds Chinese words anywhere', () => {
    expect(finds('运河', '涅瓦河与运河游船')).toBe(true);
    expect(finds('晚餐', '涅瓦河与运河游船')).toBe(false);
  });

  it('takes no harm from signs', () => {
    expect(finds(' «мосты», (2026)!', 'Мосты: сезон 2026')).toBe(true);
    expect(finds('.*', 'Мосты')).toBe(true);
    expect(finds('', 'Мосты')).toBe(true);
  });
});
