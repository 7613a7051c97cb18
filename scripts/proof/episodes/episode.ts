import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { acknowledgementLog } from '../buyer/acknowledgement-log.ts';
import { buy } from '../buyer/buyer.ts';
import type { Visit } from '../buyer/buyer.ts';
import type { Offer } from '../buyer/offer.ts';
import { shopClient } from '../buyer/shop-client.ts';
import { checkInvariants } from '../checker/check.ts';
import type { Evidence } from '../checker/check.ts';
import type { Violation } from '../checker/claims-of-others.ts';
import { deedsOf, deliveriesOf, readLines } from '../checker/records.ts';
import type { Acknowledgement } from '../checker/records.ts';
import type { ProofHouse } from '../house/proof-house.ts';
import { chance } from '../random.ts';
import type { Chance } from '../random.ts';
import { comeToRest } from './at-rest.ts';
import { troubles, weather } from './trouble.ts';
import type { Trouble } from './trouble.ts';

export interface EpisodeReport {
  seed: number;
  troubles: string[];
  visits: Visit[];
  violations: Violation[];
}

export interface EpisodeSettings {
  house: ProofHouse;
  offers: readonly Offer[];
  seed: number;
  buyers: number;
}

export const acknowledgementFile = (house: ProofHouse): string => join(house.folder, 'acknowledged.jsonl');

/** Buyers buy while things break; then all is calm, everything comes to rest, and the checker looks. */
export async function runEpisode({ house, offers, seed, buyers }: EpisodeSettings): Promise<EpisodeReport> {
  const luck = chance(seed);
  const struck = troubles(luck);
  await house.gateway.switch(weather(luck));
  const visiting = Promise.all(
    Array.from({ length: buyers }, (_, index) =>
      visit({ house, offers, name: `e${seed}b${index}`, luck: luck.fork() }),
    ),
  );
  const [visits] = await Promise.all([visiting, strike(struck, house, luck.fork())]);
  await house.gateway.clearFaults();
  await house.gateway.switch({ copies: 1, delayMs: 0, reorder: false });
  await comeToRest(house);
  return { seed, troubles: struck.map(({ name }) => name), visits, violations: await violations(house) };
}

function visit(work: {
  house: ProofHouse;
  offers: readonly Offer[];
  name: string;
  luck: Chance;
}): Promise<Visit> {
  const { house, offers, name, luck } = work;
  const acknowledge = acknowledgementLog(acknowledgementFile(house));
  return buy({
    ...{ name, offers, chance: luck, gateway: house.gateway, databaseUrl: house.databaseUrl },
    client: shopClient({ url: house.cmsUrl, acknowledge }),
  });
}

async function strike(struck: readonly Trouble[], house: ProofHouse, luck: Chance): Promise<void> {
  for (const trouble of struck) {
    await pause(luck.between(0, 120));
    await trouble.strike(house);
  }
}

/**
 * What the independent checker finds when nothing is under way. A notification that was not taken is brought again
 * whenever the gateway likes, also while the checker looks: what it finds counts if it is there after another rest.
 */
export async function violations(house: ProofHouse): Promise<Violation[]> {
  const found = await checkInvariants(evidence(house));
  if (found.length === 0) return found;
  await comeToRest(house);
  return checkInvariants(evidence(house));
}

/** What the checker goes by, once everything has come to rest. */
export const evidence = (house: ProofHouse): Evidence => ({
  databaseUrl: house.databaseUrl,
  acknowledgements: readLines<Acknowledgement>(acknowledgementFile(house)),
  deeds: deedsOf(house.journalFile),
  deliveries: deliveriesOf(house.journalFile),
  atRest: true,
});
