import { describe, expect, it } from '@jest/globals';
import { minutesOf, stillAhead } from './delay.ts';
import type { EventItem } from './event-item.ts';

const leaving = (startAt: string, delayMinutes = 0) => ({ startAt, delayMinutes }) as EventItem;

describe('departures in a list that was kept', () => {
  it('go from it when they leave, late ones later', () => {
    const gone = leaving('2026-11-20T12:00:00+03:00');
    const late = leaving('2026-11-20T12:00:00+03:00', 40);
    const ahead = leaving('2026-11-20T13:00:00+03:00');
    expect(stillAhead([gone, late, ahead], '2026-11-20T09:30:00.000Z')).toEqual([late, ahead]);
  });

  it('take as long as between both moments, over midnight and zones', () => {
    expect(minutesOf({ startAt: '2026-11-20T23:30:00+03:00', endAt: '2026-11-21T00:20:00+03:00' })).toBe(50);
  });
});
