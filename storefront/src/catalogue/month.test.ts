import { describe, expect, it } from '@jest/globals';
import { laterMonth, monthName, weekdayNames, weeksOf } from './month.ts';

describe('weeks of a month', () => {
  it('begin on Monday and leave the days of other months empty', () => {
    const weeks = weeksOf('2026-11');
    expect(weeks).toHaveLength(6);
    expect(weeks[0]).toEqual([...Array<undefined>(6).fill(undefined), '2026-11-01']);
    expect(weeks.at(-1)).toEqual(['2026-11-30', ...Array<undefined>(6).fill(undefined)]);
  });

  it('are four where a February fits exactly', () => {
    expect(weeksOf('2027-02')).toHaveLength(4);
    expect(weeksOf('2027-02').flat()).not.toContain(undefined);
  });

  it('hold every day of a leap February once', () => {
    expect(weeksOf('2028-02').flat().filter(Boolean)).toHaveLength(29);
  });

  it('go over the turn of the year', () => {
    expect(laterMonth('2026-12', 1)).toBe('2027-01');
    expect(laterMonth('2027-01', -1)).toBe('2026-12');
  });
});

describe('names in the calendar', () => {
  it.each([
    ['ru', 'Ноябрь 2026', 'пн', 'воскресенье'],
    ['en', 'November 2026', 'Mon', 'Sunday'],
    ['zh', '2026年11月', '周一', '星期日'],
  ] as const)('are those of %s, Monday first', (locale, month, first, last) => {
    expect(monthName('2026-11', locale)).toBe(month);
    expect(weekdayNames(locale)[0]?.short).toBe(first);
    expect(weekdayNames(locale)[6]?.long).toBe(last);
  });
});
