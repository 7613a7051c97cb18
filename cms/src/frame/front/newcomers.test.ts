import { newcomers } from './newcomers.ts';

describe('newcomers', () => {
  it('are those who come for the first time', () => {
    const { isOne } = newcomers(10);
    expect(['a', 'b', 'a', 'b', 'c'].map(isOne)).toEqual([true, true, false, false, true]);
  });

  it('are forgotten, but not before as many others have come', () => {
    const { isOne } = newcomers(2);
    expect(['a', 'b', 'c', 'b', 'd', 'e', 'a'].map(isOne)).toEqual([
      true,
      true,
      true,
      false,
      true,
      true,
      true,
    ]);
  });
});
