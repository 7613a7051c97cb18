import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { offersAt } from '../buyer/offers.ts';
import { mailOf } from '../buyer/purchase.ts';
import { deliveriesOf } from '../checker/records.ts';
import { violations } from '../episodes/episode.ts';
import { ask, openProofHouse } from '../house/proof-house.ts';
import type { ProofHouse } from '../house/proof-house.ts';
import { pointNames, triggers } from '../kills/points.ts';
import { killRound } from '../kills/round.ts';
import type { Journey } from '../kills/round.ts';

const state: { house?: ProofHouse; rounds: Map<string, Journey[]> } = { rounds: new Map() };
const folder = mkdtempSync(join(tmpdir(), 'gangway-kills-'));
const house = () => state.house as ProofHouse;

beforeAll(async () => {
  state.house = await openProofHouse({ folder, durable: false });
  await ask(house().databaseUrl, triggers());
}, 300_000);

afterAll(async () => {
  await state.house?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ordered({ reserved: { orderId } }: Journey) {
  const [row] = await ask<{ state: string; tickets: number; payments: string[]; mails: string[] }>(
    house().databaseUrl,
    `select o.state,
            (select count(*)::int from admissions a where a.order_id = o.document_id and a.state = 'issued') as tickets,
            (select array_agg(p.state) from payments p where p.payable_id = o.document_id)::text[] as payments,
            (select array_agg(m.state) from messages m where m.subject_id = o.document_id)::text[] as mails
       from orders o where o.document_id = $1`,
    [orderId],
  );
  return row;
}

function mailsTo({ purchaser }: Journey): string[] {
  const arrived = deliveriesOf(house().journalFile).filter(({ to }) => to === mailOf(purchaser.name));
  return [...new Set(arrived.map(({ messageId }) => messageId))];
}

describe.each([
  ['before', 1],
  ['after', 2],
] as const)('cms killed with -9 %s a commit', (when, number) => {
  beforeAll(async () => {
    const offers = await offersAt(house().cmsUrl, { count: 2 * pointNames.length, daysAhead: 3 });
    const settings = { house: house(), offers, number, when, victim: 'cms' } as const;
    state.rounds.set(when, await killRound(settings));
  }, 240_000);

  const journeys = () => state.rounds.get(when) ?? [];

  it.each(pointNames)('%s: the order is paid once, with its tickets and one mail', async (point) => {
    const journey = journeys().find((one) => one.point === point) as Journey;
    expect(journey.committed).toBe(when === 'after');
    expect(await ordered(journey)).toEqual({
      ...{ state: 'PAID', tickets: journey.places },
      ...{ payments: ['succeeded'], mails: ['sent'] },
    });
    expect(mailsTo(journey)).toHaveLength(1);
  });

  it.each(pointNames)('%s: the keys are answered with the same as before', (point) => {
    const { told, toldAgain } = journeys().find((one) => one.point === point) as Journey;
    expect(told.order.status).toBe(201);
    expect(told.payment.status).toBe(200);
    expect(toldAgain).toEqual(told);
  });

  it('leaves nothing that the checker finds', async () => {
    expect(await violations(house())).toEqual([]);
  });
});
