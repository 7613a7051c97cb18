import type { Locale, Localized } from '@gangway/kit';
import type { Admission } from '../domain/admission.ts';
import type { Order, OrderLine } from '../domain/order.ts';
import type { OrderSource } from './order-source.ts';

const eventId = 'sample0event0of0letters0';
const orderId = 'sample0order0of0letters0';

/** 20 June 2026, 21:30 in Saint Petersburg. */
const startAt = Date.UTC(2026, 5, 20, 18, 30);
/** When somebody reads the letters of the sample: a day before. */
export const sampleMoment = new Date(startAt - 24 * 3_600_000);

const placedAt = new Date(startAt - 3 * 86_400_000);

const activity: Localized = { ru: 'Ночные мосты', en: 'Night bridges', zh: '夜游开桥' };
const adult: Localized = { ru: 'Взрослый', en: 'Adult', zh: '成人' };
const child: Localized = { ru: 'Детский', en: 'Child', zh: '儿童' };
const blanket: Localized = { ru: 'Плед на борту', en: 'Blanket on board', zh: '船上毛毯' };

/** A made-up order that fills every letter, through the same steps as a real one. */
export function sampleOrder(locale: Locale): OrderSource {
  const lines = [
    ticketLine({
      position: 1,
      seatCode: '3-12',
      ticketType: adult,
      amount: 180_000,
      fullName: passenger[locale],
    }),
    ticketLine({
      position: 2,
      seatCode: '3-13',
      ticketType: child,
      amount: 90_000,
      fullName: companion[locale],
    }),
    productLine(),
  ];
  return {
    order: orderOf(locale),
    lines,
    admissions: lines.slice(0, 2).map(admissionOf),
    requests: [requestOf(lines[1] as OrderLine)],
    history: [
      entry('order.paid', { moved: [{ eventId, from: '3-10', to: '3-12', zone: 'main' }] }),
      entry('payment.returned', { paymentId: 'sample', reason: 'PLACES_LOST', amount: 330_000 }),
    ],
    departures: new Map([[eventId, departure]]),
    seller,
    sailings: new Map([
      [
        eventId,
        {
          ...{ id: eventId, startAt, endAt: startAt + 90 * 60_000, leavesAt: startAt },
          ...{ cancelled: false, changedAt: null },
        },
      ],
    ]),
    deeds: {
      changes: [
        {
          id: 'sample',
          eventId,
          cause: 'technical',
          refundable: true,
          before: sailing(-60),
          after: sailing(0),
        },
      ],
      cancellations: [{ eventId, cause: 'weather' }],
    },
    remindersStopped: false,
  };
}

function admissionOf({ id, seatCode, zone, names }: OrderLine): Admission {
  return {
    ...{
      id: `ticket-${id}`,
      orderId,
      orderLineId: id,
      eventId,
      ticketTypeId: 'sample',
      seatCode,
      zone,
      names,
    },
    ...{ serial: 1, code: '', keyId: '', holderName: null, state: 'issued' },
    ...{ issuedAt: placedAt, voidedAt: null, usedAt: null },
  };
}

const sailing = (minutes: number): OrderSource['deeds']['changes'][number]['before'] => ({
  startAt: new Date(startAt + minutes * 60_000).toISOString(),
  endAt: new Date(startAt + (minutes + 90) * 60_000).toISOString(),
  delayMinutes: 0,
  berthId: minutes < 0 ? 'palace' : 'admiralty',
  berth:
    minutes < 0
      ? { ru: 'Причал «Дворцовый»', en: 'Palace Pier', zh: '宫殿码头' }
      : (departure.berth?.name ?? null),
});

const passenger: Localized = { ru: 'Анна Соколова', en: 'Anna Brown', zh: '李安娜' };
const companion: Localized = { ru: 'Миша Соколов', en: 'Michael Brown', zh: '李明' };

const seller: OrderSource['seller'] = {
  name: { ru: 'Волна', en: 'Volna', zh: '浪花' },
  legalName: { ru: 'ООО «Волна»', en: 'Volna LLC', zh: '浪花有限公司' },
  legalAddress: {
    ru: '190000, Санкт-Петербург, Английская наб., 10',
    en: '10 Angliyskaya Emb., St Petersburg 190000, Russia',
    zh: '俄罗斯圣彼得堡英吉利滨河街 10 号，190000',
  },
  country: 'RU',
  inn: '7800000000',
  kpp: '780001001',
  ogrn: '1027800000000',
  registration: null,
  phone: '+7 812 000-00-00',
  email: 'hello@volna.example',
  offerPage: 'offer',
};

