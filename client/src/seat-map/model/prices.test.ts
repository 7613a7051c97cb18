import { planOf } from './layout.ts';
import { countIn, fullPrice, sumOf, typeOf, typesFor } from './prices.ts';
import { sampleLayout, sampleTariff as tariff } from './sample-plan.ts';

const plan = planOf(sampleLayout);
const lap = (quantity: number) => ({ ticketTypeId: 'infant', zone: null, quantity });
const expiresAt = '2026-11-20T10:15:00Z';

describe('what is chosen costs', () => {
  it('the price of the chosen type in the zone of each seat, else of the first that takes a place', () => {
    const hold = { expiresAt, seats: ['1A', '1B', '5C'], counts: [] };
    const { seats, total } = sumOf({ plan, tariff, hold, types: { '1B': 'child', '5C': 'child' } });
    expect(seats.map(({ ticketType, price }) => [ticketType?.id, price?.amount])).toEqual([
      ['adult', 129_000],
      ['child', 79_000],
      ['adult', 99_000],
    ]);
    expect(total).toEqual({ amount: 307_000, currency: 'RUB' });
  });

  it('tickets without a number as many times as there are, in the areas of the plan', () => {
    const hold = {
      expiresAt,
      seats: ['1A'],
      counts: [lap(2), { ticketTypeId: 'adult', zone: 'roof', quantity: 1 }],
    };
    const { counts, total } = sumOf({ plan, tariff, hold, types: {} });
    expect(counts.map(({ ticketType, quantity }) => [ticketType.id, quantity])).toEqual([
      ['infant', 2],
      ['adult', 1],
    ]);
    expect(total.amount).toBe(129_000 + 50_000);
  });

  it('what they cost in the area that they are in', () => {
    const held = (zone: string, quantity: number) => ({ ticketTypeId: 'adult', zone, quantity });
    const hold = { expiresAt, seats: [], counts: [held('roof', 1), held('open', 2)] };
    const { counts, total } = sumOf({ plan, tariff, hold, types: {} });
    expect(counts.map(({ zone, price }) => [zone, price?.amount])).toEqual([
      ['roof', 50_000],
      ['open', 99_000],
    ]);
    expect(total.amount).toBe(50_000 + 2 * 99_000);
    const adults = (zone: string | null) => countIn(hold, { ticketTypeId: 'adult', zone });
    expect([adults('roof'), adults('open'), adults('covered'), adults(null)]).toEqual([1, 2, 0, 3]);
  });

  it('the least where a ticket takes no place, unless one price holds everywhere', () => {
    const hold = { expiresAt, seats: [], counts: [lap(1)] };
    const costs = (...given: [zone: string | null, amount: number][]) => {
      const prices = given.map(([zone, amount]) => ({
        ...{ ticketTypeId: 'infant', zone, total: { amount, currency: 'RUB' as const } },
      }));
      return sumOf({ plan, tariff: { ...tariff, prices }, hold, types: {} }).total.amount;
    };
    expect(costs(['covered', 20_000], ['open', 10_000])).toBe(10_000);
    expect(costs(['covered', 20_000], [null, 30_000])).toBe(30_000);
  });

  it('nothing while nothing is held', () => {
    expect(sumOf({ plan, tariff, hold: undefined, types: {} }).total.amount).toBe(0);
  });

  it('all its seats where a table is sold whole', () => {
    const table = plan.byId.get('table:main:t1');
    expect(table && fullPrice(tariff, table)?.amount).toBe(4 * 99_000);
  });
});

describe('ticket types of a seat', () => {
  it('are those that take a place and are sold in its zone', () => {
    expect(typesFor(tariff, 'covered').map(({ id }) => id)).toEqual(['adult', 'child']);
    expect(typesFor(tariff, 'open').map(({ id }) => id)).toEqual(['adult']);
    expect(typeOf(tariff, { seatCode: '1A', zone: 'open', types: { '1A': 'child' } })?.id).toBe('adult');
  });
});
