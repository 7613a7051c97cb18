import { requireOpen } from '@gangway/kit';
import type { Transaction } from '@gangway/kit';
import type { Posting } from '../domain/postings.ts';
import { oneRow } from './one-row.ts';

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
  const booked = await oneRow<{ id: string }>(
    trx,
    `insert into ledger_transactions (source, source_id, kind, at, payable_kind, payable_id, seller_id)
     values (?, ?, ?, ?, ?, ?, ?) on conflict (source, source_id, kind) do nothing returning id`,
    [source, sourceId, kind, at, payable.kind, payable.id, sellerId],
  );
  if (!booked) return false;
  const rows = postings.map(() => '(?, ?, ?, ?)').join(', ');
  await trx.raw(
    `insert into ledger_postings (transaction_id, account, amount, currency) values ${rows}`,
    postings.flatMap(({ account, amount, currency }) => [booked.id, account, amount, currency]),
  );
  return true;
}
