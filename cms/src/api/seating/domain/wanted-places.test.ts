import type { EventRow } from '../../catalog/domain/catalogue-rows.ts';
import type { Departure } from '../../catalog/domain/departure.ts';
import type { Tariff } from '../../catalog/domain/tariff.ts';
import { money } from '@gangway/kit';
import type { Geometry } from './geometry.ts';
import { openSale, poolCapacity, wantedPlaces } from './wanted-places.ts';

const name = { ru: 'а', en: 'a', zh: 'a' };
const minute = 60_000;
const now = new Date('2026-06-01T12:00:00Z');
const later = (minutes: number) => now.getTime() + minutes * minute;

const seat = (seatCode: string, zone: string) => ({ seatCode, number: '1', x: 60, y: 100, zone });
const area = (id: string, zone: string, capacity: number) => ({
  ...{ id, name, zone, capacity },
  ...{ x: 0, y: 0, width: 100, height: 100 },
});

/** Rows in two zones, one table that is sold whole, and open areas in two zones. */
const plan: Geometry = {
  zones: ['bow', 'stern', 'sun', 'shade'].map((id) => ({ id, name, tint: 1 })),
  decks: [
    {
      ...{ id: 'main', name, width: 400, height: 400, outline: 'M 0 0 H 400 V 400 H 0 Z' },
      areas: [area('a', 'sun', 5), area('b', 'sun', 3), area('c', 'shade', 2)],
      sections: [
        {
          ...{ id: 'floor', name },
          rows: [{ label: '1', seats: [seat('1A', 'bow'), seat('1B', 'bow'), seat('2A', 'stern')] }],
          tables: [
            {
              ...{ id: 't', label: 'T', x: 0, y: 0, width: 50, height: 50, shape: 'round', sale: 'whole' },
              seats: [seat('T1', 'bow'), seat('T2', 'bow')],
            },
          ],
        },
      ],
    },
  ],
};

const type = (id: string, occupiesPlace = true) =>
  ({ id, name, code: id, occupiesPlace, position: 0 }) as Tariff['ticketType'];
const price = { price: money(100, 'RUB'), total: money(100, 'RUB') };
const tariff = (id: string, zone: string | null, more: { takes?: boolean; to?: number } = {}): Tariff => ({
  ...{ ticketType: type(id, more.takes ?? true), zone },
  candidates: [{ ...price, from: null, to: more.to ?? null }],
});

type Change = {
  event?: Partial<EventRow>;
  tariffs?: Tariff[];
  plan?: Geometry | undefined;
  closesAt?: number;
};

function departure({ event = {}, tariffs, closesAt = later(50), ...change }: Change = {}): Departure {
  const startAt = later(60);
  return {
    event: {
      ...{ state: 'on_sale', seating: 'assigned', startAt, endAt: later(120), salesStartAt: null },
      ...event,
    },
    // A plan of its own: what was counted for another test must not answer.
    ...{ leavesAt: startAt, closesAt, capacity: 40, plan: structuredClone(plan) },
    tariffs: tariffs ?? [
      tariff('adult', 'bow'),
      tariff('adult', 'sun'),
      tariff('baby', 'bow', { takes: false }),
    ],
    ...change,
  } as Departure;
}

const general = (tariffs: Tariff[], drawing?: Geometry) =>
  departure({ event: { seating: 'general' }, tariffs, plan: drawing });

const refusal = (code: string, details?: object) =>
  expect.objectContaining({ code, ...(details && { details }) });
const closed = (reason: string) => refusal('SALES_CLOSED', { reason });
const want = (from: Departure, asked: Parameters<typeof wantedPlaces>[1]) => wantedPlaces(from, asked, now);

describe('a departure', () => {
  it('is on sale from the beginning of its sale to its end', () => {
    expect(openSale(departure(), now)).toHaveLength(3);
    expect(openSale(departure({ event: { salesStartAt: now.getTime() } }), now)).toHaveLength(3);
    const early = departure({ event: { salesStartAt: now.getTime() + 1 } });
    expect(() => openSale(early, now)).toThrow(closed('not_yet'));
    expect(() => openSale(departure({ closesAt: now.getTime() }), now)).toThrow(closed('over'));
  });

  it('is not on sale when it is cancelled, closed by hand or without a price', () => {
    expect(() => openSale(departure({ event: { state: 'cancelled' } }), now)).toThrow(closed('cancelled'));
    expect(() => openSale(departure({ event: { state: 'closed' } }), now)).toThrow(closed('over'));
    const dear = departure({ tariffs: [tariff('adult', 'bow', { to: now.getTime() })] });
    expect(() => openSale(dear, now)).toThrow(closed('no_price'));
  });

  it('says why before it says what is wrong with the wish', () => {
    const over = departure({ closesAt: now.getTime() });
    expect(() => want(over, { seats: ['9Z'] })).toThrow(closed('over'));
  });
});

