import { isClosed, mayMove, orderStates, type OrderState } from './moves.ts';

const allowed = [
  'PENDING LOCKED',
  'PENDING EXPIRED',
  'PENDING CANCELLED',
  'LOCKED PAID',
  'LOCKED EXPIRED',
  'LOCKED CANCELLED',
  'PAID PARTIALLY_REFUNDED',
  'PAID REFUNDED',
  'PARTIALLY_REFUNDED REFUNDED',
];

const pairs = orderStates.flatMap((from) => orderStates.map((to): [OrderState, OrderState] => [from, to]));

describe('the moves of an order', () => {
  it.each(pairs)('from %s to %s are as the table of the domain says', (from, to) => {
    expect(mayMove({ from, to })).toBe(allowed.includes(`${from} ${to}`));
  });

  it('lead a late payment and a cancelled payment past the table, and nothing else', () => {
    const late = pairs.filter(([from, to]) => mayMove({ from, to, late: true }) && !mayMove({ from, to }));
    expect(late).toEqual([
      ['REFUNDED', 'CANCELLED'],
      ['EXPIRED', 'PAID'],
    ]);
  });

  it('end in three states', () => {
    expect(orderStates.filter(isClosed)).toEqual(['REFUNDED', 'EXPIRED', 'CANCELLED']);
  });
});
