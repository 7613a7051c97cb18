import { send } from '@gangway/kit';
import type { Notice, RawNotification, Transaction } from '@gangway/kit';
import { oneRow, rowsOf } from './one-row.ts';
import type { PaymentRow } from './payments.ts';

export type InboxRow = {
  id: string;
  provider_key: string;
  event: string;
  about: 'payment' | 'refund';
  external_id: string;
  receipts: number;
  tries: number;
  handled_at: Date | null;
  problem?: string | null;
  /** The payment that it is about, where it was known when the row was read. */
  payment?: PaidFor | null;
};

/** Which payment, and what it pays for: neither ever changes. */
export type PaidFor = Pick<PaymentRow, 'document_id' | 'payable_kind' | 'payable_id'>;

const columns = 'id, provider_key, event, about, external_id, receipts, tries, handled_at, problem';

const itsPayment = `(
  select json_build_object('document_id', p.document_id, 'payable_kind', p.payable_kind, 'payable_id', p.payable_id)
    from payments p
   where known.about = 'payment' and p.provider_key = known.provider_key and p.external_id = known.external_id) as payment`;

/** Keeps a notification; a repetition is counted instead. */
export async function keepNotice(
  trx: Transaction,
  given: { providerKey: string; notice: Notice; raw: RawNotification; now: Date; dueAt: Date },
): Promise<InboxRow> {
  const { providerKey, notice, raw, now, dueAt } = given;
  const [row] = await rowsOf<InboxRow>(
    trx,
    `insert into payment_inbox as known (provider_key, dedupe_key, event, about, external_id, headers, bytes, ip,
       received_at, last_received_at, next_try_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (provider_key, dedupe_key) do update set
       receipts = known.receipts + 1, last_received_at = excluded.last_received_at
     returning ${columns}, ${itsPayment}`,
    [
      ...[providerKey, notice.dedupeKey, notice.event, notice.about, notice.externalId],
      ...[JSON.stringify(raw.headers), Buffer.from(raw.bytes), raw.ip, now, now, dueAt],
    ],
  );
  if (!row) throw new Error('A notification was neither stored nor counted.');
  return row;
}

export const readNoticeRow = (trx: Transaction, id: string): Promise<InboxRow | undefined> =>
  oneRow(trx, `select ${columns} from payment_inbox where id = ?`, [id]);

/** Puts it back among those to be handled. */
export async function reopenNotice(
  trx: Transaction,
  { id, dueAt }: { id: string; dueAt: Date },
): Promise<void> {
  await trx.raw('update payment_inbox set handled_at = null, next_try_at = ?, tries = 0 where id = ?', [
    dueAt,
    id,
  ]);
}

/** `problem` null: done. */
export async function closeNotice(
  trx: Transaction,
  {
    id,
    now,
    paymentId,
    problem,
  }: { id: string; now: Date; paymentId: string | null; problem: string | null },
): Promise<void> {
  await send(
    trx,
    'update payment_inbox set handled_at = ?, next_try_at = null, payment_id = coalesce(?, payment_id), problem = ? where id = ?',
    [now, paymentId, problem, id],
  );
}

export async function delayNotice(
  trx: Transaction,
  { id, dueAt, problem }: { id: string; dueAt: Date; problem: string },
): Promise<void> {
  await trx.raw('update payment_inbox set tries = tries + 1, next_try_at = ?, problem = ? where id = ?', [
    dueAt,
    problem,
    id,
  ]);
}

/** The same where our own work on it broke off; `tries` counts that alone. */
export async function putNoticeOff(
  trx: Transaction,
  { id, tries, dueAt, problem }: { id: string; tries: number; dueAt: Date; problem: string },
): Promise<void> {
  await trx.raw('update payment_inbox set tries = ?, next_try_at = ?, problem = ? where id = ?', [
    tries,
    dueAt,
    problem,
    id,
  ]);
}

/** Notifications that came before we knew the id they speak of. */
export async function reopenEarlyNotices(
  trx: Transaction,
  given: { providerKey: string; about: 'payment' | 'refund'; externalId: string; dueAt: Date },
): Promise<string[]> {
  const { providerKey, about, externalId, dueAt } = given;
  const rows = await rowsOf<{ id: string }>(
    trx,
    `update payment_inbox set handled_at = null, next_try_at = ?, tries = 0
     where provider_key = ? and about = ? and external_id = ? and (handled_at is null or problem is not null)
     returning id`,
    [dueAt, providerKey, about, externalId],
  );
  return rows.map(({ id }) => id);
}

/** Notifications that nobody has handled by now; each is put off, so that no other sweep takes it meanwhile. */
export async function takeDueNotices(
  trx: Transaction,
  { now, until, limit }: { now: Date; until: Date; limit: number },
): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    trx,
    `update payment_inbox set next_try_at = ? where id in (
       select id from payment_inbox where handled_at is null and next_try_at <= ?
       order by next_try_at, id limit ? for update skip locked
     ) returning id`,
    [until, now, limit],
  );
  return rows.map(({ id }) => id);
}

/** Locked until the transaction ends. */
export const lockNotice = (trx: Transaction, id: string): Promise<InboxRow | undefined> =>
  oneRow(trx, `select ${columns} from payment_inbox where id = ? for update`, [id]);
