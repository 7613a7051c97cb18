import { newId } from '@gangway/kit';
import type { Knex } from 'knex';

type Lines = [account: string, amount: number, currency?: string][];

const head = (sourceId: string) => ({
  ...{ source: 'test', source_id: sourceId, kind: 'k', at: new Date() },
  ...{ payable_kind: 'x', payable_id: 'y', seller_id: 's' },
});

const post = (sourceId: string, lines: Lines, tables = ['ledger_transactions', 'ledger_postings']) =>
  strapi.db.connection.transaction(async (trx: Knex.Transaction) => {
    const [transactions = '', postings = ''] = tables;
    const [row] = await trx(transactions).insert(head(sourceId)).returning('id');
    for (const [account, amount, currency = 'RUB'] of lines)
      await trx(postings).insert({ transaction_id: row.id, account, amount, currency });
  });

const booked = (sourceId: string) =>
  strapi.db.connection('ledger_transactions').where({ source: 'test', source_id: sourceId });

const crooked: [string, Lines][] = [
  ['one side', [['a', 100]]],
  [
    'two sides that differ',
    [
      ['a', 100],
      ['b', -99],
    ],
  ],
  [
    'sides in two currencies',
    [
      ['a', 100],
      ['b', -100, 'EUR'],
    ],
  ],
  ['no postings', []],
];

describe('the ledger', () => {
  it('takes a transaction whose postings make nothing in each currency', async () => {
    const id = newId();
    await post(id, [
      ['a', 100],
      ['b', -70],
      ['c', -30],
      ['a', 5, 'EUR'],
      ['b', -5, 'EUR'],
    ]);
    expect(await booked(id)).toHaveLength(1);
  });

  it.each(crooked)('refuses %s at the commit', async (_, lines) => {
    const id = newId();
    await expect(post(id, lines)).rejects.toMatchObject({ code: '23514' });
    expect(await booked(id)).toEqual([]);
  });

  it('books the same event once', async () => {
    const id = newId();
    const lines: Lines = [
      ['a', 1],
      ['b', -1],
    ];
    await post(id, lines);
    await expect(post(id, lines)).rejects.toThrow('ledger_transactions_once');
  });

  it.each([
    ['an update of postings', 'update ledger_postings set amount = amount + 1'],
    ['a deletion of postings', 'delete from ledger_postings where false'],
    ['an update of transactions', "update ledger_transactions set kind = 'other'"],
    ['a deletion of transactions', 'delete from ledger_transactions'],
    ['a truncation', 'truncate ledger_transactions, ledger_postings'],
  ])('refuses %s', async (_, change) => {
    await expect(strapi.db.connection.raw(change)).rejects.toThrow('is append-only');
  });
});

describe('a copy of the ledger without its triggers', () => {
  const copies = ['unguarded_transactions', 'unguarded_postings'];

  beforeAll(async () => {
    for (const [index, original] of ['ledger_transactions', 'ledger_postings'].entries()) {
      await strapi.db.connection.raw(`drop table if exists ${copies[index]}`);
      await strapi.db.connection.raw(`create table ${copies[index]} (like ${original} including all)`);
    }
  });

  it.each(crooked)('takes %s', async (_, lines) => {
    await post(newId(), lines, copies);
  });

  it('is changed and emptied', async () => {
    await strapi.db.connection.raw('update unguarded_postings set amount = amount + 1000');
    await strapi.db.connection.raw('delete from unguarded_postings');
    expect(await strapi.db.connection('unguarded_postings')).toEqual([]);
  });
});
