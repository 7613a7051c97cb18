import { createResting } from './resting.ts';

const at = (firstSeconds = 5) => {
  const time = { now: 0 };
  return { time, resting: createResting({ firstSeconds, now: () => time.now }) };
};

/** How long it rests now, by the second. */
const restOf = ({ time, resting }: ReturnType<typeof at>): number => {
  const since = time.now;
  while (resting.items().length > 0) time.now += 1000;
  return (time.now - since) / 1000;
};

describe('an item that failed', () => {
  it('rests twice as long after each failure, ten minutes at most', () => {
    const one = at();
    const rests = Array.from({ length: 9 }, () => {
      one.resting.failed('broken');
      return restOf(one);
    });
    expect(rests).toEqual([5, 10, 20, 40, 80, 160, 320, 600, 600]);
  });

  it('begins anew once it was handled, and leaves others alone', () => {
    const one = at();
    one.resting.failed('broken');
    one.resting.failed('broken');
    one.resting.handled('broken');
    expect(one.resting.items()).toEqual([]);
    one.resting.failed('broken');
    expect(one.resting.items()).toEqual(['broken']);
    expect(restOf(one)).toBe(5);
  });

  it('that went away is forgotten, so that a long life remembers no crowd', () => {
    const one = at();
    for (let times = 0; times < 4; times += 1) one.resting.failed('gone');
    one.time.now += 2 * 3_600_000;
    one.resting.failed('other');
    one.resting.handled('other');
    one.resting.failed('gone');
    expect(restOf(one)).toBe(5);
  });
});
