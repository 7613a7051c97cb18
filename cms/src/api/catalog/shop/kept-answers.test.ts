import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { offerBook } from '../domain/offer-now.ts';
import { buildSnapshot } from '../domain/build-snapshot.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import { lookAt } from './kept-answers.ts';

const now = new Date('2026-11-20T12:00:00Z');
const nothing = {
  ...{
    activities: [],
    events: [],
    prices: [],
    fees: [],
    ticketTypes: [],
    sellers: [],
    vessels: [],
    venues: [],
  },
  ...{ berths: [], routes: [], categories: [], plans: [], products: [], images: [], pages: [], sites: [] },
};
const snapshotOf = (version: number): Snapshot => buildSnapshot(nothing, { version, now });

/** Rids memory of what nobody holds. */
function collect(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

describe('an answer that is kept', () => {
  const taken = { version: 0, places: new Map<string, number>() };

  it('holds while the catalogue is the same, and does not when it was put together anew', () => {
    const [first, second] = [snapshotOf(1), snapshotOf(2)];
    const at = { taken, now: now.getTime() };
    const look = lookAt({ ...at, snapshot: first }, { offers: offerBook() });
    expect(look.holds({ ...at, snapshot: first })).toBe(true);
    expect(look.holds({ ...at, snapshot: { ...first, version: 2 } })).toBe(true);
    expect(look.holds({ ...at, snapshot: second })).toBe(false);
  });

  it('does not keep the catalogue in memory that it was made from', async () => {
    const at = { taken, now: now.getTime() };
    const made = (() => {
      const snapshot = snapshotOf(1);
      const look = lookAt({ ...at, snapshot }, { offers: offerBook() });
      return { holds: look.holds, catalogue: new WeakRef(snapshot) };
    })();
    await new Promise((resolve) => setImmediate(resolve));
    collect();
    expect(made.catalogue.deref()).toBeUndefined();
    expect(made.holds({ ...at, snapshot: snapshotOf(2) })).toBe(false);
  });
});