describe('numbered places', () => {
  it('are wanted with their zones, a table whole', () => {
    expect(want(departure(), { seats: ['1A', 'T2'] })).toEqual({
      seats: [
        { seatCode: '1A', zone: 'bow' },
        { seatCode: 'T1', zone: 'bow' },
        { seatCode: 'T2', zone: 'bow' },
      ],
      counts: [],
    });
    expect(want(departure(), {})).toEqual({ seats: [], counts: [] });
  });

  it('that the plan does not have are named, each once', () => {
    const wrong = () => want(departure(), { seats: ['1A', '9Z', '8Y', '9Z'] });
    expect(wrong).toThrow(refusal('UNKNOWN_SEAT', { seats: ['9Z', '8Y'] }));
  });

  it('are unknown where places have no numbers, or no plan', () => {
    const none = refusal('UNKNOWN_SEAT', { seats: ['1A'] });
    expect(() => want(general([tariff('adult', null)], plan), { seats: ['1A'] })).toThrow(none);
    expect(() => want(departure({ plan: undefined }), { seats: ['1A'] })).toThrow(none);
    expect(want(general([tariff('adult', null)]), { seats: [] }).seats).toEqual([]);
  });

  it('are not sold in a zone that has no price, not even beside one that has', () => {
    expect(() => want(departure(), { seats: ['2A'] })).toThrow(closed('no_price'));
    expect(() => want(departure(), { seats: ['1A', '2A'] })).toThrow(closed('no_price'));
  });
});

describe('places without numbers', () => {
  const count = (change: object) => ({
    ...{ ticketTypeId: 'adult', pool: 'event', zone: null, quantity: 2, takesPlace: true },
    ...change,
  });
  const two = { quantities: { adult: 2 } };

  it('are all in one pool where there are no zones', () => {
    expect(want(general([tariff('adult', null)]), two).counts).toEqual([count({})]);
    expect(want(general([tariff('adult', null)], plan), two).counts).toEqual([count({})]);
  });

  it('are of the one zone in which the type is sold, or of the one that is named', () => {
    expect(want(departure(), two).counts).toEqual([count({ pool: 'zone:sun', zone: 'sun' })]);
    const both = departure({ tariffs: [tariff('adult', 'sun'), tariff('adult', 'shade')] });
    expect(want(both, { ...two, zone: 'shade' }).counts).toEqual([
      count({ pool: 'zone:shade', zone: 'shade' }),
    ]);
    expect(() => want(both, two)).toThrow(refusal('UNKNOWN_ZONE', { zones: ['sun', 'shade'] }));
  });

  it('are not of a zone that has seats only, that is not sold, or that is not there', () => {
    for (const zone of ['bow', 'shade', 'mast'])
      expect(() => want(departure(), { ...two, zone })).toThrow(refusal('UNKNOWN_ZONE', { zones: ['sun'] }));
    expect(() => want(general([tariff('adult', null)]), { ...two, zone: 'sun' })).toThrow(
      refusal('UNKNOWN_ZONE', { zones: [] }),
    );
  });

  it('are not sold at all where every place has a number', () => {
    const seatsOnly = departure({ tariffs: [tariff('adult', 'bow')] });
    expect(() => want(seatsOnly, two)).toThrow(refusal('UNKNOWN_ZONE', { zones: [] }));
  });

  it('of a type that is not sold are refused by name', () => {
    const wrong = () => want(departure(), { quantities: { adult: 1, pirate: 1, ghost: 2 } });
    expect(wrong).toThrow(refusal('UNKNOWN_TICKET_TYPE', { ticketTypes: ['pirate', 'ghost'] }));
  });

  it('who takes no place is of no zone unless one is named, and always of the departure’s pool', () => {
    const baby = { ticketTypeId: 'baby', pool: 'event', quantity: 1, takesPlace: false };
    const one = { quantities: { baby: 1 } };
    expect(want(departure(), one).counts).toEqual([{ ...baby, zone: null }]);
    expect(want(departure(), { ...one, zone: 'bow' }).counts).toEqual([{ ...baby, zone: 'bow' }]);
    expect(() => want(departure(), { ...one, zone: 'mast' })).toThrow(
      refusal('UNKNOWN_ZONE', { zones: ['bow'] }),
    );
    const free = general([tariff('baby', null, { takes: false })]);
    expect(want(free, one).counts).toEqual([{ ...baby, zone: null }]);
    expect(() => want(free, { ...one, zone: 'bow' })).toThrow(refusal('UNKNOWN_ZONE', { zones: [] }));
  });

  it('of several types are wanted each for itself', () => {
    const { counts } = want(departure(), { quantities: { adult: 2, baby: 1 } });
    expect(counts.map(({ ticketTypeId, pool, quantity }) => [ticketTypeId, pool, quantity])).toEqual([
      ['adult', 'zone:sun', 2],
      ['baby', 'event', 1],
    ]);
  });
});

describe('the places of a pool', () => {
  it('are those of the departure, those of all areas of the zone, or none', () => {
    const pools = ['event', 'zone:sun', 'zone:shade', 'zone:bow', 'zone:mast'];
    expect(pools.map((pool) => poolCapacity(departure(), pool))).toEqual([40, 8, 2, 0, 0]);
    expect(poolCapacity(departure({ plan: undefined }), 'zone:sun')).toBe(0);
  });
});
