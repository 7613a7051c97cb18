import type { OrderLine } from './order.ts';
import { releasedPlaces } from './released-places.ts';

const line = (change: Partial<OrderLine>) =>
  ({
    ...{ id: 'l', kind: 'admission', eventId: 'e', seatCode: null, zone: 'sun', ticketTypeId: 't' },
    ...change,
  }) as OrderLine;

type State = 'voided' | 'used';

const released = (change: Partial<OrderLine>, states: State[] = ['voided', 'voided']) => {
  const admissions = states.map((state, at) => ({ id: `t${at}`, state }));
  const share = { lineId: 'l', quantity: states.length, admissionIds: admissions.map(({ id }) => id) };
  return releasedPlaces({ shares: [share], lines: [line(change)], admissions });
};

describe('what a share of an order gives back', () => {
  it('is the seat of a numbered place', () => {
    expect(released({ seatCode: '1A' })).toEqual([{ eventId: 'e', seatCode: '1A' }]);
  });

  it('is so many of the type in the zone of places without numbers', () => {
    expect(released({})).toEqual([{ eventId: 'e', ticketTypeId: 't', zone: 'sun', quantity: 2 }]);
    expect(released({ zone: null })).toEqual([{ eventId: 'e', ticketTypeId: 't', zone: null, quantity: 2 }]);
  });

  it('is not the place of somebody who is aboard', () => {
    expect(released({ seatCode: '1A' }, ['used'])).toEqual([]);
    expect(released({}, ['used', 'used'])).toEqual([]);
    expect(released({}, ['used', 'voided'])).toMatchObject([{ quantity: 1 }]);
  });

  it('is no place where there was none: fees, products, lines that are not there', () => {
    expect(released({ kind: 'fee' })).toEqual([]);
    expect(released({ kind: 'product', seatCode: '1A' })).toEqual([]);
    expect(released({ eventId: null })).toEqual([]);
    expect(released({ ticketTypeId: null })).toEqual([]);
    expect(released({ id: 'other' })).toEqual([]);
  });
});
