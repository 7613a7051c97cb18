import { wordOf } from './seat-statuses.ts';

describe('the public word for a seat', () => {
  it('tells what others hold from what one holds oneself', () => {
    expect(wordOf({ state: 'held' }, false)).toBe('reserved');
    expect(wordOf({ state: 'held', own: false }, false)).toBe('reserved');
    expect(wordOf({ state: 'held', own: true }, false)).toBe('selected');
    expect(wordOf({ state: 'held' }, true)).toBe('reserved');
  });

  it('says nothing of why a seat is gone, nor to whom', () => {
    expect(wordOf({ state: 'sold', own: true }, false)).toBe('sold');
    expect(wordOf({ state: 'blocked' }, false)).toBe('sold');
  });

  it('is free for a seat that nobody claims, and sold where the departure is full', () => {
    expect(wordOf(undefined, false)).toBe('free');
    expect(wordOf(undefined, true)).toBe('sold');
  });
});
