import type { Core } from '@strapi/strapi';
import { hashToken, type Locale, type Transaction, type z } from '@gangway/kit';
import { consentVersions } from '../../ordering/store/consent-texts.ts';
import { accountLinks } from '../account-links.ts';
import type { register as registerRoute } from '../contract/auth.ts';
import type { Registration } from '../domain/link.ts';
import { hashPassword, requireGoodPassword } from '../passwords.ts';
import { insertLink } from '../store/links.ts';
import { queueAgain } from './send-again.ts';
import { queueLink, queuePasswordLink } from './send-letter.ts';

type Input = z.output<typeof registerRoute.body>;
type Registering = { input: Input; locale: Locale; now: Date };

/**
 * Keeps what was asked for until the address is confirmed: no account exists before. The same is done and answered
 * whether the address has an account or not.
 */
export async function register(strapi: Core.Strapi, { input, locale, now }: Registering): Promise<void> {
  const { email, password, proof } = input;
  const fullName = input.fullName ?? input.username ?? '';
  requireGoodPassword(password, { email, fullName });
  const passwordHash = await hashPassword(strapi, password);
  const language = input.locale ?? locale;
  await strapi.db.transaction(async ({ trx }) => {
    const consents = await consentsOf(trx, { codes: input.consents, language, now });
    const proven = proof === undefined ? {} : { proofHash: hashToken(proof) };
    const registration = { fullName, phone: input.phone ?? null, passwordHash, ...proven, consents };
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

type Asked = { email?: string | undefined; confirmation?: string | undefined; locale: Locale; now: Date };

/**
 * By the link of a letter it is renewed. Whoever names an address alone may be anybody, and so may whoever has
 * registered it: its owner chooses a password. Says nothing of whether there was anything to confirm.
 */
export async function sendConfirmationAgain(strapi: Core.Strapi, asked: Asked): Promise<void> {
  const { email, confirmation, locale: language, now } = asked;
  await strapi.db.transaction(async ({ trx }) => {
    if (confirmation !== undefined)
      await queueAgain(strapi, { trx, linkId: accountLinks(strapi).idOf(confirmation) });
    else if (email !== undefined) await queuePasswordLink(strapi, { trx, email, language, now });
  });
}
