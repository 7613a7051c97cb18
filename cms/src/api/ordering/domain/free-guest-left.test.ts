import { describe, expect, it } from '@jest/globals';
import { type LeftPlaces, leavesFreeGuests } from './free-guest-left.ts';

const line = (free: boolean, [before, after]: [number, number], eventId = 'tour'): LeftPlaces => ({
  ...{ eventId, free, before, after },
});

describe('places that cost nothing after a refund', () => {
  it('need as many places that are paid for', () => {
    expect(leavesFreeGuests([line(false, [2, 1]), line(true, [2, 2])])).toBe(true);
    expect(leavesFreeGuests([line(false, [2, 1]), line(true, [2, 1])])).toBe(false);
    expect(leavesFreeGuests([line(false, [2, 0]), line(true, [1, 0])])).toBe(false);
  });

  it('are counted for each departure by itself', () => {
    const other = line(false, [5, 5], 'other');
    expect(leavesFreeGuests([other, line(false, [1, 0]), line(true, [1, 1])])).toBe(true);
  });

  it('are left alone where they outnumbered the others before', () => {
    expect(leavesFreeGuests([line(true, [3, 2])])).toBe(false);
  });
});
