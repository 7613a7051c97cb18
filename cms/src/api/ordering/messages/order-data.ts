import { formatMoney, type Locale } from '@gangway/kit';
import type { MessageContent, MessageData, MessageSender } from '@gangway/notifications/contract';
import { dayIn, timeIn } from '../../tickets/domain/paper-dates.ts';
import { paperSeller } from '../../tickets/domain/paper-seller.ts';
import { words } from '../../tickets/domain/paper-words.ts';
import type { OrderLine } from '../domain/order.ts';
import type { OrderSource } from './order-source.ts';
import { tripsOf, type Setting } from './trip-data.ts';

/** `accessToken` opens the order to whoever has the letter. */
export type LetterSetting = Setting & { accessToken: string };

const houseZone = 'Europe/Moscow';

/** What every letter about an order may name; letters add what they alone are about. */
export function orderContent(
  source: OrderSource,
  setting: LetterSetting,
  more: MessageData = {},
): MessageContent {
  const { order, lines } = source;
  const { locale, siteUrl } = setting;
  const trips = tripsOf(source, setting);
  const extras = lines.filter(({ kind }) => kind !== 'admission');
  return {
    sender: senderOf(source, setting),
    data: {
      order: orderData(source, setting),
      what: String(trips[0]?.title ?? extras[0]?.names[locale] ?? ''),
      hasTickets: trips.length > 0,
      trips,
      extras: extras.map((line) => extraData(line, { locale, currency: order.currency })),
      shopUrl: trips[0]?.url ?? `${siteUrl}/${locale}/events`,
      ...more,
    },
  };
}

function orderData({ order, departures }: OrderSource, { locale, siteUrl, accessToken }: LetterSetting) {
  const { currency, expiresAt } = order;
  const zone = [...departures.values()][0]?.timezone ?? houseZone;
  return {
    number: order.number,
    url: `${siteUrl}/${locale}/orders/${order.id}?accessToken=${accessToken}`,
    total: formatMoney({ amount: order.total, currency }, locale),
    vat: order.vatTotal > 0 ? formatMoney({ amount: order.vatTotal, currency }, locale) : null,
    discount: order.discountTotal > 0 ? formatMoney({ amount: order.discountTotal, currency }, locale) : null,
    heldUntil: expiresAt && momentText({ at: expiresAt.getTime(), zone, locale }),
    state: stateWords[order.state][locale],
  } satisfies MessageData;
}

const momentText = (moment: { at: number; zone: string; locale: Locale }): string =>
  `${dayIn(moment)}, ${timeIn(moment)}`;

const stateWords: Record<OrderSource['order']['state'], Record<Locale, string>> = {
  PENDING: { ru: 'готовится', en: 'being prepared', zh: '准备中' },
  LOCKED: { ru: 'ждёт оплаты', en: 'waiting for payment', zh: '待付款' },
  PAID: { ru: 'оплачен', en: 'paid', zh: '已付款' },
  PARTIALLY_REFUNDED: { ru: 'частично возвращён', en: 'partly refunded', zh: '部分退款' },
  REFUNDED: { ru: 'деньги возвращены', en: 'refunded', zh: '已退款' },
  EXPIRED: { ru: 'не оплачен вовремя', en: 'not paid in time', zh: '超时未付款' },
  CANCELLED: { ru: 'отменён', en: 'cancelled', zh: '已取消' },
};

function extraData(
  line: OrderLine,
  { locale, currency }: Pick<Setting, 'locale'> & { currency: OrderSource['order']['currency'] },
) {
  const name = line.names[locale];
  return {
    name: line.quantity > 1 ? `${name} × ${line.quantity}` : name,
    amount: formatMoney({ amount: line.amount, currency }, locale),
  };
}

/** Who sells: the name above the letter and the requisites below it (ЗоЗПП art. 9). */
function senderOf({ seller }: OrderSource, { locale, siteUrl }: Setting): MessageSender {
  const { brand, name, lines, phone, email, offerUrl } = paperSeller({ seller, locale, siteUrl });
  const offer = offerUrl ? [`${words.offer[locale]}: ${offerUrl}`] : [];
  return { name: brand, lines: [name, ...lines, `${phone} · ${email}`, ...offer], replyTo: email };
}
