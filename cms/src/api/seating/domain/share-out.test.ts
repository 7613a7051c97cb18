import fc from 'fast-check';
import { seatingErrors } from '../errors.ts';
import { type Choose, type Share, shareOut, type Standing, type Stock } from './share-out.ts';
import type { Wanted } from './wanted-places.ts';

const eventId = 'event';
const now = new Date(1000);
const codes = ['A1', 'A2', 'A3', 'A4', 'A5'];
const nothing: Standing = { seats: new Set(), places: 0, companions: 0, openHolds: 0 };

const wanted = fc.record({
  seats: fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 3 }),
  places: fc.integer({ min: 0, max: 4 }),
  zone: fc.constantFrom(null, 'deck'),
});
type Want = typeof wanted extends fc.Arbitrary<infer Value> ? Value : never;

const inWords = ({ seats, places, zone }: Want): Wanted => ({
  seats: seats.map((seatCode) => ({ seatCode, zone: 'bow' })),
  counts:
    places === 0
      ? []
      : [
          {
            ticketTypeId: 'adult',
            pool: zone ? `zone:${zone}` : 'event',
            zone,
            quantity: places,
            takesPlace: true,
          },
        ],
});

const capacities: Record<string, number> = { event: 8, 'zone:deck': 5 };
const stockOf = (rest: Partial<Stock> = {}): Stock => ({
  ...{ claimed: new Map(), isRemembered: () => false, used: new Map(), hasDead: false },
  capacityOf: (pool) => capacities[pool] ?? 0,
  ...rest,
});
const share = (wants: readonly Want[], stock: Stock) =>
  shareOut({
    ...{ eventId, now, skip: 0, stock },
    asks: wants.map((want) => ({ choose: () => inWords(want), standing: nothing })),
  });

/** What the database says after a share was written down. */
function after(stock: Stock, one: Share | undefined): Stock {
  if (!one || !('added' in one)) return stock;
  const claimed = new Map(stock.claimed);
  const used = new Map(stock.used);
  const use = (pool: string, places: number) => used.set(pool, (used.get(pool) ?? 0) + places);
  for (const { seatCode } of one.added.seats) claimed.set(seatCode, 'lives');
  use('event', one.added.seats.length);
  for (const { pool, quantity } of one.added.counts)
    for (const each of new Set(['event', pool])) use(each, quantity);
  return { ...stock, claimed, used };
}

const verdict = (one: Share | undefined) =>
  one && ('added' in one ? one.added : [one.refused.code, one.refused.details, one.passing]);

