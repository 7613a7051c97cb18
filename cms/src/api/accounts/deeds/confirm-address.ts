import type { Core } from '@strapi/strapi';
import { newId, type Transaction, type z } from '@gangway/kit';
import { record } from '@gangway/audit-log/contract';
import { accountLinks } from '../account-links.ts';
import type { confirmAddress as confirmRoute, LoggedIn } from '../contract/auth.ts';
import { type AccountLink, type Registration, requireUsable } from '../domain/link.ts';
import { accountErrors } from '../errors.ts';
import { findAccount, insertAccount, isAddressTaken, lockAccount, setEmail } from '../store/accounts.ts';
import { writeConsent } from '../store/consents.ts';
import { lockWithWaiting, useLink, useOthers } from '../store/links.ts';
import { claimGuestOrders } from '../store/own-orders.ts';
import { keepProfile, readProfile } from '../store/profiles.ts';
import { beginLogIn } from './log-in.ts';
import { tellAccount } from './send-letter.ts';

type Confirmed = z.input<typeof confirmRoute.response>['data'];
type Confirming = { trx: Transaction; link: AccountLink; now: Date };

/**
 * Whoever opens the link has the mailbox: a registration becomes an account, or an account gets its new address.
 * @throws UNKNOWN_LINK, LINK_EXPIRED, LINK_USED, ADDRESS_TAKEN
 */
export async function confirmAddress(
  strapi: Core.Strapi,
  { token, now }: { token: string; now: Date },
): Promise<Confirmed> {
  return strapi.db.transaction(async ({ trx }) => {
    const { link: found } = await lockWithWaiting(trx, accountLinks(strapi).idOf(token) ?? '');
    const link = requireUsable(found, { purposes: ['register', 'email'], now });
    await useLink(trx, { id: link.id, now });
    if (!link.registration) return moveAccount(strapi, { trx, link, now });
    return confirmRegistration(strapi, { trx, link, registration: link.registration, now });
  });
}

type Registered = Confirming & { registration: Registration };

async function confirmRegistration(strapi: Core.Strapi, { trx, link, registration, now }: Registered) {
  const { passwordHash } = registration;
  // A later letter lets the owner choose one: this link has been replaced.
  if (passwordHash === null) throw accountErrors.LINK_USED();
  const session = await openAccount(strapi, { trx, link, registration, passwordHash, now });
  return { purpose: 'register' as const, email: link.email, session };
}

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
