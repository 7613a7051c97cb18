import { createManyFound } from './many-found.ts';

const now = new Date('2027-06-01T12:00:00Z');
const anna = { text: 'Anna', now };

describe('searches that found more than is counted', () => {
  it('are known at any later time, as long as no order has lost words', () => {
    const many = createManyFound();
    const later = { ...anna, now: new Date('2027-06-02T12:00:00Z'), states: undefined };
    expect(many.has(anna)).toBe(false);
    many.keep(anna, '7');
    expect([many.has(later), many.holds(later, '7'), many.has(later)]).toEqual([true, true, true]);
    expect([many.holds(later, '8'), many.has(later)]).toEqual([false, false]);
  });

  it('are those by words alone: what else is looked for may be found no more', () => {
    const many = createManyFound();
    many.keep(anna, '7');
    for (const other of [
      { states: ['PAID' as const] },
      { channel: 'web' },
      { from: now },
      { needsReview: false },
    ]) {
      many.keep({ ...anna, ...other }, '7');
      expect(many.has({ ...anna, ...other })).toBe(false);
    }
    expect([many.has({ now }), many.has({ now, text: 'anna' })]).toEqual([false, false]);
  });

  it('are a bounded number', () => {
    const many = createManyFound();
    const searches = Array.from({ length: 1_001 }, (_, at) => ({ text: `Anna ${at}`, now }));
    for (const search of searches) many.keep(search, '7');
    expect(searches.filter((search) => many.has(search)).length).toBeLessThanOrEqual(1_000);
    expect(many.has({ text: 'Anna 1000', now })).toBe(true);
  });
});
