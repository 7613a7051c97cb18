import type { Core } from '@strapi/strapi';
import { commonErrors, type Locale, type Transaction, type z } from '@gangway/kit';
import { type MessageView, notificationsOf } from '@gangway/notifications/contract';
import { paymentsOf, type PaymentView } from '@gangway/payments/contract';
import { readStaffNames } from '../../../frame/people/staff-names.ts';
import { catalogueProjection } from '../../catalog/projection/catalogue-projection.ts';
import type { deskOrderCard } from '../contract/desk-orders.ts';
import type { Admission } from '../domain/admission.ts';
import { orderView } from '../domain/order-view.ts';
import { quoteRefund, type RefundCase } from '../domain/refund-plan.ts';
import { readRefundCase } from '../refunds/refund-case.ts';
import { refundQuoteView, refundRequestView } from '../refunds/refund-view.ts';
import { type HistoryEntry, readHistory } from '../store/history.ts';
import { readOrder } from '../store/orders.ts';

export type DeskCard = z.input<typeof deskOrderCard>;
export type CardQuestion = { trx: Transaction; orderId: string; locale: Locale; now: Date };

/**
 * An order with everything that the back office has about it.
 * @throws NOT_FOUND
 */
export async function orderCard(
  strapi: Core.Strapi,
  { trx, orderId, locale, now }: CardQuestion,
): Promise<DeskCard> {
  const order = await readOrder(trx, orderId);
  if (!order) throw commonErrors.NOT_FOUND();
  const refundCase = await readRefundCase(trx, { order, now });
  const subject = { kind: 'order', id: orderId };
  const departures = catalogueProjection(strapi).current()?.byId ?? new Map();
  const payments = await paymentsOf(strapi).list(trx, subject);
  return {
    ...orderView({ order, lines: refundCase.lines, departures, payments, locale, now }),
    ...ownFacts(refundCase),
    payments: payments.map(paymentView),
    messages: (await notificationsOf(strapi).list(trx, subject)).map(messageView),
    history: await namedHistory(trx, orderId),
  };
}

function ownFacts(refundCase: RefundCase) {
  const { order, requests, admissions } = refundCase;
  const { channel, attribution, consents, staffId, closedAt, closeReason } = order;
  return {
    ...{ needsReview: order.needsReview ?? false, channel, attribution, consents, staffId, closeReason },
    closedAt: closedAt?.toISOString() ?? null,
    refunds: requests.map(refundRequestView),
    refundQuote: order.paidAt === null ? null : refundQuoteView(refundCase, quoteRefund(refundCase)),
    tickets: admissions.map(ticketView),
  };
}

function ticketView({ id, orderLineId: lineId, eventId, serial, seatCode, holderName, ...rest }: Admission) {
  const { state: status, issuedAt, voidedAt, usedAt } = rest;
  return {
    ...{ id, lineId, eventId, serial, seatCode, holderName, status, issuedAt: issuedAt.toISOString() },
    ...{ voidedAt: voidedAt?.toISOString() ?? null, usedAt: usedAt?.toISOString() ?? null },
  };
}

function paymentView({ state: status, startedAt, settledAt, refunds, ...payment }: PaymentView) {
  const { id, method, provider, externalId, needsReview, amount, refunded, reason, means } = payment;
  return {
    ...{ id, method, provider, externalId, needsReview, amount, refunded, reason, means, status },
    ...{ startedAt: startedAt.toISOString(), settledAt: settledAt?.toISOString() ?? null },
    refunds: refunds.map((refund) => ({
      ...{ id: refund.id, status: refund.state, amount: refund.amount, reason: refund.reason },
      requestedAt: refund.requestedAt.toISOString(),
    })),
  };
}

function messageView({ locale: language, state: status, queuedAt, sentAt, ...message }: MessageView) {
  const { id, message: name, channel, to, attempts, problem } = message;
  return {
    ...{ id, message: name, channel, to, attempts, problem, language, status },
    ...{ queuedAt: queuedAt.toISOString(), sentAt: sentAt?.toISOString() ?? null },
  };
}

async function namedHistory(trx: Transaction, orderId: string): Promise<DeskCard['history']> {
  const entries = await readHistory(trx, orderId);
  const names = await readStaffNames(
    trx,
    entries.map(({ actor }) => (actor.kind === 'staff' ? actor.id : undefined)),
  );
  return entries.map((entry) => historyView(entry, names));
}

function historyView({ at, actor, what, details }: HistoryEntry, names: ReadonlyMap<string, string>) {
  const { kind, id } = actor;
  return {
    ...{ at: at.toISOString(), actor: { kind, id: id ?? null, name: names.get(id ?? '') ?? null }, what },
    details: details ?? {},
  };
}
