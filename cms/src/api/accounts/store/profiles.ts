import { type Locale, newId, requireOpen, type Transaction } from '@gangway/kit';

/** The customer of an account: how we call and reach them. */
export type Profile = { fullName: string; phone: string | null; language: Locale };

export async function readProfile(trx: Transaction, accountId: string): Promise<Profile> {
  const { rows } = await trx.raw('select full_name, phone, language from customers where account_id = ?', [
    accountId,
  ]);
  const [row] = rows as { full_name: string; phone: string | null; language: Locale }[];
  return row ? { fullName: row.full_name, phone: row.phone, language: row.language } : nobodyYet;
}

const nobodyYet: Profile = { fullName: '', phone: null, language: 'ru' };

type Named = Profile & { accountId: string; email: string; now: Date };

/** Writes name, phone and language; the address follows the account. */
export async function keepProfile(trx: Transaction, profile: Named): Promise<void> {
  requireOpen(trx, 'write a customer');
  const { accountId, email, fullName, phone, language, now } = profile;
  const at = now.toISOString();
  await trx.raw(
    `insert into customers (document_id, email, phone, full_name, language, account_id, created_at, updated_at, published_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (account_id) where account_id is not null do update
        set email = excluded.email, phone = excluded.phone, full_name = excluded.full_name,
            language = excluded.language, updated_at = excluded.updated_at`,
    [newId(), email, phone, fullName, language, accountId, at, at, at],
  );
}

/**
 * Nothing of the person is left, nor of the guest that they were with the address that they have confirmed; orders keep
 * pointing to the rows.
 */
export async function eraseProfile(
  trx: Transaction,
  { accountId, email, now }: { accountId: string; email: string; now: Date },
): Promise<void> {
  await trx.raw(
    `update customers set email = null, phone = null, full_name = '', account_id = null, updated_at = ?
      where account_id = ? or (account_id is null and email = lower(?))`,
    [now.toISOString(), accountId, email],
  );
}
