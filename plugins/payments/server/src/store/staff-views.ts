import type { Transaction } from '@gangway/kit';
import { oneRow, rowsOf } from './one-row.ts';

/** What a list of attempts is narrowed to; undefined narrows nothing. */
export type PaymentFilter = {
  status?: string | undefined;
  method?: string | undefined;
  provider?: string | undefined;
  needsReview?: boolean | undefined;
  payable?: string | undefined;
  externalId?: string | undefined;
  from?: Date | undefined;
  until?: Date | undefined;
};

export type Page = { page: number; pageSize: number };

const conditions: Record<keyof PaymentFilter, string> = {
  status: 'state = ?',
  method: 'method = ?',
  provider: 'provider_key = ?',
  needsReview: 'needs_review = ?',
  payable: 'payable_id = ?',
  externalId: 'external_id = ?',
  from: 'started_at >= ?',
  until: 'started_at < ?',
};

/** The ids of one page, the newest first, and how many there are in all. */
export async function findPayments(
  trx: Transaction,
  { filter, page, pageSize }: Page & { filter: PaymentFilter },
): Promise<{ ids: string[]; total: number }> {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  const wanted = given.map(([name]) => conditions[name as keyof PaymentFilter]);
  const where = wanted.length > 0 ? `where ${wanted.join(' and ')}` : '';
  const values = given.map(([, value]) => value);
  const rows = await rowsOf<{ document_id: string }>(
    trx,
    `select document_id from payments ${where} order by started_at desc, id desc limit ? offset ?`,
    [...values, pageSize, (page - 1) * pageSize],
  );
  const count = await oneRow<{ total: number }>(
    trx,
    `select count(*)::int as total from payments ${where}`,
    values,
  );
  return { ids: rows.map(({ document_id }) => document_id), total: count?.total ?? 0 };
}

export type NoticeView = {
  id: string;
  provider_key: string;
  event: string;
  about: 'payment' | 'refund';
  external_id: string;
  ip: string;
  size: number;
  received_at: Date;
  last_received_at: Date;
  receipts: number;
  handled_at: Date | null;
  payment_id: string | null;
  problem: string | null;
};

const noticeColumns = `id, provider_key, event, about, external_id, ip, length(bytes) as size, received_at,
  last_received_at, receipts, handled_at, payment_id, problem`;

/** Notifications about a payment and its refunds, the earliest first. */
export const noticesOfPayment = (trx: Transaction, paymentId: string): Promise<NoticeView[]> =>
  rowsOf(
    trx,
    `select ${noticeColumns} from payment_inbox
     where payment_id = ?
       or (provider_key, about, external_id) in (
         select provider_key, 'payment', external_id from payments where document_id = ?
         union all select provider_key, 'refund', external_id from refunds where payment_id = ?)
     order by received_at, id`,
    [paymentId, paymentId, paymentId],
  );

export type NoticeFilter = {
  provider?: string | undefined;
  externalId?: string | undefined;
  state?: 'handled' | 'waiting' | 'problem' | undefined;
};

const noticeStates = {
  handled: 'handled_at is not null and problem is null',
  waiting: 'handled_at is null',
  problem: 'problem is not null',
};

export async function findNotices(
  trx: Transaction,
  { filter, page, pageSize }: Page & { filter: NoticeFilter },
): Promise<{ notices: NoticeView[]; total: number }> {
  const { provider, externalId, state } = filter;
  const given = [
    ['provider_key = ?', provider],
    ['external_id = ?', externalId],
  ].filter(([, value]) => value !== undefined);
  const wanted = [...given.map(([condition]) => condition), ...(state ? [noticeStates[state]] : [])];
  const where = wanted.length > 0 ? `where ${wanted.join(' and ')}` : '';
  const values = given.map(([, value]) => value);
  const notices = await rowsOf<NoticeView>(
    trx,
    `select ${noticeColumns} from payment_inbox ${where} order by received_at desc, id desc limit ? offset ?`,
    [...values, pageSize, (page - 1) * pageSize],
  );
  const count = await oneRow<{ total: number }>(
    trx,
    `select count(*)::int as total from payment_inbox ${where}`,
    values,
  );
  return { notices, total: count?.total ?? 0 };
}

export type PostingView = {
  at: Date;
  source: string;
  kind: string;
  account: string;
  amount: string;
  currency: string;
};

/** What the ledger holds about a payment and its refunds, in the order in which it was booked. */
export const postingsOfPayment = (trx: Transaction, paymentId: string): Promise<PostingView[]> =>
  rowsOf(
    trx,
    `select booked.at, booked.source, booked.kind, posting.account, posting.amount, posting.currency
     from ledger_transactions booked join ledger_postings posting on posting.transaction_id = booked.id
     where (booked.source = 'payment' and booked.source_id = ?)
        or (booked.source = 'refund' and booked.source_id in (select document_id from refunds where payment_id = ?))
     order by posting.id`,
    [paymentId, paymentId],
  );
