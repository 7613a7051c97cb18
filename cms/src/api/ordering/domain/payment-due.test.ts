import { paymentStates } from '@gangway/kit';
import { orderStates } from './moves.ts';
import { isPaymentDue, isUnpaid } from './payment-due.ts';

describe('an order whose payment is waited for', () => {
  it('is one that nobody has paid yet', () =>
    expect(orderStates.filter(isUnpaid)).toEqual(['PENDING', 'LOCKED']));

  it('has an attempt on its way, or none', () => {
    const due = paymentStates.filter((status) => isPaymentDue({ status: 'LOCKED', payment: { status } }));
    expect(due).toEqual(['pending', 'authorized']);
    expect(isPaymentDue({ status: 'LOCKED', payment: null })).toBe(true);
  });

  it('is none when it has ended, whatever becomes of the money', () => {
    const late = { status: 'EXPIRED', payment: { status: 'pending' } } as const;
    expect(isPaymentDue(late)).toBe(false);
  });
});
