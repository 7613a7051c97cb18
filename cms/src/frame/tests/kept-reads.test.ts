import { keptReads, quickReads } from '../database/quick-reads.ts';

const modeSql = `select current_setting('plan_cache_mode') as mode, current_setting('transaction_read_only') as "readOnly"
  where ?::int is not null`;
const modeOf = async (reads: typeof keptReads) => (await reads(strapi).raw(modeSql, [1])).rows[0];

describe('a read that is planned once', () => {
  it('has one plan for whatever values, by itself and only while it is read', async () => {
    for (let times = 0; times < 5; times += 1) {
      expect(await modeOf(keptReads)).toEqual({ mode: 'force_generic_plan', readOnly: 'on' });
      expect(await modeOf(quickReads)).toEqual({ mode: 'auto', readOnly: 'off' });
    }
  });

  it('is planned from indexes: a guess for whatever values never reads a whole table', async () => {
    const knex = strapi.db.connection;
    const plan = async (reads: typeof keptReads) => {
      const { rows } = await reads(strapi).raw('explain select count(*) from kept_names where name ilike ?', [
        '%Anna%',
      ]);
      return JSON.stringify(rows);
    };
    // A table of the test's own: how many rows other files left in one of the shop's decides what is cheaper.
    await knex.raw('create table kept_names as select md5(at::text) as name from generate_series(1, 20) at');
    try {
      await knex.raw('create index kept_names_words on kept_names using gin (name gin_trgm_ops)');
      await knex.raw('analyze kept_names');
      expect(await plan(quickReads)).toContain('Seq Scan');
      expect(await plan(keptReads)).toContain('kept_names_words');
    } finally {
      await knex.raw('drop table kept_names');
    }
  });

  it('answers each of many that ask at once', async () => {
    const asked = Array.from({ length: 40 }, (_, at) => keptReads(strapi).raw('select ?::int as at', [at]));
    const rows = (await Promise.all(asked)).map((answer) => answer.rows[0]);
    expect(rows).toEqual(Array.from({ length: 40 }, (_, at) => ({ at })));
  });

  it.each([
    ['kept', keptReads],
    ['quick', quickReads],
  ])(
    'takes few connections, and one that fails leaves those that travel with it alone: %s',
    async (_, reads) => {
      const sql = 'select pg_backend_pid() as pid, 1 / (?::int - 7) as part';
      const asked = Array.from({ length: 40 }, (_, at) => reads(strapi).raw(sql, [at]));
      const answers = await Promise.allSettled(asked);
      const failed = answers.flatMap(({ status }, at) => (status === 'rejected' ? [at] : []));
      expect(failed).toEqual([7]);
      const pids = answers.flatMap((one) => (one.status === 'fulfilled' ? [one.value.rows[0]] : []));
      expect(new Set(pids.map((row) => (row as { pid: number }).pid)).size).toBeLessThanOrEqual(4);
    },
  );

  it('leaves no transaction open, also when it fails', async () => {
    const sql = 'select 1 / ?::int as kept_probe';
    await expect(keptReads(strapi).raw(sql, [0])).rejects.toMatchObject({ code: '22012' });
    expect((await keptReads(strapi).raw(sql, [1])).rows).toEqual([{ kept_probe: 1 }]);
    const { rows } = await quickReads(strapi).raw(
      `select state from pg_stat_activity where query like '%kept_probe%' and pid <> pg_backend_pid() and ?`,
      [true],
    );
    expect(rows).toEqual([]);
    await expect(
      keptReads(strapi).raw('create table kept_probe (id int default ?)', [1]),
    ).rejects.toBeDefined();
  });
});
