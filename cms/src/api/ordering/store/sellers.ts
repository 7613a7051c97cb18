import type { Currency, Transaction } from '@gangway/kit';
import type { SellerFacts } from '../domain/order.ts';

/** What an order keeps of its seller. @throws Error when there is no such seller */
export async function readSellerFacts(trx: Transaction, sellerId: string): Promise<SellerFacts> {
  const { rows } = await trx.raw(
    `select row_to_json(r) as row from (
       select name, country, coalesce(tax_regime, 'general') as "taxRegime", inn from sellers where document_id = ?
     ) r`,
    [sellerId],
  );
  const [found] = rows as { row: SellerFacts }[];
  if (!found) throw new Error(`There is no seller ${sellerId}.`);
  return found.row;
}

/** The currency in which a seller sells; undefined: there is none, or it is archived. */
export async function draftCurrency(trx: Transaction, sellerId: string): Promise<Currency | undefined> {
  const sql = 'select currency from sellers where document_id = ? and not coalesce(archived, false)';
  const { rows } = await trx.raw(sql, [sellerId]);
  return (rows as { currency: Currency }[])[0]?.currency;
}
