import { describe, expect, it } from '@jest/globals';
import { givesRefund, isSame, type Sailing } from './departure-change.ts';

const sailing: Sailing = {
  ...{ startAt: '2026-06-20T18:00:00.000Z', endAt: '2026-06-20T19:00:00.000Z', delayMinutes: 0 },
  ...{ berthId: 'admiralty', berth: null },
};
const after = (given: Partial<Sailing>) => ({ ...sailing, ...given });

describe('a change of a departure', () => {
  it('gives the right to a refund when it leaves at another time or elsewhere', () => {
    expect(givesRefund(sailing, after({ startAt: '2026-06-20T18:30:00.000Z' }))).toBe(true);
    expect(givesRefund(sailing, after({ endAt: '2026-06-20T18:40:00.000Z' }))).toBe(true);
    expect(givesRefund(sailing, after({ berthId: 'palace' }))).toBe(true);
  });

  it('gives it for a delay of more than an hour only', () => {
    expect(givesRefund(sailing, after({ delayMinutes: 60 }))).toBe(false);
    expect(givesRefund(sailing, after({ delayMinutes: 61 }))).toBe(true);
    expect(givesRefund(after({ delayMinutes: 90 }), after({ delayMinutes: 70 }))).toBe(false);
  });

  it('is none when everything stays', () => {
    expect(isSame(sailing, after({}))).toBe(true);
    expect(isSame(sailing, after({ delayMinutes: 5 }))).toBe(false);
  });
});
