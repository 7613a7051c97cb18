import type { Departure } from '../../catalog/domain/departure.ts';
import type { PricedLine } from './priced-line.ts';
import {
  checkTickets,
  fullYears,
  isOnSale,
  requireOnSale,
  requirePayingGuests,
  typeWithoutAdult,
} from './ticket-rules.ts';
import type { Ticket } from './tickets.ts';

const now = 1_000_000;
const departure = (id: string, change: object = {}): Departure =>
  ({
    ...{ id, leavesAt: now + 10, closesAt: now + 5, day: '2026-06-10' },
    event: { state: 'on_sale', salesStartAt: null, startAt: now + 10, endAt: now + 20 },
    activity: { facts: { minAge: null, passengerData: 'none' } },
    tariffs: [],
    ...change,
  }) as unknown as Departure;

const type = (id: string, rule: object = {}) => ({
  id,
  minAge: null,
  maxAge: null,
  needsAdult: false,
  ...rule,
});
const adult = type('adult');
const child = type('child', { minAge: 3, maxAge: 12, needsAdult: true });

const ticket = (of: object, change: object = {}): Ticket =>
  ({ departure: departure('noon'), holdId: 'h', seatCode: '1A', quantity: 1, type: of, ...change }) as Ticket;
const born = (birthDate: string | undefined, more = {}) => ({ passenger: { birthDate, ...more } });
const refusal = (code: string, details: object) => expect.objectContaining({ code, details });
const check = (tickets: Ticket[], complete = true) => checkTickets(tickets, { complete });

describe('a departure', () => {
  it('is on sale from its first moment on', () => {
    const opening = (salesStartAt: number) =>
      departure('noon', { event: { ...departure('x').event, salesStartAt } });
    expect([departure('noon'), opening(now), opening(now + 1)].map((one) => isOnSale(one, now))).toEqual([
      ...[true, true, false],
    ]);
  });

  it('that is closed is named once', () => {
    const over = departure('noon', { closesAt: now });
    expect(() => requireOnSale([over, departure('one'), over], now)).toThrow(
      refusal('SALES_CLOSED', { eventIds: ['noon'] }),
    );
    expect(() => requireOnSale([departure('one')], now)).not.toThrow();
  });
});

describe('a child', () => {
  it('needs somebody whose ticket is for adults', () => {
    const teen = type('teen', { maxAge: 17 });
    expect(typeWithoutAdult([teen, child])).toBe(child);
    expect(typeWithoutAdult([type('young', { maxAge: 18 }), child])).toBeUndefined();
    expect(typeWithoutAdult([adult, child])).toBeUndefined();
    expect(typeWithoutAdult([type('guarded', { needsAdult: true }), child])).toMatchObject({ id: 'guarded' });
    expect(typeWithoutAdult([teen])).toBeUndefined();
    expect(typeWithoutAdult([])).toBeUndefined();
  });

  it('without one is named with its departure', () => {
    expect(() => check([ticket(child)])).toThrow(
      refusal('NEEDS_ADULT', { eventId: 'noon', ticketTypeId: 'child' }),
    );
    expect(() => check([ticket(adult), ticket(child)])).not.toThrow();
  });
});

