import { createHmac, timingSafeEqual } from 'node:crypto';
import { newToken } from './token.ts';

/**
 * Signatures of messages between systems, as Standard Webhooks 1.0 has them: HMAC-SHA256 over
 * `<id>.<seconds>.<bytes>`, keyed with the bytes that stand in base64 behind `whsec_`.
 */
export type SignatureHeaders = {
  'webhook-id': string;
  /** Seconds since 1970. */
  'webhook-timestamp': string;
  /** `v1,<base64>`, one for each secret, separated by spaces. */
  'webhook-signature': string;
};

export type Signing = {
  /** Several while one takes over from another. */
  secrets: readonly string[];
  /** The same for every attempt to deliver the same message. */
  id: string;
  at: Date;
  bytes: Uint8Array;
};

export type Verifying = {
  secrets: readonly string[];
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The body as it came, before anything has read it. */
  bytes: Uint8Array;
  now: Date;
  /** How far the sender's clock may be away, in seconds: 300 when not given. */
  toleranceSeconds?: number;
};

/** `late`: signed, but too long ago or too far ahead to be no repetition. */
export type SignatureVerdict = 'valid' | 'unsigned' | 'late' | 'forged';

const prefix = 'whsec_';
const version = 'v1';

/** A secret to hand out once. */
export const newSigningSecret = (): string =>
  prefix + Buffer.from(newToken(), 'base64url').toString('base64');

/** @throws TypeError for a secret without its prefix or with fewer than 24 bytes */
export function signatureHeaders({ secrets, id, at, bytes }: Signing): SignatureHeaders {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signed = secrets.map((secret) => `${version},${digest({ secret, id, timestamp, bytes })}`);
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signed.join(' ') };
}

/**
 * Whether one of the secrets has signed exactly these bytes now. Takes the same time wherever a signature differs.
 * @throws TypeError for a secret without its prefix or with fewer than 24 bytes
 */
export function verifySignature({
  secrets,
  headers,
  bytes,
  now,
  toleranceSeconds = 300,
}: Verifying): SignatureVerdict {
  const [id, timestamp, signature] = names.map((name) => headers[name]);
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signature !== 'string')
    return 'unsigned';
  const given = signature.split(' ').filter((each) => each.startsWith(`${version},`));
  const expected = secrets.map((secret) => `${version},${digest({ secret, id, timestamp, bytes })}`);
  const pairs = expected.flatMap((own) => given.map((other) => isSame(own, other)));
  if (!pairs.includes(true)) return 'forged';
  return isNear({ timestamp, now, toleranceSeconds }) ? 'valid' : 'late';
}

const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;

function isNear({
  timestamp,
  now,
  toleranceSeconds,
}: {
  timestamp: string;
  now: Date;
  toleranceSeconds: number;
}) {
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  return Math.abs(now.getTime() / 1000 - Number(timestamp)) <= toleranceSeconds;
}

type Digesting = { secret: string; id: string; timestamp: string; bytes: Uint8Array };

function digest({ secret, id, timestamp, bytes }: Digesting): string {
  return createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.`).update(bytes).digest('base64');
}

function keyOf(secret: string): Buffer {
  const key = Buffer.from(secret.slice(prefix.length), 'base64');
  if (!secret.startsWith(prefix) || key.length < 24)
    throw new TypeError('A signing secret is whsec_ and at least 24 bytes in base64.');
  return key;
}

/** Compares without telling by its duration where two texts differ. */
export function isSame(left: string, right: string): boolean {
  const [one, other] = [Buffer.from(left), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}
