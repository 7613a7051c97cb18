import type { Transaction } from '@gangway/kit';

/** Letters to the account and about its orders: what, when, where to. */
export async function readLetters(
  trx: Transaction,
  { accountId, email }: { accountId: string; email: string },
): Promise<Record<string, unknown>[]> {
  const { rows } = await trx.raw(
    `select m.message, m.channel, m.recipient as "to", m.state, m.queued_at as "queuedAt", m.sent_at as "sentAt"
       from messages m
      where m.recipient = ? or (m.subject_kind = 'account' and m.subject_id = ?)
         or (m.subject_kind = 'order' and m.subject_id in (select document_id from orders where account_id = ?))
      order by m.queued_at`,
    [email, accountId, accountId],
  );
  return rows as Record<string, unknown>[];
}

/**
 * Letters about the account itself are forgotten with it, those with links that were used up long ago included; what has
 * not gone yet still goes.
 */
export async function removeLetters(
  trx: Transaction,
  { accountId, email }: { accountId: string; email: string },
): Promise<void> {
  await trx.raw(
    `delete from messages where state in ('sent', 'failed', 'dropped') and (
       (subject_kind in ('account', 'account-link') and recipient = ?)
       or (subject_kind = 'account' and subject_id = ?)
       or (subject_kind = 'account-link' and subject_id in (select id from account_links where account_id = ?)))`,
    [email, accountId, accountId],
  );
}
