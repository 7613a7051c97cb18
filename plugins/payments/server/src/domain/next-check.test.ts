import { isStale, mayResend, nextAsk, nextCheck } from './next-check.ts';

const now = new Date('2026-06-01T12:00:00Z');
const seconds = (checks: number, known: boolean) =>
  (nextCheck({ now, checks, known }).getTime() - now.getTime()) / 1000;
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

describe('asking again', () => {
  it('slows down to every quarter of an hour', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 400].map((checks) => seconds(checks, true))).toEqual([
      30, 60, 120, 240, 480, 900, 900, 900,
    ]);
  });

  it('begins sooner where it is unknown whether the start arrived', () => {
    expect([0, 1, 2].map((checks) => seconds(checks, false))).toEqual([5, 10, 20]);
  });

  it('sends the same start again for less than the day that gateways remember it', () => {
    expect(mayResend({ startedAt: hoursAgo(22.9), now })).toBe(true);
    expect(mayResend({ startedAt: hoursAgo(23), now })).toBe(false);
  });

  it('is left to people after a week', () => {
    expect(isStale({ startedAt: hoursAgo(7 * 24), now })).toBe(false);
    expect(isStale({ startedAt: hoursAgo(7 * 24 + 1), now })).toBe(true);
  });

  it('goes on beside people, once a day', () => {
    const hours = (age: number) =>
      (nextAsk({ startedAt: hoursAgo(age), now, checks: 400 }).getTime() - now.getTime()) / 3_600_000;
    expect([7 * 24, 7 * 24 + 1, 10_000].map(hours)).toEqual([0.25, 24, 24]);
  });
});
