import { isDue, nextSlot } from './cron-schedule.ts';

const at = (time: string) => new Date(time);

describe('a cron schedule', () => {
  it('names the next slot in UTC or in its own zone', () => {
    const nightly = { schedule: '30 4 * * *' };
    expect(nextSlot(nightly, at('2026-11-20T04:30:00Z'))).toEqual(at('2026-11-21T04:30:00Z'));
    expect(nextSlot({ ...nightly, timezone: 'Europe/Moscow' }, at('2026-11-20T00:00:00Z'))).toEqual(
      at('2026-11-20T01:30:00Z'),
    );
  });

  it('is due from its slot on, until it has run', () => {
    const cron = { schedule: '0 * * * *' };
    const lastRun = at('2026-11-20T10:00:00.500Z');
    expect(isDue({ cron, lastRun, now: at('2026-11-20T10:59:59Z') })).toBe(false);
    expect(isDue({ cron, lastRun, now: at('2026-11-20T11:00:00Z') })).toBe(true);
    expect(isDue({ cron, lastRun: at('2026-11-20T11:00:00Z'), now: at('2026-11-20T11:00:00Z') })).toBe(false);
  });
});
