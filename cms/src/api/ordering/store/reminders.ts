import { requireOpen, send, type Transaction } from '@gangway/kit';
import type { DueReminder, ReminderKind } from '../domain/reminders.ts';

type Planned = { orderId: string; eventId: string; reminders: readonly DueReminder[] };

/** Writes when somebody is to be reminded; a reminder that is there already stays as it is. */
export async function insertReminders(
  trx: Transaction,
  { orderId, eventId, reminders }: Planned,
): Promise<void> {
  requireOpen(trx, 'plan reminders');
  if (reminders.length === 0) return;
  await send(
    trx,
    `insert into departure_reminders (order_id, event_id, kind, due_at)
     select ?, ?, r.kind, r.due_at from json_to_recordset(?::json) as r(kind text, due_at timestamptz)
     on conflict do nothing`,
    [orderId, eventId, JSON.stringify(reminders.map(({ kind, dueAt }) => ({ kind, due_at: dueAt })))],
  );
}

export type TakenReminder = { orderId: string; eventId: string; kind: ReminderKind; tickets: number };

/** Reminders that are due, locked past those that another process works on, with the good tickets they are about. */
export async function lockDueReminders(
  trx: Transaction,
  { now, limit, without }: { now: Date; limit: number; without: readonly string[] },
): Promise<TakenReminder[]> {
  const { rows } = await trx.raw(
    `select order_id as "orderId", event_id as "eventId", kind,
            (select count(*)::int from admissions a
              where a.order_id = r.order_id and a.event_id = r.event_id and a.state <> 'voided') as tickets
       from departure_reminders r where ended_at is null and due_at <= ? and order_id <> all(?::text[])
      order by due_at, order_id, event_id, kind limit ? for update skip locked`,
    [now.toISOString(), without, limit],
  );
  return rows as TakenReminder[];
}

type Ended = Omit<TakenReminder, 'tickets'> & { outcome: 'told' | 'late' | 'off'; now: Date };

export async function endReminder(
  trx: Transaction,
  { orderId, eventId, kind, outcome, now }: Ended,
): Promise<void> {
  await trx.raw(
    `update departure_reminders set ended_at = ?, outcome = ?
      where order_id = ? and event_id = ? and kind = ? and ended_at is null`,
    [now.toISOString(), outcome, orderId, eventId, kind],
  );
}

/** Nobody travels with it: its reminders end. */
export async function endRemindersOf(
  trx: Transaction,
  { eventId, now }: { eventId: string; now: Date },
): Promise<void> {
  await trx.raw(
    `update departure_reminders set ended_at = ?, outcome = 'off' where event_id = ? and ended_at is null`,
    [now.toISOString(), eventId],
  );
}

/** The buyer wants no reminders of this order, from the first time they say so. */
export async function stopReminders(
  trx: Transaction,
  { orderId, now }: { orderId: string; now: Date },
): Promise<void> {
  requireOpen(trx, 'stop reminders');
  await trx.raw(
    'insert into reminder_stops (order_id, stopped_at) values (?, ?) on conflict (order_id) do nothing',
    [orderId, now.toISOString()],
  );
}

export async function areRemindersStopped(trx: Transaction, orderId: string): Promise<boolean> {
  const { rows } = await trx.raw('select 1 from reminder_stops where order_id = ?', [orderId]);
  return rows.length > 0;
}
