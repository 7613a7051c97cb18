import { formatMoney, type Locale } from '@gangway/kit';
import type { MessageData } from '@gangway/notifications/contract';
import { dayIn } from '../../tickets/domain/paper-dates.ts';
import { type RefundRequest, takenShares } from '../domain/refund-request.ts';
import { dueBy } from '../refunds/refund-view.ts';
import type { OrderSource } from './order-source.ts';
import { seatText } from './trip-data.ts';

/** What a letter about money that went back names. */
export function refundData(source: OrderSource, request: RefundRequest, locale: Locale): MessageData {
  const { order } = source;
  const { currency } = order;
  // What is on its way is no longer in the order, whatever has arrived.
  const taken = takenShares(source.requests).reduce((sum, { amount }) => sum + amount, 0);
  const left = order.total - Math.max(taken, order.refundedTotal);
  const zone = [...source.departures.values()][0]?.timezone ?? 'Europe/Moscow';
  return {
    refund: {
      amount: formatMoney({ amount: request.amount, currency }, locale),
      cancelledByUs: request.reasonCode === 'OPERATOR_CANCELLED',
      dueBy: dayIn({ at: dueBy(request.requestedAt).getTime(), zone, locale }),
      wholeOrder: request.cancelsOrder || left <= 0,
      left: left > 0 ? formatMoney({ amount: left, currency }, locale) : null,
      lines: request.lines.flatMap((share) => shareData({ source, share }, locale)),
    },
  };
}

type Shared = { source: OrderSource; share: RefundRequest['lines'][number] };

function shareData({ source, share }: Shared, locale: Locale) {
  const line = source.lines.find(({ id }) => id === share.lineId);
  if (!line) return [];
  const departure = source.departures.get(line.eventId ?? '');
  const name = line.facts?.ticketType[locale] ?? line.names[locale];
  const seat = departure && line.seatCode !== null ? seatText({ departure, ...line }, locale) : undefined;
  const counted = share.quantity > 1 ? `${name} × ${share.quantity}` : name;
  const amount = formatMoney({ amount: share.amount, currency: source.order.currency }, locale);
  return [{ name: seat ? `${counted}, ${seat}` : counted, amount }];
}
