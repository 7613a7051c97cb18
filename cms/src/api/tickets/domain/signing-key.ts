import { createHash, createPrivateKey, createPublicKey, hkdfSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { ticketQuarter } from '@gangway/kit';
import type { TicketKey } from '@gangway/kit';

/** One calendar quarter's key: what signs, and what everybody may know of it. */
export interface SigningKey {
  keyId: string;
  privateKey: KeyObject;
  listed: TicketKey;
}

/** The frame of an Ed25519 private key in PKCS #8 (RFC 8410); the 32 bytes of the seed follow. */
const pkcs8Frame = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * The key of the quarter (UTC) that holds `moment`, derived from the secret: every process has the same one, and
 * nothing private is stored. Another secret gives another fingerprint, so old and new keys never share an id.
 */
export function signingKey({ secret, moment }: { secret: string; moment: Date }): SigningKey {
  const quarter = ticketQuarter(moment);
  const privateKey = derivedKey(secret, quarter);
  const x = publicPart(privateKey);
  const keyId = `${quarter}-${fingerprint(x)}`;
  const { signsFrom, signsUntil } = quarterBounds(moment);
  const common = { kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig' } as const;
  return { keyId, privateKey, listed: { kid: keyId, ...common, x, signsFrom, signsUntil } };
}

/** The first moment of the quarter after `moment`. */
export const nextQuarter = (moment: Date): Date => new Date(quarterBounds(moment).signsUntil);

function derivedKey(secret: string, quarter: string): KeyObject {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', `gangway ticket key ${quarter}`, 32));
  return createPrivateKey({ key: Buffer.concat([pkcs8Frame, seed]), format: 'der', type: 'pkcs8' });
}

const publicPart = (privateKey: KeyObject) => String(createPublicKey(privateKey).export({ format: 'jwk' }).x);

const fingerprint = (x: string) =>
  createHash('sha256').update(Buffer.from(x, 'base64url')).digest('hex').slice(0, 4);

function quarterBounds(moment: Date) {
  const month = Math.floor(moment.getUTCMonth() / 3) * 3;
  const first = (add: number) => new Date(Date.UTC(moment.getUTCFullYear(), month + add, 1)).toISOString();
  return { signsFrom: first(0), signsUntil: first(3) };
}
