import fc from 'fast-check';
import { type Built, building, plansOf, withOffers } from './catalogue-build.ts';
import type { CatalogueRows, EventRow, OfferIds, OtherName, PriceRow } from './catalogue-rows.ts';
import { atOnce } from './in-slices.ts';

const now = new Date('2026-11-20T12:00:00Z');
const hour = 3_600_000;
const name = { ru: 'Нева', en: 'Neva', zh: '涅瓦' };

const activity = (id: string) => ({
  ...{ id, rowId: Number(id.slice(1)), locale: 'ru', title: id, summary: '', description: '', slug: id },
  ...{ kind: 'excursion', audience: 'public', durationMinutes: 60, vatMode: 'included', vatKind: 'standard' },
  ...{ refundPolicy: 'until24h', salesCutoffMinutes: 0, popularity: 0, archived: false, sellerId: 'river' },
  ...{ routeId: 'r1', categoryIds: ['boats'], ticketTypeIds: ['adult'] },
});

const plan = (places: number) => ({
  zones: [{ id: 'hall', name, tint: 1 }],
  decks: [
    {
      ...{ id: 'deck', name, width: 1000, height: 1000, outline: 'M 0 0 L 1000 0 L 1000 1000 L 0 1000 Z' },
      ...{
        areas: [],
        sections: [{ id: 'all', name, tables: [], rows: [{ label: '1', seats: seatsOf(places) }] }],
      },
    },
  ],
});

const seatsOf = (places: number) =>
  Array.from({ length: places }, (_, at) => ({
    ...{ seatCode: `1-${at + 1}`, number: String(at + 1), x: 50 + at * 50, y: 100, zone: 'hall' },
  }));

const guide = {
  ...{ id: 'guide', rowId: 1, slug: 'guide', name, description: name, kind: 'guide' },
  ...{
    ...{ fulfilment: 'digital', sellerId: 'river', amount: 100, currency: 'RUB', vatMode: 'none' },
    ...{ vatKind: 'standard', position: 0 },
  },
};

const fixed = {
  activities: ['a1', 'a2'].map(activity),
  sellers: [{ id: 'river', slug: 'river', name, country: 'RU', currency: 'RUB', archived: false }],
  categories: [{ id: 'boats', slug: 'boats', name, position: 0, archived: false }],
  berths: ['b1', 'b2'].map((id) => ({ id, slug: id, name })),
  ticketTypes: [{ id: 'adult', code: 'adult', name, position: 0, occupiesPlace: true, archived: false }],
  sites: [{ id: 'site', rowId: 1, name, shelfIds: ['boats'] }],
  vessels: [{ id: 'v1', name, kind: 'ship', planId: 'p1' }],
  routes: [{ id: 'r1', slug: 'r1', name }],
  plans: [{ id: 'p1', version: '4', written: '700', geometry: plan(4) }],
  ...{ fees: [], venues: [], products: [guide], images: [], pages: [] },
} as unknown as Omit<CatalogueRows, 'events' | 'prices'>;

type Tables = { events: Map<string, EventRow>; prices: Map<string, PriceRow>; others?: typeof fixed };

const rowsOf = ({ events, prices, others = fixed }: Tables): CatalogueRows => ({
  ...others,
  events: [...events.values()],
  prices: [...prices.values()],
});

const build = (tables: Tables): Built => atOnce(building(rowsOf(tables), { version: 1, now }));

/** What the database would answer for these ids. */
function offersOf(
  { events, prices, others = fixed }: Tables,
  { eventIds, activityIds, others: ids }: OfferIds,
) {
  const belongs = ({ eventId, activityId }: PriceRow) =>
    eventId === null ? activityIds.includes(activityId ?? '') : eventIds.includes(eventId);
  const otherRows = ids && {
    ...Object.fromEntries(
      Object.entries(ids).map(([table, wanted]) => [
        table,
        (others[table as OtherName] as { id: string }[]).filter(({ id }) => wanted.includes(id)),
      ]),
    ),
    images: others.images.filter(({ ownerRowId }) => ids.activities?.includes(`a${ownerRowId}`)),
  };
  return {
    ...{ eventIds, activityIds, ...(ids && { others: ids, otherRows }) },
    events: eventIds.flatMap((id) => events.get(id) ?? []),
    prices: [...prices.values()].filter(belongs),
  };
}

type Edit = { ids: OfferIds; apply: (tables: Tables) => void };

