import { clock, newId } from '@gangway/kit';
import type { Transaction } from '@gangway/kit';
import { beginLogIn } from '../../src/api/accounts/deeds/log-in.ts';
import { hashPassword } from '../../src/api/accounts/passwords.ts';
import { findAccount, insertAccount } from '../../src/api/accounts/store/accounts.ts';
import { keepProfile } from '../../src/api/accounts/store/profiles.ts';

/** Somebody with an account of the website who has logged in. */
export interface AccountHolder {
  id: string;
  email: string;
  password: string;
  token: string;
  headers: { authorization: string };
}

export const goodPassword = 'a boat on the Neva';

export async function accountHolder(email = `${newId()}@example.org`): Promise<AccountHolder> {
  const id = newId();
  const now = clock.now();
  const passwordHash = await hashPassword(strapi, goodPassword);
  const { jwt: token } = await strapi.db.transaction(async (open) => {
    const trx = open.trx as unknown as Transaction;
    await insertAccount(trx, { id, email, passwordHash, now });
    await keepProfile(trx, { accountId: id, email, fullName: 'Anna', phone: null, language: 'en', now });
    const account = await findAccount(trx, id);
    if (!account) throw new Error('The account was not written.');
    return beginLogIn(strapi, { trx, account, now });
  });
  return { id, email, password: goodPassword, token, headers: { authorization: `Bearer ${token}` } };
}
