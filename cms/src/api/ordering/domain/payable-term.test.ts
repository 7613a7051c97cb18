import { keptUntil, payableTerm } from './payable-term.ts';

const now = new Date('2027-06-01T12:00:00Z');
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const leaving = (...minutes: number[]) => minutes.map((at) => ({ leavesAt: after(at).getTime() }));
const order = { state: 'LOCKED', expiresAt: after(15), maxExpiresAt: after(75) } as const;
const term = (departures: { leavesAt: number }[], more: object = {}) =>
  payableTerm({ order: { ...order, ...more }, departures, now });

describe('a payment may begin', () => {
  it('while the order lasts and none of its departures has left', () => {
    expect(term(leaving(1, 200)).state).toBe('open');
    expect(term(leaving(0, 200)).state).toBe('closed');
    expect(term(leaving(200), { expiresAt: now }).state).toBe('closed');
    expect(term(leaving(200), { expiresAt: null }).state).toBe('open');
    expect(term(leaving(0), { expiresAt: null }).state).toBe('closed');
  });

  it('for what has no departure as long as the order lasts', () => {
    expect(term([])).toEqual({ ...order, state: 'open' });
  });

  it('not for an order that is paid, a draft or one that has ended', () => {
    for (const state of ['PAID', 'PARTIALLY_REFUNDED'] as const)
      expect(term(leaving(0), { state }).state).toBe('paid');
    for (const state of ['PENDING', 'EXPIRED', 'CANCELLED', 'REFUNDED'] as const)
      expect(term([], { state }).state).toBe('closed');
  });
});

describe('a payment keeps the order', () => {
  it('until the first departure leaves at most', () => {
    expect(term(leaving(300, 20)).maxExpiresAt).toEqual(after(20));
    expect(term(leaving(300)).maxExpiresAt).toEqual(after(75));
  });

  it('as long as its places are held, never shorter than before', () => {
    expect(keptUntil(order, after(60))).toEqual(after(60));
    expect(keptUntil(order, after(5))).toEqual(after(15));
    expect(keptUntil({ ...order, expiresAt: null }, after(5))).toEqual(after(5));
  });

  it('not past a departure that was moved before its end', () => {
    expect(keptUntil({ ...order, maxExpiresAt: after(10) }, after(60))).toEqual(after(10));
    expect(keptUntil({ ...order, maxExpiresAt: null }, after(90))).toEqual(after(90));
  });
});
