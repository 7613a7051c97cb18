import type { OrderLine } from './order.ts';
import { releasedPlaces } from './released-places.ts';

const line = (change: Partial<OrderLine>) =>
  ({
    ...{ id: 'l', kind: 'admission', eventId: 'e', seatCode: null, zone: 'sun', ticketTypeId: 't' },
    ...change,
  }) as OrderLine;

const released = (change: Partial<OrderLine>) =>
  releasedPlaces([{ lineId: 'l', quantity: 2 }], [line(change)]);

describe('what a share of an order gives back', () => {
  it('is the seat of a numbered place', () => {
    expect(released({ seatCode: '1A' })).toEqual([{ eventId: 'e', seatCode: '1A' }]);
  });

  it('is so many of the type in the zone of places without numbers', () => {
    expect(released({})).toEqual([{ eventId: 'e', ticketTypeId: 't', zone: 'sun', quantity: 2 }]);
    expect(released({ zone: null })).toEqual([{ eventId: 'e', ticketTypeId: 't', zone: null, quantity: 2 }]);
  });

  it('is no place where there was none: fees, products, lines that are not there', () => {
    expect(released({ kind: 'fee' })).toEqual([]);
    expect(released({ kind: 'product', seatCode: '1A' })).toEqual([]);
    expect(released({ eventId: null })).toEqual([]);
    expect(released({ ticketTypeId: null })).toEqual([]);
    expect(released({ id: 'other' })).toEqual([]);
  });
});
