import fc from 'fast-check';
import { atOnce, eachOf, sorted } from './in-slices.ts';

describe('work in slices', () => {
  it('sorts as sorting in one go does, equal ones in the order they came', () => {
    const rows = fc.array(fc.record({ key: fc.integer({ min: 0, max: 50 }), at: fc.nat() }), {
      maxLength: 300,
    });
    const byKey = (left: { key: number }, right: { key: number }) => left.key - right.key;
    fc.assert(
      fc.property(rows, (list) => {
        const many = Array.from({ length: 60 }, () => list).flat();
        expect(atOnce(sorted(many, byKey))).toEqual([...many].sort(byKey));
      }),
      { numRuns: 30 },
    );
  });

  it('rests on the way', () => {
    const visited: number[] = [];
    const steps = eachOf(Array(1_000).keys(), (at) => void visited.push(at));
    expect(steps.next().done).toBe(false);
    expect(visited.length).toBeLessThan(1_000);
    atOnce(steps);
    expect(visited).toEqual([...Array(1_000).keys()]);
  });
});
