import type { StrapiDoor, Transaction } from './strapi-door.ts';

/**
 * Remembers what of the season stands already. Each record is made in the transaction of its line, so a seed that
 * was killed goes on where it stopped and makes nothing twice; what people deleted meanwhile is not made again.
 */
export interface Ledger {
  /** One transaction around many records: the catalogue tells its readers once. */
  together: <Answer>(work: () => Promise<Answer>) => Promise<Answer>;
  /** The id that `make` gave under this key, now or in an earlier run. */
  once: (key: string, make: () => Promise<string>) => Promise<string>;
  isDone: () => Promise<boolean>;
  done: (variant: string) => Promise<void>;
}

const whole = 'season';

export async function openLedger(strapi: StrapiDoor): Promise<Ledger> {
  await createTable(strapi);
  return {
    together: (work) => strapi.db.transaction(work),
    once: (key, make) => strapi.db.transaction(({ trx }) => onceIn({ trx, key, make })),
    isDone: async () => (await idOf(strapi.db.connection, whole)) !== undefined,
    done: async (variant) => {
      await strapi.db.connection.raw(
        `insert into seed_ledger (key, id) values (?, ?) on conflict do nothing`,
        [whole, variant],
      );
    },
  };
}

// Two first starts at the same moment would both see that the table is missing.
async function createTable(strapi: StrapiDoor): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    await trx.raw(`select pg_advisory_xact_lock(hashtext('seed_ledger'))`);
    await trx.raw(`create table if not exists seed_ledger (key text primary key, id text not null)`);
  });
}

interface Line {
  trx: Transaction;
  key: string;
  make: () => Promise<string>;
}

async function onceIn({ trx, key, make }: Line): Promise<string> {
  const claim = `insert into seed_ledger (key, id) values (?, '') on conflict do nothing returning key`;
  const { rows } = await trx.raw(claim, [key]);
  if (rows.length === 0) return (await idOf(trx, key)) ?? '';
  const id = await make();
  await trx.raw(`update seed_ledger set id = ? where key = ?`, [id, key]);
  return id;
}

async function idOf(trx: Transaction, key: string): Promise<string | undefined> {
  const { rows } = await trx.raw(`select id from seed_ledger where key = ?`, [key]);
  return rows[0]?.id as string | undefined;
}
