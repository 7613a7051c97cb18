import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** The key of links that stop reminders, drawn from the installation's own secret: it opens no order. */
export function reminderLinkKey(encryptionKey: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', encryptionKey, '', 'gangway reminder links', 32));
}

/** Stops the reminders of one order, and does nothing else. */
export function reminderToken(orderId: string, key: Uint8Array): string {
  return `${orderId}.${signature(orderId, key)}`;
}

/** The order that a token is for; undefined: it is none of ours. */
export function orderOfReminderToken(token: string, key: Uint8Array): string | undefined {
  const [orderId = '', shown = ''] = token.split('.');
  const [expected, given] = [Buffer.from(signature(orderId, key)), Buffer.from(shown)];
  return given.length === expected.length && timingSafeEqual(given, expected) ? orderId : undefined;
}

function signature(orderId: string, key: Uint8Array): string {
  return createHmac('sha256', key).update(`reminders:${orderId}`).digest('base64url');
}
