import { requireOpen } from '@gangway/kit';
import type { Transaction } from '@gangway/kit';
import type { Posting } from '../domain/postings.ts';
import { rowsOf } from './one-row.ts';

export type LedgerEntry = {
  /** `payment` or `refund`. */
  source: string;
  sourceId: string;
  kind: string;
  at: Date;
  payable: { kind: string; id: string };
  sellerId: string;
  postings: readonly Posting[];
};

/** Books an event once: false when it was booked before, and nothing is written then. */
export async function book(trx: Transaction, entry: LedgerEntry): Promise<boolean> {
  requireOpen(trx, 'book in the ledger');
  const { source, sourceId, kind, at, payable, sellerId, postings } = entry;
  if (postings.length === 0) return false;
  const rows = await rowsOf(
    trx,
    `with booked as (
       insert into ledger_transactions (source, source_id, kind, at, payable_kind, payable_id, seller_id)
       values (?, ?, ?, ?, ?, ?, ?) on conflict (source, source_id, kind) do nothing returning id
     )
     insert into ledger_postings (transaction_id, account, amount, currency)
     select booked.id, p.account, p.amount, p.currency
       from booked, json_to_recordset(?::json) as p(account text, amount bigint, currency text)
     returning transaction_id`,
    [source, sourceId, kind, at, payable.kind, payable.id, sellerId, JSON.stringify(postings)],
  );
  return rows.length > 0;
}

/** The postings of one event, as they were booked; none when it was not. */
export async function bookedPostings(
  trx: Transaction,
  { source, sourceId, kind }: Pick<LedgerEntry, 'source' | 'sourceId' | 'kind'>,
): Promise<Posting[]> {
  const rows = await rowsOf<Omit<Posting, 'amount'> & { amount: string }>(
    trx,
    `select posting.account, posting.amount, posting.currency
     from ledger_postings posting join ledger_transactions booked on booked.id = posting.transaction_id
     where booked.source = ? and booked.source_id = ? and booked.kind = ? order by posting.id`,
    [source, sourceId, kind],
  );
  return rows.map((row) => ({ ...row, amount: Number(row.amount) }));
}