const event = fc.record({
  ...{
    id: fc.constantFrom('e1', 'e2', 'e3', 'e4', 'e5', 'e6'),
    activityId: fc.constantFrom('a1', 'a2', 'gone'),
  },
  berthId: fc.constantFrom('b1', 'b2', null),
  vesselId: fc.constantFrom('v1', null),
  capacity: fc.integer({ min: 1, max: 9 }),
  start: fc.integer({ min: 1, max: 4 }),
  odd: fc.constantFrom(0, 0, 17),
  state: fc.constantFrom('on_sale' as const, 'cancelled' as const),
  // A plan that is not there makes a misfit.
  seating: fc.constantFrom('general' as const, 'general' as const, 'assigned' as const),
});

const eventRow = (facts: Partial<EventRow> & Pick<EventRow, 'id'>): EventRow => ({
  ...{ activityId: null, berthId: null, vesselId: null, venueId: null, planId: null },
  ...{ startAt: now.getTime() + hour, endAt: now.getTime() + 2 * hour, timezone: 'Europe/Moscow' },
  ...{ capacity: 9, state: 'on_sale', seating: 'general' },
  ...{ salesStartAt: null, salesEndAt: null, delayMinutes: null, notice: null },
  ...facts,
});

const eventEdit = event.map(({ start, odd, ...facts }): Edit => {
  const startAt = now.getTime() + start * hour + odd;
  const row = eventRow({ ...facts, startAt, endAt: startAt + hour });
  return { ids: { eventIds: [row.id], activityIds: [] }, apply: ({ events }) => events.set(row.id, row) };
});

const removal = fc.constantFrom('e1', 'e2', 'e3', 'e4').map((id): Edit => ({
  ids: { eventIds: [id], activityIds: [] },
  apply: ({ events }) => events.delete(id),
}));

const priceOf = (id: string, owner: Pick<PriceRow, 'eventId' | 'activityId'>, amount: number): PriceRow => ({
  ...{
    id,
    ...owner,
    amount,
    ticketTypeId: 'adult',
    zone: null,
    currency: 'RUB',
    validFrom: null,
    validTo: null,
  },
});

const ownPrice = fc
  .tuple(fc.constantFrom('e1', 'e2', 'e3'), fc.option(fc.integer({ min: 1, max: 5 })))
  .map(([eventId, amount]): Edit => ({
    ids: { eventIds: [eventId], activityIds: [] },
    apply: ({ prices }) => {
      if (amount === null) prices.delete(eventId);
      else prices.set(eventId, priceOf(eventId, { eventId, activityId: null }, amount * 100));
    },
  }));

const activityPrice = fc
  .tuple(fc.constantFrom('a1', 'a2'), fc.integer({ min: 1, max: 5 }))
  .map(([activityId, amount]): Edit => ({
    ids: { eventIds: [], activityIds: [activityId] },
    apply: ({ prices }) =>
      prices.set(activityId, priceOf(activityId, { eventId: null, activityId }, amount * 100)),
  }));

/** Puts fields into a row of another table, or takes the row away; one that went comes back with the next fields. */
const otherEdit = (table: OtherName, id: string, fields: object | undefined): Edit => ({
  ids: { eventIds: [], activityIds: [], others: { [table]: [id] } },
  apply: (tables) => {
    const others = tables.others ?? fixed;
    const rows = others[table] as { id: string }[];
    const known = [...rows, ...(fixed[table] as { id: string }[])].find((row) => row.id === id);
    const kept = rows.filter((row) => row.id !== id);
    const next = fields === undefined ? kept : [...kept, { ...known, ...fields, id }];
    tables.others = { ...others, [table]: next.sort((left, right) => (left.id < right.id ? -1 : 1)) };
  },
});

const someName = fc.constantFrom('Ладога', 'Онега').map((ru) => ({ name: { ru, en: ru, zh: ru } }));
const orGone = (fields: fc.Arbitrary<object>) => fc.option(fields, { nil: undefined, freq: 3 });
const someActivity = fc.record(
  {
    ...{ title: fc.constantFrom('x', 'y'), archived: fc.boolean(), routeId: fc.constantFrom('r1', null) },
    ...{ audience: fc.constantFrom('public', 'vip'), categoryIds: fc.constantFrom([], ['boats']) },
    ...{ ticketTypeIds: fc.constantFrom([], ['adult']), salesCutoffMinutes: fc.constantFrom(0, 30) },
  },
  { requiredKeys: [] },
);
const fee = {
  ...{ sellerId: 'river', name, kind: 'amount', amount: 50, percent: null, currency: 'RUB' },
  ...{ vatMode: 'none', vatKind: 'standard' },
};

