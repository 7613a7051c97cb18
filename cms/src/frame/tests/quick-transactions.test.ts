import { keepPlans, send } from '@gangway/kit';
import type { Transaction } from '@gangway/kit';

const { db } = strapi;
const transaction = <Result>(work: (trx: Transaction) => Promise<Result>): Promise<Result> =>
  db.transaction(({ trx }) => work(trx as unknown as Transaction)) as Promise<Result>;
const insert = 'insert into quick_probe (id, name) values (?, ?)';
const names = async () => {
  const { rows } = await db.connection.raw('select name from quick_probe order by id');
  return (rows as { name: string }[]).map(({ name }) => name);
};

describe('statements of a transaction', () => {
  beforeEach(() => db.connection.raw('create table quick_probe (id integer primary key, name text)'));
  afterEach(() => db.connection.raw('drop table quick_probe'));

  it('that are asked together are carried out and answered in their order', async () => {
    const seen = await transaction(async (trx) => {
      const answers = await Promise.all([
        trx.raw(insert, [1, 'one']),
        trx.raw('select name from quick_probe where id = ?', [1]),
        trx.raw('update quick_probe set name = ? where id = ? returning name', ['two', 1]),
        trx.raw('select count(*)::int as many from quick_probe'),
      ]);
      return answers.slice(1).map(({ rows }) => rows[0]);
    });
    expect(seen).toEqual([{ name: 'one' }, { name: 'two' }, { many: 1 }]);
  });

  it('that nobody waits for are there for the next one and after the commit', async () => {
    const found = await transaction(async (trx) => {
      await send(trx, insert, [1, 'one']);
      const { rows } = await trx.raw('select name from quick_probe');
      await send(trx, insert, [2, 'two']);
      return rows;
    });
    expect(found).toEqual([{ name: 'one' }]);
    expect(await names()).toEqual(['one', 'two']);
  });

  it('that nobody waits for fail the commit with their own error, and nothing stays', async () => {
    const twice = transaction(async (trx) => {
      await send(trx, insert, [1, 'one']);
      await send(trx, insert, [1, 'again']);
    });
    await expect(twice).rejects.toMatchObject({ code: '23505' });
    expect(await names()).toEqual([]);
  });

  it('behind one that nobody waited for and that failed are refused with its error', async () => {
    const behind = transaction(async (trx) => {
      await send(trx, 'insert into quick_probe (id) values (?)', [null]);
      await trx.raw('select 1');
    });
    await expect(behind).rejects.toMatchObject({ code: '23502' });
  });

  it('fail at once where the transaction cannot begin', async () => {
    const cutOff = transaction(async (trx) => {
      const { rows } = await trx.raw('select pg_backend_pid() as pid');
      await db.connection.raw('select pg_terminate_backend(?)', [(rows[0] as { pid: number }).pid]);
      await trx.raw('select 1');
    });
    await expect(cutOff).rejects.toBeDefined();
  });

  it('that come often are kept by PostgreSQL, parsed and planned', async () => {
    const sql = 'select name from quick_probe where id = ? and name = ?';
    const kept = await transaction(async (trx) => {
      for (let times = 0; times < 4; times += 1) await trx.raw(sql, [times, 'x']);
      return (await trx.raw(`select statement from pg_prepared_statements where statement like ?`, [
        'select name from quick_probe where id = $1%',
      ])) as { rows: unknown[] };
    });
    expect(kept.rows).toEqual([{ statement: 'select name from quick_probe where id = $1 and name = $2' }]);
  });

  it('whose plans are kept are planned from indexes, also while the table is all but empty', async () => {
    const plan = async (trx: Transaction) => {
      const { rows } = await trx.raw('explain select name from quick_probe where id = ?', [1]);
      return JSON.stringify(rows);
    };
    await db.connection.raw('insert into quick_probe values (1); analyze quick_probe');
    expect(await transaction(plan)).toContain('Seq Scan');
    const kept = await transaction(async (trx) => {
      await keepPlans(trx);
      return plan(trx);
    });
    expect(kept).toContain('Index Scan');
    expect(await transaction(plan)).toContain('Seq Scan');
  });

  it('whose result has changed with a table fail once and are sent in full from then on', async () => {
    const everything = async (trx: Transaction) => trx.raw('select * from quick_probe where id > ?', [0]);
    await transaction(async (trx) => {
      for (let times = 0; times < 4; times += 1) await everything(trx);
    });
    await db.connection.raw('alter table quick_probe add column more text');
    const settled = await Promise.allSettled(Array.from({ length: 3 }, () => transaction(everything)));
    expect(settled.map(({ status }) => status)).toContain('fulfilled');
    await expect(transaction(everything)).resolves.toMatchObject({ rows: [] });
  });

  it('are the same transaction to whoever works inside, nested or not', async () => {
    const same = await transaction(async (outer) => transaction(async (inner) => inner === outer));
    expect(same).toBe(true);
  });

  it('take what only knex understands', async () => {
    const answer = await transaction((trx) =>
      Promise.resolve(trx.raw('select ?? from quick_probe where id = ?', ['name', 1])),
    );
    expect(answer.rows).toEqual([]);
  });
});
