import { reasonWord, sentenceOf } from './history-sentence.ts';

const said = (what: string, details: Record<string, unknown> = {}) => sentenceOf({ what, details }, 'RUB');

describe('the history of an order', () => {
  it('says how it was paid, and which places were given instead', () => {
    expect(said('order.paid', { method: 'cash', moved: [{ from: '1A', to: '2B' }] })).toEqual({
      id: 'orders.did.paid',
      method: 'cash',
      moved: '1A → 2B',
    });
  });

  it('says what goes back and why, in the currency of the order', () => {
    expect(said('refund.requested', { amount: 150_000, reasonCode: 'STAFF_OVERRIDE' })).toEqual({
      id: 'orders.did.refundAsked',
      amount: { amount: 150_000, currency: 'RUB' },
      reason: 'orders.rule.STAFF_OVERRIDE',
    });
    expect(said('payment.returned', { amount: 1, reason: 'PLACES_LOST' })).toMatchObject({
      reason: 'orders.close.PLACES_LOST',
    });
  });

  it('leaves no code to read where it does not know one', () => {
    expect(said('order.teleported')).toEqual({ id: 'orders.did.other' });
    expect(reasonWord('SOMETHING_NEW')).toBeUndefined();
  });
});
