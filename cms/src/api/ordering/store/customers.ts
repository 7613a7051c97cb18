import { type Locale, newId, requireOpen, type Transaction } from '@gangway/kit';

export type Contact = {
  email: string;
  phone: string;
  fullName: string;
  language: Locale;
  accountId: string | undefined;
  now: Date;
};

/**
 * The customer behind an order: of the account, else the guest with the e-mail, else a new one. What is stored about
 * people stays as it is, and nothing of it is answered: whoever types an address has not shown that it is theirs.
 */
export async function customerOf(trx: Transaction, contact: Contact): Promise<string> {
  requireOpen(trx, 'write a customer');
  return (await foundOrWritten(trx, contact)) ?? customerOf(trx, contact);
}

/** @returns undefined when somebody else writes the same customer at this moment: then it is there the next time */
async function foundOrWritten(trx: Transaction, contact: Contact): Promise<string | undefined> {
  const { email, phone, fullName, language, accountId = null, now } = contact;
  const at = now.toISOString();
  const sought = accountId === null ? 'email = ? and account_id is null' : 'account_id = ?';
  const { rows } = await trx.raw(
    `with known as (select document_id from customers where ${sought}),
          written as (
            insert into customers (document_id, email, phone, full_name, language, account_id,
                                   created_at, updated_at, published_at)
            select ?::text, ?::text, ?::text, ?::text, ?::text, ?::text, ?::timestamp, ?::timestamp, ?::timestamp
             where not exists (select from known)
            on conflict do nothing returning document_id
          )
     select document_id as id from known union all select document_id from written`,
    [accountId ?? email, newId(), email, phone, fullName, language, accountId, at, at, at],
  );
  return (rows as { id: string }[])[0]?.id;
}
