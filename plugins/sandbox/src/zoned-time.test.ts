import { instantOf, localTime } from './zoned-time.ts';

describe('local time', () => {
  it.each([
    ['2026-11-20T13:05', 'Europe/Moscow', '2026-11-20T10:05:00.000Z'],
    ['2026-01-01T00:00', 'Europe/Moscow', '2025-12-31T21:00:00.000Z'],
    ['2026-07-01T12:00', 'Europe/Tallinn', '2026-07-01T09:00:00.000Z'],
    ['2026-12-01T12:00', 'Europe/Tallinn', '2026-12-01T10:00:00.000Z'],
    ['2026-12-01T12:00:30', 'UTC', '2026-12-01T12:00:30.000Z'],
  ])('%s in %s is %s', (local, zone, instant) => {
    expect(instantOf(local, zone)?.toISOString()).toBe(instant);
    expect(localTime(new Date(instant), zone)).toBe(local.slice(0, 16));
  });

  it.each(['', 'tomorrow', '2026-02-30T10:00', '2026-11-20', '2026-11-20T25:00'])('refuses "%s"', (local) => {
    expect(instantOf(local, 'Europe/Moscow')).toBeUndefined();
  });
});
