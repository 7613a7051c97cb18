import { formatMoney, type Locale, type Localized } from '@gangway/kit';
import type { MessageData } from '@gangway/notifications/contract';
import type { Obstacle } from '../domain/settlement.ts';
import type { OrderSource } from './order-source.ts';

const reasons: Record<Obstacle, Localized> = {
  ALREADY_PAID: {
    ru: 'Этот заказ уже был оплачен: вторую оплату мы возвращаем, билеты остаются в силе.',
    en: 'This order had been paid already: we are returning the second payment, and your tickets stay valid.',
    zh: '此订单此前已付款：我们将退还第二笔款项，您的票仍然有效。',
  },
  ORDER_CANCELLED: {
    ru: 'Заказ к этому времени был отменён.',
    en: 'The order had been cancelled by then.',
    zh: '款项到账时订单已被取消。',
  },
  EVENT_CANCELLED: {
    ru: 'Рейс, к сожалению, отменён.',
    en: 'Unfortunately the departure has been cancelled.',
    zh: '很抱歉，该班次已取消。',
  },
  EVENT_CHANGED: {
    ru: 'Время на оплату истекло, и рейс за это время перенесли.',
    en: 'The time for paying had run out, and the departure was moved to another time meanwhile.',
    zh: '付款时限已过，且该班次的时间已变更。',
  },
  DEPARTED: {
    ru: 'Рейс к этому времени уже отправился.',
    en: 'The departure had already left by then.',
    zh: '款项到账时该班次已经出发。',
  },
  PLACES_LOST: {
    ru: 'Время на оплату истекло, и места уже заняты.',
    en: 'The time for paying had run out, and the places are taken.',
    zh: '付款时限已过，座位已被占用。',
  },
  PROMOTION_USED_UP: {
    ru: 'Время на оплату истекло, а промокод за это время закончился, поэтому цена заказа больше не действует.',
    en: 'The time for paying had run out and the promotion code was used up meanwhile, so the price no longer holds.',
    zh: '付款时限已过，优惠码名额也已用完，因此该订单价格不再有效。',
  },
};

/** What a letter about a payment that could not be kept names; undefined: no such payment was sent back. */
export function returnedPaymentData(
  { order, history }: OrderSource,
  { paymentId, locale }: { paymentId: string | undefined; locale: Locale },
): MessageData | undefined {
  const entry = history.findLast(
    ({ what, details }) =>
      what === 'payment.returned' && (paymentId === undefined || details?.paymentId === paymentId),
  );
  if (!entry) return undefined;
  const { reason, amount } = entry.details as { reason: Obstacle; amount: number };
  return {
    payment: {
      amount: formatMoney({ amount, currency: order.currency }, locale),
      reason: (reasons[reason] ?? reasons.ORDER_CANCELLED)[locale],
      keepsTickets: reason === 'ALREADY_PAID',
    },
  };
}
