import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acknowledgementLog } from '../buyer/acknowledgement-log.ts';
import { mailOf } from '../buyer/purchase.ts';
import { shopClient } from '../buyer/shop-client.ts';
import { openHall } from '../crowds/hall.ts';
import type { Hall } from '../crowds/hall.ts';
import { comeToRest } from '../episodes/at-rest.ts';
import { acknowledgementFile, violations } from '../episodes/episode.ts';
import { ask, openProofHouse, until } from '../house/proof-house.ts';
import type { ProofHouse, Twin } from '../house/proof-house.ts';
import { buyOnce } from '../kills/load.ts';
import { chance } from '../random.ts';
import { losableRedis, losses, redisRound } from '../redis/round.ts';
import type { Losable, RedisEnd } from '../redis/round.ts';

const state: { house?: ProofHouse; redis?: Losable; end?: RedisEnd; worker?: Twin } = {};
const folder = mkdtempSync(join(tmpdir(), 'gangway-redis-'));
const house = () => state.house as ProofHouse;
const seed = 7301;

beforeAll(async () => {
  const redis = await losableRedis();
  state.redis = redis;
  state.house = await openProofHouse({ folder, durable: false, env: { REDIS_URL: redis.url } });
  const halls = [
    await openHall(house(), { rows: 6, seatsOfRow: 10, capacity: 60 }),
    await openHall(house(), { zones: { deck: 40 }, capacity: 40 }),
  ];
  state.end = await redisRound({ house: house(), redis, halls, seed, buyers: 6 });
}, 300_000);

afterAll(async () => {
  await state.house?.close();
  await state.redis?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe(`Redis flushed, killed and away while buyers buy, seed ${seed}`, () => {
  it('leaves nothing that the checker finds: every job had its effect once, and every mail arrived', () => {
    expect(state.end?.violations).toEqual([]);
    expect(state.end?.lost.toSorted()).toEqual(losses.toSorted());
    expect(state.end?.bought).toBeGreaterThan(6);
  });

  it('was about jobs that Redis hands out: all of them went that way, and none is left', async () => {
    const [seen] = await ask<{ used: boolean; left: number; elsewhere: boolean }>(
      house().databaseUrl,
      `select (select last_value > 20 from pg_sequences where sequencename = 'jobs_pending_id_seq') as used,
              (select count(*)::int from jobs_pending) as left,
              to_regclass('graphile_worker._private_jobs') is not null as elsewhere`,
    );
    expect(seen).toEqual({ used: true, left: 0, elsewhere: false });
  });
});

describe('a door and a worker with a Redis between them that is killed', () => {
  const letters = () =>
    ask<{ state: string }>(
      house().databaseUrl,
      `select m.state from messages m join orders o on m.subject_kind = 'order' and m.subject_id = o.document_id
        where o.buyer_email = $1`,
      [mailOf(buyer)],
    );
  const buyer = `r${seed}door`;

  it('the order is paid at the door while the worker is away, and its jobs wait', async () => {
    await house().killCms();
    await house().startCms({ GANGWAY_ROLE: 'web' });
    const hall = await openHall(house(), { rows: 1, seatsOfRow: 4, capacity: 4 });
    const worker = await house().openTwin({ GANGWAY_ROLE: 'worker' });
    await worker.kill();
    state.worker = worker;
    await buyAtTheDoor(hall);
    expect(await waitingJobs()).toBeGreaterThan(0);
    expect(await letters()).toEqual([{ state: 'queued' }]);
  });

  it('Redis forgets them, and the worker does them all the same, once', async () => {
    await state.redis?.lose('killed');
    expect(await waitingJobs()).toBeGreaterThan(0);
    await state.worker?.start();
    await comeToRest(house());
    expect(await letters()).toEqual([{ state: 'sent' }]);
    expect(await waitingJobs()).toBe(0);
    expect(await violations(house())).toEqual([]);
  });

  async function buyAtTheDoor(hall: Hall): Promise<void> {
    const client = shopClient({
      url: house().cmsUrl,
      acknowledge: acknowledgementLog(acknowledgementFile(house())),
    });
    const purchaser = { name: buyer, client };
    const luck = chance(seed);
    expect(await buyOnce({ house: house(), halls: [hall], purchaser, luck })).toBe(true);
    const isPaid = async () =>
      (
        await ask(house().databaseUrl, `select 1 from orders where buyer_email = $1 and state = 'PAID'`, [
          mailOf(buyer),
        ])
      ).length > 0;
    await until(isPaid, { signal: AbortSignal.timeout(60_000) });
  }
});

async function waitingJobs(): Promise<number> {
  const [found] = await ask<{ count: number }>(house().databaseUrl, 'select count(*)::int from jobs_pending');
  return found?.count ?? 0;
}
