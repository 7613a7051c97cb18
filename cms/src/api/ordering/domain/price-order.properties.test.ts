import fc from 'fast-check';
import { saleProblem, type VatKind, vatModes, vatOf } from '@gangway/kit';
import { activity, event, fee, moment, price, product, seller, shelfOf } from '../tests/shelf.ts';
import { type Basket, knownBasket } from './basket.ts';
import { orderMade, type OrderParts } from './order-made.ts';
import { type PricedOrder, priceOrder } from './price-order.ts';
import type { Promotion } from './promotion.ts';
import { saleOf } from './sale-of.ts';

const mode = fc.constantFrom(...vatModes);
const kind = fc.constantFrom<VatKind>('standard', 'reduced', 'zero', 'simplified5', 'simplified7');
const amount = fc.oneof(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 400_000 }));
/** Places that cost nothing have a rule of their own. */
const placePrice = fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 400_000 }));
const taxes = fc.record({ vatMode: mode, vatKind: kind });

const feeRow = fc.oneof(
  fc.record({ kind: fc.constant('amount' as const), amount, percent: fc.constant(null) }),
  fc.record({
    kind: fc.constant('percent' as const),
    amount: fc.constant(null),
    percent: fc.integer({ min: 0, max: 2_000 }).map((hundredths) => hundredths / 100),
  }),
);

const promotion = fc.record({
  kind: fc.constantFrom('percent' as const, 'amount' as const),
  percent: fc.integer({ min: 1, max: 10_000 }).map((hundredths) => hundredths / 100),
  amount: fc.integer({ min: 1, max: 2_000_000 }),
  activityIds: fc.subarray(['cruise', 'dinner']),
});

const scene = fc.record({
  taxes: fc.tuple(taxes, taxes, taxes),
  prices: fc.tuple(placePrice, placePrice, placePrice, amount),
  fees: fc.array(fc.tuple(feeRow, taxes), { maxLength: 3 }),
  adults: fc.integer({ min: 1, max: 12 }),
  children: fc.nat(12),
  infants: fc.nat(3),
  seats: fc.nat(5),
  pieces: fc.nat(50),
  promotion: fc.option(promotion),
});

type Scene = typeof scene extends fc.Arbitrary<infer Value> ? Value : never;

function shelf({ taxes: [cruise, dinner, guide], prices, fees }: Scene) {
  const [adult, child, dinnerPrice, guidePrice] = prices;
  return shelfOf({
    sellers: [seller('river')],
    activities: [activity({ id: 'cruise', ...cruise }), activity({ id: 'dinner', ...dinner })],
    events: [event('noon', 'cruise'), event('evening', 'dinner')],
    prices: [
      price({ activityId: 'cruise', ticketTypeId: 'adult', amount: adult }),
      price({ activityId: 'cruise', ticketTypeId: 'child', amount: child }),
      price({ activityId: 'cruise', ticketTypeId: 'infant', amount: 0 }),
      price({ activityId: 'dinner', ticketTypeId: 'adult', amount: dinnerPrice }),
    ],
    fees: fees.map(([row, tax], index) => fee(`fee${index}`, { ...row, ...tax })),
    products: [product('guide', { amount: guidePrice, ...guide })],
  });
}

function basketOf({ adults, children, infants, seats, pieces }: Scene): Basket {
  const counts = Object.entries({ adult: adults, child: children, infant: infants });
  const quantities = counts
    .filter(([, quantity]) => quantity > 0)
    .map(([ticketTypeId, quantity]) => ({ ticketTypeId, zone: null, quantity }));
  const numbered = Array.from({ length: seats }, (_, index) => ({ seatCode: `A-${index}`, zone: null }));
  return {
    holds: [
      { holdId: 'first', eventId: 'noon', seats: [], quantities },
      { holdId: 'second', eventId: 'evening', seats: numbered, quantities: [] },
    ],
    products: pieces > 0 ? [{ productId: 'guide', quantity: pieces }] : [],
    seatTypes: [],
    passengers: [],
  };
}

const codeOf = (given: Scene['promotion']): Promotion | undefined =>
  given === null
    ? undefined
    : {
        ...{ id: 'p', code: 'CODE', currency: 'RUB', validFrom: null, validTo: null, maxUses: null },
        ...given,
      };

