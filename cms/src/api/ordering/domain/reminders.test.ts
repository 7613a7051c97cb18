import { describe, expect, it } from '@jest/globals';
import { type Remembered, remindersAhead, reminderVerdict } from './reminders.ts';

const hour = 3_600_000;
const leavesAt = Date.UTC(2026, 5, 20, 18);
const kinds = (now: number) => remindersAhead({ leavesAt, now }).map(({ kind }) => kind);

describe('the reminders of an order', () => {
  it('are both ahead of whoever buys early', () => {
    expect(remindersAhead({ leavesAt, now: leavesAt - 48 * hour })).toEqual([
      { kind: 'day', dueAt: new Date(leavesAt - 24 * hour) },
      { kind: 'soon', dueAt: new Date(leavesAt - 2 * hour) },
    ]);
  });

  it('are never made up for: five hours before there is one, an hour before none', () => {
    expect(kinds(leavesAt - 5 * hour)).toEqual(['soon']);
    expect(kinds(leavesAt - 24 * hour)).toEqual(['soon']);
    expect(kinds(leavesAt - hour)).toEqual([]);
  });
});

describe('a reminder that is due', () => {
  const verdict = (given: Partial<Remembered> = {}) =>
    reminderVerdict({
      ...{ kind: 'day', order: { state: 'PAID' }, departure: { leavesAt, cancelled: false } },
      ...{ tickets: 2, stopped: false, now: leavesAt - 24 * hour },
      ...given,
    });

  it('goes to whoever travels, with what is left of an order too', () => {
    expect(verdict()).toBe('told');
    expect(verdict({ order: { state: 'PARTIALLY_REFUNDED' } })).toBe('told');
  });

  it.each([
    ['an order that was given back', { order: { state: 'REFUNDED' } }],
    ['a departure that was cancelled', { departure: { leavesAt, cancelled: true } }],
    ['a departure that is gone', { departure: undefined }],
    ['an order without good tickets', { tickets: 0 }],
    ['whoever wants none', { stopped: true }],
  ] satisfies [string, Partial<Remembered>][])('stays away from %s', (_, given) => {
    expect(verdict(given)).toBe('off');
  });

  it('is not sent when it comes too late to be true', () => {
    expect(verdict({ now: leavesAt - 18 * hour })).toBe('told');
    expect(verdict({ now: leavesAt - 18 * hour + 1 })).toBe('late');
    expect(verdict({ kind: 'soon', now: leavesAt - hour + 1 })).toBe('late');
  });
});
