import type { Core } from '@strapi/strapi';
import type { Locale, Transaction, z } from '@gangway/kit';
import { accountLinks } from '../account-links.ts';
import type { LoggedIn, resetPassword as resetRoute } from '../contract/auth.ts';
import { type AccountLink, type Registration, requireUsable } from '../domain/link.ts';
import type { Personal } from '../domain/password-rule.ts';
import { accountErrors } from '../errors.ts';
import { hashPassword, requireGoodPassword } from '../passwords.ts';
import { type Account, findAccount, findByEmail, lockAccount, setPassword } from '../store/accounts.ts';
import { lockWithWaiting, useLink, useOthers } from '../store/links.ts';
import { readProfile } from '../store/profiles.ts';
import { endAllSessions } from '../store/sessions.ts';
import { note, openAccount } from './confirm-address.ts';
import { beginLogIn, requirePassword } from './log-in.ts';
import { queuePasswordLink, tellAccount } from './send-letter.ts';

/** Queues a link for a new password, should the address have an account; does the same work if not. */
export async function askForPassword(
  strapi: Core.Strapi,
  { email, locale: language, now }: { email: string; locale: Locale; now: Date },
): Promise<void> {
  await strapi.db.transaction(({ trx }) => queuePasswordLink(strapi, { trx, email, language, now }));
}

type NewPassword = { password: string; again: string | undefined; now: Date };

/**
 * A new password by the link of a letter. Every log-in ends, and every other link of the account. Where a registration
 * waits for the address it becomes an account, with this password in place of the one that waited.
 * @throws UNKNOWN_LINK, LINK_EXPIRED, LINK_USED, ADDRESS_TAKEN, and what is wrong with the password
 */
export async function resetPassword(
  strapi: Core.Strapi,
  { code, password, again, now }: NewPassword & { code: string },
): Promise<WithPurpose> {
  const id = accountLinks(strapi).idOf(code) ?? '';
  const personal = await strapi.db.transaction(async ({ trx }) =>
    personalOf(trx, await ownerOf(trx, { id, now })),
  );
  requireGoodPassword(password, personal, again);
  const passwordHash = await hashPassword(strapi, password);
  return strapi.db.transaction(async ({ trx }) => {
    const owner = await ownerOf(trx, { id, now });
    await useLink(trx, { id, now });
    const done = { trx, passwordHash, now };
    if ('account' in owner) return told('password', await replacePassword(strapi, { ...owner, ...done }));
    return told('register', await openAccount(strapi, { ...owner, ...done }));
  });
}

type WithPurpose = z.input<typeof resetRoute.response>;

const told = (purpose: WithPurpose['purpose'], session: LoggedIn): WithPurpose => ({ ...session, purpose });

/** Whose password it is: an account's, or the first one of a registration that waits. */
type Owner = { account: Account } | { link: AccountLink; registration: Registration };

async function ownerOf(trx: Transaction, { id, now }: { id: string; now: Date }): Promise<Owner> {
  const { link, waiting } = await lockWithWaiting(trx, id);
  const { accountId, email } = requireUsable(link, { purposes: ['password'], now });
  const found = accountId === null ? await findByEmail(trx, email) : await findAccount(trx, accountId);
  const account = found && (await lockAccount(trx, found.id));
  if (account) return { account };
  const [latest] = waiting;
  if (!latest?.registration) throw accountErrors.UNKNOWN_LINK();
  return { link: latest, registration: latest.registration };
}

async function personalOf(trx: Transaction, owner: Owner): Promise<Personal> {
  if (!('account' in owner)) return { email: owner.link.email, fullName: owner.registration.fullName };
  const { id, email } = owner.account;
  return { email, fullName: (await readProfile(trx, id)).fullName };
}

type Changing = NewPassword & { accountId: string; currentPassword: string };

/** @throws WRONG_PASSWORD, and what is wrong with the new one */
export async function changePassword(strapi: Core.Strapi, changing: Changing): Promise<LoggedIn> {
  const { accountId, currentPassword, password, again, now } = changing;
  const before = await requirePassword(strapi, { accountId, password: currentPassword });
  const personal = await strapi.db.transaction(({ trx }) => personalOf(trx, { account: before }));
  requireGoodPassword(password, personal, again);
  const passwordHash = await hashPassword(strapi, password);
  return strapi.db.transaction(async ({ trx }) => {
    const account = await lockAccount(trx, accountId);
    if (account?.passwordHash !== before.passwordHash) throw accountErrors.WRONG_PASSWORD();
    return replacePassword(strapi, { trx, account, passwordHash, now });
  });
}

type Replacing = { trx: Transaction; account: Account; passwordHash: string; now: Date };

async function replacePassword(
  strapi: Core.Strapi,
  { trx, account, passwordHash, now }: Replacing,
): Promise<LoggedIn> {
  const { id: accountId, email } = account;
  const { language } = await readProfile(trx, accountId);
  await setPassword(trx, { id: accountId, passwordHash, now });
  await endAllSessions(trx, accountId);
  // Whoever knew the old one may have asked for another address with it.
  for (const purpose of ['password', 'email'] as const) await useOthers(trx, { purpose, accountId, now });
  await tellAccount(strapi, {
    ...{ trx, message: 'account.password-changed', accountId, to: email, locale: language, now },
  });
  await note(trx, { action: 'accounts.password.changed', accountId, now });
  return beginLogIn(strapi, { trx, account, now });
}
