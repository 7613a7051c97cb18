import type { Core } from '@strapi/strapi';
import type { Transaction } from '@gangway/kit';
import type { LoggedIn } from '../contract/auth.ts';
import type { AccountLink } from '../domain/link.ts';
import { accountErrors } from '../errors.ts';
import { isPassword } from '../passwords.ts';
import { type Account, findAccount, findByEmail } from '../store/accounts.ts';
import { latestRegistration } from '../store/links.ts';
import { claimGuestOrders } from '../store/own-orders.ts';
import { beginSession, endAllSessions, endSession } from '../store/sessions.ts';
import { issueToken, readToken } from '../tokens.ts';
import { queueAgain } from './send-again.ts';

/** @throws WRONG_LOG_IN for whatever does not fit, an address that waits to be confirmed included */
export async function logIn(
  strapi: Core.Strapi,
  { identifier, password, now }: { identifier: string; password: string; now: Date },
): Promise<LoggedIn> {
  const email = identifier.toLowerCase();
  const { account, waiting } = await strapi.db.transaction(async ({ trx }) => ({
    account: await findByEmail(trx, email),
    waiting: await latestRegistration(trx, email),
  }));
  const hash = account?.passwordHash ?? waiting?.registration?.passwordHash ?? undefined;
  const fits = await isPassword(strapi, { password, hash });
  if (!account || !fits) return refuse(strapi, fits ? waiting : undefined);
  return strapi.db.transaction(({ trx }) => beginLogIn(strapi, { trx, account, now }));
}

/** Whose letter comes again is decided in a job: neither the answer nor its time tells an address that waits. */
async function refuse(strapi: Core.Strapi, waiting: AccountLink | undefined): Promise<never> {
  await strapi.db.transaction(({ trx }) => queueAgain(strapi, { trx, linkId: waiting?.id }));
  throw accountErrors.WRONG_LOG_IN();
}

export type Beginning = { trx: Transaction; account: Account; now: Date };

/** Orders that were placed as a guest meanwhile come along. */
export async function beginLogIn(strapi: Core.Strapi, { trx, account, now }: Beginning): Promise<LoggedIn> {
  const { id, userId, email } = account;
  await claimGuestOrders(trx, { accountId: id, email });
  const session = await beginSession(trx, { accountId: id, now });
  return {
    jwt: issueToken(strapi, { userId, session }),
    user: { id, documentId: id, email, confirmed: true },
  };
}

/** Ends the log-in of the token, or all of its account's. A token that opens nothing any more: nothing to do. */
export async function logOut(
  strapi: Core.Strapi,
  {
    token,
    accountId,
    everywhere,
  }: { token: string | undefined; accountId: string | undefined; everywhere: boolean },
): Promise<void> {
  const named = token === undefined ? undefined : await readToken(strapi, token);
  if (!named) return;
  await strapi.db.transaction(async ({ trx }) => {
    if (everywhere && accountId !== undefined) await endAllSessions(trx, accountId);
    else await endSession(trx, named.session);
  });
}

/** @throws WRONG_PASSWORD */
export async function requirePassword(
  strapi: Core.Strapi,
  { accountId, password }: { accountId: string; password: string },
): Promise<Account> {
  const account = await strapi.db.transaction(({ trx }) => findAccount(trx, accountId));
  if (!account || !(await isPassword(strapi, { password, hash: account.passwordHash })))
    throw accountErrors.WRONG_PASSWORD();
  return account;
}
