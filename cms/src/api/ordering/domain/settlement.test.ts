import { endAfter, isLate, obstacleTo } from './settlement.ts';

const now = new Date('2027-06-01T12:00:00Z');
const later = now.getTime() + 1;
const locked = { state: 'LOCKED', paidAt: null, expiresAt: new Date(later) } as const;
const expired = { ...locked, state: 'EXPIRED' } as const;
const sails = { leavesAt: later, cancelled: false };
const left = { leavesAt: now.getTime(), cancelled: false };

describe('what stands against keeping money', () => {
  it('is nothing for an order in time, or late with its departure ahead', () => {
    expect(obstacleTo({ order: locked, departures: [sails], now })).toBeUndefined();
    expect(obstacleTo({ order: expired, departures: [sails], now })).toBeUndefined();
  });

  it('is that the order was paid before, whatever became of it', () => {
    for (const state of ['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED', 'CANCELLED'] as const)
      expect(obstacleTo({ order: { ...locked, state, paidAt: now }, departures: [], now })).toBe(
        'ALREADY_PAID',
      );
  });

  it('is that somebody gave it up, or never offered it', () => {
    for (const state of ['CANCELLED', 'PENDING'] as const)
      expect(obstacleTo({ order: { ...locked, state }, departures: [], now })).toBe('ORDER_CANCELLED');
  });

  it('is a cancelled departure, and one that has left when the money is late', () => {
    const cancelled = { ...sails, cancelled: true };
    expect(obstacleTo({ order: locked, departures: [sails, cancelled], now })).toBe('EVENT_CANCELLED');
    expect(obstacleTo({ order: expired, departures: [left], now })).toBe('DEPARTED');
    expect(obstacleTo({ order: expired, departures: [sails, left], now })).toBe('DEPARTED');
    expect(obstacleTo({ order: locked, departures: [left], now })).toBeUndefined();
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