const others = fc.oneof(
  fc
    .tuple(fc.constantFrom('a1', 'a2'), orGone(someActivity))
    .map(([id, to]) => otherEdit('activities', id, to)),
  fc.tuple(fc.constantFrom('b1', 'b2'), someName).map(([id, to]) => otherEdit('berths', id, to)),
  someName.map((to) => otherEdit('vessels', 'v1', to)),
  fc.constantFrom(null, 'p1').map((planId) => otherEdit('vessels', 'v1', { planId })),
  orGone(someName).map((to) => otherEdit('routes', 'r1', to)),
  orGone(someName).map((to) => otherEdit('categories', 'boats', to)),
  orGone(fc.record({ archived: fc.boolean() })).map((to) => otherEdit('ticketTypes', 'adult', to)),
  fc.record({ archived: fc.boolean() }).map((to) => otherEdit('sellers', 'river', to)),
  fc.constantFrom('RU', 'EE').map((country) => otherEdit('sellers', 'river', { country })),
  orGone(fc.constant(fee)).map((to) => otherEdit('fees', 'f1', to)),
  orGone(someName).map((to) => otherEdit('products', 'guide', to)),
  orGone(someName).map((to) => otherEdit('sites', 'site', to)),
  orGone(
    fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom('701', '702')).map(([places, written]) => ({
      ...{ version: String(places), written, geometry: plan(places) },
    })),
  ).map((to) => otherEdit('plans', 'p1', to)),
  fc.constantFrom('a1', 'a2').chain((id) =>
    fc.option(fc.webUrl(), { nil: undefined }).map((url): Edit => ({
      ids: { eventIds: [], activityIds: [], others: { activities: [id] } },
      apply: (tables) => {
        const stage = tables.others ?? fixed;
        const ownerRowId = Number(id.slice(1));
        const picture = {
          url,
          ownerType: 'api::catalog.activity',
          ownerRowId,
          field: 'image',
          formats: null,
        };
        const rest = stage.images.filter((image) => image.ownerRowId !== ownerRowId);
        tables.others = { ...stage, images: [...rest, ...(url ? [picture] : [])] as typeof stage.images };
      },
    })),
  ),
);

const edits = fc.array(fc.oneof(eventEdit, removal, ownPrice, activityPrice, others), {
  minLength: 1,
  maxLength: 25,
});

const shown = ({ snapshot }: Built) => ({
  departures: snapshot.departures,
  looked: snapshot.departures.map(({ id }) => snapshot.byId.get(id)),
  siblings: ['a1', 'a2'].map((id) => snapshot.byActivity.get(id) ?? null),
  editorial: snapshot.editorial,
  products: snapshot.products,
  turningPoints: snapshot.turningPoints,
  misfits: [...snapshot.misfits].sort((left, right) => (left.id < right.id ? -1 : 1)),
});

