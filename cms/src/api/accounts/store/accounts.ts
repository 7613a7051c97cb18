import { requireOpen, type Transaction } from '@gangway/kit';

/** A user of users-permissions, as its row holds it. */
export type Account = {
  /** Of the row: what the token names. */
  userId: number;
  /** Of the document: what everything else names. */
  id: string;
  email: string;
  passwordHash: string;
  createdAt: Date;
};

/** Whoever may log in with the address, whatever its letters' case; undefined for blocked ones, too. */
export const findByEmail = (trx: Transaction, email: string): Promise<Account | undefined> =>
  one(trx, { where: 'lower(email) = lower(?)', value: email });

export const findAccount = (trx: Transaction, id: string): Promise<Account | undefined> =>
  one(trx, { where: 'document_id = ?', value: id });

/** Nobody else changes it until the transaction ends. */
export const lockAccount = (trx: Transaction, id: string): Promise<Account | undefined> =>
  one(trx, { where: 'document_id = ?', value: id, lock: 'for update' });

type Question = { where: string; value: string; lock?: string };

async function one(trx: Transaction, { where, value, lock = '' }: Question): Promise<Account | undefined> {
  const { rows } = await trx.raw(
    `select id, document_id, email, password, extract(epoch from created_at) * 1000 as created_at from up_users
      where ${where} and blocked is not true and confirmed and password is not null ${lock}`,
    [value],
  );
  const [row] = rows as Row[];
  return row && accountOf(row);
}

type Row = { id: number; document_id: string; email: string; password: string; created_at: string };

function accountOf({ id, document_id, email, password, created_at }: Row): Account {
  const createdAt = new Date(Number(created_at));
  return { userId: id, id: document_id, email, passwordHash: password, createdAt };
}

/** Whether anybody has the address, blocked ones included. */
export async function isAddressTaken(trx: Transaction, email: string): Promise<boolean> {
  const { rows } = await trx.raw('select 1 from up_users where lower(email) = lower(?)', [email]);
  return rows.length > 0;
}

export type NewAccount = { id: string; email: string; passwordHash: string; now: Date };

/** @returns false when the address has got an account meanwhile */
export async function insertAccount(
  trx: Transaction,
  { id, email, passwordHash, now }: NewAccount,
): Promise<boolean> {
  requireOpen(trx, 'write an account');
  const at = now.toISOString();
  const { rows } = await trx.raw(
    `insert into up_users (document_id, username, email, provider, password, confirmed, blocked, created_at, updated_at, published_at)
     values (?, ?, ?, 'local', ?, true, false, ?, ?, ?) on conflict do nothing returning id`,
    [id, id, email, passwordHash, at, at, at],
  );
  const [row] = rows as { id: number }[];
  if (!row) return false;
  await trx.raw(
    `insert into up_users_role_lnk (user_id, role_id, user_ord)
     select ?::int, id, 1 from up_roles where type = 'authenticated'`,
    [row.id],
  );
  return true;
}

export async function setPassword(
  trx: Transaction,
  { id, passwordHash, now }: { id: string; passwordHash: string; now: Date },
): Promise<void> {
  await trx.raw('update up_users set password = ?, updated_at = ? where document_id = ?', [
    passwordHash,
    now.toISOString(),
    id,
  ]);
}

export async function setEmail(
  trx: Transaction,
  { id, email, now }: { id: string; email: string; now: Date },
): Promise<void> {
  await trx.raw('update up_users set email = ?, updated_at = ? where document_id = ?', [
    email,
    now.toISOString(),
    id,
  ]);
}

/** The row goes, with its links to roles. */
export async function removeAccount(trx: Transaction, id: string): Promise<void> {
  await trx.raw('delete from up_users where document_id = ?', [id]);
}