/** Undefined: the promotion found nothing to make cheaper. */
function pricedOf(given: Scene, complete = true): PricedOrder | undefined {
  const basket = basketOf(given);
  const known = knownBasket(basket, shelf(given));
  try {
    return priceOrder({ basket, known, promotion: codeOf(given.promotion), now: moment, complete });
  } catch (error) {
    if ((error as { code?: string }).code === 'PROMOTION_NOT_APPLICABLE') return undefined;
    throw error;
  }
}

/** Runs over what has a price; a promotion without anything to make cheaper proves nothing here. */
function always(property: (priced: PricedOrder, given: Scene) => void): void {
  const check = (given: Scene) => {
    const priced = pricedOf(given);
    fc.pre(priced !== undefined);
    property(priced, given);
  };
  fc.assert(fc.property(scene, check), { numRuns: 400 });
}

const sum = (numbers: readonly number[]) => numbers.reduce((whole, part) => whole + part, 0);

describe('every order', () => {
  it('costs what its lines cost, and each line what its pieces cost less its discount', () => {
    always(({ lines, total, discountTotal }) => {
      expect(sum(lines.map((line) => line.amount))).toBe(total);
      expect(sum(lines.map((line) => line.discountAmount))).toBe(discountTotal);
      for (const { amount: paid, unitAmount, quantity, discountAmount } of lines)
        expect(paid).toBe(unitAmount * quantity - discountAmount);
    });
  });

  it('has no negative amount, and nothing but whole units', () => {
    always(({ lines }) => {
      for (const { amount: paid, listAmount, unitAmount, discountAmount, vatAmount } of lines)
        for (const number of [paid, listAmount, unitAmount, discountAmount, vatAmount])
          expect(Number.isSafeInteger(number) && number >= 0).toBe(true);
    });
  });

  it('bears the VAT of its lines, each halves up of what is paid', () => {
    always(({ lines, vatTotal }) => {
      expect(sum(lines.map((line) => line.vatAmount))).toBe(vatTotal);
      for (const { vatMode, vatRateBp, amount: paid, vatAmount } of lines) {
        const exact = vatMode === 'none' ? 0 : (paid * vatRateBp) / (10_000 + vatRateBp);
        expect(Math.abs(vatAmount - exact)).toBeLessThanOrEqual(0.5);
      }
    });
  });

  it('says of a price without VAT what the price list says', () => {
    always(({ lines }) => {
      for (const { vatMode, vatRateBp: rateBp, listAmount, unitAmount } of lines)
        expect(vatOf({ amount: listAmount, mode: vatMode, rateBp }).gross).toBe(unitAmount);
    });
  });

  it('is made cheaper by exactly what the promotion gives, where it may', () => {
    always(({ lines, discountTotal }, { promotion: given }) => {
      const eligible = lines.filter(({ kind: what, activityId }) =>
        given?.activityIds.length ? given.activityIds.some((id) => id === activityId) : what !== 'fee',
      );
      const base = sum(eligible.map(({ unitAmount, quantity }) => unitAmount * quantity));
      const wished =
        given?.kind === 'percent'
          ? Math.round((base * Math.round(given.percent * 100)) / 10_000)
          : (given?.amount ?? 0);
      expect(discountTotal).toBe(Math.min(base, wished));
      expect(sum(eligible.map(({ discountAmount }) => discountAmount))).toBe(discountTotal);
    });
  });

  it('costs what its quote said', () => {
    fc.assert(fc.property(scene, (given) => expect(pricedOf(given, true)).toEqual(pricedOf(given, false))));
  });

  it('is a sale that adds up, in every language', () => {
    const facts = {
      name: { ru: 'Р', en: 'R', zh: 'R' },
      country: 'RU',
      taxRegime: 'general',
      inn: null,
    } as const;
    always((priced) => {
      const parts = { priced, seller: facts, buyer: {}, attribution: {}, holds: [], now: new Date(moment) };
      const { order, lines } = orderMade({ ...parts, language: 'ru', number: '1' } as unknown as OrderParts);
      for (const language of ['ru', 'en', 'zh'] as const) {
        const sale = saleOf({ ...order, language }, lines);
        expect(saleProblem(sale)).toBeUndefined();
        expect(sum(sale.lines.map(({ vat }) => vat.amount))).toBe(order.vatTotal);
      }
    });
  });
});
