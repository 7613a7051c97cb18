import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

export const previewTypes = ['activity', 'page'] as const;

/** One document in one state: all that a link to a draft opens. */
export type Previewed = {
  type: (typeof previewTypes)[number];
  id: string;
  state: 'draft' | 'published';
};

/** Long enough to look and to show a colleague, too short to be passed around. */
export const previewMinutes = 30;

/** The key of preview links, drawn from the installation's own secret: nothing else can be done with it. */
export function previewKey(encryptionKey: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', encryptionKey, '', 'gangway preview links', 32));
}

/** Proves that the panel has shown this document to somebody who may read it. */
export function previewTokenOf({ type, id, state }: Previewed, now: Date, key: Uint8Array): string {
  const until = Math.floor(now.getTime() / 1000) + previewMinutes * 60;
  const claim = [type, id, state, until].join('.');
  return `${claim}.${signatureOf(claim, key)}`;
}

/** What the token opens; undefined when it is not ours or its time is over. Compares in one time. */
export function previewedBy(token: string, now: Date, key: Uint8Array): Previewed | undefined {
  const found = /^((activity|page)\.([0-9a-z]{1,40})\.(draft|published)\.(\d{1,12}))\.([\w-]{43})$/.exec(
    token,
  );
  if (!found) return undefined;
  const [, claim = '', type, id, state, until, signature = ''] = found;
  if (!isSame(signatureOf(claim, key), signature)) return undefined;
  return Number(until) * 1000 > now.getTime() ? ({ type, id, state } as Previewed) : undefined;
}

const signatureOf = (claim: string, key: Uint8Array): string =>
  createHmac('sha256', key).update(claim).digest('base64url');

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
