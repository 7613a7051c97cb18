import { describe, expect, it } from '@jest/globals';
import type { EventItem } from './event-item.ts';
import { nextDays } from './home.ts';

const on = (day: string, count: number): EventItem[] =>
  Array.from(
    { length: count },
    (_, index) =>
      ({
        id: `${day}-${index}`,
        startAt: `${day}T${10 + index}:00:00+03:00`,
        timezone: 'Europe/Moscow',
      }) as EventItem,
  );
const lengths = (events: EventItem[]) => nextDays(events).map(([day, shown]) => [day, shown.length]);

describe('the timetable of the front page', () => {
  it('is today while the day lasts', () => {
    expect(lengths([...on('2026-11-20', 6), ...on('2026-11-21', 9)])).toEqual([['2026-11-20', 6]]);
  });

  it('adds tomorrow when the day is nearly over', () => {
    expect(lengths([...on('2026-11-20', 1), ...on('2026-11-21', 9)])).toEqual([
      ['2026-11-20', 1],
      ['2026-11-21', 7],
    ]);
  });

  it('is tomorrow when nothing leaves today any more', () => {
    expect(lengths(on('2026-11-21', 12))).toEqual([['2026-11-21', 8]]);
  });

  it('is empty before the season', () => {
    expect(nextDays([])).toEqual([]);
  });
});
