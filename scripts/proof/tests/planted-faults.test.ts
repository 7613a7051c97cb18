import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase } from '../../test/jest/test-database.ts';
import { testSecrets } from '../../test/jest/test-secrets.ts';
import { acknowledgementLog } from '../buyer/acknowledgement-log.ts';
import { buyOfEveryKind } from '../buyer/every-kind.ts';
import { offersAt } from '../buyer/offers.ts';
import type { Offer } from '../buyer/offer.ts';
import { shopClient } from '../buyer/shop-client.ts';
import { checkInvariants } from '../checker/check.ts';
import type { Evidence } from '../checker/check.ts';
import { claims } from '../checker/claims-of-others.ts';
import { invariants } from '../checker/invariants.ts';
import { callWitness } from '../crowds/witness.ts';
import { comeToRest } from '../episodes/at-rest.ts';
import { acknowledgementFile, evidence } from '../episodes/episode.ts';
import { ask, openProofHouse, until } from '../house/proof-house.ts';
import type { ProofHouse } from '../house/proof-house.ts';
import { plantedInRecords, plantedInTables, underReview } from './faults.ts';
import type { Orders } from './faults.ts';

const state: { house?: ProofHouse; orders?: Orders } = {};
const folder = mkdtempSync(join(tmpdir(), 'gangway-faults-'));
const house = () => state.house as ProofHouse;
const orders = () => state.orders as Orders;
const promoCode = 'FIRSTDECK';
const hour = 3_600_000;

beforeAll(async () => {
  state.house = await openProofHouse({ folder, durable: false });
  await callWitness(house());
  await ask(
    house().databaseUrl,
    `with freed as (delete from promotions_activities_lnk) update promotions set percent = 100 where code = '${promoCode}'`,
  );
  const offers = await offersAt(house().cmsUrl, { count: 4, daysAhead: 3 });
  const acknowledge = acknowledgementLog(acknowledgementFile(house()));
  state.orders = await buyOfEveryKind({
    house: house(),
    client: shopClient({ url: house().cmsUrl, acknowledge }),
    assigned: offers.find(({ seating }) => seating === 'assigned') as Offer,
    general: offers.find(({ seating }) => seating === 'general') as Offer,
    ...{ promoCode, staffToken: await staffToken() },
  });
  await house().shiftClock(2 * hour);
  const lapsed = `select from orders where document_id = $1 and state = 'EXPIRED'`;
  await until(async () => (await ask(house().databaseUrl, lapsed, [orders().expired.orderId])).length > 0);
  await comeToRest(house());
  await house().killCms();
}, 300_000);

afterAll(async () => {
  await state.house?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function staffToken(): Promise<string> {
  const response = await fetch(`${house().cmsUrl}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'admin@gangway.example', password: testSecrets['ADMIN_PASSWORD'] }),
  });
  const { data } = (await response.json()) as { data: { accessToken: string } };
  return data.accessToken;
}

/** A copy of the sound database in which triggers do not stand in the way of the fault. */
async function spoilt(sql: string): Promise<string> {
  const template = new URL(house().databaseUrl).pathname.slice(1);
  const copy = await createDatabase({ server: house().databaseUrl, name: 'spoilt', template });
  await ask(copy, `begin; set local session_replication_role = replica; ${sql}; commit`);
  return copy;
}

async function found(changes: Partial<Evidence> = {}): Promise<string[]> {
  const violations = await checkInvariants({ ...evidence(house()), ...changes });
  return [...new Set(violations.map(({ invariant }) => invariant))];
}

describe('the checker', () => {
  it('finds nothing where a purchase of every kind came to its end', async () => {
    expect(await checkInvariants(evidence(house()))).toEqual([]);
    const states = await ask(
      house().databaseUrl,
      'select state, count(*)::int from orders group by 1 order by 1',
    );
    expect(states).toEqual([
      { state: 'EXPIRED', count: 2 },
      { state: 'PAID', count: 4 },
      { state: 'PARTIALLY_REFUNDED', count: 1 },
      { state: 'REFUNDED', count: 1 },
    ]);
  });

  it('leaves to people what people have been asked to look at', async () => {
    const deed = {
      what: 'payment',
      id: 'odd',
      state: 'succeeded',
      amount: 1,
      currency: 'RUB',
      key: 'odd',
    } as const;
    const deeds = [...evidence(house()).deeds, { ...deed, of: orders().expired.orderId }];
    expect(await found({ databaseUrl: await spoilt(underReview(orders())), deeds })).toEqual([]);
  });

  it.each(Object.keys(plantedInTables))('reports %s when it is broken, and nothing else', async (rule) => {
    const sql = plantedInTables[rule]?.(orders()) ?? '';
    expect(await found({ databaseUrl: await spoilt(sql) })).toEqual([rule]);
  });

  it.each(Object.keys(plantedInRecords))(
    'reports %s when others tell of it, and nothing else',
    async (rule) => {
      expect(await found(plantedInRecords[rule]?.(evidence(house()), orders()))).toEqual([rule]);
    },
  );

  it('has no rule for which no fault was planted', () => {
    expect(Object.keys(plantedInTables).sort()).toEqual(invariants.map(({ id }) => id).sort());
    expect(Object.keys(plantedInRecords).sort()).toEqual([...claims].sort());
  });
});
