import { requireOpen, type Transaction } from '@gangway/kit';
import type { AccountConsentCode } from '../contract/auth.ts';
import type { ConsentEntry } from '../domain/consent-state.ts';

type Said = { accountId: string; code: AccountConsentCode; given: boolean; version: string; at: string };

export async function writeConsent(trx: Transaction, said: Said): Promise<void> {
  requireOpen(trx, 'write a consent');
  const { accountId, code, given, version, at } = said;
  await trx.raw(
    'insert into account_consents (account_id, code, given, version, at) values (?, ?, ?, ?, ?)',
    [accountId, code, given, version, at],
  );
}

/** All that was said, in the account and with its orders. */
export async function readConsents(trx: Transaction, accountId: string): Promise<ConsentEntry[]> {
  const { rows } = await trx.raw(
    `select code, given, version, at from account_consents where account_id = ?
     union all
     select c ->> 'code', true, c ->> 'version', (c ->> 'at')::timestamptz
       from orders o, jsonb_array_elements(o.consents) c
      where o.account_id = ? and c ->> 'code' in ('personal-data', 'marketing')`,
    [accountId, accountId],
  );
  return (rows as (Omit<ConsentEntry, 'at'> & { at: Date })[]).map(({ at, ...entry }) => ({
    ...entry,
    at: new Date(at).toISOString(),
  }));
}

/** Orders that carried the consent to news say when it was taken back: campaigns read them, too. */
export async function withdrawFromOrders(
  trx: Transaction,
  { accountId, now }: { accountId: string; now: Date },
): Promise<void> {
  await trx.raw(
    `update orders o set consents = (
       select jsonb_agg(case when c ->> 'code' = 'marketing' and not jsonb_exists(c, 'withdrawnAt')
                             then c || jsonb_build_object('withdrawnAt', ?::text) else c end order by position)
         from jsonb_array_elements(o.consents) with ordinality as said (c, position))
      where o.account_id = ? and o.consents @> '[{"code": "marketing"}]'`,
    [now.toISOString(), accountId],
  );
}
