import { timingSafeEqual } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { readEnv } from '@gangway/config/env';
import { clock, hashToken } from '@gangway/kit';
import { accountOfToken } from '../../api/accounts/tokens.ts';
import { gatherBatches } from '../database/batches.ts';
import { quickReads } from '../database/quick-reads.ts';
import { activeStaff, type LogIn } from './active-staff.ts';
import { perStrapi } from '../per-strapi.ts';
import { internalScope, nobody } from './person.ts';
import { readTokens } from './read-tokens.ts';
import type { Person } from './person.ts';

export interface Asking {
  path: string;
  authorization: string | undefined;
}

/**
 * Who stands behind a request. The path decides which kind of token counts, so that a customer's never opens a staff
 * door: `/api/admin` and `/api/crm` take the panel's access token, `/api/internal` the internal token, the rest a
 * customer's. A missing, wrong or expired token, and a blocked person, is nobody.
 */
export function personResolver(strapi: Core.Strapi) {
  const internalHash = Buffer.from(hashToken(readEnv().internalToken));
  return async ({ path, authorization }: Asking): Promise<Person> => {
    const token = bearer(authorization);
    if (!token) return nobody;
    if (/^\/api\/(admin|crm)(\/|$)/i.test(path)) return staffPerson(strapi, token);
    if (/^\/api\/internal(\/|$)/i.test(path)) return internalPerson(internalHash, token);
    return customerPerson(strapi, token);
  };
}

function bearer(authorization: string | undefined): string | undefined {
  return /^bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
}

/** Hashes have one length, and comparing them takes one time. */
function internalPerson(expected: Buffer, token: string): Person {
  return timingSafeEqual(expected, Buffer.from(hashToken(token))) ? { scopes: [internalScope] } : nobody;
}

/** As `@strapi/admin`'s own strategy does it: a valid access token, a session that lives, an active person. */
async function staffPerson(strapi: Core.Strapi, token: string): Promise<Person> {
  const at = new Date();
  const said = readStaffToken(strapi)(token, at);
  if (!said) return nobody;
  const userId = Number(said.userId);
  if (!Number.isSafeInteger(userId)) return nobody;
  return (await staffOf(strapi)({ userId, sessionId: said.sessionId, at })) ?? nobody;
}

/** Who asks while others are looked up is looked up with the next: never by an answer older than the question. */
const staffOf = perStrapi((strapi) =>
  gatherBatches<LogIn, Person | undefined>({
    laneOf: () => 'staff',
    peopleOf: () => [],
    most: 200,
    run: async (batch) => {
      const people = await activeStaff(
        quickReads(strapi),
        batch.map(({ item }) => item),
      );
      batch.forEach(({ resolve }, at) => resolve(people[at]));
      return [];
    },
  }),
);

const readStaffToken = perStrapi((strapi) =>
  readTokens((token) => {
    const { isValid, payload } = strapi.sessionManager('admin').validateAccessToken(token);
    return isValid ? payload : undefined;
  }),
);

/** A log-in that was ended is nobody, however long its token would last. */
async function customerPerson(strapi: Core.Strapi, token: string): Promise<Person> {
  const customerId = await accountOfToken(strapi, { token, now: clock.now() });
  return customerId === undefined ? nobody : { customerId, scopes: [] };
}
