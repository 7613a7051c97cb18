import { clock } from '@gangway/kit';
import knex from 'knex';
import { Client } from 'pg';
import type { Patience } from '../../../frame/database/at-one-moment.ts';
import { beginAtOnce } from '../../../frame/database/quick-transaction.ts';
import { readNow } from '../projection/catalogue-projection.ts';
import { createProjection } from '../projection/projection.ts';
import { eventually } from './ask-shop.ts';
import { silentWay } from './silent-way.ts';

type Tables = Parameters<typeof readNow>[0];
type Way = Awaited<ReturnType<typeof silentWay>>;

describe('a reading of the catalogue that is not answered', () => {
  let way: Way;
  /** One connection, so that a reading gets the one that the reading before has given back. */
  let own: Tables['db']['connection'];
  let holder: Client;

  beforeEach(async () => {
    way = await silentWay();
    own = knex({ client: 'pg', connection: way.url, pool: { min: 0, max: 1 } });
    beginAtOnce({ db: { connection: own } as Tables['db'] });
    holder = new Client({ connectionString: databaseUrl });
    await holder.connect();
  });
  afterEach(async () => {
    await holder.end();
    way.close();
    await own.destroy();
  });

  /** Read once, and `failures` of what comes after. */
  async function shown(patience: Patience) {
    const failures: unknown[] = [];
    const projection = createProjection({
      read: (knownPlans) => readNow({ db: { connection: own } as Tables['db'] }, knownPlans, patience),
      readOffers: () => Promise.reject(new Error('nobody asks')),
      now: () => clock.now(),
      log: {
        warn: () => undefined,
        error: ({ err }: { err?: unknown }) => failures.push(err),
      },
      retryAfterMs: 0,
    });
    await projection.rebuild();
    const before = await eventually(async () => projection.current(), Boolean);
    const firstFailure = () =>
      eventually(
        async () => String(failures.at(-1)),
        (told) => told !== 'undefined',
      );
    const next = () =>
      eventually(
        async () => projection.current(),
        (now) => now !== before,
      );
    failures.length = 0;
    return { projection, before, firstFailure, next };
  }

  it('over a connection that died without a word is given up with the connection', async () => {
    const { projection, before, firstFailure, next } = await shown({ statementMs: 60_000, silenceMs: 3_000 });
    expect(way.opened()).toBe(1);
    way.fallSilent();
    const reading = projection.rebuild();
    expect(await firstFailure()).toContain('The database has not answered for 3000 ms.');
    await reading;
    expect(before).toBeDefined();
    expect((await next())?.version).toBeGreaterThan(before!.version);
    expect(way.opened()).toBeGreaterThan(1);
    projection.stop();
  });

  it('because a table is locked is ended by the server, and the last catalogue stays', async () => {
    const { projection, before, firstFailure, next } = await shown({ statementMs: 2_000, silenceMs: 60_000 });
    await holder.query('begin; lock table fees in access exclusive mode');
    const reading = projection.rebuild();
    expect(await firstFailure()).toContain('statement timeout');
    expect(projection.current()).toBe(before);
    await holder.query('rollback');
    await reading;
    expect((await next())?.version).toBeGreaterThan(before!.version);
    projection.stop();
  });
});