describe('the age of a passenger', () => {
  const aged =
    (birthDate: string | undefined, on = departure('noon')) =>
    () =>
      check([ticket(adult), ticket(child, { ...born(birthDate), departure: on })]);

  it('is counted in full years on the day of departure', () => {
    expect(fullYears('2000-06-10', '2026-06-10')).toBe(26);
    expect(fullYears('2000-06-11', '2026-06-10')).toBe(25);
    expect(fullYears('2000-07-01', '2026-06-10')).toBe(25);
    expect(fullYears('2000-05-31', '2026-06-10')).toBe(26);
  });

  it('is within what the ticket and the activity say', () => {
    for (const fine of ['2023-06-10', '2013-06-11', undefined]) expect(aged(fine)).not.toThrow();
    const limits = refusal('AGE_NOT_ALLOWED', { ticketTypeId: 'child', minAge: 3, maxAge: 12 });
    for (const wrong of ['2023-06-11', '2013-06-10']) expect(aged(wrong)).toThrow(limits);
    const strict = departure('noon', { activity: { facts: { minAge: 6, passengerData: 'none' } } });
    expect(aged('2020-06-10', strict)).not.toThrow();
    expect(aged('2020-06-11', strict)).toThrow(
      refusal('AGE_NOT_ALLOWED', { ticketTypeId: 'child', minAge: 6, maxAge: 12 }),
    );
  });

  it('has no limits where nobody set one, but the birth is not ahead', () => {
    expect(() => check([ticket(adult, born('1900-01-01'))])).not.toThrow();
    expect(() => check([ticket(adult, born('2026-06-11'))])).toThrow(
      refusal('AGE_NOT_ALLOWED', { ticketTypeId: 'adult', minAge: 0, maxAge: null }),
    );
  });
});

describe('what an activity asks of passengers', () => {
  const asking = (passengerData: string) =>
    departure('noon', { activity: { facts: { minAge: null, passengerData } } });
  const on =
    (passengerData: string, change: object = {}, complete = true) =>
    () =>
      check([ticket(adult, { departure: asking(passengerData), ...change })], complete);
  const missing = refusal('PASSENGERS_REQUIRED', {
    eventId: 'noon',
    missing: [{ holdId: 'h', seatCode: '1A', ticketTypeId: 'adult', quantity: 1 }],
  });
  const document = 'AB 1';

  it('has to be there in an order, not in a quote', () => {
    expect(on('names')).toThrow(missing);
    expect(on('names', {}, false)).not.toThrow();
    expect(on('names', born(undefined))).not.toThrow();
    expect(on('none')).not.toThrow();
  });

  it('are a day of birth and a paper where it wants documents', () => {
    expect(on('documents', born('1990-01-01', { document }))).not.toThrow();
    expect(on('documents', born('1990-01-01'))).toThrow(missing);
    expect(on('documents', born(undefined, { document }))).toThrow(missing);
  });
});

describe('places that cost nothing', () => {
  const tariff = (amount: number, occupiesPlace = true) => ({
    ...{ ticketType: { occupiesPlace }, zone: null },
    candidates: [{ from: null, to: null, price: { amount }, total: { amount } }],
  });
  const priced = departure('noon', { tariffs: [tariff(0), tariff(100)] });
  const line = (unitAmount: number, quantity: number, change: object = {}): PricedLine =>
    ({ eventId: 'noon', facts: { occupiesPlace: true }, unitAmount, quantity, ...change }) as PricedLine;
  const ask =
    (lines: PricedLine[], on = priced) =>
    () =>
      requirePayingGuests(on, lines, now);
  const refused = (free: number, paid: number) =>
    refusal('NEEDS_PAYING_GUEST', { eventId: 'noon', free, paid });

  it('are no more than those that are paid for', () => {
    expect(ask([line(0, 2), line(100, 2)])).not.toThrow();
    expect(ask([line(0, 3), line(100, 1), line(50, 1)])).toThrow(refused(3, 2));
  });

  it('are counted on their own departure, without those who take none', () => {
    expect(ask([line(0, 1), line(100, 1, { eventId: 'one' })])).toThrow(refused(1, 0));
    expect(ask([line(0, 1), line(100, 1, { facts: { occupiesPlace: false } })])).toThrow(refused(1, 0));
    expect(ask([line(0, 1, { facts: null })])).not.toThrow();
  });

  it('are anybody’s where no place has a price', () => {
    const gratis = departure('noon', { tariffs: [tariff(0), tariff(100, false)] });
    expect(ask([line(0, 1)], gratis)).not.toThrow();
  });
});
