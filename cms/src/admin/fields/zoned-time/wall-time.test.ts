import fc from 'fast-check';
import { foreignClock, instantOf, isZone, startOfDay, wallTime } from './wall-time.ts';

describe('the clock on the wall of a place', () => {
  it('shows an instant in its zone, wherever the browser is', () => {
    expect(wallTime('2026-06-01T09:30:00.000Z', 'Europe/Moscow')).toEqual({
      date: '2026-06-01',
      time: '12:30',
    });
    expect(wallTime('2026-06-01T21:30:00.000Z', 'Europe/Moscow')).toEqual({
      date: '2026-06-02',
      time: '00:30',
    });
    expect(wallTime('2026-06-01T09:30:00.000Z', 'Europe/Berlin')).toEqual({
      date: '2026-06-01',
      time: '11:30',
    });
  });

  it('is marked where it does not go with that of the business', () => {
    const at = '2026-06-01T09:30:15.000Z';
    expect(foreignClock(at, 'Europe/Moscow')).toBe('');
    expect(foreignClock(at, 'Europe/Minsk')).toBe('');
    expect(foreignClock(at, 'Europe/Berlin')).toBe('UTC+2');
    expect(foreignClock('2026-12-01T09:30:00.000Z', 'Europe/Berlin')).toBe('UTC+1');
    expect(foreignClock(at, 'Asia/Kolkata')).toBe('UTC+5:30');
    expect(foreignClock(at, 'America/New_York')).toBe('UTC−4');
  });

  it('gives the instant back', () => {
    expect(instantOf({ date: '2026-06-01', time: '12:30' }, 'Europe/Moscow')).toBe(
      '2026-06-01T09:30:00.000Z',
    );
    expect(instantOf({ date: '2026-12-01', time: '12:30' }, 'Europe/Berlin')).toBe(
      '2026-12-01T11:30:00.000Z',
    );
  });

  it('takes the first of two equal times and the time after a gap', () => {
    expect(instantOf({ date: '2026-10-25', time: '02:30' }, 'Europe/Berlin')).toBe(
      '2026-10-25T00:30:00.000Z',
    );
    expect(instantOf({ date: '2026-03-29', time: '02:30' }, 'Europe/Berlin')).toBe(
      '2026-03-29T01:30:00.000Z',
    );
  });

  it.each(['Europe/Moscow', 'Europe/Berlin', 'Asia/Shanghai', 'America/St_Johns'])(
    'turns there and back for any minute in %s',
    (zone) => {
      const minutes = fc.integer({ min: Date.UTC(2020, 0) / 60_000, max: Date.UTC(2035, 0) / 60_000 });
      fc.assert(
        fc.property(minutes, (minute) => {
          const wall = wallTime(new Date(minute * 60_000), zone);
          expect(wallTime(instantOf(wall, zone), zone)).toEqual(wall);
        }),
      );
    },
  );

  it('begins a day at its own midnight', () => {
    const now = new Date('2026-11-20T22:30:00Z');
    expect(startOfDay({ now, zone: 'Europe/Moscow' })).toBe('2026-11-20T21:00:00.000Z');
    expect(startOfDay({ now, zone: 'UTC', days: 1 })).toBe('2026-11-21T00:00:00.000Z');
  });

  it('tells a zone from anything else', () => {
    expect(isZone('Asia/Shanghai')).toBe(true);
    expect(isZone('Moscow time')).toBe(false);
    expect(isZone('')).toBe(false);
    expect(isZone(null)).toBe(false);
  });
});
