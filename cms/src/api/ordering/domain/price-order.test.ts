import { type Basket, type BasketHold, knownBasket, type PassengerEntry } from './basket.ts';
import { largestAmount, priceOrder } from './price-order.ts';
import type { Promotion } from './promotion.ts';
import {
  activity,
  adult,
  child,
  event,
  fee,
  infant,
  moment,
  price,
  product,
  seller,
  shelfOf,
} from '../tests/shelf.ts';

const cruise = activity({ id: 'cruise' });
const prices = [
  price({ activityId: 'cruise', ticketTypeId: 'adult', amount: 120_000 }),
  price({ activityId: 'cruise', ticketTypeId: 'child', amount: 60_000 }),
  price({ activityId: 'cruise', ticketTypeId: 'infant', amount: 0 }),
];

const usual = {
  activities: [cruise],
  events: [event('noon', 'cruise')],
  prices,
  products: [product('guide')],
};

const hold = (quantities: Record<string, number>, parts: Partial<BasketHold> = {}): BasketHold => ({
  ...{ holdId: 'hold', eventId: 'noon', seats: [] },
  quantities: Object.entries(quantities).map(([ticketTypeId, quantity]) => ({
    ticketTypeId,
    zone: null,
    quantity,
  })),
  ...parts,
});

const seats = (...codes: string[]) =>
  hold({}, { seats: codes.map((seatCode) => ({ seatCode, zone: 'deck' })) });

type Question = Partial<Basket> & {
  rows?: Parameters<typeof shelfOf>[0];
  promotion?: Partial<Promotion>;
  now?: number;
  complete?: boolean;
};

const promotionOf = (given: Partial<Promotion>): Promotion => ({
  ...{ id: 'autumn', code: 'AUTUMN', kind: 'percent', percent: 10, amount: null, currency: 'RUB' },
  ...{ validFrom: null, validTo: null, maxUses: null, activityIds: [], ...given },
});

function detailsOf(ask: () => unknown): unknown {
  try {
    return ask();
  } catch (error) {
    return (error as { details: unknown }).details;
  }
}

function priced({ rows = {}, promotion, now = moment, complete = true, ...wishes }: Question) {
  const basket: Basket = { holds: [], products: [], seatTypes: [], passengers: [], ...wishes };
  const known = knownBasket(basket, shelfOf({ ...usual, ...rows }));
  const code = promotion && promotionOf(promotion);
  return priceOrder({ basket, known, promotion: code, now, complete });
}

