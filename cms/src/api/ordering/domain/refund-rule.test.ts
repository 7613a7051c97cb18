import fc from 'fast-check';
import type { RefundKind } from '../../catalog/domain/refund-rule.ts';
import { decideLine, policyVersion, type RefundLine, widestUntil } from './refund-rule.ts';
import { floorAt, type StatutoryFloor, statutoryFloors } from './statutory-floor.ts';

const hour = 3_600_000;
const startAt = Date.parse('2027-06-02T12:00:00Z');
const dayBefore = startAt - 24 * hour;

const departure = (policy: RefundKind, cancelled = false) => ({
  ...{ startAt, leavesAt: startAt, policy, cancelled, changed: false },
});

const ticket = (changes: Partial<RefundLine> = {}): RefundLine => ({
  ...{ id: 'ticket', kind: 'admission', forLine: null, quantity: 1, amount: 1000, used: 0 },
  departure: departure('until24h'),
  ...changes,
});

const floor = (hoursBefore: number | null): StatutoryFloor => ({
  ...{ jurisdiction: 'XX', version: 'XX.1', from: 0, source: 'test' },
  hoursBefore,
});

const decide = (line: RefundLine, { now = dayBefore, law = floor(null), others = [] as RefundLine[] } = {}) =>
  decideLine(line, { lines: [line, ...others], floor: law, now });

describe('the 24 hour rule', () => {
  it('gives everything back at the last moment of the right', () => {
    expect(decide(ticket())).toEqual({ allowed: true, reason: 'WITHIN_POLICY', until: dayBefore });
  });

  it('gives nothing back one millisecond later', () => {
    const late = decide(ticket(), { now: dayBefore + 1 });
    expect(late).toEqual({ allowed: false, reason: 'TOO_LATE', until: dayBefore });
  });

  it('follows the policy of the activity', () => {
    const flexible = ticket({ departure: departure('flexible') });
    expect(decide(flexible, { now: startAt }).allowed).toBe(true);
    expect(decide(flexible, { now: startAt + 1 }).allowed).toBe(false);
    expect(decide(ticket({ departure: departure('nonRefundable') }), { now: 0 })).toEqual({
      allowed: false,
      reason: 'NOT_REFUNDABLE',
      until: null,
    });
  });

  it('gives way when the operator cancels, at any time and under any policy', () => {
    const cancelled = ticket({ departure: departure('nonRefundable', true) });
    expect(decide(cancelled, { now: startAt + hour })).toEqual({
      allowed: true,
      reason: 'OPERATOR_CANCELLED',
      until: null,
    });
  });

  it('does not give back what was used or was given back before', () => {
    expect(decide(ticket({ used: 1 }))).toMatchObject({ allowed: false, reason: 'ALREADY_USED' });
    expect(decide(ticket({ quantity: 0 }))).toMatchObject({ allowed: false, reason: 'ALREADY_REFUNDED' });
  });
});

describe('what goes with a ticket', () => {
  const guide = ticket({ id: 'guide', kind: 'product', departure: undefined });
  const fee = ticket({ id: 'fee', kind: 'fee', forLine: 'ticket', departure: undefined });

  it('is its fee and the digital goods of the order', () => {
    for (const line of [guide, fee]) {
      expect(decide(line, { others: [ticket()] }).allowed).toBe(true);
      expect(decide(line, { others: [ticket()], now: dayBefore + 1 }).allowed).toBe(false);
    }
  });

  it('is not a digital good that was bought alone', () => {
    expect(decide(guide)).toEqual({ allowed: false, reason: 'DIGITAL_DELIVERED', until: null });
  });

  it('is not a digital good beside tickets that were free or have gone', () => {
    for (const gone of [{ amount: 0 }, { amount: 0, quantity: 0 }])
      expect(decide(guide, { others: [ticket(gone)] })).toMatchObject({ reason: 'DIGITAL_DELIVERED' });
  });

  it('is the fee of its own ticket, whatever becomes of others', () => {
    const fixed = ticket({ id: 'fixed', departure: departure('nonRefundable') });
    expect(decide(fee, { others: [fixed, ticket()] }).allowed).toBe(true);
    expect(decide({ ...fee, forLine: 'fixed' }, { others: [ticket(), fixed] }).allowed).toBe(false);
  });

  it('is a digital good as long as one ticket that was paid for is left, whatever else has gone', () => {
    const free = ticket({ id: 'free', amount: 0 });
    const gone = ticket({ id: 'gone', quantity: 0, amount: 0, departure: departure('nonRefundable') });
    expect(decide(guide, { others: [ticket(), free, gone] })).toMatchObject({ allowed: true });
  });

  it('is refused with the first of the tickets that is', () => {
    const fixed = ticket({ id: 'b', departure: departure('nonRefundable') });
    expect(decide(guide, { others: [ticket(), fixed] })).toMatchObject({ reason: 'NOT_REFUNDABLE' });
  });

  it('follows the first departure that takes place', () => {
    const cancelled = ticket({ id: 'b', departure: { ...departure('until24h', true), startAt: 0 } });
    expect(decide(guide, { others: [cancelled, ticket()] })).toMatchObject({ until: dayBefore });
    expect(decide(guide, { others: [cancelled] })).toMatchObject({ reason: 'OPERATOR_CANCELLED' });
  });
});

describe('the statutory floor', () => {
  it('widens the right of a buyer whose activity promises nothing', () => {
    const line = ticket({ departure: departure('nonRefundable') });
    expect(decide(line, { law: floor(24) })).toMatchObject({ allowed: true, until: dayBefore });
    expect(decide(line, { law: floor(24), now: dayBefore + 1 })).toMatchObject({ reason: 'TOO_LATE' });
  });

  it('goes on for longer than a promise that ends earlier', () => {
    const until = (hoursBefore: number) => widestUntil({ startAt, policy: 'until24h' }, floor(hoursBefore));
    expect([12, 36].map(until)).toEqual([startAt - 12 * hour, dayBefore]);
  });

  it('never narrows a promise', () => {
    const policies = fc.constantFrom<RefundKind>('until24h', 'flexible', 'nonRefundable');
    const hours = fc.option(fc.integer({ min: 0, max: 1000 }));
    fc.assert(
      fc.property(policies, hours, (policy, hoursBefore) => {
        const promised = widestUntil({ startAt, policy }, floor(null));
        const widened = widestUntil({ startAt, policy }, floor(hoursBefore));
        expect(widened ?? -Infinity).toBeGreaterThanOrEqual(promised ?? -Infinity);
      }),
    );
  });

  it('is chosen by country and moment, the newest first', () => {
    const newer = { ...floor(0), from: 100, version: 'XX.2' };
    const floors = [floor(24), newer];
    expect(floorAt({ jurisdiction: 'XX', at: 99, floors }).version).toBe('XX.1');
    expect(floorAt({ jurisdiction: 'XX', at: 100, floors }).version).toBe('XX.2');
    expect(floorAt({ jurisdiction: 'YY', at: 100, floors })).toMatchObject({ hoursBefore: null });
  });

  it('is entered for every country that sellers may have, each version once', () => {
    for (const country of ['RU', 'EE', 'CY']) {
      expect(floorAt({ jurisdiction: country, at: startAt }).version).toBe(`${country}.1`);
    }
    expect(new Set(statutoryFloors.map(({ version }) => version)).size).toBe(statutoryFloors.length);
  });

  it('is named in the version that decisions keep', () => {
    expect(policyVersion(floor(24))).toBe('refund.4+XX.1');
  });
});
