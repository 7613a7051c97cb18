import { secondsUntil, serverTime } from './server-time.ts';

describe('the time that is left', () => {
  const iso = '2026-11-20T10:00:00.000Z';
  const end = '2026-11-20T10:15:00.000Z';

  it('is counted from what the house said, whatever the device thinks', () => {
    const watch = { ms: 1_000 };
    const time = serverTime({ iso, age: 2_000 }, () => watch.ms);
    expect(secondsUntil(time, end)).toBe(15 * 60 - 2);
    watch.ms += 60_000;
    expect(secondsUntil(time, end)).toBe(14 * 60 - 2);
    watch.ms += 3_600_000;
    expect(secondsUntil(time, end)).toBe(0);
  });

  it('follows when the house says the time anew', () => {
    const watch = { ms: 0 };
    const time = serverTime({ iso }, () => watch.ms);
    watch.ms = 5_000;
    time.set('2026-11-20T10:14:00.000Z');
    expect(secondsUntil(time, end)).toBe(60);
  });
});
