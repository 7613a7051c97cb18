import { describe, expect, it } from '@jest/globals';
import {
  causes,
  causeWords,
  givesRefund,
  isOver,
  isSame,
  leavesAt,
  type Sailing,
} from './departure-change.ts';

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

  it('gives nothing for a delay that was known before', () => {
    expect(givesRefund(after({ delayMinutes: 90 }), after({ delayMinutes: 90 }))).toBe(false);
    expect(givesRefund(after({ delayMinutes: 90 }), after({ delayMinutes: 91 }))).toBe(true);
  });

  it('is none when everything stays', () => {
    expect(isSame(sailing, after({}))).toBe(true);
    expect(isSame(sailing, after({ delayMinutes: 5 }))).toBe(false);
    expect(isSame(sailing, after({ berthId: 'palace' }))).toBe(false);
    expect(isSame(sailing, after({ startAt: sailing.endAt }))).toBe(false);
    expect(isSame(sailing, after({ endAt: sailing.startAt }))).toBe(false);
  });

  it('has a cause that buyers can read in three languages', () => {
    const words = causes.map((cause) => causeWords[cause]);
    expect(
      words.every(({ ru, en, zh }) => /[а-я]/.test(ru) && /[a-z]/.test(en) && /\p{Script=Han}/u.test(zh)),
    ).toBe(true);
    expect(new Set(words.map(({ en }) => en)).size).toBe(causes.length);
  });
});

describe('a departure', () => {
  it('leaves when it was to leave and its delay has passed', () => {
    expect(leavesAt(sailing)).toBe(Date.parse('2026-06-20T18:00:00.000Z'));
    expect(leavesAt(after({ delayMinutes: 30 }))).toBe(Date.parse('2026-06-20T18:30:00.000Z'));
  });

  it('is over when it has left or was given up', () => {
    const states = ['draft', 'on_sale', 'closed', 'boarding', 'departed', 'completed', 'cancelled'];
    expect(states.filter((state) => isOver({ state }))).toEqual(['departed', 'completed', 'cancelled']);
  });
});
