import type { Core } from '@strapi/strapi';
import { jobsOf } from '@gangway/jobs/contract';
import { type Locale, type Transaction, z } from '@gangway/kit';
import { notificationsOf } from '@gangway/notifications/contract';
import type { AccountLink } from '../domain/link.ts';
import { findByEmail, isAddressTaken } from '../store/accounts.ts';
import {
  dropPassword,
  insertLink,
  lockWithWaiting,
  nameAccount,
  removeLink,
  useLink,
} from '../store/links.ts';

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

type Forgotten = { trx: Transaction; email: string; language: Locale; now: Date };

/** Queues a link for a password, should the address have an account or wait for one; does the same work if not. */
export async function queuePasswordLink(
  strapi: Core.Strapi,
  { trx, email, language, now }: Forgotten,
): Promise<void> {
  await queueLink(strapi, {
    trx,
    linkId: await insertLink(trx, { purpose: 'password', email, language, now }),
  });
}

type Sending = { trx: Transaction; linkId: string; now: Date };
type Letter = { trx: Transaction; link: AccountLink; now: Date };

async function sendLink(strapi: Core.Strapi, { trx, linkId, now }: Sending): Promise<void> {
  const { link, waiting } = await lockWithWaiting(trx, linkId);
  if (!link || link.usedAt) return;
  if (link.purpose === 'password') return sendPasswordLink(strapi, { trx, link, waiting, now });
  if (await isAddressTaken(trx, link.email)) return tellTaken(strapi, { trx, link, now });
  if (link.purpose === 'register' && isDoubtful(waiting))
    return queuePasswordLink(strapi, { trx, ...link, now });
  const message = link.purpose === 'register' ? 'account.confirm' : 'account.email';
  await tellLink(strapi, { trx, message, link, now });
}

/** Whether a password that waits need not be the owner's: two have registered the address, or it was dropped before. */
const isDoubtful = (waiting: readonly AccountLink[]): boolean =>
  waiting.length > 1 || waiting.some(({ registration }) => registration?.passwordHash === null);

type ForPassword = Letter & { waiting: readonly AccountLink[] };

/** Whoever never confirmed the address has no password to forget, and chooses the first one. */
async function sendPasswordLink(
  strapi: Core.Strapi,
  { trx, link, waiting, now }: ForPassword,
): Promise<void> {
  const account = await findByEmail(trx, link.email);
  if (account) {
    await nameAccount(trx, { id: link.id, accountId: account.id });
    return tellLink(strapi, { trx, message: 'account.password', link, now });
  }
  if (waiting.length === 0) return removeLink(trx, link.id);
  await dropPasswords(trx, { waiting, now });
  await tellLink(strapi, { trx, message: 'account.first-password', link, now });
}

type Waiting = { waiting: readonly AccountLink[]; now: Date };

/** Anybody may have chosen what waits: the latest registration stays, without its password. */
async function dropPasswords(
  trx: Transaction,
  { waiting: [latest, ...others], now }: Waiting,
): Promise<void> {
  for (const { id } of others) await useLink(trx, { id, now });
  if (latest) await dropPassword(trx, latest.id);
}

/** The owner of the address hears of it, the one who asked does not. */
async function tellTaken(strapi: Core.Strapi, { trx, link, now }: Letter): Promise<void> {
  await removeLink(trx, link.id);
  await tellLink(strapi, { trx, message: 'account.taken', link, now });
}

type Told = Letter & { message: string };

async function tellLink(strapi: Core.Strapi, { trx, message, link, now }: Told): Promise<void> {
  await notificationsOf(strapi).notify(trx, {
    ...{ message, subject: { kind: 'account-link', id: link.id }, locale: link.language },
    ...{ channel: 'email', to: link.email, now },
    key: `${message}:${link.id}`,
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
