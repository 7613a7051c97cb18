import { createHash, timingSafeEqual } from 'node:crypto';
import { unauthorized } from './problem.ts';
import type { Shop } from './world.ts';

/** @throws 401 unless the header carries the shop's number and its test key */
export function requireShop(authorization: string | undefined, { shopId, secretKey }: Shop): void {
  if (authorization === undefined) throw unauthorized('Authorization header not found');
  const [, encoded] = /^Basic ([0-9a-zA-Z+/=]+)$/i.exec(authorization) ?? [];
  const given = Buffer.from(encoded ?? '', 'base64').toString('utf8');
  const isTest = secretKey.startsWith('test_');
  if (!isTest || !same(given, `${shopId}:${secretKey}`)) throw unauthorized('Basic authentication failed');
}

const digest = (text: string) => createHash('sha256').update(text).digest();
const same = (left: string, right: string): boolean => timingSafeEqual(digest(left), digest(right));
