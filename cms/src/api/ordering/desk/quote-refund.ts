import { commonErrors, money, type Transaction, type z } from '@gangway/kit';
import type { quoteDeskRefund } from '../contract/desk-orders.ts';
import { quoteRefund } from '../domain/refund-plan.ts';
import { canOverride } from '../domain/refund-rule.ts';
import type { AskedLine } from '../domain/refund-shares.ts';
import { orderingErrors, refundRefused } from '../errors.ts';
import { readRefundCase } from '../refunds/refund-case.ts';
import { weighChoice } from '../refunds/weigh-choice.ts';
import { readOrder } from '../store/orders.ts';

type Question = { orderId: string; lines: readonly AskedLine[] | undefined; now: Date };
type Answer = z.input<typeof quoteDeskRefund.response>['data'];

/**
 * What a refund would bring back, by the rules that will decide it.
 * @throws NOT_FOUND, ORDER_NOT_PAID, UNKNOWN_ORDER_LINE, REFUND_EXCEEDS_REST, REFUND_REFUSED for what staff cannot
 *   override either
 */
export async function quoteForStaff(trx: Transaction, { orderId, lines, now }: Question): Promise<Answer> {
  const order = await readOrder(trx, orderId);
  if (!order) throw commonErrors.NOT_FOUND();
  if (order.state !== 'PAID' && order.state !== 'PARTIALLY_REFUNDED')
    throw orderingErrors.ORDER_NOT_PAID({ status: order.state });
  const refundCase = await readRefundCase(trx, { order, now });
  const { shares, refusal: reasonCode = null, lineId } = weighChoice(refundCase, lines);
  if (reasonCode !== null && !canOverride(reasonCode)) {
    const { policyVersion } = quoteRefund(refundCase);
    throw refundRefused(reasonCode, { reasonCode, policyVersion, lineId });
  }
  const total = shares.reduce((sum, { amount }) => sum + amount, 0);
  return {
    amount: money(total, order.currency),
    tickets: shares.reduce((sum, { admissionIds }) => sum + admissionIds.length, 0),
    reasonCode,
  };
}
