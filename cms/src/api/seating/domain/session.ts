import { commonErrors, z } from '@gangway/kit';

/** A buyer's session: a secret that the front door made up. Only its digest is stored. */
export const sessionSchema = z.string().regex(/^[0-9A-Za-z_-]{16,128}$/);

type Bearer = {
  body?: { sessionId?: string | undefined } | undefined;
  headers: Readonly<Record<string, string | string[] | undefined>>;
};

/**
 * The session of the body, else of the header `Gangway-Session`; undefined without either.
 * @throws INVALID_INPUT when the header is not a session
 */
export function sessionOf({ body, headers }: Bearer): string | undefined {
  const given = body?.sessionId ?? headers['gangway-session'];
  if (given === undefined) return undefined;
  const read = sessionSchema.safeParse(given);
  if (!read.success) throw invalidSession('invalid_format');
  return read.data;
}

/** @throws INVALID_INPUT without a session */
export function requireSession(bearer: Bearer): string {
  const sessionId = sessionOf(bearer);
  if (sessionId === undefined) throw invalidSession('invalid_type');
  return sessionId;
}

function invalidSession(code: string) {
  const message = 'sessionId: 16–128 of 0-9 A-Z a-z _ -';
  return commonErrors.INVALID_INPUT({ issues: [{ path: 'sessionId', code, message }] });
}
