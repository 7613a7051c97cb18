import { describe, expect, it } from '@jest/globals';
import { translator } from '@gangway/client/words';
import { byDay, isDay, spokenDay, titledDay, todayAt } from './days.ts';
import type { EventItem } from './event-item.ts';

const words = {
  ru: { common: { day: { today: 'сегодня', tomorrow: 'завтра' } } },
  en: { common: { day: { today: 'today', tomorrow: 'tomorrow' } } },
  zh: { common: { day: { today: '今天', tomorrow: '明天' } } },
};
/** Half past one at night in Petersburg, still the day before in Greenwich. */
const now = '2026-11-19T22:30:00.000Z';
const speaking = (locale: 'ru' | 'en' | 'zh') => ({
  now,
  locale,
  t: translator({ locale, words: words[locale] }),
});
const leaving = (startAt: string, timezone = 'Europe/Moscow') => ({ startAt, timezone }) as EventItem;

describe('days as people say them', () => {
  it('are those of the clocks at the berth, not of Greenwich', () => {
    expect(todayAt(now)).toBe('2026-11-20');
  });

  it.each([
    ['ru', 'сегодня', 'завтра', 'вс, 22 ноября'],
    ['en', 'today', 'tomorrow', 'Sun 22 November'],
    ['zh', '今天', '明天', '11月22日周日'],
  ] as const)('in %s', (locale, today, tomorrow, later) => {
    const say = (day: string) => spokenDay({ day, ...speaking(locale) });
    expect([say('2026-11-20'), say('2026-11-21'), say('2026-11-22')]).toEqual([today, tomorrow, later]);
  });

  it('carry the date where they are a title, and the year where it is another one', () => {
    expect(titledDay({ day: '2026-11-20', ...speaking('ru') })).toBe('сегодня, пт, 20 ноября');
    expect(titledDay({ day: '2027-01-02', ...speaking('ru') })).toContain('2027');
  });

  it('are days that exist', () => {
    expect(['2026-02-29', '2026-13-01', '1999-01-01', 'soon'].filter(isDay)).toEqual([]);
    expect(isDay('2028-02-29')).toBe(true);
  });
});

describe('departures by day', () => {
  it('stand under the day of their own zone', () => {
    const late = leaving('2026-11-20T23:30:00+03:00');
    const night = leaving('2026-11-21T00:30:00+03:00');
    const east = leaving('2026-11-20T23:30:00+03:00', 'Asia/Vladivostok');
    expect(byDay([late, night, east])).toEqual([
      ['2026-11-20', [late]],
      ['2026-11-21', [night, east]],
    ]);
  });
});
