import { invalid } from '../problem.ts';
import type { Payment, Receipt, Refund } from '../records.ts';
import { paymentView, receiptView, refundView } from '../views.ts';
import type { World } from '../world.ts';
import type { ApiRequest, Query } from './operation.ts';

const ordinaryLimit = 10;
const windowMs = 3 * 365 * 86_400_000;

type Listed = { id: string; createdAt: string; status: string };

type Listing<Item> = {
  items: Iterable<Item>;
  query: Query;
  now: Date;
  fits(item: Item): boolean;
  view(item: Item): object;
};

export function listPayments(world: World, { query }: ApiRequest): object {
  const fits = ({ capturedAt, method, asked }: Payment) =>
    within(capturedAt, 'captured_at', query) && equals(method?.type ?? asked, query.payment_method);
  const view = (payment: Payment) => paymentView(world, payment);
  return list({ items: world.payments.values(), query, now: world.now(), fits, view });
}

export function listRefunds(world: World, { query }: ApiRequest): object {
  const fits = ({ paymentId }: Refund) => equals(paymentId, query.payment_id);
  const view = (refund: Refund) => refundView(world, refund);
  return list({ items: world.refunds.values(), query, now: world.now(), fits, view });
}

export function listReceipts(world: World, { query }: ApiRequest): object {
  const fits = ({ paymentId, refundId }: Receipt) =>
    equals(paymentId, query.payment_id) && equals(refundId, query.refund_id);
  return list({ items: world.receipts.values(), query, now: world.now(), fits, view: receiptView });
}

/** Newest first, three years back; the cursor is the id of the first one of the next page. */
function list<Item extends Listed>({ items, query, now, fits, view }: Listing<Item>): object {
  const earliest = now.getTime() - windowMs;
  const found = [...items]
    .reverse()
    .filter(({ createdAt, status }) => Date.parse(createdAt) > earliest && equals(status, query.status))
    .filter((item) => within(item.createdAt, 'created_at', query) && fits(item));
  const from = query.cursor === undefined ? 0 : found.findIndex(({ id }) => id === query.cursor);
  if (from < 0) throw invalid('Cursor is illegal', 'cursor');
  const to = from + Number(query.limit ?? ordinaryLimit);
  return { type: 'list', items: found.slice(from, to).map(view), next_cursor: found[to]?.id };
}

const equals = (value: string | undefined, wanted: string | undefined): boolean =>
  wanted === undefined || value === wanted;

function within(moment: string | undefined, name: string, query: Query): boolean {
  const bounds = ['gte', 'gt', 'lte', 'lt'].flatMap((how) => {
    const bound = query[`${name}.${how}`];
    return bound === undefined ? [] : [{ how, at: Date.parse(bound) }];
  });
  if (bounds.length === 0) return true;
  const at = Date.parse(moment ?? '');
  return bounds.every(({ how, at: bound }) => {
    if (how === 'gte') return at >= bound;
    if (how === 'gt') return at > bound;
    return how === 'lte' ? at <= bound : at < bound;
  });
}
