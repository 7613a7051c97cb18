import { describe, expect, it } from '@jest/globals';
import { money } from '@gangway/kit';
import { type PaymentAttempt, paymentSummary } from './payment-summary.ts';

const attempt = (given: Partial<PaymentAttempt> = {}): PaymentAttempt => ({
  ...{ method: 'yookassa', state: 'pending', needsReview: false, settledAt: null },
  ...{ amount: money(120_000, 'RUB'), refunded: money(0, 'RUB') },
  ...given,
});
const declined = attempt({ state: 'canceled' });
const paid = attempt({ state: 'succeeded', settledAt: new Date('2026-11-20T12:05:00Z') });

describe('what a buyer is told of the money', () => {
  it('is nothing before the first attempt', () => {
    expect(paymentSummary([], 'LOCKED')).toBeNull();
  });

  it('is the latest attempt, which may be gone on with or tried again', () => {
    expect(paymentSummary([declined, attempt()], 'LOCKED')).toMatchObject({
      status: 'pending',
      canRetry: true,
    });
    expect(paymentSummary([attempt(), declined], 'LOCKED')).toMatchObject({
      status: 'canceled',
      canRetry: true,
    });
  });

  it('is what paid, whatever was tried before and after', () => {
    expect(paymentSummary([declined, paid, declined], 'PAID')).toEqual({
      ...{ status: 'succeeded', method: 'yookassa', paidAt: '2026-11-20T12:05:00.000Z' },
      ...{ refunded: money(0, 'RUB'), canRetry: false },
    });
  });

  it('asks nobody to pay twice while an attempt is looked at', () => {
    const unknown = attempt({ needsReview: true });
    expect(paymentSummary([unknown, declined], 'LOCKED')).toMatchObject({
      status: 'pending',
      canRetry: false,
    });
    expect(paymentSummary([attempt({ state: 'authorized' }), declined], 'LOCKED')?.canRetry).toBe(false);
  });

  it.each(['EXPIRED', 'CANCELLED', 'REFUNDED', 'PAID'] as const)(
    'lets nobody pay an order that is %s',
    (state) => {
      expect(paymentSummary([declined], state)?.canRetry).toBe(false);
    },
  );
});
