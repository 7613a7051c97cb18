import { setTimeout as pause } from 'node:timers/promises';
import type { CatalogueRows, OfferRows } from '../domain/catalogue-rows.ts';
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
    projection: createProjection({
      read,
      readOffers: nothing,
      now,
      log: { warn: tell, error: tell },
      retryAfterMs: 0,
    }),
  };
}

const nothing = async (): Promise<OfferRows> => ({ eventIds: [], activityIds: [], events: [], prices: [] });

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

  it('counts readings that failed, and says for how long it is behind, until one succeeds', async () => {
    const broken = { is: true, failures: 0 };
    const projection = createProjection({
      read: async () => (broken.is ? fail() : empty),
      readOffers: nothing,
      now,
      log: { warn: () => undefined, error: () => undefined },
      onFailure: () => (broken.failures += 1),
      retryAfterMs: 0,
    });
    expect(projection.behindMs()).toBe(0);
    await projection.rebuild();
    while (broken.failures < 3) await new Promise((resolve) => setImmediate(resolve));
    expect(projection.behindMs()).toBeGreaterThan(0);
    broken.is = false;
    while (projection.behindMs() > 0) await new Promise((resolve) => setImmediate(resolve));
    expect(projection.current()).toBeDefined();
    projection.stop();
  });

  it('is read as a whole although changes go on failing faster than that is tried again', async () => {
    const told = { changes: 0 };
    const projection = createProjection({
      read: async () => empty,
      readOffers: fail,
      now,
      log: { warn: () => undefined, error: () => undefined },
      // The next change fails before the time is over.
      onFailure: () => setImmediate(() => projection.hear(`events e${(told.changes += 1)}`)),
      retryAfterMs: 50,
      togetherMs: 0,
    });
    await projection.rebuild();
    projection.hear('events e');
    while (projection.current()?.version === 1) await pause(10);
    projection.stop();
    expect(told.changes).toBeGreaterThan(1);
  });

  it('does not lose what is told while everything is being read', async () => {
    const asked: (readonly string[])[] = [];
    const gate = Promise.withResolvers<CatalogueRows>();
    const reads = [async () => empty, () => gate.promise];
    const projection = createProjection({
      read: () => (reads.shift() ?? (async () => empty))(),
      readOffers: async (ids) => {
        asked.push(ids.eventIds);
        return { ...ids, events: [], prices: [] };
      },
      now,
      log: { warn: () => undefined, error: () => undefined },
      togetherMs: 0,
    });
    await projection.rebuild();
    const before = projection.current();
    const rebuilding = projection.rebuild();
    projection.hear('events e');
    while (projection.current() === before) await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toEqual([['e']]);
    gate.resolve(empty);
    await rebuilding;
    expect(asked.length).toBeGreaterThanOrEqual(2);
    expect(asked.flat().every((id) => id === 'e')).toBe(true);
    projection.stop();
  });

  it('does not lose what is told while a catalogue that was read is made ready', async () => {
    const asked: (readonly string[])[] = [];
    const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const [first, second] = gates;
    const projection = createProjection({
      read: async () => empty,
      readOffers: async (ids) => {
        asked.push(ids.eventIds);
        return { ...ids, events: [], prices: [] };
      },
      prepare: () => gates.shift()?.promise ?? Promise.resolve(),
      now,
      log: { warn: () => undefined, error: () => undefined },
      togetherMs: 0,
    });
    first?.resolve();
    await projection.rebuild();
    const before = projection.current()?.version;
    const rebuilding = projection.rebuild();
    while (gates.length > 0) await new Promise((resolve) => setImmediate(resolve));
    projection.hear('events e');
    while (projection.current()?.version === before) await new Promise((resolve) => setImmediate(resolve));
    // It has been read into the former catalogue; whoever read it has a rest and ends.
    for (let turns = 0; turns < 20; turns += 1) await pause(0);
    second?.resolve();
    await rebuilding;
    while (projection.behindMs() > 0) await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toEqual([['e'], ['e']]);
    projection.stop();
  });

  it('catches up with what is named: told when a reading that began later is shown, or has failed', async () => {
    const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const [first, second] = gates;
    const asked: (readonly string[])[] = [];
    const told: string[] = [];
    const projection = createProjection({
      read: async () => empty,
      readOffers: async (ids) => {
        asked.push(ids.eventIds);
        await gates[asked.length - 1]?.promise;
        return asked.length === 3 ? fail() : { ...ids, events: [], prices: [] };
      },
      now,
      log: { warn: () => undefined, error: () => undefined },
      togetherMs: 0,
    });
    const catchUp = (id: string) => projection.catchUp({ eventIds: [id], activityIds: [] });
    await projection.rebuild();
    projection.hear('events a');
    const caught = catchUp('b').then(() => told.push(`b after ${asked.length}`));
    first?.resolve();
    while (asked.length < 2) await new Promise((resolve) => setImmediate(resolve));
    expect(told).toEqual([]);
    second?.resolve();
    await caught;
    expect(told).toEqual(['b after 2']);
    await catchUp('c');
    expect(asked).toEqual([['a'], ['b'], ['c']]);
    projection.stop();
    await catchUp('d');
    expect(asked).toHaveLength(3);
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
