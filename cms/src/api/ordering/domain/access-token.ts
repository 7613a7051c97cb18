import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** The key of order links, drawn from the installation's own secret: nothing else can be done with it. */
export function orderLinkKey(encryptionKey: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', encryptionKey, '', 'gangway order links', 32));
}

type LinkedOrder = { id: string; tokenVersion: number };

/** Opens one order to whoever holds it. It can be made again, so that every e-mail can carry the link. */
export function accessTokenOf({ id, tokenVersion }: LinkedOrder, key: Uint8Array): string {
  return createHmac('sha256', key).update(`order:${id}:${tokenVersion}`).digest('base64url');
}

/** Compares in one time, whatever is shown. */
export function isAccessTokenOf(order: LinkedOrder, shown: string, key: Uint8Array): boolean {
  const expected = Buffer.from(accessTokenOf(order, key));
  const given = Buffer.from(shown);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