describe('a catalogue that followed edits one by one', () => {
  it('is what a full reading would give, and leaves former snapshots as they were', () => {
    fc.assert(
      fc.property(edits, (list) => {
        const tables: Tables = { events: new Map(), prices: new Map() };
        let built = build(tables);
        for (const [at, { ids, apply }] of list.entries()) {
          const before = { built, said: JSON.stringify(shown(built)) };
          apply(tables);
          built = withOffers(built, offersOf(tables, ids), { version: at + 2, now });
          expect(JSON.stringify(shown(before.built))).toBe(before.said);
        }
        expect(shown(built)).toEqual(shown(build(tables)));
      }),
      { numRuns: 300 },
    );
  });

  const tables = (): Tables => ({ events: new Map(), prices: new Map() });
  const apply = (stage: Tables, built: Built, version: number, { ids, apply: change }: Edit) => {
    change(stage);
    return withOffers(built, offersOf(stage, ids), { version, now });
  };
  const sail = (id: string) =>
    fc.sample(
      eventEdit.filter((edit) => edit.ids.eventIds[0] === id),
      { seed: 7, numRuns: 1 },
    )[0] as Edit;

  it('shares every departure that an edit did not name', () => {
    const stage = tables();
    for (const id of ['e1', 'e2', 'e3', 'e4', 'e5', 'e6']) sail(id).apply(stage);
    for (const row of stage.events.values()) Object.assign(row, { activityId: 'a1', seating: 'general' });
    const before = build(stage);
    const price = priceOf('own', { eventId: 'e2', activityId: null }, 700);
    const after = apply(stage, before, 2, {
      ids: { eventIds: ['e2'], activityIds: [] },
      apply: ({ prices }) => prices.set('own', price),
    });
    const others = (built: Built) => built.snapshot.departures.filter(({ id }) => id !== 'e2');
    expect(others(after).every((departure, at) => departure === others(before)[at])).toBe(true);
    expect(after.snapshot.byId.get('e2')).not.toBe(before.snapshot.byId.get('e2'));
    expect(after.snapshot.structure).toBe(before.snapshot.structure);
    expect(after.snapshot.changedSince(1)).toEqual(['e2']);
    expect(after.snapshot.changedSince(2)).toEqual([]);
  });

  it('makes one offer of prices that come to the same, and one of each that differs', () => {
    const stage = tables();
    const until = now.getTime() + hour;
    const own: Record<string, Partial<PriceRow>> = {
      ...{ e1: {}, e2: {}, e3: { amount: 800 } },
      ...{ e4: { validFrom: 1 }, e5: { validTo: until } },
    };
    for (const [id, facts] of Object.entries(own)) {
      stage.events.set(id, eventRow({ id, activityId: 'a1' }));
      stage.prices.set(id, { ...priceOf(id, { eventId: id, activityId: null }, 700), ...facts });
    }
    const { byId } = build(stage).snapshot;
    const offers = Object.keys(own).map((id) => byId.get(id)?.tariffs[0]?.candidates[0]);
    const said = offers.map((one) => `${one?.price.amount} ${one?.from} ${one?.to}`);
    const plain = '700 null null';
    expect(said).toEqual([plain, plain, '800 null null', '700 1 null', `700 null ${until}`]);
    expect(offers[0]).toBe(offers[1]);
    expect(new Set(offers).size).toBe(4);
  });

  it('has another structure when a departure moves, comes or goes', () => {
    const stage = tables();
    for (const id of ['e1', 'e2']) sail(id).apply(stage);
    for (const row of stage.events.values()) Object.assign(row, { activityId: 'a1', seating: 'general' });
    const before = build(stage);
    const later = { ...(stage.events.get('e1') as EventRow) };
    later.startAt += 9 * hour;
    later.endAt += 9 * hour;
    const moved = apply(stage, before, 2, {
      ids: { eventIds: ['e1'], activityIds: [] },
      apply: ({ events }) => events.set('e1', later),
    });
    expect(moved.snapshot.structure).not.toBe(before.snapshot.structure);
    expect(moved.snapshot.changedSince(1)).toBeUndefined();
    expect(moved.snapshot.departures.map(({ id }) => id)).toEqual(['e2', 'e1']);
  });

  it('draws a plan once for all its departures, and not again when everything is read anew', () => {
    const stage = tables();
    for (const id of ['e1', 'e2'])
      stage.events.set(id, eventRow({ id, activityId: 'a1', vesselId: 'v1', seating: 'assigned' }));
    const plansIn = (of: Built) => of.snapshot.departures.map((departure) => departure.plan);
    const before = build(stage);
    const [drawing] = plansIn(before);
    const unread = { ...rowsOf(stage), plans: [{ id: 'p1', version: '4', written: '701', geometry: null }] };
    const again = atOnce(building(unread, { version: 2, now, plans: plansOf(before) }));
    expect(drawing).toBeDefined();
    for (const plan of [...plansIn(before), ...plansIn(again)]) expect(plan).toBe(drawing);
    expect(again.snapshot.departures.map(({ planRow }) => planRow)).toMatchObject([
      { id: 'p1', written: '701' },
      { id: 'p1', written: '701' },
    ]);
  });

  it('shows nothing of a departure whose plan, berth or vessel it has not read yet', () => {
    const tables: Tables = { events: new Map(), prices: new Map() };
    const built = build(tables);
    const row = eventRow({ id: 'e1', activityId: 'a1', berthId: 'b1' });
    for (const beyond of [{ planId: 'new' }, { berthId: 'new' }, { vesselId: 'new' }, { venueId: 'new' }]) {
      tables.events.set('e1', { ...row, ...beyond });
      const ids = { eventIds: ['e1'], activityIds: [] };
      expect(
        withOffers(built, offersOf(tables, ids), { version: 2, now }).snapshot.byId.get('e1'),
      ).toBeUndefined();
    }
  });
});
