import { lately } from './lately.ts';

describe('what was looked at lately', () => {
  it('is looked at again when it is too old', async () => {
    const state = { now: 0, looks: 0 };
    const look = lately({ lastsMs: 5, work: () => Promise.resolve(++state.looks), time: () => state.now });
    expect([await look(), await look()]).toEqual([1, 1]);
    state.now = 4;
    expect(await look()).toBe(1);
    state.now = 5;
    expect(await look()).toBe(2);
  });

  it('is shared by those who ask meanwhile', async () => {
    const state = { looks: 0 };
    const look = lately({ lastsMs: 5, work: () => Promise.resolve(++state.looks), time: () => 0 });
    expect(await Promise.all([look(), look(), look()])).toEqual([1, 1, 1]);
  });
});
