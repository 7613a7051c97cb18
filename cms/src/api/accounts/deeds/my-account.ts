import type { Core } from '@strapi/strapi';
import { commonErrors, type Locale, type Person, type Transaction } from '@gangway/kit';
import { consentVersions } from '../../ordering/store/consent-texts.ts';
import type { ConsentView, Me } from '../contract/me.ts';
import { consentStates } from '../domain/consent-state.ts';
import { accountErrors } from '../errors.ts';
import { findAccount, lockAccount } from '../store/accounts.ts';
import { readConsents, withdrawFromOrders, writeConsent } from '../store/consents.ts';
import { awaitedEmail, insertLink, useOthers } from '../store/links.ts';
import { keepProfile, type Profile, readProfile } from '../store/profiles.ts';
import { requirePassword } from './log-in.ts';
import { queueLink, tellAccount } from './send-letter.ts';

/** @throws UNAUTHORIZED for people without an account of the website */
export function accountIdOf({ customerId }: Person): string {
  if (customerId === undefined) throw commonErrors.UNAUTHORIZED();
  return customerId;
}

type Asking = { accountId: string; now: Date };

export const readMe = async (strapi: Core.Strapi, asking: Asking): Promise<Me> =>
  await strapi.db.transaction(({ trx }) => me(trx, asking));

/** @throws UNAUTHORIZED when the account has gone meanwhile */
export async function me(trx: Transaction, { accountId, now }: Asking): Promise<Me> {
  const account = await findAccount(trx, accountId);
  if (!account) throw commonErrors.UNAUTHORIZED();
  const { id, email, createdAt } = account;
  return {
    ...{ id, email, newEmail: await awaitedEmail(trx, { accountId, now }) },
    ...(await readProfile(trx, accountId)),
    createdAt: createdAt.toISOString(),
  };
}

type Changes = { [Field in keyof Profile]?: Profile[Field] | undefined };

export async function changeMe(
  strapi: Core.Strapi,
  { accountId, changes, now }: Asking & { changes: Changes },
): Promise<Me> {
  return strapi.db.transaction(async ({ trx }) => {
    const account = await lockAccount(trx, accountId);
    if (!account) throw commonErrors.UNAUTHORIZED();
    const given = Object.entries(changes).filter(([, value]) => value !== undefined);
    const profile: Profile = { ...(await readProfile(trx, accountId)), ...Object.fromEntries(given) };
    await keepProfile(trx, { ...profile, accountId, email: account.email, now });
    return me(trx, { accountId, now });
  });
}

type Moving = Asking & { email: string; password: string; locale: Locale };

/**
 * The latest wish is the one that counts; to ask for the present address calls it off. The present address is told.
 * @throws WRONG_PASSWORD
 */
export async function askForEmail(strapi: Core.Strapi, moving: Moving): Promise<void> {
  const { accountId, email, password, locale, now } = moving;
  const { email: to, passwordHash } = await requirePassword(strapi, { accountId, password });
  await strapi.db.transaction(async ({ trx }) => {
    const account = await lockAccount(trx, accountId);
    if (account?.passwordHash !== passwordHash) throw accountErrors.WRONG_PASSWORD();
    await useOthers(trx, { purpose: 'email', accountId, now });
    if (to.toLowerCase() === email) return;
    const linkId = await insertLink(trx, { purpose: 'email', email, language: locale, accountId, now });
    await queueLink(strapi, { trx, linkId });
    await tellAccount(strapi, { trx, message: 'account.email-asked', accountId, to, locale, now });
  });
}

export const myConsents = async (strapi: Core.Strapi, accountId: string): Promise<ConsentView[]> =>
  await strapi.db.transaction(async ({ trx }) => consentStates(await readConsents(trx, accountId)));

type News = Asking & { marketing: boolean; locale: Locale };

export async function changeNews(
  strapi: Core.Strapi,
  { accountId, marketing, locale, now }: News,
): Promise<ConsentView[]> {
  await strapi.db.transaction(async ({ trx }) => {
    await lockAccount(trx, accountId);
    const { marketing: version } = await consentVersions(trx, { sellerId: '', language: locale });
    const at = now.toISOString();
    await writeConsent(trx, { accountId, code: 'marketing', given: marketing, version, at });
    if (!marketing) await withdrawFromOrders(trx, { accountId, now });
  });
  return myConsents(strapi, accountId);
}
