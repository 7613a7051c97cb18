import type { Order, RefundQuote } from '../api/shapes.ts';
import { eventsToReturn } from './refund-terms.ts';

const line = (id: string, eventId: string, kind = 'admission') => ({ id, eventId, kind });
const order = {
  events: [{ id: 'cruise' }, { id: 'concert' }],
  lines: [line('adult', 'cruise'), line('fee', 'cruise', 'fee'), line('seat', 'concert')],
} as Pick<Order, 'events' | 'lines'>;

type Reason = RefundQuote['lines'][number]['reasonCode'];

function shown(reasons: Partial<Record<'adult' | 'fee' | 'seat', Reason>>): string[] {
  const lines = Object.entries(reasons).map(([lineId, reasonCode]) => ({ lineId, reasonCode }));
  return eventsToReturn({ order, quote: { lines } as RefundQuote }).map(({ id }) => id);
}

describe('the terms of a refund', () => {
  it('stand for each departure with tickets that are left, also past their moment', () => {
    expect(shown({ adult: 'WITHIN_POLICY', seat: 'TOO_LATE' })).toEqual(['cruise', 'concert']);
  });

  it.each(['ALREADY_REFUNDED', 'ALREADY_USED'] as const)('go with tickets that are %s', (reason) => {
    expect(shown({ adult: reason, fee: 'WITHIN_POLICY', seat: 'NOT_REFUNDABLE' })).toEqual(['concert']);
    expect(shown({ adult: reason, seat: 'ALREADY_REFUNDED' })).toEqual([]);
  });

  it('stay while it is not known what is left', () => {
    expect(eventsToReturn({ order, quote: undefined })).toEqual(order.events);
  });
});
