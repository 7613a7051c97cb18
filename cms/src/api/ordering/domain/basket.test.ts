import type { Departure } from '../../catalog/domain/departure.ts';
import type { Product } from '../../catalog/domain/snapshot.ts';
import { type Basket, type BasketHold, knownBasket, mostPieces } from './basket.ts';

const departure = (id: string, seller = 'river') => ({ id, seller: { id: seller } }) as Departure;
const product = (id: string, seller = 'river') => ({ row: { id }, seller: { id: seller } }) as Product;
const byId = <Kept>(entries: [string, Kept][]): ReadonlyMap<string, Kept> => new Map(entries);

const shelf = {
  departures: byId([
    ['noon', departure('noon')],
    ['night', departure('night', 'sea')],
  ]),
  products: byId([
    ['guide', product('guide')],
    ['chart', product('chart', 'sea')],
  ]),
};

const seat = { seatCode: '1A', zone: null };
const count = { ticketTypeId: 'adult', zone: null, quantity: 1 };
const hold = (eventId: string, parts: Partial<BasketHold> = {}): BasketHold => ({
  ...{ holdId: `h-${eventId}`, eventId, seats: [seat], quantities: [] },
  ...parts,
});
const pieces = (...lines: [productId: string, quantity: number][]) =>
  lines.map(([productId, quantity]) => ({ productId, quantity }));
const known = (wishes: Partial<Basket>) =>
  knownBasket({ holds: [], products: [], seatTypes: [], passengers: [], ...wishes }, shelf);
const refusal = (code: string, details?: object) =>
  expect.objectContaining({ code, ...(details && { details }) });

describe('a basket', () => {
  it('is known when everything in it is on the shelf', () => {
    const noon = hold('noon');
    expect(known({ holds: [noon], products: pieces(['guide', 2]) })).toEqual({
      held: [{ hold: noon, departure: departure('noon') }],
      products: [{ product: product('guide'), quantity: 2 }],
      sellerId: 'river',
    });
  });

  it('leaves out holds that hold nothing, also on departures that are gone', () => {
    const open = hold('noon', { seats: [], quantities: [count] });
    const empty = hold('gone', { seats: [] });
    expect(known({ holds: [empty, open] }).held.map(({ hold: { eventId } }) => eventId)).toEqual(['noon']);
    expect(() => known({ holds: [empty] })).toThrow(refusal('EMPTY_ORDER'));
  });

  it('with places on a departure that left the shop names it', () => {
    expect(() => known({ holds: [hold('noon'), hold('gone')] })).toThrow(
      refusal('SALES_CLOSED', { eventIds: ['gone'] }),
    );
  });

  it('with products that are not sold names each of them', () => {
    expect(() => known({ products: pieces(['guide', 1], ['badge', 1], ['map', 1], ['badge', 1]) })).toThrow(
      refusal('UNKNOWN_PRODUCT', { productIds: ['badge', 'map'] }),
    );
  });

  it('counts a product in however many lines, up to the most', () => {
    expect(known({ products: pieces(['guide', mostPieces - 1], ['guide', 1]) }).products).toEqual([
      { product: product('guide'), quantity: mostPieces },
    ]);
    const tooMany = [{ path: 'lines', code: 'too_big', message: '50 pieces of one product at most' }];
    expect(() => known({ products: pieces(['guide', mostPieces], ['guide', 1]) })).toThrow(
      refusal('INVALID_INPUT', { issues: tooMany }),
    );
  });

  it('of two sellers is refused, and says whose places each hold keeps', () => {
    expect(() => known({ holds: [hold('noon'), hold('night')] })).toThrow(
      refusal('SEVERAL_SELLERS', {
        sellerIds: ['river', 'sea'],
        holds: [
          { holdId: 'h-noon', eventId: 'noon', sellerId: 'river' },
          { holdId: 'h-night', eventId: 'night', sellerId: 'sea' },
        ],
      }),
    );
    expect(() => known({ products: pieces(['guide', 1], ['chart', 1]) })).toThrow(
      refusal('SEVERAL_SELLERS', { sellerIds: ['river', 'sea'], holds: [] }),
    );
  });
});
