import { requireOpen, send, type Transaction } from '@gangway/kit';

export type Actor = { kind: 'staff' | 'customer' | 'system'; id?: string | undefined };

/** Something that happened to an order. `details` name rows and amounts, never people. */
export type HistoryEntry = {
  orderId: string;
  at: Date;
  actor: Actor;
  /** In the past tense: `order.paid`. */
  what: string;
  details?: Record<string, unknown> | undefined;
};

export async function writeHistory(trx: Transaction, entry: HistoryEntry): Promise<void> {
  requireOpen(trx, 'write the history of an order');
  const { orderId, at, actor, what, details = {} } = entry;
  await send(
    trx,
    'insert into order_history (order_id, at, actor_kind, actor_id, what, details) values (?, ?, ?, ?, ?, ?::jsonb)',
    [orderId, at.toISOString(), actor.kind, actor.id ?? null, what, JSON.stringify(details)],
  );
}

/** What happened to an order, the first thing first. */
export async function readHistory(trx: Transaction, orderId: string): Promise<HistoryEntry[]> {
  const { rows } = await trx.raw(
    `select row_to_json(h) as row from (
       select order_id, at, actor_kind, actor_id, what, details from order_history where order_id = ? order by id
     ) h`,
    [orderId],
  );
  return (rows as { row: HistoryRow }[]).map(({ row }) => entryOf(row));
}

type HistoryRow = {
  order_id: string;
  at: string;
  actor_kind: Actor['kind'];
  actor_id: string | null;
  what: string;
  details: Record<string, unknown>;
};

function entryOf({ order_id, at, actor_kind, actor_id, what, details }: HistoryRow): HistoryEntry {
  const actor = { kind: actor_kind, ...(actor_id === null ? {} : { id: actor_id }) };
  return { orderId: order_id, at: new Date(at), actor, what, details };
}
