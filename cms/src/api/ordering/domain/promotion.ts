import { allocate, type Currency, money, percentOf } from '@gangway/kit';
import { orderingErrors } from '../errors.ts';
import type { PricedLine } from './priced-line.ts';

/** A promotion of the seller. Moments in milliseconds; no activities means everything the seller sells. */
export type Promotion = {
  id: string;
  code: string;
  kind: 'percent' | 'amount';
  percent: number | null;
  amount: number | null;
  currency: Currency;
  validFrom: number | null;
  validTo: number | null;
  maxUses: number | null;
  activityIds: string[];
};

/** @throws PROMOTION_NOT_APPLICABLE */
export function requireValid({ validFrom, validTo }: Promotion, now: number): void {
  if (validFrom !== null && now < validFrom)
    throw orderingErrors.PROMOTION_NOT_APPLICABLE({ reason: 'not_yet' });
  if (validTo !== null && now >= validTo) throw orderingErrors.PROMOTION_NOT_APPLICABLE({ reason: 'over' });
}

/** Whether a line may be made cheaper: tickets of the activities, or all but gift cards, which are money themselves. */
export type Eligible = (line: PricedLine) => boolean;

/**
 * Takes the discount off the lines it is for, in proportion to what they cost and without loss: never more than they
 * cost together, so that no line falls below zero.
 * @throws PROMOTION_NOT_APPLICABLE when no line with a price is eligible
 */
export function discounted(
  lines: readonly PricedLine[],
  { promotion, eligible }: { promotion: Promotion; eligible: Eligible },
): PricedLine[] {
  const weights = lines.map((line) => (eligible(line) ? line.amount : 0));
  const base = weights.reduce((whole, weight) => whole + weight, 0);
  if (base === 0) throw orderingErrors.PROMOTION_NOT_APPLICABLE({ reason: 'activities' });
  const parts = allocate(money(discountOn(base, promotion), promotion.currency), weights);
  return lines.map((line, index) => withDiscount(line, { promotion, amount: parts[index]?.amount ?? 0 }));
}

function discountOn(base: number, { kind, percent, amount, currency }: Promotion): number {
  const basisPoints = Math.min(10_000, Math.round((percent ?? 0) * 100));
  const wished = kind === 'percent' ? percentOf(money(base, currency), basisPoints).amount : (amount ?? 0);
  return Math.min(base, Math.max(0, wished));
}

function withDiscount(
  line: PricedLine,
  { promotion, amount }: { promotion: Promotion; amount: number },
): PricedLine {
  if (amount === 0) return line;
  const { id: promotionId, code } = promotion;
  return {
    ...line,
    discountAmount: line.discountAmount + amount,
    amount: line.amount - amount,
    rules: [...line.rules, { rule: 'promotion', promotionId, code, discount: amount }],
  };
}
