import { readPeriod } from './period.ts';

describe('a period', () => {
  it('has its last day in it as a whole', () => {
    expect(readPeriod({ dateFrom: '2026-06-01', dateTo: '2026-06-02' })).toEqual({
      from: new Date('2026-06-01T00:00:00Z'),
      until: new Date('2026-06-03T00:00:00Z'),
    });
  });

  it('ends at the moment that is given', () => {
    expect(readPeriod({ dateTo: '2026-06-02T10:00:00+03:00' }).until).toEqual(
      new Date('2026-06-02T07:00:00Z'),
    );
    expect(readPeriod({})).toEqual({ from: undefined, until: undefined });
  });
});