const codeOf = (question: Question): string => {
  try {
    priced(question);
    return 'accepted';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('tickets', () => {
  it('are a line for each type with what they cost now', () => {
    const { lines, total } = priced({ holds: [hold({ adult: 2, child: 1 })] });
    expect(lines.map(({ ticketTypeId, quantity, amount }) => [ticketTypeId, quantity, amount])).toEqual([
      ['adult', 2, 240_000],
      ['child', 1, 60_000],
    ]);
    expect(total).toBe(300_000);
  });

  it('on numbered places are a line for each seat, of the first type that takes a place', () => {
    const { lines } = priced({ holds: [seats('A-1', 'A-2')] });
    expect(lines.map(({ seatCode, ticketTypeId, quantity }) => [seatCode, ticketTypeId, quantity])).toEqual([
      ['A-1', 'adult', 1],
      ['A-2', 'adult', 1],
    ]);
    expect(lines[0]?.rules[0]).toEqual({ rule: 'default-ticket-type', ticketTypeId: 'adult' });
  });

  it('are of the type that is asked for', () => {
    const seatTypes = [{ holdId: 'hold', seatCode: 'A-2', ticketTypeId: 'child' }];
    const { lines } = priced({ holds: [seats('A-1', 'A-2')], seatTypes });
    expect(lines.map(({ ticketTypeId }) => ticketTypeId)).toEqual(['adult', 'child']);
    expect(lines[1]?.rules.map(({ rule }) => rule)).toEqual(['price']);
  });

  it('do not give a seat away to who sits on a lap', () => {
    const seatTypes = [{ holdId: 'hold', seatCode: 'A-2', ticketTypeId: 'infant' }];
    expect(codeOf({ holds: [seats('A-1', 'A-2')], seatTypes })).toBe('UNKNOWN_TICKET_TYPE');
  });

  it('cost what their zone costs, else what all zones cost', () => {
    const dear = price({ activityId: 'cruise', ticketTypeId: 'adult', amount: 200_000, zone: 'deck' });
    const two = [
      { ...hold({}), quantities: [{ ticketTypeId: 'adult', zone: 'deck', quantity: 1 }] },
      { ...hold({}), holdId: 'other', quantities: [{ ticketTypeId: 'adult', zone: null, quantity: 1 }] },
    ];
    const plain = priced({ holds: two, rows: { prices } });
    expect(plain.lines.map(({ amount }) => amount)).toEqual([120_000, 120_000]);
    expect(codeOf({ holds: two, rows: { prices: [dear] } })).toBe('SALES_CLOSED');
  });

  it('keep what they were bought for', () => {
    const { lines } = priced({ holds: [hold({ adult: 1 })] });
    expect(lines[0]).toMatchObject({
      names: { ru: 'Прогулка cruise · adult по-русски', en: 'Прогулка cruise · adult' },
      facts: { startAt: '2026-11-22T15:00:00+03:00', timezone: 'Europe/Moscow', refundPolicy: 'until24h' },
    });
  });
});

describe('what is asked for and is not there', () => {
  it('is refused', () => {
    expect(codeOf({})).toBe('EMPTY_ORDER');
    expect(codeOf({ holds: [hold({})] })).toBe('EMPTY_ORDER');
    expect(codeOf({ products: [{ productId: 'nothing', quantity: 1 }] })).toBe('UNKNOWN_PRODUCT');
    expect(codeOf({ holds: [hold({ adult: 1 }, { eventId: 'gone' })] })).toBe('SALES_CLOSED');
    expect(codeOf({ holds: [hold({ senior: 1 })] })).toBe('UNKNOWN_TICKET_TYPE');
  });

  it('includes more pieces of a product than one order may have, in however many lines', () => {
    const lines = (...quantities: number[]) =>
      quantities.map((quantity) => ({ productId: 'guide', quantity }));
    expect(codeOf({ products: lines(20, 30) })).toBe('accepted');
    expect(codeOf({ products: lines(20, 30, 1) })).toBe('INVALID_INPUT');
  });

  it('includes seats that are not held, and one seat asked for twice', () => {
    const of = (holdId: string, seatCode: string) => ({ holdId, seatCode, ticketTypeId: 'adult' });
    const holds = [seats('A-1')];
    expect(codeOf({ holds, seatTypes: [of('hold', 'A-2')] })).toBe('SEAT_NOT_HELD');
    expect(codeOf({ holds, seatTypes: [of('foreign', 'A-1')] })).toBe('SEAT_NOT_HELD');
    expect(codeOf({ holds, seatTypes: [of('hold', 'A-1'), of('hold', 'A-1')] })).toBe('SEAT_NOT_HELD');
    expect(codeOf({ holds, seatTypes: [of('hold', 'A-1')] })).toBe('accepted');
  });
});

describe('a departure', () => {
  const holds = [hold({ adult: 1 })];
  const at = (row: object) => ({ holds, rows: { events: [event('noon', 'cruise', row)] } });

  it('sells to the last moment and not at it', () => {
    expect(codeOf({ ...at({ salesEndAt: moment + 1 }) })).toBe('accepted');
    expect(codeOf({ ...at({ salesEndAt: moment }) })).toBe('SALES_CLOSED');
  });

  it('sells from the first moment on', () => {
    expect(codeOf(at({ salesStartAt: moment }))).toBe('accepted');
    expect(codeOf(at({ salesStartAt: moment + 1 }))).toBe('SALES_CLOSED');
  });

  it('does not sell when it is cancelled, closed or gone', () => {
    for (const state of ['cancelled', 'closed', 'boarding', 'departed', 'completed'] as const)
      expect(codeOf(at({ state }))).toBe('SALES_CLOSED');
    expect(codeOf({ ...at({}), now: moment + 50 * 3_600_000 })).toBe('SALES_CLOSED');
  });
});

describe('one order', () => {
  it('has one seller', () => {
    const rows = {
      sellers: [seller('river'), seller('sea')],
      products: [product('guide'), product('chart', { sellerId: 'sea' })],
    };
    const guide = { productId: 'guide', quantity: 1 };
    const chart = { productId: 'chart', quantity: 1 };
    expect(codeOf({ rows, products: [guide, chart] })).toBe('SEVERAL_SELLERS');
    expect(codeOf({ rows, products: [chart], holds: [hold({ adult: 1 })] })).toBe('SEVERAL_SELLERS');
    expect(priced({ rows, products: [chart] }).sellerId).toBe('sea');
  });

  it('refused for two sellers, tells whose places each hold keeps, so that some can be let go', () => {
    const rows = {
      sellers: [seller('river'), seller('sea')],
      products: [product('chart', { sellerId: 'sea' })],
    };
    const ask = () =>
      priced({ rows, products: [{ productId: 'chart', quantity: 1 }], holds: [hold({ adult: 1 })] });
    const holds = [{ holdId: 'hold', eventId: 'noon', sellerId: 'river' }];
    expect(detailsOf(ask)).toEqual({ sellerIds: ['river', 'sea'], holds });
  });

  it('costs no more than can be counted', () => {
    const rows = { products: [product('yacht', { amount: 1_073_741_824 })] };
    expect(codeOf({ rows, products: [{ productId: 'yacht', quantity: 1 }] })).toBe('accepted');
    expect(codeOf({ rows, products: [{ productId: 'yacht', quantity: 2 }] })).toBe('AMOUNT_TOO_LARGE');
    const most = { products: [product('yacht', { amount: largestAmount })] };
    expect(codeOf({ rows: most, products: [{ productId: 'yacht', quantity: 1 }] })).toBe('accepted');
    const dear = [price({ activityId: 'cruise', ticketTypeId: 'adult', amount: largestAmount })];
    expect(codeOf({ rows: { prices: dear }, holds: [hold({ adult: 1 })] })).toBe('accepted');
    expect(codeOf({ rows: { prices: dear, fees: [fee('port')] }, holds: [hold({ adult: 1 })] })).toBe(
      'AMOUNT_TOO_LARGE',
    );
  });

  it('is in the currency of its seller, and its sums are those of its lines', () => {
    const rows = { sellers: [seller('river', 'EUR', 'EE')] };
    const guide = [{ productId: 'guide', quantity: 1 }];
    expect(priced({ rows, products: guide }).currency).toBe('EUR');
    const order = priced({ holds: [hold({ adult: 1 })], products: guide, promotion: { percent: 50 } });
    expect(order).toMatchObject({ currency: 'RUB', total: 79_500, discountTotal: 79_500 });
    expect(order.vatTotal).toBe(10_820 + 3_516);
  });

  it('numbers its lines from one on: tickets, then products, then fees', () => {
    const { lines } = priced({
      holds: [hold({ adult: 1, child: 1 })],
      products: ['guide', 'map'].map((productId) => ({ productId, quantity: 1 })),
      rows: { fees: [fee('service'), fee('port')], products: [product('guide'), product('map')] },
    });
    const shown = lines.map(({ position, kind, productId, feeId, forPosition }) => {
      return [position, kind, productId ?? feeId, forPosition];
    });
    expect(shown).toEqual([
      [1, 'admission', null, null],
      [2, 'admission', null, null],
      [3, 'product', 'guide', null],
      [4, 'product', 'map', null],
      [5, 'fee', 'service', 1],
      [6, 'fee', 'port', 1],
      [7, 'fee', 'service', 2],
      [8, 'fee', 'port', 2],
    ]);
    expect(lines[2]?.rules).toEqual([{ rule: 'price', zone: null, from: null, to: null }]);
  });

  it('counts a product that is named twice once', () => {
    const twice = [1, 2].map((quantity) => ({ productId: 'guide', quantity }));
    const { lines } = priced({ products: twice });
    expect(lines.map(({ quantity, amount }) => [quantity, amount])).toEqual([[3, 117_000]]);
  });
});

describe('VAT', () => {
  const at = (startAt: string, row: object) =>
    priced({
      holds: [hold({ adult: 1 })],
      rows: {
        activities: [activity({ id: 'cruise', ...row })],
        events: [event('noon', 'cruise', { startAt: Date.parse(startAt), endAt: Date.parse(startAt) + 1 })],
      },
      now: Date.parse('2025-12-01T12:00:00Z'),
    }).lines[0];

  it('is of the day of the service in its own zone', () => {
    expect(at('2025-12-31T20:59:00Z', {})).toMatchObject({ vatRateBp: 2000, vatAmount: 20_000 });
    expect(at('2025-12-31T21:00:00Z', {})).toMatchObject({ vatRateBp: 2200, vatAmount: 21_639 });
  });

  it('comes on top where the price list leaves it out', () => {
    expect(at('2026-06-01T12:00:00Z', { vatMode: 'excluded' })).toMatchObject({
      ...{ listAmount: 120_000, unitAmount: 146_400, amount: 146_400, vatAmount: 26_400 },
    });
  });

  it('is not charged where there is none', () => {
    expect(at('2026-06-01T12:00:00Z', { vatMode: 'none' })).toMatchObject({
      ...{ vatRateBp: 0, vatAmount: 0, amount: 120_000 },
    });
  });

  it('is counted on what is left after the discount', () => {
    const { lines } = priced({ holds: [hold({ adult: 1 })], promotion: { percent: 50 } });
    expect(lines[0]).toMatchObject({ amount: 60_000, vatAmount: 10_820 });
  });
});

describe('fees', () => {
  const fees = [
    fee('service', { kind: 'percent', percent: 5, amount: null }),
    fee('port', { amount: 5_000 }),
  ];

  it('are lines of their own on every ticket that costs something', () => {
    const { lines } = priced({ holds: [hold({ adult: 2, infant: 1 })], rows: { fees } });
    const shown = lines.map(({ kind, feeId, forPosition, quantity, amount }) => {
      return [kind, feeId, forPosition, quantity, amount];
    });
    expect(shown).toEqual([
      ['admission', null, null, 2, 240_000],
      ['admission', null, null, 1, 0],
      ['fee', 'service', 1, 2, 12_000],
      ['fee', 'port', 1, 2, 10_000],
    ]);
  });

  it('have their own VAT', () => {
    const own = [fee('port', { amount: 5_000, vatMode: 'excluded', vatKind: 'reduced' })];
    const { lines } = priced({ holds: [hold({ adult: 1 })], rows: { fees: own } });
    expect(lines[1]).toMatchObject({
      unitAmount: 5_500,
      vatMode: 'excluded',
      vatRateBp: 1000,
      vatAmount: 500,
    });
  });

  it('are not made less by a promotion, and not charged on what became free', () => {
    const half = priced({ holds: [hold({ adult: 1 })], rows: { fees }, promotion: { percent: 50 } });
    expect(half.lines.map(({ amount }) => amount)).toEqual([60_000, 6_000, 5_000]);
    const free = priced({ holds: [hold({ adult: 1 })], rows: { fees }, promotion: { percent: 100 } });
    expect(free).toMatchObject({ total: 0, discountTotal: 120_000, lines: [{ amount: 0 }] });
  });

  it('are not charged on products', () => {
    expect(priced({ products: [{ productId: 'guide', quantity: 1 }], rows: { fees } }).lines).toHaveLength(1);
  });
});

describe('a promotion', () => {
  const holds = [hold({ adult: 1, child: 1 })];
  const other = { ...hold({ adult: 1 }), holdId: 'other', eventId: 'evening' };
  const two = {
    activities: [cruise, activity({ id: 'dinner' })],
    events: [event('noon', 'cruise'), event('evening', 'dinner')],
    prices: [...prices, price({ activityId: 'dinner', ticketTypeId: 'adult', amount: 50_001 })],
  };

  it('is spread over the lines without a unit lost, and each line says so', () => {
    const { lines, discountTotal } = priced({ holds, promotion: { kind: 'amount', amount: 100 } });
    expect(lines.map(({ discountAmount }) => discountAmount)).toEqual([67, 33]);
    expect(discountTotal).toBe(100);
    expect(lines[0]?.rules.at(-1)).toEqual({
      ...{ rule: 'promotion', promotionId: 'autumn', code: 'AUTUMN', discount: 67 },
    });
  });

  it('never costs more than there is to pay', () => {
    const { total, discountTotal } = priced({ holds, promotion: { kind: 'amount', amount: 99_999_999 } });
    expect([total, discountTotal]).toEqual([0, 180_000]);
  });

  it('is for its activities only', () => {
    const promotion = { percent: 10, activityIds: ['dinner'] };
    const { lines } = priced({ holds: [...holds, other], rows: two, promotion });
    expect(lines.map(({ discountAmount }) => discountAmount)).toEqual([0, 0, 5_000]);
    expect(codeOf({ holds, promotion })).toBe('PROMOTION_NOT_APPLICABLE');
  });

  it('of a whole seller is for products too, but never for gift cards', () => {
    const rows = { products: [product('guide'), product('gift', { kind: 'gift_card' })] };
    const products = ['guide', 'gift'].map((productId) => ({ productId, quantity: 1 }));
    const { lines } = priced({ rows, products, promotion: { percent: 10 } });
    expect(lines.map(({ discountAmount }) => discountAmount)).toEqual([3_900, 0]);
    const [, gift] = products;
    expect(codeOf({ rows, products: gift ? [gift] : [], promotion: {} })).toBe('PROMOTION_NOT_APPLICABLE');
  });

  it('holds from its first moment until before its last', () => {
    const span = { validFrom: moment, validTo: moment + 1 };
    expect(codeOf({ holds, promotion: span })).toBe('accepted');
    expect(codeOf({ holds, promotion: span, now: moment - 1 })).toBe('PROMOTION_NOT_APPLICABLE');
    expect(codeOf({ holds, promotion: span, now: moment + 1 })).toBe('PROMOTION_NOT_APPLICABLE');
  });
});

describe('children', () => {
  it('travel with an adult on the same departure', () => {
    expect(codeOf({ holds: [hold({ child: 2 })] })).toBe('NEEDS_ADULT');
    expect(codeOf({ holds: [hold({ infant: 1 })] })).toBe('NEEDS_ADULT');
    expect(codeOf({ holds: [hold({ adult: 1, child: 2, infant: 1 })] })).toBe('accepted');
  });

  it('are not looked after by an adult on another departure', () => {
    const events = [event('noon', 'cruise'), event('one', 'cruise')];
    const holds = [hold({ child: 1 }), { ...hold({ adult: 1 }), holdId: 'other', eventId: 'one' }];
    expect(codeOf({ holds, rows: { events } })).toBe('NEEDS_ADULT');
  });
});

describe('places that cost nothing', () => {
  const free = price({ activityId: 'cruise', ticketTypeId: 'attendant', amount: 0 });
  const rows = { prices: [...prices, free] };

  it('go with as many that are paid for', () => {
    const alone: Record<string, number>[] = [{ attendant: 1 }, { attendant: 12 }, { adult: 2, attendant: 3 }];
    for (const quantities of alone)
      expect([quantities, codeOf({ holds: [hold(quantities)], rows })]).toEqual([
        quantities,
        'NEEDS_PAYING_GUEST',
      ]);
    expect(codeOf({ holds: [hold({ adult: 2, attendant: 2 })], rows })).toBe('accepted');
    expect(codeOf({ holds: [hold({ child: 1, attendant: 1 })], rows })).toBe('accepted');
  });

  it('do so in a quote as well', () => {
    expect(codeOf({ holds: [hold({ attendant: 1 })], rows, complete: false })).toBe('NEEDS_PAYING_GUEST');
  });

  it('go with guests of the same departure, in whichever hold', () => {
    const events = [event('noon', 'cruise'), event('one', 'cruise')];
    const attended = { ...hold({ attendant: 1 }), holdId: 'other' };
    const apart = { ...attended, eventId: 'one' };
    expect(codeOf({ holds: [hold({ adult: 1 }), apart], rows: { ...rows, events } })).toBe(
      'NEEDS_PAYING_GUEST',
    );
    expect(codeOf({ holds: [hold({ adult: 1 }), attended], rows })).toBe('accepted');
  });

  it('are not paid for by those who take none', () => {
    const lap = price({ activityId: 'cruise', ticketTypeId: 'infant', amount: 100 });
    const [adults, children] = prices;
    const dear = { prices: [adults, children, lap, free].filter((row) => row !== undefined) };
    expect(codeOf({ holds: [hold({ attendant: 1, infant: 1 })], rows: dear })).toBe('NEEDS_PAYING_GUEST');
  });

  it('count before promotions: a guest whom one pays for is a guest', () => {
    const holds = [hold({ adult: 1, attendant: 1 })];
    expect(codeOf({ holds, rows, promotion: { percent: 100 } })).toBe('accepted');
    expect(codeOf({ holds: [hold({ attendant: 1 })], rows, promotion: { percent: 100 } })).toBe(
      'NEEDS_PAYING_GUEST',
    );
  });

  it('are anybody’s on a departure that is free', () => {
    const adults = price({ activityId: 'cruise', ticketTypeId: 'adult', amount: 0 });
    const nothing = { prices: [adults, free] };
    expect(codeOf({ holds: [hold({ attendant: 2, adult: 1 })], rows: nothing })).toBe('accepted');
  });
});

describe('passengers', () => {
  const rows = (passengerData: 'none' | 'names' | 'documents') => ({
    activities: [activity({ id: 'cruise', passengerData })],
  });
  const anna: PassengerEntry = { holdId: 'hold', ticketTypeId: 'adult', fullName: 'Анна' };
  const papers = { birthDate: '1990-05-01', document: '4008 123456' };
  const holds = [hold({ adult: 2 })];

  it('are asked of an order where the activity asks, not of a quote', () => {
    expect(codeOf({ holds, rows: rows('names'), passengers: [anna] })).toBe('PASSENGERS_REQUIRED');
    expect(codeOf({ holds, rows: rows('names'), passengers: [anna, anna] })).toBe('accepted');
    expect(codeOf({ holds, rows: rows('names'), complete: false })).toBe('accepted');
    expect(codeOf({ holds, rows: rows('none') })).toBe('accepted');
  });

  it('show their papers where the activity asks for them', () => {
    const passengers = [anna, anna].map((one) => ({ ...one, ...papers }));
    expect(codeOf({ holds, rows: rows('documents'), passengers })).toBe('accepted');
    const [first] = passengers;
    const without = [{ ...first, document: undefined }, first] as PassengerEntry[];
    expect(codeOf({ holds, rows: rows('documents'), passengers: without })).toBe('PASSENGERS_REQUIRED');
  });

  it('have a line each', () => {
    const { lines } = priced({ holds: [hold({ adult: 3 })], passengers: [anna] });
    expect(lines.map(({ quantity, passenger }) => [quantity, passenger?.fullName])).toEqual([
      [1, 'Анна'],
      [2, undefined],
    ]);
  });

  it('take the seat they name, which is then of their type', () => {
    const boris = { ...anna, seatCode: 'A-2', ticketTypeId: 'child', fullName: 'Борис' };
    const { lines } = priced({ holds: [seats('A-1', 'A-2')], passengers: [anna, boris] });
    expect(
      lines.map(({ seatCode, ticketTypeId, passenger }) => [seatCode, ticketTypeId, passenger?.fullName]),
    ).toEqual([
      ['A-1', 'adult', 'Анна'],
      ['A-2', 'child', 'Борис'],
    ]);
  });

  it('are not more than there are tickets', () => {
    expect(codeOf({ holds: [hold({ adult: 1 })], passengers: [anna, anna] })).toBe('SEAT_NOT_HELD');
    const passengers = [{ ...anna, ticketTypeId: 'child' }];
    expect(codeOf({ holds: [hold({ adult: 1 })], passengers })).toBe('SEAT_NOT_HELD');
  });

  it('are as old on the day of departure as their ticket wants', () => {
    const born = (birthDate: string, ticketTypeId = 'child') => {
      const passengers = [{ ...anna, ticketTypeId, birthDate }];
      return codeOf({ holds: [hold({ adult: 1, child: 1, infant: 1 })], passengers });
    };
    // The departure is on 22 November 2026.
    expect(born('2023-11-22')).toBe('accepted');
    expect(born('2023-11-23')).toBe('AGE_NOT_ALLOWED');
    expect(born('2013-11-23')).toBe('accepted');
    expect(born('2013-11-22')).toBe('AGE_NOT_ALLOWED');
    expect(born('2027-01-01', 'infant')).toBe('AGE_NOT_ALLOWED');
    expect(born('2008-11-22', 'adult')).toBe('accepted');
    expect(born('2008-11-23', 'adult')).toBe('AGE_NOT_ALLOWED');
  });

  it('are old enough for the activity', () => {
    const rows18 = { activities: [activity({ id: 'cruise', minAge: 18 })] };
    const young = [{ ...anna, ticketTypeId: 'child', birthDate: '2016-01-01' }];
    expect(codeOf({ holds: [hold({ adult: 1, child: 1 })], rows: rows18, passengers: young })).toBe(
      'AGE_NOT_ALLOWED',
    );
  });
});

describe('the ticket types of these tests', () => {
  it('are an adult, a child and an infant on a lap', () => {
    expect(
      [adult, child, infant].map(({ needsAdult, occupiesPlace }) => [needsAdult, occupiesPlace]),
    ).toEqual([
      [false, true],
      [true, true],
      [true, false],
    ]);
  });
});
