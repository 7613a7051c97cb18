import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Offer } from '../buyer/offer.ts';
import { offersAt } from '../buyer/offers.ts';
import { readLines } from '../checker/records.ts';
import { runEpisode } from '../episodes/episode.ts';
import type { EpisodeReport } from '../episodes/episode.ts';
import { ask, openProofHouse } from '../house/proof-house.ts';
import type { ProofHouse } from '../house/proof-house.ts';

const state: { house?: ProofHouse; offers: Offer[]; reports: EpisodeReport[]; played: number } = {
  ...{ offers: [], reports: [], played: 0 },
};
const folder = mkdtempSync(join(tmpdir(), 'gangway-episodes-'));
const house = () => state.house as ProofHouse;
const patience = 600_000;
const seeds = Array.from({ length: 30 }, (_, index) => 7001 + index);

beforeAll(async () => {
  state.house = await openProofHouse({ folder, durable: true });
  state.offers = await offersAt(house().cmsUrl, { count: 16, daysAhead: 3 });
}, 300_000);

afterAll(async () => {
  await state.house?.close();
  rmSync(folder, { recursive: true, force: true });
});

const outcomes = (outcome: string): number =>
  state.reports.flatMap(({ visits }) => visits).filter((visit) => visit.outcome === outcome).length;
const struck = (trouble: string): number =>
  state.reports.flatMap(({ troubles }) => troubles).filter((name) => name.includes(trouble)).length;

describe('episodes in which things break while buyers buy', () => {
  it.each(seeds)(
    'nothing is lost, nobody is charged twice and the ledger balances: seed %i',
    async (seed) => {
      // A house that broke stays broken: each episode after it would wait for its rest in vain.
      if (state.reports.length < state.played) throw new Error('Not played: an earlier episode broke off.');
      state.played += 1;
      const report = await runEpisode({ house: house(), offers: state.offers, seed, buyers: 5 });
      state.reports.push(report);
      expect({ seed, violations: report.violations }).toEqual({ seed, violations: [] });
    },
    patience,
  );

  it('were no quiet ones', async () => {
    const [told] = await ask<{ repeated: number; paid: number; refunded: number }>(
      house().databaseUrl,
      `select (select coalesce(sum(receipts - 1), 0)::int from payment_inbox) as repeated,
              (select count(*)::int from orders where paid_at is not null) as paid,
              (select count(*)::int from refunds where state = 'succeeded') as refunded`,
    );
    const faults = readLines<{ what?: string; kind?: string }>(house().journalFile)
      .filter(({ what }) => what === 'fault')
      .map(({ kind }) => kind);
    // Usual are 104 paid, 13 refunded, 64 repeated, 12 declined and 10 left: who meets a kill is not in the seeds.
    expect(told?.paid).toBeGreaterThan(50);
    expect(told?.refunded).toBeGreaterThan(2);
    expect(told?.repeated).toBeGreaterThan(20);
    expect(outcomes('declined')).toBeGreaterThan(2);
    expect(outcomes('left')).toBeGreaterThan(2);
    expect(struck('kill -9 cms')).toBeGreaterThan(10);
    expect(struck('kill -9 PostgreSQL')).toBeGreaterThan(4);
    // Which faults the seeds arm is fixed; whether a request still meets one of them between two kills is not.
    const kinds = ['error-after-commit', 'html', 'drop', 'drop-before', 'too-many-requests'];
    expect(kinds.filter((kind) => struck(` ${kind} `) === 0)).toEqual([]);
    expect(new Set(faults).size).toBeGreaterThan(3);
  });
});
