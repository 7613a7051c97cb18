import type { Core } from '@strapi/strapi';
import { readEnv } from '@gangway/config/env';
import { jobsOf } from '@gangway/jobs/contract';
import { ticketQuarter } from '@gangway/kit';
import type { Transaction } from '@gangway/kit';
import { perStrapi } from '../../frame/per-strapi.ts';
import { nextQuarter, signingKey } from './domain/signing-key.ts';
import type { SigningKey } from './domain/signing-key.ts';
import { listKey } from './store/ticket-keys.ts';

/** The keys of this process by quarter, derived when first asked for. */
export const signingKeys: (strapi: Core.Strapi) => { at(moment: Date): SigningKey } = perStrapi(() => {
  const secret = readEnv().secrets.ticketSecret;
  const known = new Map<string, SigningKey>();
  return {
    at(moment) {
      const quarter = ticketQuarter(moment);
      const key = known.get(quarter) ?? signingKey({ secret, moment });
      known.set(quarter, key);
      return key;
    },
  };
});

/**
 * Keeps the public keys of this quarter and the next one listed, so that a gate has a key before the first ticket
 * bears its signature. Runs at the start, every hour, and when the clock is moved.
 */
export function defineKeySweep(strapi: Core.Strapi): void {
  jobsOf(strapi).sweep({
    name: 'tickets.list-keys',
    everySeconds: 3600,
    run: ({ now, trx }) => listKeysAround(strapi, { now, trx }),
  });
}

/** Lists the keys of this quarter and the next one. */
export async function listKeysAround(
  strapi: Core.Strapi,
  { now, trx }: { now: Date; trx: Transaction },
): Promise<void> {
  for (const moment of [now, nextQuarter(now)])
    await listKey(trx, { key: signingKeys(strapi).at(moment).listed, now });
}
