import type { OrderLine } from './order.ts';
import { endAfter, isLate, obstacleTo, type SettlementQuestion } from './settlement.ts';

const now = new Date('2027-06-01T12:00:00Z');
const later = now.getTime() + 1;
const locked = { state: 'LOCKED', paidAt: null, expiresAt: new Date(later) } as const;
const expired = { ...locked, state: 'EXPIRED' } as const;
const [startAt, endAt] = [Date.parse('2027-06-02T12:00:00Z'), Date.parse('2027-06-02T13:00:00Z')];
const sails = { startAt, endAt, leavesAt: later, cancelled: false };
const left = { ...sails, leavesAt: now.getTime() };

type Question = Pick<SettlementQuestion, 'order'> & {
  departures: (typeof sails)[];
  lines?: SettlementQuestion['lines'];
};

const obstacle = ({ departures, lines = [], order }: Question) =>
  obstacleTo({ order, lines, departures: new Map(departures.map((one, at) => [`${at}`, one])), now });

describe('what stands against keeping money', () => {
  it('is nothing for an order in time, or late with its departure ahead', () => {
    expect(obstacle({ order: locked, departures: [sails] })).toBeUndefined();
    expect(obstacle({ order: expired, departures: [sails] })).toBeUndefined();
  });

  it('is that the order was paid before, whatever became of it', () => {
    for (const state of ['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED', 'CANCELLED'] as const)
      expect(obstacle({ order: { ...locked, state, paidAt: now }, departures: [] })).toBe('ALREADY_PAID');
  });

  it('is that somebody gave it up, or never offered it', () => {
    for (const state of ['CANCELLED', 'PENDING'] as const)
      expect(obstacle({ order: { ...locked, state }, departures: [] })).toBe('ORDER_CANCELLED');
  });

  it('is a cancelled departure, and one that has left when the money is late', () => {
    const cancelled = { ...sails, cancelled: true };
    expect(obstacle({ order: locked, departures: [sails, cancelled] })).toBe('EVENT_CANCELLED');
    expect(obstacle({ order: expired, departures: [left] })).toBe('DEPARTED');
    expect(obstacle({ order: expired, departures: [sails, left] })).toBe('DEPARTED');
    expect(obstacle({ order: locked, departures: [left] })).toBeUndefined();
  });

  it('is that the departure leaves or ends at another time than was sold, when the money is late', () => {
    const facts = { startAt: '2027-06-02T15:00:00+03:00', endAt: '2027-06-02T16:00:00+03:00' };
    const lines = [
      { eventId: '0', facts: facts as OrderLine['facts'] },
      { eventId: null, facts: null },
    ];
    const said = (departure: Partial<typeof sails>, order: Question['order'] = expired) =>
      obstacle({ order, departures: [{ ...sails, ...departure }], lines });
    expect([said({}), said({ startAt: startAt + 999 }), said({ leavesAt: later + 1 })]).toEqual([
      ...[undefined, undefined, undefined],
    ]);
    expect(said({ startAt: startAt + 1000 })).toBe('EVENT_CHANGED');
    expect(said({ endAt: endAt - 1000 })).toBe('EVENT_CHANGED');
    expect(said({ startAt: startAt - 1000 }, locked)).toBeUndefined();
    expect(said({ startAt: startAt + 1000, leavesAt: now.getTime() })).toBe('DEPARTED');
    expect(obstacle({ order: expired, departures: [], lines })).toBeUndefined();
  });
});

describe('late money', () => {
  it('is what comes at the end of the term or after it, tidied up or not', () => {
    expect(isLate({ order: locked, now })).toBe(false);
    expect(isLate({ order: { ...locked, expiresAt: now }, now })).toBe(true);
    expect(isLate({ order: expired, now })).toBe(true);
    expect(isLate({ order: { ...locked, expiresAt: null }, now })).toBe(false);
  });
});

describe('an unpaid order whose money goes back', () => {
  it('ends as what it has become; one that has ended stays', () => {
    expect(endAfter(locked, 'PLACES_LOST')).toBe('EXPIRED');
    expect(endAfter(locked, 'EVENT_CANCELLED')).toBe('CANCELLED');
    expect(endAfter(expired, 'PLACES_LOST')).toBeUndefined();
  });
});
