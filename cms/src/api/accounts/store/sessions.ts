import { newId, requireOpen, type Transaction } from '@gangway/kit';

const lastsMs = 30 * 86_400_000;

/** A log-in; the token names its id. */
export async function beginSession(
  trx: Transaction,
  { accountId, now }: { accountId: string; now: Date },
): Promise<string> {
  requireOpen(trx, 'begin a session');
  const id = newId();
  const endsAt = new Date(now.getTime() + lastsMs);
  await trx.raw('insert into account_sessions (id, account_id, began_at, ends_at) values (?, ?, ?, ?)', [
    ...[id, accountId, now.toISOString(), endsAt.toISOString()],
  ]);
  return id;
}

export async function endSession(trx: Transaction, id: string): Promise<void> {
  await trx.raw('delete from account_sessions where id = ?', [id]);
}

export async function endAllSessions(trx: Transaction, accountId: string): Promise<void> {
  await trx.raw('delete from account_sessions where account_id = ?', [accountId]);
}

type Shown = { userId: number; session: string; now: Date };

/** The account behind a token: while its log-in lasts, and nobody blocked it. */
export async function accountOfSession(
  connection: Pick<Transaction, 'raw'>,
  { userId, session, now }: Shown,
): Promise<string | undefined> {
  const { rows } = await connection.raw(
    `select u.document_id as id from account_sessions s join up_users u on u.document_id = s.account_id
      where s.id = ? and u.id = ? and s.ends_at > ? and u.blocked is not true`,
    [session, userId, now.toISOString()],
  );
  return (rows as { id: string }[])[0]?.id;
}

/** Log-ins of the account that still last. */
export async function readSessions(
  trx: Transaction,
  { accountId, now }: { accountId: string; now: Date },
): Promise<Record<string, unknown>[]> {
  const { rows } = await trx.raw(
    `select to_json(began_at) as "beganAt", to_json(ends_at) as "endsAt" from account_sessions
      where account_id = ? and ends_at > ? order by began_at`,
    [accountId, now.toISOString()],
  );
  return rows as Record<string, unknown>[];
}

export async function removeEndedSessions(trx: Transaction, now: Date): Promise<void> {
  await trx.raw('delete from account_sessions where ends_at <= ?', [now.toISOString()]);
}
