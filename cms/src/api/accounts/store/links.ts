import { newId, requireOpen, type Transaction } from '@gangway/kit';
import { type AccountLink, endOf, type LinkPurpose } from '../domain/link.ts';
import { lockAccount } from './accounts.ts';

type NewLink = Pick<AccountLink, 'purpose' | 'email' | 'language'> &
  Partial<Pick<AccountLink, 'accountId' | 'registration'>> & { now: Date };

export async function insertLink(trx: Transaction, link: NewLink): Promise<string> {
  requireOpen(trx, 'write a link');
  const { purpose, email, language, accountId = null, registration = null, now } = link;
  const id = newId();
  await trx.raw(
    `insert into account_links (id, purpose, email, language, account_id, registration, made_at, ends_at)
     values (?, ?, ?, ?, ?, ?::jsonb, ?, ?)`,
    [
      ...[id, purpose, email, language, accountId, registration && JSON.stringify(registration)],
      ...[now.toISOString(), endOf(purpose, now).toISOString()],
    ],
  );
  return id;
}

export const readLink = (trx: Transaction, id: string): Promise<AccountLink | undefined> =>
  oneLink(trx, { where: 'id = ?', values: [id] });

export const lockLink = (trx: Transaction, id: string): Promise<AccountLink | undefined> =>
  oneLink(trx, { where: 'id = ? for update', values: [id] });

/**
 * A link, and the registrations of its address that nobody has confirmed, the latest first. They are locked before it,
 * in one order, and its account before all of them, as where a new password uses up the account's links.
 */
export async function lockWithWaiting(
  trx: Transaction,
  id: string,
): Promise<{ link: AccountLink | undefined; waiting: AccountLink[] }> {
  const found = await readLink(trx, id);
  if (found?.accountId) await lockAccount(trx, found.accountId);
  const waiting = found ? await lockRegistrations(trx, found.email) : [];
  return { link: found && (await lockLink(trx, id)), waiting };
}

const lockRegistrations = (trx: Transaction, email: string): Promise<AccountLink[]> =>
  manyLinks(trx, {
    where: `email = ? and purpose = 'register' and used_at is null order by made_at desc, id desc for update`,
    values: [email],
  });

/** The latest registration of the address that nobody has confirmed, expired or not. */
export const latestRegistration = (trx: Transaction, email: string): Promise<AccountLink | undefined> =>
  oneLink(trx, {
    where: `email = ? and purpose = 'register' and used_at is null order by made_at desc, id desc limit 1`,
    values: [email],
  });

/** The address that the account waits for, if its link still works. */
export async function awaitedEmail(
  trx: Transaction,
  { accountId, now }: { accountId: string; now: Date },
): Promise<string | null> {
  const link = await oneLink(trx, {
    where: `account_id = ? and purpose = 'email' and used_at is null and ends_at > ? order by made_at desc limit 1`,
    values: [accountId, now.toISOString()],
  });
  return link?.email ?? null;
}

type Question = { where: string; values: readonly unknown[] };

async function oneLink(trx: Transaction, question: Question): Promise<AccountLink | undefined> {
  const [link] = await manyLinks(trx, question);
  return link;
}

async function manyLinks(trx: Transaction, { where, values }: Question): Promise<AccountLink[]> {
  const columns = 'id, purpose, email, language, account_id, registration::json, made_at, ends_at, used_at';
  const { rows } = await trx.raw(`select ${columns} from account_links where ${where}`, values);
  return (rows as LinkRow[]).map(linkOf);
}

type LinkRow = Pick<AccountLink, 'id' | 'purpose' | 'email' | 'language' | 'registration'> & {
  account_id: string | null;
  made_at: Date | string;
  ends_at: Date | string;
  used_at: Date | string | null;
};

function linkOf({ account_id, made_at, ends_at, used_at, ...link }: LinkRow): AccountLink {
  const moments = {
    madeAt: new Date(made_at),
    endsAt: new Date(ends_at),
    usedAt: used_at && new Date(used_at),
  };
  return { ...link, accountId: account_id, ...moments } as AccountLink;
}

/** What waited in it is not kept any longer than it waits. */
export async function useLink(trx: Transaction, { id, now }: { id: string; now: Date }): Promise<void> {
  await trx.raw('update account_links set used_at = ?, registration = null where id = ?', [
    now.toISOString(),
    id,
  ]);
}

/** Of a registration: it waits on, and whoever has the mailbox chooses another. */
export async function dropPassword(trx: Transaction, id: string): Promise<void> {
  await trx.raw(
    `update account_links set registration = registration || '{"passwordHash": null}' where id = ?`,
    [id],
  );
}

export async function nameAccount(
  trx: Transaction,
  { id, accountId }: { id: string; accountId: string },
): Promise<void> {
  await trx.raw('update account_links set account_id = ? where id = ?', [accountId, id]);
}

export async function removeLink(trx: Transaction, id: string): Promise<void> {
  await trx.raw('delete from account_links where id = ?', [id]);
}

type Others = { purpose: LinkPurpose; now: Date } & ({ email: string } | { accountId: string });

/** Links that would do the same once more are used up with the first. */
export async function useOthers(trx: Transaction, { purpose, now, ...whose }: Others): Promise<void> {
  const [column, value] = 'email' in whose ? ['email', whose.email] : ['account_id', whose.accountId];
  await trx.raw(
    `update account_links set used_at = ?, registration = null
      where purpose = ? and ${column} = ? and used_at is null`,
    [now.toISOString(), purpose, value],
  );
}

export async function removeLinksOf(trx: Transaction, accountId: string): Promise<void> {
  await trx.raw('delete from account_links where account_id = ?', [accountId]);
}

/** Old links go: a registration that nobody confirmed is forgotten a week after it could have been. */
export async function removeOldLinks(trx: Transaction, before: Date): Promise<void> {
  await trx.raw('delete from account_links where ends_at < ?', [before.toISOString()]);
}
