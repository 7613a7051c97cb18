import { requireOpen } from '@gangway/kit';
import type { Transaction } from '@gangway/kit';
import { messageColumns, messageOf } from './messages.ts';
import type { StoredMessage } from './messages.ts';

type Row = Record<string, unknown>;

/**
 * Begins an attempt. Each attempt has one job, so a message that is found `sending` at this very attempt was left by a
 * process that died: it is sent again, under the same Message-ID.
 * @returns undefined when the attempt is over
 */
export async function beginAttempt(
  trx: Transaction,
  { id, attempt, now }: { id: string; attempt: number; now: Date },
): Promise<StoredMessage | undefined> {
  const { rows } = await trx.raw(
    `update messages set state = 'sending', attempts = ?, next_try_at = null, updated_at = ?
      where document_id = ? and ((state = 'queued' and attempts = ?) or (state = 'sending' and attempts = ?))
      returning ${messageColumns}`,
    [attempt, now, id, attempt - 1, attempt],
  );
  return (rows as Row[]).map(messageOf)[0];
}

/** What became of an attempt; `again` waits until `nextTryAt`, on business time. */
export type Outcome =
  | { state: 'sent'; externalId: string | undefined }
  | { state: 'dropped' }
  | { state: 'failed'; problem: string }
  | { state: 'again'; problem: string; nextTryAt: Date };

export async function endAttempt(
  trx: Transaction,
  { id, attempt, outcome, now }: { id: string; attempt: number; outcome: Outcome; now: Date },
): Promise<void> {
  const { state } = outcome;
  await trx.raw(
    `update messages set state = ?, sent_at = ?, external_id = coalesce(?, external_id), problem = ?, next_try_at = ?,
       updated_at = ? where document_id = ? and state = 'sending' and attempts = ?`,
    [
      state === 'again' ? 'queued' : state,
      state === 'sent' ? now : null,
      (state === 'sent' && outcome.externalId) || null,
      'problem' in outcome ? outcome.problem : null,
      state === 'again' ? outcome.nextTryAt : null,
      ...[now, id, attempt],
    ],
  );
}

export type DueMessage = { id: string; attempts: number };

/** Messages whose next attempt is due; they are no longer due afterwards, so each becomes one job. */
export async function takeDue(
  trx: Transaction,
  { now, limit }: { now: Date; limit: number },
): Promise<DueMessage[]> {
  requireOpen(trx, 'take messages that are due');
  const { rows } = await trx.raw(
    `update messages set next_try_at = null, updated_at = ? where id in (
       select id from messages where state = 'queued' and next_try_at <= ? order by next_try_at limit ?
       for update skip locked)
     returning document_id as id, attempts`,
    [now, now, limit],
  );
  return rows as DueMessage[];
}

/** Gives a message that was given up, or that waits, as many attempts again; undefined when it is neither. */
export async function reopen(
  trx: Transaction,
  { id, now }: { id: string; now: Date },
): Promise<StoredMessage | undefined> {
  requireOpen(trx, 'send a message again');
  const { rows } = await trx.raw(
    `update messages set state = 'queued', max_attempts = attempts + 8, problem = null, next_try_at = null, updated_at = ?
      where document_id = ? and (state in ('failed', 'dropped') or (state = 'queued' and next_try_at is not null))
      returning ${messageColumns}`,
    [now, id],
  );
  return (rows as Row[]).map(messageOf)[0];
}
