import type { Departure } from '../../catalog/domain/departure.ts';
import type { BasketHold, PassengerEntry, SeatType } from './basket.ts';
import { refuseStrayWishes, ticketsOf } from './tickets.ts';

const type = (id: string, occupiesPlace = true) => ({ ticketType: { id, occupiesPlace } });
const departure = (...tariffs: object[]) => ({ id: 'noon', tariffs }) as unknown as Departure;
const usual = departure(type('infant', false), type('adult'), type('child'), type('adult'));

const hold = (parts: Partial<BasketHold> = {}): BasketHold => ({
  ...{ holdId: 'h', eventId: 'noon', seats: [], quantities: [] },
  ...parts,
});
const seats = (...codes: string[]) => codes.map((seatCode) => ({ seatCode, zone: 'bow' }));
const quantity = (ticketTypeId: string, amount: number) => ({ ticketTypeId, zone: null, quantity: amount });
const wish = (seatCode: string, ticketTypeId = 'child', holdId = 'h'): SeatType => ({
  ...{ holdId, seatCode, ticketTypeId },
});
const person = (fullName: string, more: Partial<PassengerEntry> = {}): PassengerEntry => ({
  ...{ holdId: 'h', ticketTypeId: 'adult', fullName },
  ...more,
});

type Wishes = { seatTypes?: SeatType[]; passengers?: PassengerEntry[] };
const tickets = (held: BasketHold, { seatTypes = [], passengers = [] }: Wishes = {}, on = usual) =>
  ticketsOf({ hold: held, departure: on }, { seatTypes, passengers });
const shown = (...asked: Parameters<typeof tickets>) =>
  tickets(...asked).map(({ seatCode, type: { id }, quantity: pieces, passenger }) => [
    ...[seatCode, id, pieces, passenger?.fullName],
  ]);
const refusal = (code: string, details: object) => expect.objectContaining({ code, details });

describe('the tickets of a hold', () => {
  it('are those of its seats in their order, then those without a number', () => {
    const both = hold({ seats: seats('1B', '1A'), quantities: [quantity('infant', 2)] });
    expect(tickets(both, { seatTypes: [wish('1A')] })).toEqual([
      {
        ...{ departure: usual, holdId: 'h', seatCode: '1B', zone: 'bow', quantity: 1, passenger: undefined },
        ...{
          type: type('adult').ticketType,
          rules: [{ rule: 'default-ticket-type', ticketTypeId: 'adult' }],
        },
      },
      {
        ...{ departure: usual, holdId: 'h', seatCode: '1A', zone: 'bow', quantity: 1, passenger: undefined },
        ...{ type: type('child').ticketType, rules: [] },
      },
      {
        ...{ departure: usual, holdId: 'h', seatCode: null, zone: null, quantity: 2, passenger: undefined },
        ...{ type: type('infant', false).ticketType, rules: [] },
      },
    ]);
  });

  it('are of types that are sold', () => {
    expect(() => tickets(hold({ quantities: [quantity('senior', 1)] }))).toThrow(
      refusal('UNKNOWN_TICKET_TYPE', { ticketTypes: ['senior'] }),
    );
    const seated = hold({ seats: seats('1A') });
    expect(() => tickets(seated, { seatTypes: [wish('1A', 'infant')] })).toThrow(
      refusal('UNKNOWN_TICKET_TYPE', { ticketTypes: ['infant'] }),
    );
    expect(() => tickets(seated, {}, departure(type('infant', false)))).toThrow(
      refusal('SALES_CLOSED', { reason: 'no_price', eventIds: ['noon'] }),
    );
  });

  it('do not heed wishes about other holds', () => {
    const seated = hold({ seats: seats('1A') });
    const foreign = {
      seatTypes: [wish('1A', 'child', 'other')],
      passengers: [person('Bo', { holdId: 'other' })],
    };
    expect(shown(seated, foreign)).toEqual([['1A', 'adult', 1, undefined]]);
  });
});

describe('passengers', () => {
  it('with a seat take it before those without one', () => {
    const passengers = [person('Anna'), person('Bo', { seatCode: '1A' })];
    expect(shown(hold({ seats: seats('1A', '1B') }), { passengers })).toEqual([
      ['1A', 'adult', 1, 'Bo'],
      ['1B', 'adult', 1, 'Anna'],
    ]);
    const second = [person('Bo', { seatCode: '1B' })];
    expect(shown(hold({ seats: seats('1A', '1B') }), { passengers: second })).toEqual([
      ['1A', 'adult', 1, undefined],
      ['1B', 'adult', 1, 'Bo'],
    ]);
  });

  it('take one ticket of many, the others stay together', () => {
    const open = hold({ quantities: [quantity('child', 1), quantity('adult', 3)] });
    expect(shown(open, { passengers: [person('Anna'), person('Bo')] })).toEqual([
      [null, 'child', 1, undefined],
      [null, 'adult', 1, 'Anna'],
      [null, 'adult', 1, 'Bo'],
      [null, 'adult', 1, undefined],
    ]);
  });

  it('for whom there is no ticket are named', () => {
    const one = hold({ seats: seats('1A') });
    expect(() => tickets(one, { passengers: [person('Anna'), person('Bo')] })).toThrow(
      refusal('SEAT_NOT_HELD', { seats: [{ holdId: 'h', seatCode: null, ticketTypeId: 'adult' }] }),
    );
    const passengers = [person('Anna', { seatCode: '1A', ticketTypeId: 'child' })];
    expect(() => tickets(one, { seatTypes: [wish('1A', 'adult')], passengers })).toThrow(
      refusal('SEAT_NOT_HELD', { seats: [{ holdId: 'h', seatCode: '1A', ticketTypeId: 'child' }] }),
    );
  });
});

describe('wishes', () => {
  const holds = [hold({ seats: seats('1A', '1B') }), hold({ holdId: 'other', seats: seats('2A') })];
  const stray = ({ seatTypes = [], passengers = [] }: Wishes) => {
    try {
      refuseStrayWishes(holds, { seatTypes, passengers });
      return [];
    } catch (error) {
      return (error as { details: { seats: unknown[] } }).details.seats;
    }
  };

  it('about seats and holds that are there are fine, one of each kind for a seat', () => {
    const passengers = [person('Anna', { seatCode: '1A' }), person('Bo'), person('Cleo')];
    expect(stray({ seatTypes: [wish('1A'), wish('2A', 'adult', 'other')], passengers })).toEqual([]);
  });

  it('about seats and holds that are not there are named', () => {
    expect(stray({ seatTypes: [wish('2A'), wish('1A', 'adult', 'lost')] })).toEqual([
      { holdId: 'h', seatCode: '2A' },
      { holdId: 'lost', seatCode: '1A' },
    ]);
    expect(
      stray({ passengers: [person('Anna', { holdId: 'lost' }), person('Bo', { seatCode: '2A' })] }),
    ).toEqual([
      { holdId: 'lost', seatCode: null },
      { holdId: 'h', seatCode: '2A' },
    ]);
  });

  it('about one seat twice are named once', () => {
    const twice = [{ holdId: 'h', seatCode: '1A' }];
    expect(stray({ seatTypes: [wish('1A'), wish('1B'), wish('1A'), wish('1A')] })).toEqual(twice);
    const [anna, bo] = ['Anna', 'Bo'].map((name) => person(name, { seatCode: '1A' }));
    expect(stray({ passengers: [anna!, bo!] })).toEqual(twice);
  });
});
