import type { Transaction } from '@gangway/kit';

const insert = "insert into commit_probe (name) values ('here')";
const { db } = strapi;
const transaction = (work: (trx: Transaction) => Promise<unknown>) =>
  db.transaction(({ trx }) => work(trx as unknown as Transaction));
const rows = async () => {
  const { rows: found } = await db.connection.raw('select name from commit_probe');
  return found as unknown[];
};

/** The pool may still hand out the connection that was cut off. */
const rowsPastTheGap = (): Promise<unknown[]> => rows().catch(rowsPastTheGap);

describe('a transaction that Strapi says is committed', () => {
  beforeAll(async () => {
    await db.connection.raw('create table commit_probe (name text unique deferrable initially deferred)');
  });
  beforeEach(async () => {
    await db.connection.raw('truncate commit_probe');
  });
  afterAll(async () => {
    await db.connection.raw('drop table commit_probe');
  });

  it('is there', async () => {
    await expect(transaction((trx) => Promise.resolve(trx.raw(insert)))).resolves.toBeDefined();
    expect(await rows()).toHaveLength(1);
  });

  it('fails when a deferred constraint refuses it at the end', async () => {
    const twice = transaction(async (trx) => {
      await trx.raw(insert);
      await trx.raw(insert);
    });
    await expect(twice).rejects.toMatchObject({ code: '23505' });
    expect(await rows()).toHaveLength(0);
  });

  it('fails when an error inside was passed over, which makes PostgreSQL roll back without a word', async () => {
    const passedOver = transaction(async (trx) => {
      await trx.raw(insert);
      await Promise.resolve(trx.raw('select 1 / 0')).catch(() => undefined);
    });
    await expect(passedOver).rejects.toThrow('rolled back');
    expect(await rows()).toHaveLength(0);
  });

  it('fails when the connection is gone before the commit', async () => {
    const cutOff = transaction(async (trx) => {
      await trx.raw(insert);
      const { rows: own } = await trx.raw('select pg_backend_pid() as pid');
      await db.connection.raw('select pg_terminate_backend(?)', [(own[0] as { pid: number }).pid]);
    });
    await expect(cutOff).rejects.toBeDefined();
    expect(await rowsPastTheGap()).toHaveLength(0);
  });
});
