import { canBePaid, holdsMoney, isMoving, leftOver } from './order.ts';

const rub = (amount: number) => ({ amount, currency: 'RUB' });
const refund = (status: string) => ({ id: 'r', status, amount: rub(1), reason: '', requestedAt: '' });
const attempt = (method: string, status: string) =>
  ({ method, refunds: [refund(status)] }) as unknown as Parameters<typeof isMoving>[0]['payments'][number];

describe('an order on its page', () => {
  it('offers what its state allows', () => {
    expect(['LOCKED', 'EXPIRED', 'PAID', 'CANCELLED'].filter((status) => canBePaid({ status }))).toEqual([
      'LOCKED',
      'EXPIRED',
    ]);
    expect(['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'].filter((status) => holdsMoney({ status }))).toEqual([
      'PAID',
      'PARTIALLY_REFUNDED',
    ]);
  });

  it('is looked at again while a gateway gives money back, not while people do', () => {
    expect(isMoving({ payments: [attempt('yookassa', 'pending')], messages: [] })).toBe(true);
    expect(isMoving({ payments: [attempt('cash', 'pending')], messages: [] })).toBe(false);
    expect(isMoving({ payments: [attempt('yookassa', 'succeeded')], messages: [] })).toBe(false);
  });

  it('counts what is left, requests under way taken off', () => {
    const lines = [{ lineId: 'a', quantity: 1, amount: rub(700), goesWith: [] }];
    expect(leftOver({ refundQuote: { lines }, total: rub(1000), refunded: rub(0) })).toEqual(rub(700));
    expect(leftOver({ refundQuote: null, total: rub(1000), refunded: rub(100) })).toEqual(rub(900));
  });
});
