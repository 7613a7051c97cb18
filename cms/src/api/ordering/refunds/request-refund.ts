import type { Core } from '@strapi/strapi';
import { type AppError, money, newId, type Sale, type Transaction } from '@gangway/kit';
import { paymentsOf } from '@gangway/payments/contract';
import type { Order, OrderLine } from '../domain/order.ts';
import { grantReason, quoteRefund, type RefundCase } from '../domain/refund-plan.ts';
import {
  isSameRefusal,
  type MoneyBack,
  type RefundRequest,
  type TakenShare,
} from '../domain/refund-request.ts';
import { canOverride } from '../domain/refund-rule.ts';
import type { AskedLine } from '../domain/refund-shares.ts';
import { saleOf } from '../domain/sale-of.ts';
import { orderingErrors, refundRefused } from '../errors.ts';
import { tellBuyer } from '../settlement/tell-buyer.ts';
import { type Actor, writeHistory } from '../store/history.ts';
import { lockOrder } from '../store/orders.ts';
import { insertRefundRequest, repeatRefusal, updateRefundRequest } from '../store/refund-requests.ts';
import { closeRefund } from './refund-arrived.ts';
import { readRefundCase } from './refund-case.ts';
import { voidTickets } from './void-tickets.ts';
import { weighChoice } from './weigh-choice.ts';

export type RefundAsk = {
  trx: Transaction;
  orderId: string;
  /** Undefined: everything that is left. */
  lines: readonly AskedLine[] | undefined;
  actor: Actor;
  /** In the words of the person who asks. */
  reason: string | undefined;
  /** Staff give back what the buyer's own right no longer covers. */
  override: boolean;
  /** The order is cancelled when the money is back. */
  cancelsOrder: boolean;
  /** Why it is granted, where we give back of our own accord. */
  because?: 'OPERATOR_CANCELLED';
  now: Date;
};

/** `refusal`: the request is kept as refused, and this is what the caller is told. */
export type RefundOutcome = { request: RefundRequest; refusal?: AppError };

type Asked = RefundAsk & { refundCase: RefundCase; policyVersion: string };

/**
 * Gives back lines of a paid order, all in this transaction: the request, the admissions voided, the refund on its
 * way. Whoever asks second finds the order locked, and then only what is left. Admissions are worthless at once, or
 * their holders could board and have the money too; places are free when the money has gone, since until then the
 * gateway may refuse and the buyer needs the place that was theirs.
 * @throws NOT_FOUND, ORDER_NOT_PAID, UNKNOWN_ORDER_LINE; a refusal is an outcome, so that it is kept
 */
export async function requestRefund(strapi: Core.Strapi, ask: RefundAsk): Promise<RefundOutcome> {
  const asked = await examine(ask);
  const { shares, refusal: reasonCode } = weighChoice(asked.refundCase, ask.lines);
  if (reasonCode !== undefined && !(ask.override && canOverride(reasonCode)))
    return refuse(asked, { shares, reasonCode });
  const ruled =
    reasonCode === undefined ? grantReason(shares, quoteRefund(asked.refundCase)) : 'STAFF_OVERRIDE';
  const granted = ask.because ?? ruled;
  return { request: await grant(strapi, asked, { shares, reasonCode: granted }) };
}

async function examine(ask: RefundAsk): Promise<Asked> {
  const { trx, orderId, now } = ask;
  const order = await lockOrder(trx, orderId);
  if (!order) throw new Error(`There is no order ${orderId}.`);
  if (order.state !== 'PAID' && order.state !== 'PARTIALLY_REFUNDED')
    throw orderingErrors.ORDER_NOT_PAID({ status: order.state });
  const refundCase = await readRefundCase(trx, { order, now });
  return { ...ask, refundCase, policyVersion: quoteRefund(refundCase).policyVersion };
}

type Decision = { shares: TakenShare[]; reasonCode: string };

/** The refused request stays, with its reason and the version of the rule. */
async function refuse(asked: Asked, decision: Decision): Promise<RefundOutcome> {
  const { policyVersion } = asked;
  const request = await keepRefused(asked, decision);
  const { reasonCode } = decision;
  return {
    request,
    refusal: refundRefused(reasonCode, { requestId: request.id, reasonCode, policyVersion }),
  };
}

