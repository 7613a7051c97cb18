import { formatMoney, type Locale } from '@gangway/kit';
import type { MessageData } from '@gangway/notifications/contract';
import type { RefundRequest } from '../domain/refund-request.ts';
import type { OrderSource } from './order-source.ts';
import { seatText } from './trip-data.ts';

/** What a letter about money that went back names. */
export function refundData(source: OrderSource, request: RefundRequest, locale: Locale): MessageData {
  const { order } = source;
  const { currency } = order;
  const left = order.total - order.refundedTotal;
  return {
    refund: {
      amount: formatMoney({ amount: request.amount, currency }, locale),
      cancelledByUs: request.reasonCode === 'OPERATOR_CANCELLED',
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
