import type { Core } from '@strapi/strapi';
import { commonErrors, type Transaction, type z } from '@gangway/kit';
import { readAdmissions } from '../../ordering/store/admissions.ts';
import { readLines } from '../../ordering/store/orders.ts';
import { readRefundRequests } from '../../ordering/store/refund-requests.ts';
import type { exportMe as exportRoute } from '../contract/me.ts';
import { accountErrors } from '../errors.ts';
import { type Account, lockAccount, removeAccount } from '../store/accounts.ts';
import { readConsents, withdrawFromOrders, writeConsent } from '../store/consents.ts';
import { readLetters, removeLetters } from '../store/letters.ts';
import { removeLinksOf } from '../store/links.ts';
import { readOwnOrders, releaseOrders, upcomingOrderNumbers } from '../store/own-orders.ts';
import { eraseProfile, readProfile } from '../store/profiles.ts';
import { endAllSessions, readSessions } from '../store/sessions.ts';
import { note } from './confirm-address.ts';
import { requirePassword } from './log-in.ts';
import { me } from './my-account.ts';
import { tellAccount } from './send-letter.ts';

type Asking = { accountId: string; now: Date };
type Copy = z.input<typeof exportRoute.response>['data'];

/** Everything that is kept about the person, as they may ask for it (152-FZ art. 14, GDPR art. 15 and 20). */
export const exportMe = async (strapi: Core.Strapi, asking: Asking): Promise<Copy> =>
  await strapi.db.transaction(({ trx }) => copyOf(trx, asking));

async function copyOf(trx: Transaction, { accountId, now }: Asking): Promise<Copy> {
  const account = await me(trx, { accountId, now });
  const orders = await readOwnOrders(trx, accountId);
  const copy: Copy = {
    ...{ madeAt: now.toISOString(), account, consents: await readConsents(trx, accountId) },
    ...{
      orders: [],
      tickets: [],
      refunds: [],
      letters: await readLetters(trx, { accountId, email: account.email }),
    },
    logIns: await readSessions(trx, { accountId, now }),
  };
  for (const { sessionHash: _sessionHash, tokenVersion: _tokenVersion, ...order } of orders) {
    copy.orders.push({ ...order, lines: await readLines(trx, order.id) });
    copy.tickets.push(...(await readAdmissions(trx, order.id)));
    copy.refunds.push(...(await readRefundRequests(trx, order.id)));
  }
  return copy;
}

type Leaving = Asking & { password: string; keepTickets: boolean };

/**
 * Erases the account. Orders stay for the books and belong to nobody; tickets stay good.
 * @throws WRONG_PASSWORD, UPCOMING_TICKETS unless whoever leaves has said that they know
 */
export async function deleteMe(
  strapi: Core.Strapi,
  { accountId, password, keepTickets, now }: Leaving,
): Promise<void> {
  await requirePassword(strapi, { accountId, password });
  await strapi.db.transaction(async ({ trx }) => {
    const account = await lockAccount(trx, accountId);
    if (!account) throw commonErrors.UNAUTHORIZED();
    const orders = await upcomingOrderNumbers(trx, { accountId, now });
    if (orders.length > 0 && !keepTickets) throw accountErrors.UPCOMING_TICKETS({ orders });
    await erase(strapi, { trx, account, now });
  });
}

async function erase(
  strapi: Core.Strapi,
  { trx, account, now }: { trx: Transaction; account: Account; now: Date },
): Promise<void> {
  const { id: accountId, email: to } = account;
  const { language: locale } = await readProfile(trx, accountId);
  const withdrawal = { accountId, code: 'marketing', given: false, version: 'none' } as const;
  await writeConsent(trx, { ...withdrawal, at: now.toISOString() });
  await withdrawFromOrders(trx, { accountId, now });
  await releaseOrders(trx, accountId);
  await removeLetters(trx, { accountId, email: to });
  await removeLinksOf(trx, accountId);
  await endAllSessions(trx, accountId);
  await eraseProfile(trx, { accountId, email: to, now });
  await removeAccount(trx, accountId);
  await tellAccount(strapi, { trx, message: 'account.deleted', accountId, to, locale, now });
  await note(trx, { action: 'accounts.account.deleted', accountId, now });
}
