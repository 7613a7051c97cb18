import { planRefund, quoteRefund, type RefundCase, refusalOf } from '../domain/refund-plan.ts';
import type { TakenShare } from '../domain/refund-request.ts';
import type { AskRefusal } from '../domain/refund-rule.ts';
import type { AskedLine } from '../domain/refund-shares.ts';
import { orderingErrors } from '../errors.ts';

/**
 * What lines of an order come to together, and why their buyer cannot have it; no `refusal`: they can. `lineId`: the line
 * of which less is left than was asked for.
 */
export type WeighedChoice = {
  shares: TakenShare[];
  refusal?: AskRefusal | 'EXCEEDS_REST' | undefined;
  lineId?: string;
};

/**
 * The one rule for who asks and for who only wants to know; undefined lines: everything that is left.
 * @throws UNKNOWN_ORDER_LINE
 */
export function weighChoice(refundCase: RefundCase, asked: readonly AskedLine[] | undefined): WeighedChoice {
  const shares = planRefund(refundCase, asked);
  if (!Array.isArray(shares) && shares.problem === 'UNKNOWN_LINE')
    throw orderingErrors.UNKNOWN_ORDER_LINE({ lineId: shares.lineId });
  if (!Array.isArray(shares)) return { shares: [], refusal: 'EXCEEDS_REST', lineId: shares.lineId };
  if (shares.length === 0) return { shares: [], refusal: 'EXCEEDS_REST' };
  return { shares, refusal: refusalOf(refundCase, { asked, shares, quote: quoteRefund(refundCase) }) };
}
