import type { PriceRow, TicketTypeRow } from './catalogue-rows.ts';
import { currentPrices, offerOf, priceFrom, tariffsOf } from './tariff.ts';

const type = (id: string, change: Partial<TicketTypeRow> = {}) =>
  ({
    id,
    occupiesPlace: true,
    needsAdult: false,
    proof: null,
    minAge: null,
    maxAge: null,
    ...change,
  }) as TicketTypeRow;

const row = (amount: number, change: Partial<PriceRow> = {}): PriceRow => ({
  id: `price-${amount}`,
  activityId: 'activity',
  eventId: null,
  ticketTypeId: 'adult',
  zone: null,
  amount,
  currency: 'RUB',
  validFrom: null,
  validTo: null,
  ...change,
});

const proof = { ru: 'Паспорт', en: 'Passport', zh: '护照' };

function prices(
  rows: PriceRow[],
  { now = 1000, types = [type('adult')], zones = [null] as (string | null)[] } = {},
) {
  const tariffs = tariffsOf({
    ticketTypes: types,
    zones,
    prices: rows,
    offer: (one) => offerOf(one, (price) => ({ price, total: { ...price, amount: price.amount + 5 } })),
  });
  return currentPrices(tariffs, now);
}

const amounts = (...args: Parameters<typeof prices>) => prices(...args).map(({ price }) => price.amount);

describe('the price of a place', () => {
  it('is the departure’s own before the activity’s', () => {
    expect(amounts([row(100), row(200, { eventId: 'event' })])).toEqual([200]);
  });

  it('is the zone’s own before the one for all zones', () => {
    const rows = [row(100), row(300, { zone: 'bow' })];
    expect(amounts(rows, { zones: ['bow', 'stern'] })).toEqual([300, 100]);
    expect(amounts([row(300, { zone: 'bow' })])).toEqual([]);
  });

  it('holds from its first moment until before its last', () => {
    const rows = [row(100), row(80, { validFrom: 500, validTo: 1500 })];
    expect(amounts(rows, { now: 499 })).toEqual([100]);
    expect(amounts(rows, { now: 500 })).toEqual([80]);
    expect(amounts(rows, { now: 1499 })).toEqual([80]);
    expect(amounts(rows, { now: 1500 })).toEqual([100]);
    expect(amounts([row(80, { validTo: 1000 })])).toEqual([]);
  });

  it('is, of two that hold, the one that began later', () => {
    expect(amounts([row(100, { validFrom: 100 }), row(90, { validFrom: 700 })])).toEqual([90]);
  });
});

describe('the price from', () => {
  const types = [
    type('child', { needsAdult: true }),
    type('senior', { proof }),
    type('teen', { maxAge: 17 }),
    type('infant', { occupiesPlace: false }),
    type('adult'),
  ];
  const all = types.map((one, index) => row(10 * (index + 1), { ticketTypeId: one.id }));

  it('is what one grown-up without papers pays, fees included', () => {
    expect(priceFrom(prices(all, { types }))).toEqual({ amount: 55, currency: 'RUB' });
  });

  it('is the cheapest place where no such type is sold', () => {
    expect(priceFrom(prices(all.slice(0, 4), { types }))).toEqual({ amount: 15, currency: 'RUB' });
    expect(priceFrom([])).toBeNull();
  });
});
