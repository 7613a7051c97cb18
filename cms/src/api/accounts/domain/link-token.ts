import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** The key of links in letters, drawn from the installation's own secret: nothing else can be done with it. */
export function accountLinkKey(encryptionKey: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', encryptionKey, '', 'gangway account links', 32));
}

/** Names a link and proves that a letter of ours brought it; nothing secret has to be stored for it. */
export function linkTokenOf(id: string, key: Uint8Array): string {
  return `${id}.${createHmac('sha256', key).update(`account-link:${id}`).digest('base64url')}`;
}

/** The id of the link, should the token be ours. Compares in one time. */
export function linkIdOf(token: string, key: Uint8Array): string | undefined {
  const [id = ''] = token.split('.', 1);
  const expected = Buffer.from(linkTokenOf(id, key));
  const given = Buffer.from(token);
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : undefined;
}
