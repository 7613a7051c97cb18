import { arrivals } from './arrivals.ts';

describe('arrivals', () => {
  const plan = arrivals({ rate: 50, seconds: 2 });

  it('are as many as the rate asks for, at equal distances from the beginning', () => {
    expect(plan.total).toBe(100);
    expect([0, 1, 99].map(plan.dueAt)).toEqual([0, 20, 1980]);
  });

  it('are due at their moment and not before, and never more than all', () => {
    expect([0, 19, 20, 39.9, 40, 10_000].map(plan.dueBy)).toEqual([1, 1, 2, 2, 3, 100]);
  });

  it('of every moment that is due have come by then', () => {
    for (let index = 0; index < plan.total; index++)
      expect(plan.dueBy(plan.dueAt(index) + 1e-6)).toBeGreaterThan(index);
  });
});
