import type { Core } from '@strapi/strapi';
import { commonErrors, failureBody, type Person, type Transaction } from '@gangway/kit';
import { inOneSnapshot } from '../../../frame/database/one-snapshot.ts';
import { idempotently, type KeyedRequest, type Outcome } from '../../../frame/idempotency/idempotently.ts';
import type { ReadyAnswer } from '../../../frame/idempotency/ready-answer.ts';
import { type AskedLine } from '../domain/refund-shares.ts';
import type { Order } from '../domain/order.ts';
import { quoteRefund } from '../domain/refund-plan.ts';
import { orderingErrors } from '../errors.ts';
import { readOrder } from '../store/orders.ts';
import type { Actor } from '../store/history.ts';
import { cancelOrder } from './cancel-order.ts';
import { requireOwnOrder } from './own-order.ts';
import { readRefundCase } from './refund-case.ts';
import { choiceView, type OwnQuoteView, refundQuoteView, refundRequestView } from './refund-view.ts';
import { type RefundOutcome, requestRefund } from './request-refund.ts';
import { weighChoice } from './weigh-choice.ts';

type Given = { accessToken?: string | undefined; sessionId?: string | undefined };

/** A request about one order, from whoever may open it. */
export type OrderRequest<Body> = Omit<KeyedRequest, 'params' | 'body'> & {
  params: { id: string };
  person: Person;
  body: Body;
};

export type RefundBody = Given & { lines?: AskedLine[] | undefined; reason?: string | undefined };
export type CancelBody = Given & { reason?: string | undefined };

type QuoteRequest = Pick<OrderRequest<undefined>, 'params' | 'person' | 'headers' | 'locale' | 'now'> & {
  query: Pick<Given, 'accessToken'> & { lines?: AskedLine[] | undefined };
};

/**
 * What the buyer would get back now, line by line, and what the lines that are named come to together.
 * @throws NOT_FOUND, ORDER_NOT_PAID, UNKNOWN_ORDER_LINE
 */
export async function quoteForBuyer(
  strapi: Core.Strapi,
  { params, person, headers, query, locale, now }: QuoteRequest,
): Promise<{ data: OwnQuoteView }> {
  const { lines: asked, ...given } = query;
  const order = await requireOwnOrder(strapi, { orderId: params.id, person, headers, given });
  if (order.paidAt === null) throw orderingErrors.ORDER_NOT_PAID({ status: order.state });
  const refundCase = await inOneSnapshot(strapi, (trx) => readRefundCase(trx, { order, now }));
  const choice = choiceView(refundCase, { ...weighChoice(refundCase, asked), locale });
  return { data: { ...refundQuoteView(refundCase, quoteRefund(refundCase)), choice } };
}

/** Gives back what the rules allow; 201, or the refusal that was kept. */
export async function refundForBuyer(
  strapi: Core.Strapi,
  request: OrderRequest<RefundBody>,
): Promise<ReadyAnswer> {
  const { order, actor } = await ownership(strapi, request);
  const { lines, reason } = request.body;
  const rest = { orderId: order.id, lines, reason, actor, override: false, cancelsOrder: false };
  return idempotently(strapi, { request, scope: `ordering.orders.refund:${order.id}` }, async (trx) =>
    refundAnswer(request, await requestRefund(strapi, { trx, ...rest, now: request.now })),
  );
}

export async function cancelForBuyer(
  strapi: Core.Strapi,
  request: OrderRequest<CancelBody>,
): Promise<ReadyAnswer> {
  const { order, actor } = await ownership(strapi, request);
  const ask = { orderId: order.id, actor, reason: request.body.reason, override: false, now: request.now };
  return idempotently(strapi, { request, scope: `ordering.orders.cancel:${order.id}` }, (trx) =>
    cancelAnswer(strapi, { ...ask, trx, request }),
  );
}

async function ownership(strapi: Core.Strapi, { params, person, headers, body }: OrderRequest<Given>) {
  const order = await requireOwnOrder(strapi, { orderId: params.id, person, headers, given: body });
  const actor: Actor = { kind: 'customer', ...(order.customerId === null ? {} : { id: order.customerId }) };
  return { order, actor };
}

type Spoken = Pick<KeyedRequest, 'locale' | 'requestId'>;

/** A refusal is committed like a grant, so it is an answer and not thrown. */
export function refundAnswer(spoken: Spoken, { request, refusal }: RefundOutcome): Outcome {
  if (!refusal) return { status: 201, value: { data: refundRequestView(request) } };
  const { locale, requestId: traceId } = spoken;
  return { status: refusal.status, value: failureBody(refusal, { locale, traceId }) };
}

export type CancelAsk = {
  trx: Transaction;
  orderId: string;
  actor: Actor;
  reason: string | undefined;
  override: boolean;
  now: Date;
  request: Spoken;
};

export async function cancelAnswer(
  strapi: Core.Strapi,
  { request, ...cancelling }: CancelAsk,
): Promise<Outcome> {
  const { order, refund } = await cancelOrder(strapi, cancelling);
  if (refund?.refusal) return refundAnswer(request, refund);
  const { id, number, state: status } = order;
  const data = { id, number, status, refund: refund ? refundRequestView(refund.request) : null };
  return { value: { data } };
}

/** @throws NOT_FOUND */
export async function requireOrder(strapi: Core.Strapi, orderId: string): Promise<Order> {
  const order = await strapi.db.transaction(({ trx }) => readOrder(trx, orderId));
  if (!order) throw commonErrors.NOT_FOUND();
  return order;
}
