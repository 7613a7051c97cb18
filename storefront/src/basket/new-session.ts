import { createHash, randomBytes } from 'node:crypto';

/** Of a random number of this one showing of the page: pressed twice, its button begins one session. */
export const sessionFrom = (key?: string): string =>
  createHash('sha256')
    .update(`session\n${key || randomBytes(24).toString('base64url')}`)
    .digest('base64url');

/** Whoever is about to take places without a session gets one, and the browser keeps it. */
export function beginSession({ visitor, keep }: Pick<App.Locals, 'visitor' | 'keep'>, key?: string): void {
  if (visitor.session !== undefined) return;
  visitor.session = sessionFrom(key);
  keep({ name: 'session', value: visitor.session });
}