describe('places shared out among many', () => {
  it('go to the same people as one after the other', () => {
    fc.assert(
      fc.property(fc.array(wanted, { maxLength: 12 }), fc.subarray(codes), (wants, taken) => {
        const begin = stockOf({ claimed: new Map(taken.map((code) => [code, 'lives'])) });
        const together = share(wants, begin);
        const state = { stock: begin };
        const apart = wants.map((want) => {
          const [one] = share([want], state.stock);
          state.stock = after(state.stock, one);
          return one;
        });
        expect(together.map(verdict)).toEqual(apart.map(verdict));
        for (const [pool, places] of state.stock.used)
          expect(places).toBeLessThanOrEqual(capacities[pool] ?? 0);
      }),
    );
  });

  const seat = (...seats: string[]): Want => ({ seats, places: 0, zone: null });

  it('that are only in the way of the dead pass, and those of the living do not', () => {
    const claimed = new Map([
      ['A1', 'dead' as const],
      ['A2', 'lives' as const],
    ]);
    const [dead, both] = share([seat('A1'), seat('A1', 'A2')], stockOf({ claimed, hasDead: true }));
    expect(verdict(dead)).toEqual(['SEAT_TAKEN', { seats: ['A1'] }, true]);
    expect(verdict(both)).toEqual(['SEAT_TAKEN', { seats: ['A2'] }, false]);
    const full = stockOf({ used: new Map([['event', 8]]), hasDead: true });
    expect(verdict(share([seat('A1')], full)[0])).toEqual(['SOLD_OUT', { left: 0 }, true]);
    expect(verdict(share([seat('A1')], { ...full, hasDead: false })[0])).toEqual([
      'SOLD_OUT',
      { left: 0 },
      false,
    ]);
  });

  it('are limited for each buyer, and a dead hold has to go first', () => {
    const ask = (standing: Partial<Standing>) =>
      shareOut({
        ...{ eventId, now, skip: 0, stock: stockOf() },
        asks: [{ choose: () => inWords(seat('A1')), standing: { ...nothing, ...standing } }],
      })[0];
    expect(verdict(ask({ places: 11 }))).toMatchObject({ seats: [{ seatCode: 'A1' }] });
    expect(verdict(ask({ places: 12 }))).toEqual(['TOO_MANY_PLACES', { limit: 12, held: 12 }, false]);
    expect(verdict(ask({ openHolds: 9 }))).toMatchObject({ seats: [{ seatCode: 'A1' }] });
    expect(verdict(ask({ openHolds: 10 }))).toEqual(['TOO_MANY_HOLDS', { limit: 10 }, false]);
    expect(verdict(ask({ places: 12, seats: new Set(['A1']) }))).toEqual({ seats: [], counts: [] });
    expect(verdict(ask({ hold: { expiresAt: now } }))).toEqual(['SOLD_OUT', undefined, true]);
    expect(verdict(ask({ hold: { expiresAt: new Date(1001) } }))).toMatchObject({ counts: [] });
  });

  it('are picked among what memory, the database and this sharing leave free', () => {
    const claimed = new Map([['A1', 'lives' as const]]);
    const pick = {
      choose: (isTaken: (code: string) => boolean) =>
        inWords(seat(codes.find((code) => !isTaken(code)) ?? '')),
      standing: nothing,
    };
    const stock = stockOf({ claimed, isRemembered: (code) => code === 'A2' });
    const picked = shareOut({
      eventId,
      now,
      skip: 0,
      stock,
      asks: [pick, pick, { ...pick, standing: { ...nothing, seats: new Set(['A5']) } }],
    });
    expect(
      picked.map((one) =>
        'added' in one ? one.added.seats.map(({ seatCode }) => seatCode) : one.refused.code,
      ),
    ).toEqual([['A3'], ['A4'], ['']]);
  });

  const one = (choose: Choose, stock = stockOf(), standing = nothing) =>
    shareOut({ ...{ eventId, now, skip: 3, stock }, asks: [{ choose, standing }] })[0];
  const free = (stock: Stock) => {
    const seen: string[] = [];
    one((isTaken) => {
      seen.push(...codes.filter((code) => !isTaken(code)));
      return inWords(seat());
    }, stock);
    return seen;
  };

  it('may be chosen where a claim is dead, whatever memory says', () => {
    const claimed = new Map([['A1', 'dead' as const]]);
    expect(free(stockOf({ claimed, isRemembered: () => true }))).toEqual(['A1']);
  });

  it('are chosen past as many good ones as the process passes over', () => {
    const skips: number[] = [];
    one((_, skip) => {
      skips.push(skip);
      return inWords(seat());
    });
    expect(skips).toEqual([3]);
  });

  it('that a request of the same sharing took are refused like those of the living', () => {
    const claimed = new Map([['A1', 'dead' as const]]);
    const [, second] = share([seat('A2'), seat('A1', 'A2')], stockOf({ claimed, hasDead: true }));
    expect(verdict(second)).toEqual(['SEAT_TAKEN', { seats: ['A2'] }, false]);
  });

  it('say what is left in the pool that is too small, never less than nothing', () => {
    const deck = (places: number): Want => ({ seats: [], places, zone: 'deck' });
    const used = new Map([['zone:deck', 3]]);
    expect(share([deck(3)], stockOf({ used })).map(verdict)).toEqual([
      ['SOLD_OUT', { left: 2, zone: 'deck' }, false],
    ]);
    expect(share([deck(2), deck(1)], stockOf({ used })).map(verdict)).toMatchObject([
      ...[{ counts: [{ quantity: 2 }] }, ['SOLD_OUT', { left: 0, zone: 'deck' }, false]],
    ]);
    const over = stockOf({ used: new Map([['event', 9]]) });
    expect(share([seat('A1')], over).map(verdict)).toEqual([['SOLD_OUT', { left: 0 }, false]]);
  });

  it('are counted apart from companions, who have the same limit', () => {
    const lap = (quantity: number): Choose => {
      const baby = { ticketTypeId: 'baby', pool: 'event', zone: null, quantity, takesPlace: false };
      return () => ({ seats: [], counts: [baby] });
    };
    const with10 = { ...nothing, companions: 10, places: 12 };
    expect(verdict(one(lap(2), stockOf(), with10))).toMatchObject({ counts: [{ quantity: 2 }] });
    expect(verdict(one(lap(3), stockOf(), with10))).toEqual([
      'TOO_MANY_PLACES',
      { limit: 12, held: 12 },
      false,
    ]);
    const two = () => inWords({ ...seat('A1'), places: 2 });
    expect(verdict(one(two, stockOf(), { ...with10, places: 9 }))).toMatchObject({
      counts: [{ quantity: 2 }],
    });
    expect(verdict(one(two, stockOf(), { ...with10, places: 10 }))).toEqual([
      'TOO_MANY_PLACES',
      { limit: 12, held: 10 },
      false,
    ]);
  });

  it('are refused by what is wrong with the request, and a fault of ours is no refusal', () => {
    const sold = seatingErrors.SALES_CLOSED({ reason: 'over' });
    const fail = (error: Error) => () => {
      throw error;
    };
    expect(verdict(one(fail(sold), stockOf({ hasDead: true })))).toEqual([
      'SALES_CLOSED',
      { reason: 'over' },
      false,
    ]);
    expect(() => one(fail(new TypeError('ours')))).toThrow(new TypeError('ours'));
  });
});
