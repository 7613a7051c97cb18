import { providerUnreachable } from '@gangway/kit';
import type { PaymentReport, PaymentState, RefundReport, StartedPayment } from '@gangway/kit';
import type { PaymentAnswer, RefundAnswer } from './answers.ts';

/** How long a payment waits for the buyer: an hour for every way to pay that we offer. */
const confirmationMs = 3_600_000;

const expiries = ['expired_on_confirmation', 'expired_on_capture', 'deal_expired'];
const withdrawals = ['canceled_by_merchant', 'permission_revoked'];

/** What YooKassa says about a payment, in our words. */
export function paymentReport(answer: PaymentAnswer): PaymentReport {
  const { id, amount, cancellation_details: cancellation, payment_method: method, test } = answer;
  return {
    externalId: id,
    state: paymentState(answer),
    amount,
    reason: cancellation?.reason,
    means: method?.title ?? method?.type,
    expiresAt: expiryOf(answer),
    test,
  };
}

/**
 * A canceled payment is final and no money was taken; the reason tells whether time ran out, somebody withdrew it or
 * it was declined. A reason that nobody has described yet says no more than `canceled`.
 */
function paymentState({ status, cancellation_details: cancellation }: PaymentAnswer): PaymentState {
  if (status === 'waiting_for_capture') return 'authorized';
  if (status !== 'canceled') return status;
  if (cancellation === undefined || withdrawals.includes(cancellation.reason)) return 'canceled';
  if (expiries.includes(cancellation.reason)) return 'expired';
  return declines.includes(cancellation.reason) ? 'failed' : 'canceled';
}

/** https://yookassa.ru/developers/payment-acceptance/after-the-payment/declined-payments */
const declines = [
  ...['3d_secure_failed', 'call_issuer', 'card_expired', 'country_forbidden', 'fraud_suspected'],
  ...['general_decline', 'identification_required', 'insufficient_funds', 'internal_timeout'],
  ...['invalid_card_number', 'invalid_csc', 'issuer_unavailable', 'loan_declined'],
  ...['payment_method_limit_exceeded', 'payment_method_restricted', 'unsupported_mobile_operator'],
];

function expiryOf({ status, created_at: created, expires_at: expires }: PaymentAnswer): Date | undefined {
  if (status === 'pending') return new Date(Date.parse(created) + confirmationMs);
  return status === 'waiting_for_capture' && expires ? new Date(expires) : undefined;
}

/** @throws providerUnreachable when the buyer would have nowhere to go */
export function startedPayment(answer: PaymentAnswer): StartedPayment {
  const report = paymentReport(answer);
  const url = answer.confirmation?.confirmation_url;
  if (url !== undefined) return { ...report, action: { type: 'redirect', url } };
  if (report.state === 'pending') throw providerUnreachable('YooKassa gave no page to pay on.');
  return { ...report, action: { type: 'none' } };
}

export function refundReport(answer: RefundAnswer): RefundReport {
  const { id, payment_id: paymentId, status, amount, metadata, cancellation_details: cancellation } = answer;
  const state = status === 'canceled' ? 'failed' : status;
  return {
    externalId: id,
    paymentId,
    state,
    amount,
    refundId: metadata?.refund,
    reason: cancellation?.reason,
  };
}
