import { createHmac, createSecretKey, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/**
 * The key of order links, drawn from the installation's own secret: nothing else can be done with it. Made once: bytes
 * would become a key again with each token.
 */
export function orderLinkKey(encryptionKey: string): KeyObject {
  const bytes = hkdfSync('sha256', encryptionKey, '', 'gangway order links', 32);
  return createSecretKey(new Uint8Array(bytes));
}

type LinkedOrder = { id: string; tokenVersion: number };

/** Opens one order to whoever holds it. It can be made again, so that every e-mail can carry the link. */
export function accessTokenOf({ id, tokenVersion }: LinkedOrder, key: KeyObject): string {
  return createHmac('sha256', key).update(`order:${id}:${tokenVersion}`).digest('base64url');
}

/** Compares in one time, whatever is shown. */
export function isAccessTokenOf(order: LinkedOrder, shown: string, key: KeyObject): boolean {
  const expected = Buffer.from(accessTokenOf(order, key));
  const given = Buffer.from(shown);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
