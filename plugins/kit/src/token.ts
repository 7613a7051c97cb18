import { createHash, randomBytes } from 'node:crypto';

/** A secret to hand out once, URL-safe; 32 bytes unless told otherwise. Keep `hashToken` of it, not itself. */
export function newToken(bytes = 32): string {
  return randomBytes(bytes).toString('base64url');
}

/** SHA-256 in hex. Fit for random tokens only, never for passwords. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
