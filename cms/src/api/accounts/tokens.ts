import type { Core } from '@strapi/strapi';
import type { Transaction } from '@gangway/kit';
import { accountOfSession } from './store/sessions.ts';

type Payload = { id?: unknown; session?: unknown };

type JwtService = {
  issue(payload: { id: number; session: string }): string;
  verify(token: string): Promise<Payload>;
};

const threeParts = /^[^.]+\.[^.]+\.[^.]+$/;

const jwt = (strapi: Core.Strapi) => strapi.plugin('users-permissions').service('jwt') as JwtService;

/** A token of users-permissions that also names its log-in. */
export const issueToken = (
  strapi: Core.Strapi,
  { userId, session }: { userId: number; session: string },
): string => jwt(strapi).issue({ id: userId, session });

/** What a token names, when it is one; whether its log-in still lasts is another question. */
export async function readToken(
  strapi: Core.Strapi,
  token: string,
): Promise<{ userId: number; session: string } | undefined> {
  // An order's token comes the same way, and a refusal with a stack costs more than the look.
  if (!threeParts.test(token)) return undefined;
  const { id, session } = await jwt(strapi)
    .verify(token)
    .catch((): Payload => ({}));
  return typeof id === 'number' && typeof session === 'string' ? { userId: id, session } : undefined;
}

/** The account that a token opens; undefined once it has logged out, was blocked, or is gone. */
export async function accountOfToken(
  strapi: Core.Strapi,
  { token, now }: { token: string; now: Date },
): Promise<string | undefined> {
  const named = await readToken(strapi, token);
  const connection = strapi.db.connection as unknown as Transaction;
  return named && accountOfSession(connection, { ...named, now });
}
