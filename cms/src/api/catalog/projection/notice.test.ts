import { readNotice, waitingIds } from './notice.ts';

describe('a notice of the catalogue', () => {
  it.each([
    ['', 'everything'],
    ['something that a later version says', 'everything'],
    ['aside', 'nothing'],
    ['events a b', { eventIds: ['a', 'b'], activityIds: [] }],
    ['prices c', { eventIds: [], activityIds: ['c'] }],
  ])('"%s" asks for %j', (payload, asked) => {
    expect(readNotice(payload)).toEqual(asked);
  });

  it('is told once, however often it comes before it is read', () => {
    const waiting = waitingIds();
    for (const eventIds of [['a'], ['a', 'b'], ['b']]) waiting.add({ eventIds, activityIds: [] });
    expect(waiting.size).toBe(2);
    expect(waiting.take()).toEqual({ eventIds: ['a', 'b'], activityIds: [] });
    expect(waiting.size).toBe(0);
  });
});
