import type { Core } from '@strapi/strapi';
import { readEnv } from '@gangway/config/env';
import type { Locale } from '@gangway/kit';
import { notificationsOf } from '@gangway/notifications/contract';
import type {
  LoadRequest,
  MessageAttachment,
  MessageContent,
  MessageData,
  MessageDefinition,
} from '@gangway/notifications/contract';
import { inOneSnapshot } from '../../../frame/database/one-snapshot.ts';
import { perStrapi } from '../../../frame/per-strapi.ts';
import { ticketDocuments } from '../../tickets/ticket-documents.ts';
import { orderAccess } from '../order-access.ts';
import { reminderLinks } from '../departures/remind.ts';
import { departureCancelled } from '../departures/refund-cancelled.ts';
import type { ReminderKind } from '../domain/reminders.ts';
import { cancellationData, changeData, eventOf } from './departure-data.ts';
import { movedData } from './moved-data.ts';
import { orderContent } from './order-data.ts';
import { readOrderSource, type OrderSource } from './order-source.ts';
import { refundData } from './refund-data.ts';
import { reminderData } from './reminder-data.ts';
import { returnedPaymentData } from './returned-payment-data.ts';
import { sampleMoment, sampleOrder } from './sample-order.ts';
import { cancelled } from './texts/cancelled.ts';
import { confirmed } from './texts/confirmed.ts';
import { departureCancelledLetter } from './texts/departure-cancelled.ts';
import { departureChanged } from './texts/departure-changed.ts';
import { expired } from './texts/expired.ts';
import { link } from './texts/link.ts';
import { paymentReturned } from './texts/payment-returned.ts';
import { refundFailed } from './texts/refund-failed.ts';
import { refundRequested } from './texts/refund-requested.ts';
import { refunded } from './texts/refunded.ts';
import { reminderDay } from './texts/reminder-day.ts';
import { reminderSoon } from './texts/reminder-soon.ts';
import { onlyDeparture, onlyTravellers, returnedText, withoutReturned } from './trip-data.ts';

type Asked = { about: string | undefined; locale: Locale; now: Date; links: Links };
type Links = { pageUrl: string; oneClickUrl: string };

type Letter = Pick<MessageDefinition, 'title' | 'texts'> & {
  name: string;
  /** What this letter alone names; undefined: it is no longer due. `about` is the last part of its key. */
  more(source: OrderSource, asked: Asked): MessageData | undefined;
  /** The part of the order that it is about. */
  only?(source: OrderSource, about: string | undefined): OrderSource;
  /** Whoever wants no more of it says so by one click. */
  isOptional?: boolean;
  /** What the sample says otherwise than an order with everything in it. */
  sampled?: MessageData;
  attachments?(strapi: Core.Strapi, source: OrderSource, locale: Locale): Promise<MessageAttachment[]>;
};

const isPaid = ({ order }: OrderSource): boolean => ['PAID', 'PARTIALLY_REFUNDED'].includes(order.state);

/** Whoever paid after all has heard from us already; what cost nothing is paid without any money. */
const wasUnpaid = ({ order, history }: OrderSource): boolean =>
  (order.paidAt === null || order.total === 0) && !history.some(({ what }) => what === 'payment.returned');

/** Where we cancelled the departure its own letter says so. */
const isGivenUp = (source: OrderSource): boolean =>
  source.order.state === 'CANCELLED' && wasUnpaid(source) && source.order.closeReason !== departureCancelled;

type RefundState = OrderSource['requests'][number]['state'];

/** The request that a letter about money is about; the sample has one, whatever its state. */
const requestIn =
  (state: RefundState): Letter['more'] =>
  (source, { about, locale }) => {
    const request = source.requests.find(({ id }) => id === (about ?? 'sample'));
    const isDue = about === undefined || request?.state === state;
    return request && isDue ? refundData(source, request, locale) : undefined;
  };

const reminder = (kind: ReminderKind): Pick<Letter, 'more' | 'only' | 'isOptional' | 'attachments'> => ({
  isOptional: true,
  attachments: ticketsPdf,
  only: (source, about) => onlyTravellers(source, about ?? eventOf(source, { message: '', about })),
  more: (source, { about, locale, now, links }) => {
    const eventId = about ?? eventOf(source, { message: '', about });
    return reminderData(source, { kind, eventId, locale, stopUrl: links.pageUrl, now });
  },
});

