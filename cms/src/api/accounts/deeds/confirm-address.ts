import type { Core } from '@strapi/strapi';
import { hashToken, newId, type Transaction, type z } from '@gangway/kit';
import { record } from '@gangway/audit-log/contract';
import { accountLinks } from '../account-links.ts';
import type { confirmAddress as confirmRoute, LoggedIn } from '../contract/auth.ts';
import { type AccountLink, type Registration, requireUsable } from '../domain/link.ts';
import { accountErrors } from '../errors.ts';
import { hashPassword, requireGoodPassword } from '../passwords.ts';
import { findAccount, insertAccount, isAddressTaken, lockAccount, setEmail } from '../store/accounts.ts';
import { writeConsent } from '../store/consents.ts';
import { lockWithWaiting, readLink, useLink, useOthers } from '../store/links.ts';
import { claimGuestOrders } from '../store/own-orders.ts';
import { keepProfile, readProfile } from '../store/profiles.ts';
import { beginLogIn } from './log-in.ts';
import { tellAccount } from './send-letter.ts';

type Confirmed = z.input<typeof confirmRoute.response>['data'];
type Confirming = { trx: Transaction; link: AccountLink; now: Date };

type Sent = { token: string; proof: string | undefined; password: string | undefined; now: Date };

/**
 * Whoever opens the link has the mailbox: a registration becomes an account, or an account gets its new address.
 * @throws UNKNOWN_LINK, LINK_EXPIRED, LINK_USED, ADDRESS_TAKEN, PASSWORD_NEEDED, and what is wrong with the password
 */
export async function confirmAddress(
  strapi: Core.Strapi,
  { token, proof, password, now }: Sent,
): Promise<Confirmed> {
  const id = accountLinks(strapi).idOf(token) ?? '';
  const chosenHash = password === undefined ? undefined : await hashChosen(strapi, { id, password });
  return strapi.db.transaction(async ({ trx }) => {
    const { link: found } = await lockWithWaiting(trx, id);
    const link = requireUsable(found, { purposes: ['register', 'email'], now });
    await useLink(trx, { id: link.id, now });
    if (!link.registration) return moveAccount(strapi, { trx, link, now });
    const { registration } = link;
    const passwordHash = passwordOf(registration, { proof, chosenHash });
    const session = await openAccount(strapi, { trx, link, registration, passwordHash, now });
    return { purpose: 'register' as const, email: link.email, session };
  });
}

type Chosen = { id: string; password: string };

/** What waits is read without a lock: it says no more than whose name the password must not be. */
async function hashChosen(strapi: Core.Strapi, { id, password }: Chosen): Promise<string> {
  const link = await strapi.db.transaction(({ trx }) => readLink(trx, id));
  requireGoodPassword(password, { email: link?.email ?? '', fullName: link?.registration?.fullName ?? '' });
  return hashPassword(strapi, password);
}

type Shown = { proof: string | undefined; chosenHash: string | undefined };

/**
 * The mailbox says nothing of who has chosen the password that waits. Whoever asks in the name of its owner shows that
 * it was they who registered, or chooses one; programs that show nothing answer for that themselves.
 */
function passwordOf(registration: Registration, { proof, chosenHash }: Shown): string {
  const { passwordHash, proofHash } = registration;
  // A later letter lets the owner choose one: this link has been replaced.
  if (passwordHash === null) throw accountErrors.LINK_USED();
  if (chosenHash !== undefined) return chosenHash;
  if (proof !== undefined && proofHash !== hashToken(proof)) throw accountErrors.PASSWORD_NEEDED();
  return passwordHash;
}

type Registered = Confirming & { registration: Registration };

type Opening = Registered & { passwordHash: string };

/**
 * What was asked for with the registration becomes an account with this password, and logs in.
 * @throws ADDRESS_TAKEN
 */
export async function openAccount(
  strapi: Core.Strapi,
  { trx, link, registration, passwordHash, now }: Opening,
): Promise<LoggedIn> {
  const { email, language } = link;
  const { consents, fullName, phone } = registration;
  const accountId = newId();
  if (!(await insertAccount(trx, { id: accountId, email, passwordHash, now })))
    throw accountErrors.ADDRESS_TAKEN();
  await keepProfile(trx, { accountId, email, fullName, phone, language, now });
  for (const consent of consents) await writeConsent(trx, { accountId, given: true, ...consent });
  await useOthers(trx, { purpose: 'register', email, now });
  await note(trx, { action: 'accounts.account.opened', accountId, now });
  const account = await findAccount(trx, accountId);
  if (!account) throw accountErrors.ADDRESS_TAKEN();
  return beginLogIn(strapi, { trx, account, now });
}

async function moveAccount(strapi: Core.Strapi, { trx, link, now }: Confirming): Promise<Confirmed> {
  const { email } = link;
  const account = await lockAccount(trx, link.accountId ?? '');
  if (!account) throw accountErrors.UNKNOWN_LINK();
  if (await isAddressTaken(trx, email)) throw accountErrors.ADDRESS_TAKEN();
  const { id: accountId, email: before } = account;
  const profile = await readProfile(trx, accountId);
  // The orders of the address before are fetched first: they stay with the account that had confirmed it.
  await claimGuestOrders(trx, { accountId, email: before });
  await setEmail(trx, { id: accountId, email, now });
  await keepProfile(trx, { ...profile, accountId, email, now });
  await useOthers(trx, { purpose: 'email', accountId, now });
  await claimGuestOrders(trx, { accountId, email });
  await tellAccount(strapi, {
    ...{ trx, message: 'account.email-changed', accountId, to: before, locale: profile.language, now },
  });
  await note(trx, { action: 'accounts.email.changed', accountId, now });
  return { purpose: 'email', email, session: null };
}

type Noted = { action: string; accountId: string; now: Date };

/** For the audit trail, which holds ids and no person. */
export const note = (trx: Transaction, { action, accountId, now }: Noted): Promise<unknown> =>
  record(trx, {
    actor: { kind: 'customer', id: accountId },
    action,
    subject: { kind: 'account', id: accountId },
    at: now,
  });
