import type { TicketKey, Transaction } from '@gangway/kit';

interface KeyRow {
  key_id: string;
  public_key: string;
  signs_from: Date;
  signs_until: Date;
}

/** Lists the keys for good; keys that are listed stay as they are. */
export async function listKey(trx: Transaction, { key, now }: { key: TicketKey; now: Date }): Promise<void> {
  await trx.raw(
    `insert into ticket_keys (key_id, public_key, signs_from, signs_until, listed_at) values (?, ?, ?, ?, ?)
     on conflict do nothing`,
    [key.kid, key.x, key.signsFrom, key.signsUntil, now],
  );
}

/** Every key that ever signed or is about to, the oldest first. */
export async function listedKeys(trx: Transaction): Promise<TicketKey[]> {
  const { rows } = await trx.raw(
    'select key_id, public_key, signs_from, signs_until from ticket_keys order by signs_from, listed_at, key_id',
  );
  return (rows as KeyRow[]).map(keyOf);
}

const keyOf = ({ key_id: kid, public_key: x, signs_from, signs_until }: KeyRow): TicketKey => ({
  kid,
  kty: 'OKP',
  crv: 'Ed25519',
  alg: 'EdDSA',
  use: 'sig',
  x,
  signsFrom: signs_from.toISOString(),
  signsUntil: signs_until.toISOString(),
});
