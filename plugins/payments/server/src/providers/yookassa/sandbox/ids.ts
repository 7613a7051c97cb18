import { randomBytes } from 'node:crypto';

/** 36 characters, the first eight tell the second: `2f3b588d-000f-5000-8000-1d6e87c7fbde`. */
export function newObjectId(now: Date): string {
  const second = Math.trunc(now.getTime() / 1000 - 1_500_000_000);
  const head = (second >>> 0).toString(16).padStart(8, '0');
  return `${head}-000f-5000-${randomHex(2)}-${randomHex(6)}`;
}

/** 39 characters. */
export const newReceiptId = (now: Date): string => `rt-${newObjectId(now)}`;

const randomHex = (bytes: number): string => randomBytes(bytes).toString('hex');
