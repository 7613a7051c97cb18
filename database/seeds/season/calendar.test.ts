import { dayIn, laterDay, midnightIn, sailingDays, weekdayOf } from './calendar.ts';

describe('the calendar of the season', () => {
  it('knows the day it is elsewhere', () => {
    expect(dayIn(new Date('2026-11-20T21:30:00Z'), 'Europe/Moscow')).toBe('2026-11-21');
    expect(dayIn(new Date('2026-11-20T21:30:00Z'), 'Asia/Nicosia')).toBe('2026-11-20');
  });

  it('counts days over months and leap days', () => {
    expect(laterDay('2026-12-31', 1)).toBe('2027-01-01');
    expect(laterDay('2028-02-28', 1)).toBe('2028-02-29');
    expect(weekdayOf('2026-11-20')).toBe('friday');
  });

  it('begins a day where it is, in winter and in summer', () => {
    expect(midnightIn('2026-11-20', 'Europe/Moscow').toISOString()).toBe('2026-11-19T21:00:00.000Z');
    expect(midnightIn('2026-07-01', 'Asia/Nicosia').toISOString()).toBe('2026-06-30T21:00:00.000Z');
    expect(midnightIn('2026-12-01', 'Asia/Nicosia').toISOString()).toBe('2026-11-30T22:00:00.000Z');
  });

  it('sails every fourth week when the rule says so', () => {
    const rule = {
      days: ['saturday' as const],
      times: ['09:00'],
      seating: 'general' as const,
      everyWeeks: 4,
    };
    expect(sailingDays(rule, { from: '2026-11-20', days: 60 })).toEqual([
      '2026-11-21',
      '2026-12-19',
      '2027-01-16',
    ]);
  });
});
