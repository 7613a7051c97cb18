import type { Answer } from '../desk/use-answer.ts';
import type { Listed } from '../desk/use-list.ts';
import type { Counted, OrderRow, Totals } from './order.ts';

type List = Answer<Listed<OrderRow, Totals>>;

/** The list with what was counted behind it; a list that was counted in full stays. */
export function exact(list: List, { data: { orders, totals } }: Counted): List {
  if (list.state !== 'ready' || !list.value.meta.more) return list;
  const { page, pageSize } = list.value.meta;
  return { ...list, value: { ...list.value, meta: { page, pageSize, total: orders, totals } } };
}
