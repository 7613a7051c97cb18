import { type Locale, money, pick, type z } from '@gangway/kit';
import type { ownQuoteSchema, refundQuoteSchema, refundRequestSchema } from '../contract/refunds.ts';
import type { Order } from '../domain/order.ts';
import type { LineQuote, RefundCase, RefundQuote } from '../domain/refund-plan.ts';
import type { RefundRequest } from '../domain/refund-request.ts';
import { refundRefused } from '../errors.ts';
import type { WeighedChoice } from './weigh-choice.ts';

export type RefundRequestView = z.input<typeof refundRequestSchema>;
export type RefundQuoteView = z.input<typeof refundQuoteSchema>;
export type OwnQuoteView = z.input<typeof ownQuoteSchema>;

/** Days in which the money has to arrive: Consumer Protection Act, art. 31. */
const daysForMoney = 10;

/** A refund request as everybody sees it who may see the order. */
export function refundRequestView(request: RefundRequest): RefundRequestView {
  const { id, state, currency, reasonCode, policyVersion, reason, lines, requestedAt, decidedAt } = request;
  return {
    ...{ id, status: state, amount: money(request.amount, currency), reasonCode, policyVersion, reason },
    lines: lines.map(({ lineId, quantity, amount }) => ({
      lineId,
      quantity,
      amount: money(amount, currency),
    })),
    requestedBy: request.requestedByKind,
    requestedAt: requestedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    dueBy: state === 'pending' || state === 'failed' ? dueBy(requestedAt).toISOString() : null,
  };
}

/** By when the money has to be there. */
export function dueBy(requestedAt: Date): Date {
  return new Date(requestedAt.getTime() + daysForMoney * 86_400_000);
}

/** What the buyer could have back now, and what was asked for before. */
export function refundQuoteView({ order, lines, requests }: RefundCase, quote: RefundQuote): RefundQuoteView {
  const fees = new Set(lines.filter(({ kind }) => kind === 'fee').map(({ id }) => id));
  const open = quote.lines.filter(({ decision }) => decision.allowed);
  const ends = open.flatMap(({ decision }) => decision.until ?? []);
  return {
    orderId: order.id,
    refundable: money(
      open.reduce((sum, { amount }) => sum + amount, 0),
      order.currency,
    ),
    until: momentOf(ends.length > 0 ? Math.min(...ends) : null),
    policyVersion: quote.policyVersion,
    jurisdiction: quote.jurisdiction,
    lines: quote.lines.map((line) => lineView(order, fees.has(line.lineId) ? withTicket(line) : line)),
    requests: requests.map(refundRequestView),
  };
}

/** What a choice comes to, and in the reader's language why it is refused. */
export function choiceView(
  { order }: RefundCase,
  { shares, refusal, locale }: WeighedChoice & { locale: Locale },
): OwnQuoteView['choice'] {
  const total = shares.reduce((sum, { amount }) => sum + amount, 0);
  return {
    amount: money(total, order.currency),
    lines: shares.map(({ lineId, quantity, amount }) => ({
      ...{ lineId, quantity, amount: money(amount, order.currency) },
    })),
    refusal: refusal
      ? { reasonCode: refusal, message: pick(refundRefused(refusal, {}).messages, locale) }
      : null,
  };
}

/** A fee that could go is not chosen: it goes with its ticket. */
const withTicket = (line: LineQuote) => ({
  ...line,
  decision: line.decision.allowed
    ? { ...line.decision, allowed: false as const, reason: 'FEE_WITH_TICKET' as const }
    : line.decision,
});

type ShownLine = Omit<LineQuote, 'decision'> & {
  decision: LineQuote['decision'] | ReturnType<typeof withTicket>['decision'];
};

function lineView(order: Order, { lineId, quantity, amount, goesWith, decision }: ShownLine) {
  const { allowed: refundable, reason: reasonCode, until } = decision;
  const left = { lineId, quantity, amount: money(amount, order.currency), goesWith };
  return { ...left, refundable, reasonCode, until: momentOf(until) };
}

function momentOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
