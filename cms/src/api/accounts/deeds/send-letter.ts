import type { Core } from '@strapi/strapi';
import { jobsOf } from '@gangway/jobs/contract';
import { type Locale, type Transaction, z } from '@gangway/kit';
import { notificationsOf } from '@gangway/notifications/contract';
import type { AccountLink } from '../domain/link.ts';
import { findByEmail, isAddressTaken } from '../store/accounts.ts';
import { latestRegistration, lockLink, nameAccount, removeLink } from '../store/links.ts';

const jobName = 'accounts.send-link';

/**
 * What becomes of a request is decided here, after the answer: whoever asks cannot tell a known address from an unknown
 * one, neither by the answer nor by its time. Runs in `register`.
 */
export function defineLinkJob(strapi: Core.Strapi): void {
  jobsOf(strapi).define({
    name: jobName,
    payload: z.strictObject({ linkId: z.string() }),
    transaction: true,
    run: ({ trx, payload, now }) => sendLink(strapi, { trx, linkId: payload.linkId, now }),
  });
}

export const queueLink = (strapi: Core.Strapi, { trx, linkId }: { trx: Transaction; linkId: string }) =>
  jobsOf(strapi).enqueue(trx, jobName, { linkId });

type Sending = { trx: Transaction; linkId: string; now: Date };
type Letter = { trx: Transaction; link: AccountLink; now: Date };

async function sendLink(strapi: Core.Strapi, { trx, linkId, now }: Sending): Promise<void> {
  const link = await lockLink(trx, linkId);
  if (!link || link.usedAt) return;
  if (link.purpose === 'password') return sendPasswordLink(strapi, { trx, link, now });
  if (await isAddressTaken(trx, link.email)) return tellTaken(strapi, { trx, link, now });
  const message = link.purpose === 'register' ? 'account.confirm' : 'account.email';
  await tellLink(strapi, { trx, message, link, now });
}

/** Whoever never confirmed the address has no password to forget: the first link comes once more. */
async function sendPasswordLink(strapi: Core.Strapi, { trx, link, now }: Letter): Promise<void> {
  const account = await findByEmail(trx, link.email);
  if (account) {
    await nameAccount(trx, { id: link.id, accountId: account.id });
    return tellLink(strapi, { trx, message: 'account.password', link, now });
  }
  await removeLink(trx, link.id);
  const waiting = await latestRegistration(trx, link.email);
  if (waiting && waiting.endsAt > now)
    await tellLink(strapi, { trx, message: 'account.confirm', link: waiting, about: link.id, now });
}

/** The owner of the address hears of it, the one who asked does not. */
async function tellTaken(strapi: Core.Strapi, { trx, link, now }: Letter): Promise<void> {
  await removeLink(trx, link.id);
  await tellLink(strapi, { trx, message: 'account.taken', link, now });
}

type Told = Letter & { message: string; about?: string };

/** `about` makes a repetition a letter of its own. */
export async function tellLink(strapi: Core.Strapi, { trx, message, link, about, now }: Told): Promise<void> {
  await notificationsOf(strapi).notify(trx, {
    ...{ message, subject: { kind: 'account-link', id: link.id }, locale: link.language },
    ...{ channel: 'email', to: link.email, now },
    key: [`${message}:${link.id}`, about].filter((part) => part !== undefined).join(':'),
  });
}

export type AccountNote = {
  trx: Transaction;
  message: 'account.password-changed' | 'account.email-asked' | 'account.email-changed' | 'account.deleted';
  accountId: string;
  to: string;
  locale: Locale;
  now: Date;
};

/** Tells the account's owner what has been done with it, or asked for. */
export async function tellAccount(strapi: Core.Strapi, note: AccountNote): Promise<void> {
  const { trx, message, accountId, to, locale, now } = note;
  await notificationsOf(strapi).notify(trx, {
    ...{ message, subject: { kind: 'account', id: accountId }, locale, channel: 'email', to, now },
    key: `${message}:${accountId}:${now.getTime()}`,
  });
}
