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
  const { email, accountId } = contact;
  const known = await findCustomer(trx, { email, accountId });
  return known ?? (await insertCustomer(trx, contact)) ?? customerOf(trx, contact);
}

type Sought = Pick<Contact, 'email' | 'accountId'>;

async function findCustomer(trx: Transaction, { email, accountId }: Sought): Promise<string | undefined> {
  const { rows } =
    accountId === undefined
      ? await trx.raw('select document_id as id from customers where email = ? and account_id is null', [
          email,
        ])
      : await trx.raw('select document_id as id from customers where account_id = ?', [accountId]);
  return (rows as { id: string }[])[0]?.id;
}

/** @returns undefined when somebody else has written the same customer meanwhile */
async function insertCustomer(trx: Transaction, contact: Contact): Promise<string | undefined> {
  const { email, phone, fullName, language, accountId, now } = contact;
  const at = now.toISOString();
  const { rows } = await trx.raw(
    `insert into customers (document_id, email, phone, full_name, language, account_id, created_at, updated_at, published_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning document_id as id`,
    [newId(), email, phone, fullName, language, accountId ?? null, at, at, at],
  );
  return (rows as { id: string }[])[0]?.id;
}
