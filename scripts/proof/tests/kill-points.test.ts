import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Offer } from '../buyer/offer.ts';
import { offersAt } from '../buyer/offers.ts';
import type { Hall } from '../crowds/hall.ts';
import { violations } from '../episodes/episode.ts';
import { ask, openProofHouse } from '../house/proof-house.ts';
import type { ProofHouse } from '../house/proof-house.ts';
import { endOf, goodEnd } from '../kills/journey.ts';
import { hallsOfLoad } from '../kills/load.ts';
import { pointNames, triggers } from '../kills/points.ts';
import { killRound } from '../kills/round.ts';
import type { Journey } from '../kills/round.ts';

const state: { house?: ProofHouse; offers: Offer[]; halls: Hall[]; journeys: Journey[] } = {
  ...{ offers: [], halls: [], journeys: [] },
};
const folder = mkdtempSync(join(tmpdir(), 'gangway-kills-'));
const house = () => state.house as ProofHouse;
const through = (point: string) => state.journeys.find((one) => one.point === point) as Journey;

beforeAll(async () => {
  state.house = await openProofHouse({ folder, durable: true });
  await ask(house().databaseUrl, triggers());
  state.offers = await offersAt(house().cmsUrl, { count: 2 * pointNames.length, daysAhead: 3 });
  state.halls = await hallsOfLoad(house());
}, 300_000);

afterAll(async () => {
  await state.house?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each([
  { number: 0, victim: 'cms', when: 'before' },
  { number: 1, victim: 'cms', when: 'after' },
  { number: 2, victim: 'database', when: 'before' },
] as const)('$victim killed with -9 $when a commit', (way) => {
  beforeAll(async () => {
    const load = { buyers: 6, halls: state.halls };
    state.journeys = await killRound({ house: house(), offers: state.offers, load, ...way });
  }, 240_000);

  it.each(pointNames)(
    '%s: the order is paid once, with its tickets, one mail and the same answers',
    async (point) => {
      const journey = through(point);
      expect([journey.told.order.status, journey.told.payment.status]).toEqual([201, 200]);
      expect(await endOf(house(), journey)).toEqual(goodEnd(journey, way));
    },
  );

  it('others go on buying meanwhile, and what they were told stays true', async () => {
    const [bought] = await ask<{ orders: number }>(
      house().databaseUrl,
      `select count(*)::int as orders from orders where state = 'PAID' and buyer_email like $1`,
      [`k${way.number}load%`],
    );
    expect(bought?.orders).toBeGreaterThan(2);
  });

  it('leaves nothing that the checker finds', async () => {
    expect(await violations(house())).toEqual([]);
  });
});

it('a notification that comes while the checker looks is no finding', async () => {
  await ask(
    house().databaseUrl,
    'update payment_inbox set handled_at = null, next_try_at = received_at where id = (select max(id) from payment_inbox)',
  );
  expect(await violations(house())).toEqual([]);
});
