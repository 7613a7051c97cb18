import { newId } from '@gangway/kit';

const transaction = (work: (trx: typeof strapi.db.connection) => Promise<void>) =>
  strapi.db.connection.transaction((trx) => work(trx as never));

type Lines = [account: string, amount: number, currency?: string][];

const post = (sourceId: string, lines: Lines) =>
  transaction(async (trx) => {
    const head = {
      source: 'test',
      source_id: sourceId,
      kind: 'k',
      at: new Date(),
      payable_kind: 'x',
      payable_id: 'y',
    };
    const [row] = await trx('ledger_transactions')
      .insert({ ...head, seller_id: 's' })
      .returning('id');
    for (const [account, amount, currency = 'RUB'] of lines)
      await trx('ledger_postings').insert({ transaction_id: row.id, account, amount, currency });
  });

const booked = (sourceId: string) =>
  strapi.db.connection('ledger_transactions').where({ source: 'test', source_id: sourceId });

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

  it.each<[string, Lines]>([
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
  ])('refuses %s at the commit', async (_, lines) => {
    const id = newId();
    await expect(post(id, lines)).rejects.toMatchObject({ code: '23514' });
    expect(await booked(id)).toEqual([]);
  });
});
