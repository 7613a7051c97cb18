import { timingSafeEqual } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { readEnv } from '@gangway/config/env';
import { hashToken, type Person } from '@gangway/kit';
import { perStrapi } from '../../frame/per-strapi.ts';
import { accessTokenOf, isAccessTokenOf, orderLinkKey } from './domain/access-token.ts';
import type { Order } from './domain/order.ts';

type OwnedOrder = Pick<Order, 'id' | 'tokenVersion' | 'accountId' | 'sessionHash'>;

/** What a caller shows: their account, the session that placed the order, or the order's own token. */
export type Shown = {
  order: OwnedOrder;
  person: Person;
  accessToken?: string | undefined;
  /** `sessionId`, as the caller sent it. */
  session?: string | undefined;
};

export type OrderAccess = {
  /** Whether the caller may see and pay this order; everybody else is told that it does not exist. */
  allows(shown: Shown): boolean;
  /** The token of links in e-mails and of the answer that made the order; the same as long as its version is. */
  tokenOf(order: Pick<OwnedOrder, 'id' | 'tokenVersion'>): string;
};

/** Who may open an order. */
export const orderAccess = perStrapi((): OrderAccess => {
  const key = orderLinkKey(readEnv().secrets.encryptionKey);
  return {
    allows: (shown) => isAccount(shown) || isSession(shown) || isToken(shown, key),
    tokenOf: (order) => accessTokenOf(order, key),
  };
});

/** The token in `Authorization: Bearer …`, should there be one. */
export function bearerOf(authorization: string | string[] | undefined): string | undefined {
  return /^bearer\s+(\S+)$/i.exec([authorization].flat()[0] ?? '')?.[1];
}

function isAccount({ order, person }: Shown): boolean {
  return order.accountId !== null && order.accountId === person.customerId;
}

function isSession({ order, session }: Shown): boolean {
  if (session === undefined || order.sessionHash === null) return false;
  const shown = Buffer.from(hashToken(session));
  const expected = Buffer.from(order.sessionHash);
  return shown.length === expected.length && timingSafeEqual(shown, expected);
}

function isToken({ order, accessToken }: Shown, key: KeyObject): boolean {
  return accessToken !== undefined && isAccessTokenOf(order, accessToken, key);
}