const letters: readonly Letter[] = [
  {
    name: 'order.confirmed',
    ...confirmed,
    // Sent again it is about what is left.
    only: (source, about) => (about === undefined ? source : withoutReturned(source)),
    more: (source, { about, locale }) => {
      const returned = about === undefined ? null : returnedText(source, locale);
      return isPaid(source) ? { ...movedData(source, locale), returned } : undefined;
    },
    sampled: { hasMoved: false },
    attachments: ticketsPdf,
  },
  {
    name: 'order.refunded',
    ...refunded,
    more: (source, { about, locale }) => {
      const done = source.requests.filter(({ state }) => state === 'succeeded');
      const request = done.find(({ id }) => id === about) ?? done.at(-1);
      return request && refundData(source, request, locale);
    },
  },
  {
    name: 'order.payment-returned',
    ...paymentReturned,
    more: (source, { about: paymentId, locale }) => returnedPaymentData(source, { paymentId, locale }),
  },
  {
    name: 'order.expired',
    ...expired,
    more: (source) => (source.order.state === 'EXPIRED' && wasUnpaid(source) ? {} : undefined),
  },
  {
    name: 'order.cancelled',
    ...cancelled,
    more: (source) => (isGivenUp(source) ? {} : undefined),
  },
  { name: 'order.link', ...link, more: () => ({}) },
  { name: 'order.refund-requested', ...refundRequested, more: requestIn('pending') },
  { name: 'order.refund-failed', ...refundFailed, more: requestIn('failed') },
  { name: 'order.reminder-day', ...reminderDay, ...reminder('day') },
  { name: 'order.reminder-soon', ...reminderSoon, ...reminder('soon') },
  {
    name: 'order.departure-cancelled',
    ...departureCancelledLetter,
    only: (source, about) =>
      onlyDeparture(source, eventOf(source, { message: 'order.departure-cancelled', about })),
    more: cancellationData,
  },
  {
    name: 'order.departure-changed',
    ...departureChanged,
    only: (source, about) =>
      onlyTravellers(source, eventOf(source, { message: 'order.departure-changed', about })),
    more: changeData,
  },
];

/** Called in the room's `register`: all that buyers are told about their orders. */
export function defineOrderMessages(strapi: Core.Strapi): void {
  for (const letter of letters) notificationsOf(strapi).define(definitionOf(strapi, letter));
}

function definitionOf(strapi: Core.Strapi, letter: Letter): MessageDefinition {
  const { name, title, texts } = letter;
  return {
    ...{ name, title, texts },
    load: (request) => load(strapi, { letter, request }),
    sample: (locale) => sampleOf(letter, locale),
  };
}

/** The environment is read once: to check it costs as much as to write the letter. */
const siteUrlOf = perStrapi(() => readEnv().storefrontUrl);

type Loading = { letter: Letter; request: LoadRequest };

async function load(strapi: Core.Strapi, { letter, request }: Loading): Promise<MessageContent | undefined> {
  const { subjectId, key, locale, now } = request;
  const source = await readNow(strapi, subjectId);
  const about = key.split(':')[2];
  const links = reminderLinks(strapi).of(subjectId, locale);
  const more = source && letter.more(source, { about, locale, now, links });
  if (!source || !more) return undefined;
  const accessToken = orderAccess(strapi).tokenOf(source.order);
  const setting = { locale, siteUrl: siteUrlOf(strapi), accessToken };
  const content = orderContent(letter.only?.(source, about) ?? source, setting, more);
  const attachments = (await letter.attachments?.(strapi, source, locale)) ?? [];
  return { ...content, attachments, ...(letter.isOptional ? { unsubscribeUrl: links.oneClickUrl } : {}) };
}

function readNow(strapi: Core.Strapi, orderId: string): Promise<OrderSource | undefined> {
  return inOneSnapshot(strapi, (trx) => readOrderSource(trx, orderId));
}

async function ticketsPdf(strapi: Core.Strapi, source: OrderSource, locale: Locale) {
  if (!source.admissions.some(({ state }) => state !== 'voided')) return [];
  const bytes = await ticketDocuments(strapi).pdf(source, locale);
  return [{ name: `tickets-${source.order.number}.pdf`, type: 'application/pdf', bytes }];
}

const sampleStates = { 'order.expired': 'EXPIRED', 'order.cancelled': 'CANCELLED' } as const;

function sampleOf(letter: Letter, locale: Locale): MessageContent {
  const source = sampleOrder(locale);
  const siteUrl = readEnv().storefrontUrl;
  const state = sampleStates[letter.name as keyof typeof sampleStates];
  const unpaid = { ...source.order, state, paidAt: null };
  const told = state ? { ...source, order: unpaid, history: [] } : source;
  const pageUrl = `${siteUrl}/${locale}/reminders/stop?token=sample`;
  const links = { pageUrl, oneClickUrl: pageUrl };
  const more = letter.more(told, { about: undefined, locale, now: sampleMoment, links });
  const own = letter.only?.(told, undefined) ?? told;
  return orderContent(own, { locale, siteUrl, accessToken: 'sample' }, { ...more, ...letter.sampled });
}

export const orderMessageNames = letters.map(({ name }) => name);
