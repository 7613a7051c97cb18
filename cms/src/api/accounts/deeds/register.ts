import type { Core } from '@strapi/strapi';
import type { Locale, Transaction, z } from '@gangway/kit';
import { consentVersions } from '../../ordering/store/consent-texts.ts';
import { accountLinks } from '../account-links.ts';
import type { register as registerRoute } from '../contract/auth.ts';
import type { AccountLink, Registration } from '../domain/link.ts';
import { hashPassword, requireGoodPassword } from '../passwords.ts';
import { insertLink, latestRegistration, lockLink, useLink } from '../store/links.ts';
import { queueLink } from './send-letter.ts';

type Input = z.output<typeof registerRoute.body>;
type Registering = { input: Input; locale: Locale; now: Date };

/**
 * Keeps what was asked for until the address is confirmed: no account exists before. The same is done and answered
 * whether the address has an account or not.
 */
export async function register(strapi: Core.Strapi, { input, locale, now }: Registering): Promise<void> {
  const { email, password } = input;
  const fullName = input.fullName ?? input.username ?? '';
  requireGoodPassword(password, { email, fullName });
  const passwordHash = await hashPassword(strapi, password);
  const language = input.locale ?? locale;
  await strapi.db.transaction(async ({ trx }) => {
    const consents = await consentsOf(trx, { codes: input.consents, language, now });
    const registration = { fullName, phone: input.phone ?? null, passwordHash, consents };
    const linkId = await insertLink(trx, { purpose: 'register', email, language, registration, now });
    await queueLink(strapi, { trx, linkId });
  });
}

type Consenting = { codes: Input['consents']; language: Locale; now: Date };

async function consentsOf(
  trx: Transaction,
  { codes, language, now }: Consenting,
): Promise<Registration['consents']> {
  const versions = await consentVersions(trx, { sellerId: '', language });
  return [...new Set(codes)].map((code) => ({ code, version: versions[code], at: now.toISOString() }));
}

/** A new link in place of one that waits or has expired. */
export async function sendAgain(
  strapi: Core.Strapi,
  { link, now }: { link: AccountLink; now: Date },
): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    const old = await lockLink(trx, link.id);
    if (!old || old.usedAt) return;
    await useLink(trx, { id: old.id, now });
    const linkId = await insertLink(trx, { ...old, now });
    await queueLink(strapi, { trx, linkId });
  });
}

type Asked = { email?: string | undefined; confirmation?: string | undefined };

/**
 * For an address that waits, or by the link of a registration that has expired; says nothing of whether there was one.
 * Another address is asked for with the password, so its link is never renewed without.
 */
export async function sendConfirmationAgain(
  strapi: Core.Strapi,
  { email, confirmation, now }: Asked & { now: Date },
): Promise<void> {
  const link = await strapi.db.transaction(({ trx }) => waitingLink(strapi, { trx, email, confirmation }));
  if (link?.purpose === 'register') await sendAgain(strapi, { link, now });
}

async function waitingLink(
  strapi: Core.Strapi,
  { trx, email, confirmation }: Asked & { trx: Transaction },
): Promise<AccountLink | undefined> {
  if (confirmation === undefined) return email === undefined ? undefined : latestRegistration(trx, email);
  const id = accountLinks(strapi).idOf(confirmation);
  return id === undefined ? undefined : lockLink(trx, id);
}