const departure: OrderSource['departures'] extends ReadonlyMap<string, infer Departure> ? Departure : never =
  {
    id: eventId,
    startAt,
    endAt: startAt + 90 * 60_000,
    delayMinutes: 0,
    timezone: 'Europe/Moscow',
    activity: [
      { locale: 'ru', title: activity.ru, meetingPoint: 'Посадка за 15 минут до отправления.' },
      { locale: 'en', title: activity.en, meetingPoint: 'Boarding starts 15 minutes before departure.' },
      { locale: 'zh-Hans', title: activity.zh, meetingPoint: '出发前 15 分钟开始登船。' },
    ],
    vessel: { ru: 'Теплоход «Нева»', en: 'MS Neva', zh: '“涅瓦”号' },
    berth: {
      name: { ru: 'Причал «Адмиралтейский»', en: 'Admiralty Pier', zh: '海军部码头' },
      address: { ru: 'Адмиралтейская наб., 2', en: '2 Admiralteyskaya Emb.', zh: '海军部滨河街 2 号' },
      city: { ru: 'Санкт-Петербург', en: 'St Petersburg', zh: '圣彼得堡' },
      directions: {
        ru: 'Спуск к воде напротив Дворцового моста.',
        en: 'Steps to the water opposite Palace Bridge.',
        zh: '宫殿桥对面的亲水台阶。',
      },
      latitude: 59.939,
      longitude: 30.307,
    },
    venue: null,
    route: null,
    notice: {
      ru: 'Посадка с верхнего уровня набережной.',
      en: 'Boarding from the upper level of the embankment.',
      zh: '从河堤上层登船。',
    },
    geometry: null,
  };

function orderOf(language: Locale): Order {
  return {
    id: orderId,
    number: 'K7M-4Q2',
    state: 'PAID',
    language,
    sellerId: 'sample',
    sellerFacts: { name: seller.name, country: 'RU', taxRegime: 'general', inn: seller.inn },
    ...{ currency: 'RUB', total: 330_000, vatTotal: 59_508, discountTotal: 30_000, refundedTotal: 90_000 },
    ...{
      customerId: null,
      accountId: null,
      buyerName: passenger[language],
      buyerEmail: null,
      buyerPhone: null,
    },
    ...{ sessionHash: null, tokenVersion: 1 },
    expiresAt: new Date(placedAt.getTime() + 15 * 60_000),
    maxExpiresAt: null,
    otherSeats: true,
    ...{ promotionId: null, promotionCode: null, channel: 'web', attribution: null, consents: [] },
    ...{ placedAt, paidAt: placedAt, closedAt: null, closeReason: null, needsReview: false, staffId: null },
  };
}

type Ticket = { position: number; seatCode: string; ticketType: Localized; amount: number; fullName: string };

function ticketLine({ position, seatCode, ticketType, amount, fullName }: Ticket): OrderLine {
  return {
    ...blankLine(position, amount),
    ...{ kind: 'admission', eventId, seatCode, zone: 'main', names: ticketType },
    facts: {
      activity,
      ticketType,
      startAt: new Date(startAt).toISOString(),
      endAt: new Date(startAt).toISOString(),
      timezone: 'Europe/Moscow',
      refundPolicy: 'until24h',
      occupiesPlace: true,
    },
    passenger: { fullName },
  };
}

const productLine = (): OrderLine => ({
  ...blankLine(3, 60_000),
  kind: 'product',
  productId: 'sample',
  names: blanket,
});

function blankLine(position: number, amount: number): Omit<OrderLine, 'kind' | 'names'> {
  return {
    id: `line${position}`,
    orderId,
    position,
    ...{ eventId: null, holdId: null, seatCode: null, zone: null, ticketTypeId: null },
    ...{ productId: null, productKind: null, feeId: null, forLine: null, facts: null },
    ...{ quantity: 1, listAmount: amount, unitAmount: amount, discountAmount: 0, amount },
    ...{ vatMode: 'included', vatRateBp: 2200, vatAmount: Math.round((amount * 22) / 122) },
    ...{ passenger: null, rules: [], refundedAmount: 0, refundedAt: null },
  };
}

function requestOf({ id: lineId, amount, vatAmount }: OrderLine): OrderSource['requests'][number] {
  return {
    ...{
      id: 'sample',
      orderId,
      state: 'succeeded',
      amount,
      currency: 'RUB',
      reasonCode: 'OPERATOR_CANCELLED',
    },
    ...{ policyVersion: 'refund.4', requestedByKind: 'customer', requestedById: null, reason: null },
    lines: [{ lineId, quantity: 1, amount, vatAmount, admissionIds: [] }],
    ...{ paymentRefundIds: [], cancelsOrder: false, requestedAt: placedAt, decidedAt: placedAt },
  };
}

const entry = (what: string, details: Record<string, unknown>): OrderSource['history'][number] => ({
  ...{ orderId, at: placedAt, actor: { kind: 'system' }, what, details },
});
