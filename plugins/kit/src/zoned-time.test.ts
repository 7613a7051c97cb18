import fc from 'fast-check';
import { instantOf, isTimeZone, laterDay, zonedDay, zonedIso } from './zoned-time.ts';

const at = (text: string) => Date.parse(text);

describe('time in a zone', () => {
  it('is written with the offset of that day', () => {
    expect(zonedIso(at('2026-11-20T15:30:00Z'), 'Europe/Moscow')).toBe('2026-11-20T18:30:00+03:00');
    expect(zonedIso(at('2026-07-01T12:00:00Z'), 'Europe/Tallinn')).toBe('2026-07-01T15:00:00+03:00');
    expect(zonedIso(at('2026-12-01T12:00:00Z'), 'Europe/Tallinn')).toBe('2026-12-01T14:00:00+02:00');
    expect(zonedIso(at('2026-01-01T02:00:00Z'), 'America/St_Johns')).toBe('2025-12-31T22:30:00-03:30');
    expect(zonedIso(at('2026-01-01T02:00:00Z'), 'UTC')).toBe('2026-01-01T02:00:00+00:00');
  });

  it('has the day of the zone', () => {
    expect(zonedDay(at('2026-11-20T21:30:00Z'), 'Europe/Moscow')).toBe('2026-11-21');
    expect(zonedDay(at('2026-11-20T21:30:00Z'), 'UTC')).toBe('2026-11-20');
  });

  it('finds the moment of a local time on both sides of a change of clocks', () => {
    const zone = 'Europe/Tallinn';
    const moment = (day: string, time: string) => new Date(instantOf({ day, time, zone })).toISOString();
    expect(moment('2026-03-29', '01:30')).toBe('2026-03-28T23:30:00.000Z');
    expect(moment('2026-03-29', '12:00')).toBe('2026-03-29T09:00:00.000Z');
    expect(moment('2026-10-25', '12:00')).toBe('2026-10-25T10:00:00.000Z');
  });

  it('moves a skipped time forward and takes the first of a repeated one', () => {
    const zone = 'Europe/Tallinn';
    const iso = (day: string, time: string) => zonedIso(instantOf({ day, time, zone }), zone);
    expect(iso('2026-03-29', '03:30')).toBe('2026-03-29T04:30:00+03:00');
    expect(iso('2026-10-25', '03:30')).toBe('2026-10-25T03:30:00+03:00');
  });

  it('comes back from text to the same moment', () => {
    const zones = fc.constantFrom(
      'Europe/Moscow',
      'Europe/Tallinn',
      'America/New_York',
      'Asia/Kolkata',
      'UTC',
    );
    const instants = fc.integer({ min: at('2020-01-01'), max: at('2035-01-01') });
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const second = Math.floor(instant / 1000) * 1000;
        expect(Date.parse(zonedIso(second, zone))).toBe(second);
      }),
    );
  });

  it('counts days over months', () => {
    expect(laterDay('2026-12-31', 1)).toBe('2027-01-01');
    expect(laterDay('2028-02-28', 2)).toBe('2028-03-01');
  });

  it('knows zones from other words', () => {
    expect(isTimeZone('Europe/Moscow')).toBe(true);
    expect(isTimeZone('Europe/Atlantis')).toBe(false);
  });
});