/** One refusal for each reason and person, at its latest: whoever asks again and again fills no table. */
async function keepRefused(asked: Asked, decision: Decision): Promise<RefundRequest> {
  const { trx, now, refundCase } = asked;
  const draft: RefundRequest = { ...drafted(asked, decision), state: 'refused', decidedAt: now };
  const earlier = refundCase.requests.find((one) => isSameRefusal(one, draft));
  const request = { ...draft, id: earlier?.id ?? draft.id };
  if (earlier) {
    await repeatRefusal(trx, { request, now });
  } else {
    await insertRefundRequest(trx, { request, now });
    await recall(asked, { request, what: 'refund.refused' });
  }
  return request;
}

async function grant(strapi: Core.Strapi, asked: Asked, decision: Decision): Promise<RefundRequest> {
  const draft = drafted(asked, decision);
  await voidTickets(strapi, { ...asked, shares: decision.shares });
  const paymentRefundIds = await sendBack(strapi, asked, draft);
  const request: RefundRequest = { ...draft, paymentRefundIds };
  await insertRefundRequest(asked.trx, { request, now: asked.now });
  await recall(asked, { request, what: 'refund.requested' });
  if (paymentRefundIds.length === 0) return closeAtOnce(strapi, asked, request);
  await confirmReceipt(strapi, asked, request);
  return request;
}

/** A cancelled departure has a letter of its own, which says the same. */
async function confirmReceipt(strapi: Core.Strapi, asked: Asked, request: RefundRequest): Promise<void> {
  if (asked.because !== undefined) return;
  const { trx, now, refundCase } = asked;
  const telling = { trx, order: refundCase.order, message: 'order.refund-requested', about: request.id, now };
  await tellBuyer(strapi, telling);
}

/** What cost nothing needs no gateway. */
async function closeAtOnce(
  strapi: Core.Strapi,
  asked: Asked,
  pending: RefundRequest,
): Promise<RefundRequest> {
  const { trx, now, refundCase } = asked;
  const request: RefundRequest = { ...pending, state: 'succeeded', decidedAt: now };
  await updateRefundRequest(trx, { request, now });
  await closeRefund(strapi, { trx, order: refundCase.order, lines: refundCase.lines, request, now });
  return request;
}

function drafted(
  { refundCase, policyVersion, actor, reason, cancelsOrder, now }: Asked,
  { shares, reasonCode }: Decision,
): RefundRequest {
  const { id: orderId, currency } = refundCase.order;
  return {
    ...{
      id: newId(),
      orderId,
      state: 'pending',
      currency,
      policyVersion,
      reasonCode,
      lines: shares,
      cancelsOrder,
    },
    amount: shares.reduce((sum, { amount }) => sum + amount, 0),
    ...{ requestedByKind: actor.kind, requestedById: actor.id ?? null, reason: reason ?? null },
    ...{ paymentRefundIds: [], requestedAt: now, decidedAt: null },
  };
}

async function sendBack(strapi: Core.Strapi, asked: Asked, request: RefundRequest): Promise<MoneyBack[]> {
  const { order, lines } = asked.refundCase;
  if (request.amount === 0) return [];
  const started = await paymentsOf(strapi).refund(asked.trx, {
    ...{ kind: 'order', id: order.id, amount: money(request.amount, request.currency) },
    sale: returnedSale(order, lines, request),
    reason: request.reasonCode,
    key: request.id,
    now: asked.now,
  });
  return started.map(({ id, amount }) => ({ id, amount: amount.amount, state: 'pending' }));
}

/** The lines that go back, at their share of what was paid. */
function returnedSale(order: Order, lines: readonly OrderLine[], request: RefundRequest): Sale {
  const returned = request.lines.flatMap(({ lineId, quantity, amount, vatAmount }) => {
    const line = lines.find(({ id }) => id === lineId);
    return line && amount > 0 ? [{ ...line, quantity, amount, vatAmount }] : [];
  });
  return saleOf({ ...order, total: request.amount }, returned);
}

async function recall(
  { trx, actor, now }: Asked,
  { request, what }: { request: RefundRequest; what: string },
) {
  const { id: refundRequestId, orderId, amount, reasonCode, policyVersion } = request;
  const details = { refundRequestId, amount, reasonCode, policyVersion };
  await writeHistory(trx, { orderId, at: now, actor, what, details });
}
