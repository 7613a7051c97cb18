import type { Core } from '@strapi/strapi';
import type { Locale, Transaction } from '@gangway/kit';
import { accountLinks } from '../account-links.ts';
import type { LoggedIn } from '../contract/auth.ts';
import { requireUsable } from '../domain/link.ts';
import { accountErrors } from '../errors.ts';
import { hashPassword, requireGoodPassword } from '../passwords.ts';
import { type Account, findAccount, lockAccount, setPassword } from '../store/accounts.ts';
import { insertLink, lockLink, readLink, useOthers } from '../store/links.ts';
import { readProfile } from '../store/profiles.ts';
import { endAllSessions } from '../store/sessions.ts';
import { note } from './confirm-address.ts';
import { beginLogIn, requirePassword } from './log-in.ts';
import { queueLink, tellAccount } from './send-letter.ts';

/** Queues a link for a new password, should the address have an account; does the same work if not. */
export async function askForPassword(
  strapi: Core.Strapi,
  { email, locale, now }: { email: string; locale: Locale; now: Date },
): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    const linkId = await insertLink(trx, { purpose: 'password', email, language: locale, now });
    await queueLink(strapi, { trx, linkId });
  });
}

type NewPassword = { password: string; again: string | undefined; now: Date };

/**
 * A new password by the link of a letter. Every log-in ends, and every other link of the account.
 * @throws UNKNOWN_LINK, LINK_EXPIRED, LINK_USED, and what is wrong with the password
 */
export async function resetPassword(
  strapi: Core.Strapi,
  { code, password, again, now }: NewPassword & { code: string },
): Promise<LoggedIn> {
  const id = accountLinks(strapi).idOf(code) ?? '';
  const before = await strapi.db.transaction(({ trx }) => accountOfLink(trx, { id, now }));
  await requireGood(strapi, { account: before, password, again });
  const passwordHash = await hashPassword(strapi, password);
  return strapi.db.transaction(async ({ trx }) => {
    requireUsable(await lockLink(trx, id), { purposes: ['password'], now });
    const account = await lockAccount(trx, before.id);
    if (!account) throw accountErrors.UNKNOWN_LINK();
    return replacePassword(strapi, { trx, account, passwordHash, now });
  });
}

async function accountOfLink(trx: Transaction, { id, now }: { id: string; now: Date }): Promise<Account> {
  const link = requireUsable(await readLink(trx, id), { purposes: ['password'], now });
  const account = await findAccount(trx, link.accountId ?? '');
  if (!account) throw accountErrors.UNKNOWN_LINK();
  return account;
}

type Changing = NewPassword & { accountId: string; currentPassword: string };

/** @throws WRONG_PASSWORD, and what is wrong with the new one */
export async function changePassword(strapi: Core.Strapi, changing: Changing): Promise<LoggedIn> {
  const { accountId, currentPassword, password, again, now } = changing;
  const before = await requirePassword(strapi, { accountId, password: currentPassword });
  await requireGood(strapi, { account: before, password, again });
  const passwordHash = await hashPassword(strapi, password);
  return strapi.db.transaction(async ({ trx }) => {
    const account = await lockAccount(trx, accountId);
    if (account?.passwordHash !== before.passwordHash) throw accountErrors.WRONG_PASSWORD();
    return replacePassword(strapi, { trx, account, passwordHash, now });
  });
}

type Proposed = { account: Account; password: string; again: string | undefined };

async function requireGood(strapi: Core.Strapi, { account, password, again }: Proposed): Promise<void> {
  const { fullName } = await strapi.db.transaction(({ trx }) => readProfile(trx, account.id));
  requireGoodPassword(password, { email: account.email, fullName }, again);
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
