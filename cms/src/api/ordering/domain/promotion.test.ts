import type { PricedLine } from './priced-line.ts';
import { discounted, type Promotion, requireValid } from './promotion.ts';

const promotion = (change: Partial<Promotion> = {}): Promotion => ({
  ...{ id: 'p', code: 'AUTUMN', kind: 'percent', percent: 10, amount: null, currency: 'RUB' },
  ...{ validFrom: null, validTo: null, maxUses: null, activityIds: [] },
  ...change,
});
const line = (amount: number, change: Partial<PricedLine> = {}) =>
  ({ amount, discountAmount: 0, rules: [], ...change }) as unknown as PricedLine;
const takenOff = (amounts: number[], change: Partial<Promotion>, eligible = (_: PricedLine) => true) =>
  discounted(
    amounts.map((amount) => line(amount)),
    { promotion: promotion(change), eligible },
  ).map(({ discountAmount }) => discountAmount);
const refusal = (reason: string) =>
  expect.objectContaining({ code: 'PROMOTION_NOT_APPLICABLE', details: { reason } });

describe('a promotion', () => {
  it('is valid from its first moment until before its last', () => {
    const span = promotion({ validFrom: 10, validTo: 20 });
    for (const now of [10, 19]) expect(() => requireValid(span, now)).not.toThrow();
    expect(() => requireValid(span, 9)).toThrow(refusal('not_yet'));
    expect(() => requireValid(span, 20)).toThrow(refusal('over'));
    expect(() => requireValid(promotion(), 0)).not.toThrow();
  });

  it('takes its per cents, also parts of one, and never more than all of it', () => {
    expect(takenOff([10_000], { percent: 12.5 })).toEqual([1250]);
    expect(takenOff([10_000], { percent: 250 })).toEqual([10_000]);
    expect(takenOff([10_000], { percent: null, amount: 500 })).toEqual([0]);
  });

  it('takes its amount, spread over what the lines cost, and never more than they cost', () => {
    const fixed = { kind: 'amount', percent: 50 } as const;
    expect(takenOff([300, 100], { ...fixed, amount: 40 })).toEqual([30, 10]);
    expect(takenOff([300, 100], { ...fixed, amount: 401 })).toEqual([300, 100]);
    expect(takenOff([300], { ...fixed, amount: null })).toEqual([0]);
    expect(takenOff([300], { ...fixed, amount: -5 })).toEqual([0]);
  });

  it('leaves the lines alone that it is not for, and is refused when there are no others', () => {
    expect(takenOff([300, 100], {}, ({ amount }) => amount === 100)).toEqual([0, 10]);
    expect(() => takenOff([300], {}, () => false)).toThrow(refusal('activities'));
    expect(() => takenOff([0], {})).toThrow(refusal('activities'));
  });

  it('comes on top of what was taken off before, and says so', () => {
    const price = { rule: 'price' };
    const before = [line(200, { discountAmount: 50, rules: [price] }), line(0)];
    const [reduced, free] = discounted(before, { promotion: promotion(), eligible: () => true });
    expect(reduced).toEqual({
      ...{ amount: 180, discountAmount: 70 },
      rules: [price, { rule: 'promotion', promotionId: 'p', code: 'AUTUMN', discount: 20 }],
    });
    expect(free).toBe(before[1]);
  });
});
