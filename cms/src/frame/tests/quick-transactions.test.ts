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

describe('what a transaction is worked with', () => {
  beforeEach(() => db.connection.raw('create table quick_probe (id integer primary key, name text)'));
  afterEach(() => db.connection.raw('drop table quick_probe'));

  it('finds the verbs of knex without having them written for it', async () => {
    await db.connection.transaction(async (trx) => {
      expect(Object.keys(trx).length).toBeLessThan(10);
      await trx.insert({ id: 1, name: 'one' }).into('quick_probe');
      expect(await trx('quick_probe').where({ id: 1 }).first()).toEqual({ id: 1, name: 'one' });
      expect(await trx.select(trx.raw('count(*)::int as many')).from('quick_probe')).toEqual([{ many: 1 }]);
      expect(await trx.schema.hasTable('quick_probe')).toBe(true);
    });
    expect(await names()).toEqual(['one']);
  });

  it('has transactions inside that end by themselves', async () => {
    await db.connection.transaction(async (trx) => {
      await trx('quick_probe').insert({ id: 1, name: 'one' });
      const inner = trx.transaction(async (within) => {
        await within('quick_probe').insert({ id: 2, name: 'two' });
        throw new Error('only this one');
      });
      await expect(inner).rejects.toThrow('only this one');
      await trx.transaction((within) => within('quick_probe').insert({ id: 3, name: 'three' }));
    });
    expect(await names()).toEqual(['one', 'three']);
  });

  it('is rolled back by an error, thrown at once or later, and by itself', async () => {
    const later = db.connection.transaction(async (trx) => {
      await trx('quick_probe').insert({ id: 1, name: 'one' });
      throw new Error('later');
    });
    await expect(later).rejects.toThrow('later');
    const atOnce = db.connection.transaction(() => {
      throw new Error('at once');
    });
    await expect(atOnce).rejects.toThrow('at once');
    const open = await db.connection.transaction();
    await open('quick_probe').insert({ id: 1, name: 'one' });
    await open.rollback();
    expect([await names(), open.isCompleted()]).toEqual([[], true]);
  });

  it('says nothing any more when it has ended', async () => {
    const ended = await db.connection.transaction();
    await ended('quick_probe').insert({ id: 1, name: 'one' });
    await ended.commit();
    await expect(ended('quick_probe').insert({ id: 2, name: 'two' })).rejects.toThrow('already complete');
    expect(await names()).toEqual(['one']);
  });

  it('is heard by who listens to the connection, and by nobody else', async () => {
    const heard: string[] = [];
    const hear = ({ sql }: { sql: string }) => void heard.push(sql);
    db.connection.on('query', hear);
    try {
      await db.connection.transaction((trx) => {
        expect(() => trx.on('query', hear)).toThrow('listen to the connection');
        return trx('quick_probe').insert({ id: 1, name: 'one' });
      });
    } finally {
      db.connection.removeListener('query', hear);
    }
    expect(heard).toEqual(['BEGIN;', expect.stringMatching(/^insert into "quick_probe"/), 'COMMIT;']);
  });
});
