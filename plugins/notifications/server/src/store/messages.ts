import { newId, requireOpen, send } from '@gangway/kit';
import type { ChannelKind, Locale, Transaction } from '@gangway/kit';
import type { MessageOrder, MessageView } from '../../../contract/notifications.ts';

/** A row of `messages` as delivery looks at it. */
export type StoredMessage = MessageView & {
  subject: { kind: string; id: string };
  /** What it is sent once for. */
  key: string;
  maxAttempts: number;
  nextTryAt: Date | null;
  externalId: string | null;
};

type Row = Record<string, unknown>;

export const messageColumns = `document_id, message, subject_kind, subject_id, channel, recipient, language, dedupe_key, state, attempts,
  max_attempts, queued_at, sent_at, next_try_at, external_id, problem`;

/**
 * Writes a message once for its key; `problem` makes it one that will never be sent.
 * @returns its id; when the key was there already it names nothing, and an attempt of it finds nothing to do
 */
export async function insertMessage(
  trx: Transaction,
  { order, problem }: { order: MessageOrder; problem?: string | undefined },
): Promise<string> {
  requireOpen(trx, 'send a message');
  const id = newId();
  await send(
    trx,
    `insert into messages (document_id, message, subject_kind, subject_id, channel, recipient, language, dedupe_key,
       state, attempts, max_attempts, problem, queued_at, created_at, updated_at, published_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 8, ?, ?, ?, ?, ?)
     on conflict (dedupe_key) do nothing`,
    [id, ...insertValues(order, problem)],
  );
  return id;
}

function insertValues(order: MessageOrder, problem: string | undefined): unknown[] {
  const { message, subject, channel, to, locale, key, now } = order;
  const state = problem ? 'failed' : 'queued';
  const named = [message, subject.kind, subject.id, channel, to, locale, key];
  return [...named, state, problem ?? null, now, now, now, now];
}

/** The messages about one subject, the oldest first. */
export async function messagesAbout(
  trx: Transaction,
  { kind, id }: { kind: string; id: string },
): Promise<StoredMessage[]> {
  const { rows } = await trx.raw(
    `select ${messageColumns} from messages where subject_kind = ? and subject_id = ? order by queued_at, id`,
    [kind, id],
  );
  return (rows as Row[]).map(messageOf);
}

export function messageOf(row: Row): StoredMessage {
  return {
    id: row.document_id as string,
    message: row.message as string,
    subject: { kind: row.subject_kind as string, id: row.subject_id as string },
    key: row.dedupe_key as string,
    channel: row.channel as ChannelKind,
    to: row.recipient as string,
    locale: row.language as Locale,
    state: row.state as MessageView['state'],
    attempts: row.attempts as number,
    maxAttempts: row.max_attempts as number,
    queuedAt: row.queued_at as Date,
    sentAt: row.sent_at as Date | null,
    nextTryAt: row.next_try_at as Date | null,
    externalId: row.external_id as string | null,
    problem: row.problem as string | null,
  };
}

/** What the list of deliveries may be narrowed to. */
export type MessageFilters = {
  state?: string | undefined;
  message?: string | undefined;
  to?: string | undefined;
  subjectId?: string | undefined;
  page: number;
  pageSize: number;
};

/** One page of all messages, the latest first. */
export async function listMessages(
  trx: Transaction,
  { page, pageSize, ...filters }: MessageFilters,
): Promise<{ messages: StoredMessage[]; total: number }> {
  const { where, values } = conditions(filters);
  const { rows } = await trx.raw(
    `select ${messageColumns} from messages ${where}
      order by queued_at desc, id desc limit ? offset ?`,
    [...values, pageSize, (page - 1) * pageSize],
  );
  const counted = await trx.raw(`select count(*)::int as total from messages ${where}`, values);
  const total = (counted.rows as { total: number }[])[0]?.total ?? 0;
  return { messages: (rows as Row[]).map(messageOf), total };
}

function conditions({ state, message, to, subjectId }: Omit<MessageFilters, 'page' | 'pageSize'>) {
  const given = (
    [
      ['state = ?', state],
      ['message = ?', message],
      ['strpos(lower(recipient), lower(?)) > 0', to],
      ['subject_id = ?', subjectId],
    ] as const
  ).filter(([, value]) => value !== undefined);
  const where = given.length > 0 ? `where ${given.map(([sql]) => sql).join(' and ')}` : '';
  return { where, values: given.map(([, value]) => value) };
}

export async function readMessage(trx: Transaction, id: string): Promise<StoredMessage | undefined> {
  const { rows } = await trx.raw(`select ${messageColumns} from messages where document_id = ?`, [id]);
  return (rows as Row[]).map(messageOf)[0];
}
