import type { Offer } from '../buyer/offer.ts';
import type { Hall } from '../crowds/hall.ts';
import type { ProofHouse } from '../house/proof-house.ts';

export interface KillRound {
  house: ProofHouse;
  /** As many departures as there are points: what waits at one must not hold up the others. */
  offers: readonly Offer[];
  /** Unique in the run. */
  number: number;
  /** `after`: the commit happened, and the process died before it heard of it. */
  when: 'before' | 'after';
  victim: 'cms' | 'database';
  /** Buyers who go on buying beside the journeys, on departures of their own. */
  load?: { buyers: number; halls: readonly Hall[] };
}
