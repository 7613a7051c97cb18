import { keptByWeight } from './kept-by-weight.ts';

describe('what is kept by weight', () => {
  const shelf = () => keptByWeight<string>({ budget: 10, weightOf: (_key, value) => value.length });

  it('is never heavier than the budget: what was not asked for longest goes', () => {
    const kept = shelf();
    kept.set('a', 'aaaa');
    kept.set('b', 'bbbb');
    kept.get('a');
    kept.set('c', 'cccc');
    expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual(['aaaa', undefined, 'cccc']);
    expect(kept.weight).toBe(8);
  });

  it('weighs what takes the place of another once', () => {
    const kept = shelf();
    for (const value of ['aaaa', 'aaaaaaaa', 'a']) kept.set('a', value);
    expect(kept.weight).toBe(1);
    expect([...kept.values()]).toEqual(['a']);
  });

  it('leaves out what is heavier than the whole budget', () => {
    const kept = shelf();
    kept.set('a', 'a'.repeat(11));
    expect([kept.get('a'), kept.weight]).toEqual([undefined, 0]);
  });
});
