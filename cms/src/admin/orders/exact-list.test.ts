import { exact } from './exact-list.ts';
import type { Counted, OrderRow } from './order.ts';

const sums = [
  { orders: 5_000, total: { amount: 1, currency: 'RUB' }, refunded: { amount: 0, currency: 'RUB' } },
];
const counted: Counted = { data: { orders: 5_000, totals: sums } };
const row = { id: 'a' } as OrderRow;

const list = (meta: { total: number; more?: true }) => ({
  state: 'ready' as const,
  stale: false,
  value: { data: [row], meta: { page: 2, pageSize: 20, totals: [], ...meta } },
});

describe('a long list of orders', () => {
  it('gets what was counted behind it', () => {
    const { value } = exact(list({ total: 1_000, more: true }), counted) as ReturnType<typeof list>;
    expect(value).toEqual({ data: [row], meta: { page: 2, pageSize: 20, total: 5_000, totals: sums } });
  });

  it('keeps what it says itself when it is short, and while it loads', () => {
    expect(exact(list({ total: 3 }), counted)).toEqual(list({ total: 3 }));
    expect(exact({ state: 'loading' }, counted)).toEqual({ state: 'loading' });
  });
});
