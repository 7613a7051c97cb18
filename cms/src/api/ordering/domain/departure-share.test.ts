import { departureShare, isPaid } from './departure-share.ts';
import type { OrderLine } from './order.ts';
import type { RefundRequest } from './refund-request.ts';

const line = (id: string, change: Partial<OrderLine>) =>
  ({
    ...{ id, kind: 'admission', eventId: 'river', forLine: null, quantity: 2, amount: 200 },
    ...change,
  }) as OrderLine;

const river = line('river', {});
const fee = line('fee', { kind: 'fee', forLine: 'river', amount: 20 });
const gulf = line('gulf', { eventId: 'gulf', quantity: 1, amount: 90 });
const gulfFee = line('gulf-fee', { kind: 'fee', forLine: 'gulf', eventId: 'gulf', quantity: 1, amount: 9 });
const guide = line('guide', { kind: 'product', eventId: null, quantity: 1, amount: 50 });

const taken = (lineId: string, quantity: number, amount: number, state: RefundRequest['state'] = 'pending') =>
  ({ state, lines: [{ lineId, quantity, amount, admissionIds: [] }] }) as never;

const share = (lines: OrderLine[], requests: never[] = []) =>
  departureShare({ lines, requests, eventId: 'river' });

describe('what an order has on a departure', () => {
  it('is its tickets with the fees on them, and nothing of another departure', () => {
    expect(share([river, fee, gulf, gulfFee, guide])).toEqual({
      tickets: 2,
      amount: 220,
      lineIds: ['river'],
    });
  });

  it('is everything where no other tickets are left', () => {
    expect(share([river, fee, guide])).toEqual({ tickets: 2, amount: 270, lineIds: ['river', 'guide'] });
    const gone = taken('gulf', 1, 90);
    expect(share([river, fee, gulf, guide], [gone])).toMatchObject({
      amount: 270,
      lineIds: ['river', 'guide'],
    });
  });

  it('is less what refunds have taken of it, unless they were refused or failed', () => {
    expect(share([river, gulf], [taken('river', 1, 100)])).toEqual({
      tickets: 1,
      amount: 100,
      lineIds: ['river'],
    });
    for (const state of ['refused', 'failed'] as const)
      expect(share([river, gulf], [taken('river', 1, 100, state)])).toMatchObject({
        tickets: 2,
        amount: 200,
      });
    const both = [taken('river', 1, 100), taken('river', 1, 90, 'succeeded')];
    expect(share([river, gulf], both)).toEqual({ tickets: 0, amount: 0, lineIds: [] });
  });

  it('is nothing where it has no tickets there, whatever else it has', () => {
    expect(share([gulf, guide])).toEqual({ tickets: 0, amount: 0, lineIds: [] });
    expect(share([guide])).toEqual({ tickets: 0, amount: 0, lineIds: [] });
  });
});

describe('an order', () => {
  it('is paid from its money on until all of it went back', () => {
    const states = [
      'PENDING',
      'LOCKED',
      'PAID',
      'PARTIALLY_REFUNDED',
      'REFUNDED',
      'EXPIRED',
      'CANCELLED',
    ] as const;
    expect(states.filter((state) => isPaid({ state }))).toEqual(['PAID', 'PARTIALLY_REFUNDED']);
  });
});
