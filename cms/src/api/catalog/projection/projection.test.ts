import type { CatalogueRows } from '../domain/catalogue-rows.ts';
import { createProjection } from './projection.ts';

const empty: CatalogueRows = {
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

function projectionOf(reads: (() => Promise<CatalogueRows>)[]) {
  const told: string[] = [];
  const tell = (_facts: object, message: string) => void told.push(message);
  const read = () => (reads.shift() ?? (() => Promise.resolve(empty)))();
  return {
    told,
    projection: createProjection({ read, now, log: { warn: tell, error: tell }, retryAfterMs: 0 }),
  };
}

const now = () => new Date('2026-11-20T12:00:00Z');

const guide = { sellerId: 'river', vatMode: 'included', vatKind: 'standard', position: 0 };
const inGermany = {
  ...empty,
  sellers: [
    { id: 'river', country: 'DE', archived: false },
    { id: 'sea', country: 'EE', archived: false },
  ],
  products: [
    { ...guide, id: 'taxed in Germany' },
    { ...guide, id: 'taxed in Estonia', sellerId: 'sea' },
    { ...guide, id: 'not taxed', vatMode: 'none' },
  ],
} as unknown as CatalogueRows;

const fail = () => Promise.reject(new Error('no database'));

describe('the catalogue in memory', () => {
  it('is not there before the first build', async () => {
    const { projection, told } = projectionOf([fail]);
    expect(projection.current()).toBeUndefined();
    await projection.rebuild();
    expect(projection.current()).toBeUndefined();
    expect(told).toHaveLength(1);
    projection.stop();
  });

  it('stays as it was when it cannot be read, and is read again', async () => {
    const { projection } = projectionOf([async () => empty, fail]);
    await projection.rebuild();
    const before = projection.current();
    await projection.rebuild();
    expect(projection.current()).toBe(before);
    while (projection.current() === before) await new Promise((resolve) => setImmediate(resolve));
    expect(projection.current()?.version).toBe(2);
    projection.stop();
  });

  it('leaves out a product whose tax nobody knows, and tells so once', async () => {
    const { projection, told } = projectionOf([async () => inGermany, async () => inGermany]);
    await projection.rebuild();
    await projection.rebuild();
    const shown = projection.current()?.products.map(({ row }) => row.id);
    expect(shown).toEqual(['not taxed', 'taxed in Estonia']);
    expect(told).toEqual(['a product is not shown']);
  });

  it('is not read again after it was stopped', async () => {
    const { projection, told } = projectionOf([fail]);
    const building = projection.rebuild();
    projection.stop();
    await building;
    expect(told).toEqual([]);
  });
});
