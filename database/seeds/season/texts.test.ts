import { season } from './index.ts';
import type { Locale } from './records.ts';
import { textProblems } from './text-check.ts';

interface PublicText extends Record<Locale, unknown> {
  at: string;
}

const languages: Locale[] = ['ru', 'en', 'zh'];

/** Every text with its three languages side by side; `at` says where it stands. */
function publicTexts(value: unknown, at = 'season'): PublicText[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isTranslated(value)) return translated(value, at);
  return Object.entries(value).flatMap(([key, part]) => publicTexts(part, `${at}.${key}`));
}

function isTranslated(value: object): value is Record<Locale, unknown> {
  return languages.every((locale) => locale in value);
}

function translated({ ru, en, zh }: Record<Locale, unknown>, at: string): PublicText[] {
  if (typeof ru !== 'object' || ru === null) return [{ at, ru, en, zh }];
  const part = (text: unknown, key: string) => (text as Record<string, unknown> | undefined)?.[key];
  return Object.keys(ru).flatMap((key) =>
    translated({ ru: part(ru, key), en: part(en, key), zh: part(zh, key) }, `${at}.${key}`),
  );
}

const texts = publicTexts(season);

describe('the texts of the season', () => {
  it('are all found', () => {
    expect(texts.length).toBeGreaterThan(350);
    expect(texts.map(({ at }) => at)).toContain('season.activities.0.text.title');
  });

  it.each(languages)('are well written in %s', (locale) => {
    const problems = texts.flatMap(({ at, [locale]: text }) =>
      textProblems(locale, String(text ?? '')).map((problem) => `${at}: ${problem}: ${text}`),
    );
    expect(problems).toEqual([]);
  });

  it('differ from language to language', () => {
    const equal = texts.filter(({ ru, en, zh }) => ru === en || ru === zh || en === zh);
    expect(equal).toEqual([]);
  });

  it('say as much in every language', () => {
    const shape = (value: unknown): unknown =>
      typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shape(part)]))
        : typeof value;
    for (const { slug, text } of [...season.activities, ...season.pages]) {
      expect({ slug, shape: shape(text.en) }).toEqual({ slug, shape: shape(text.ru) });
      expect({ slug, shape: shape(text.zh) }).toEqual({ slug, shape: shape(text.ru) });
    }
  });

  it('describe every picture in Russian', () => {
    const { activities, berths, vessels, venues, products } = season;
    const pictured = [...activities, ...berths, ...vessels, ...venues, ...products];
    for (const { slug, picture } of pictured) {
      expect([slug, textProblems('ru', picture)]).toEqual([slug, []]);
    }
    expect(new Set(pictured.map(({ picture }) => picture)).size).toBe(pictured.length);
  });
});

describe('the check of a text', () => {
  it.each<[Locale, string, string]>([
    ['en', 'A Пример', 'a Cyrillic letter'],
    ['en', 'Say "yes"', 'a straight quotation mark'],
    ['en', 'Two  spaces', 'spaces at an end or two in a row'],
    ['en', 'Wait...', 'a typed ellipsis or dash'],
    ['en', 'events.list.title', 'a raw key'],
    ['en', 'Hello {name}', 'markup or an unfilled place'],
    ['en', 'Very good !', 'a space on the wrong side of a mark'],
    ['ru', 'Он сказал “да”', 'an English quotation mark'],
    ['ru', 'Скидка 10%', 'no space before the percent sign'],
    ['ru', 'Only English', 'nothing in its own script'],
    ['zh', 'English', 'nothing in its own script'],
    ['zh', '船票,座位', 'a Latin mark in Chinese'],
    ['zh', '约75分钟', 'no space beside Latin'],
  ])('finds in %s what is wrong with “%s”', (locale, text, problem) => {
    expect(textProblems(locale, text)).toContain(problem);
  });

  it('lets good texts pass', () => {
    expect(textProblems('ru', 'Рейс «Остров „Сокровищ“» — 75 минут, скидка 10 %.')).toEqual([]);
    expect(textProblems('en', 'Write to us at crew@nebula.example: “Treasure Island”, 10% off.')).toEqual([]);
    expect(textProblems('zh', '乘“莫伊卡号”游览 75 分钟，九折。')).toEqual([]);
  });
});
