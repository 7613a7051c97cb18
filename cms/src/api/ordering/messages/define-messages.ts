import type { Core } from '@strapi/strapi';
import { readEnv } from '@gangway/config/env';
import type { Locale, Transaction } from '@gangway/kit';
import { notificationsOf } from '@gangway/notifications/contract';
import type {
  LoadRequest,
  MessageAttachment,
  MessageContent,
  MessageData,
  MessageDefinition,
} from '@gangway/notifications/contract';
import { ticketDocuments } from '../../tickets/ticket-documents.ts';
import { orderAccess } from '../order-access.ts';
import { movedData } from './moved-data.ts';
import { orderContent } from './order-data.ts';
import { readOrderSource, type OrderSource } from './order-source.ts';
import { refundData } from './refund-data.ts';
import { returnedPaymentData } from './returned-payment-data.ts';
import { sampleOrder } from './sample-order.ts';
import { cancelled } from './texts/cancelled.ts';
import { confirmed } from './texts/confirmed.ts';
import { expired } from './texts/expired.ts';
import { link } from './texts/link.ts';
import { paymentReturned } from './texts/payment-returned.ts';
import { refunded } from './texts/refunded.ts';

type Letter = Pick<MessageDefinition, 'title' | 'texts'> & {
  name: string;
  /** What this letter alone names; undefined: it is no longer due. `about` is the last part of its key. */
  more(source: OrderSource, asked: { about: string | undefined; locale: Locale }): MessageData | undefined;
  /** What the sample says otherwise than an order with everything in it. */
  sampled?: MessageData;
  attachments?(strapi: Core.Strapi, source: OrderSource, locale: Locale): Promise<MessageAttachment[]>;
};

const isPaid = ({ order }: OrderSource): boolean => ['PAID', 'PARTIALLY_REFUNDED'].includes(order.state);

/** Whoever paid after all has heard from us already; what cost nothing is paid without any money. */
const wasUnpaid = ({ order, history }: OrderSource): boolean =>
  (order.paidAt === null || order.total === 0) && !history.some(({ what }) => what === 'payment.returned');

const letters: readonly Letter[] = [
  {
    name: 'order.confirmed',
    ...confirmed,
    more: (source, { locale }) => (isPaid(source) ? movedData(source, locale) : undefined),
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
    more: (source) => (source.order.state === 'CANCELLED' && wasUnpaid(source) ? {} : undefined),
  },
  { name: 'order.link', ...link, more: () => ({}) },
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

type Loading = { letter: Letter; request: LoadRequest };

async function load(strapi: Core.Strapi, { letter, request }: Loading): Promise<MessageContent | undefined> {
  const { subjectId, key, locale } = request;
  const source = await readNow(strapi, subjectId);
  const about = key.split(':')[2];
  const more = source && letter.more(source, { about, locale });
  if (!source || !more) return undefined;
  const accessToken = orderAccess(strapi).tokenOf(source.order);
  const content = orderContent(source, { locale, siteUrl: readEnv().storefrontUrl, accessToken }, more);
  return { ...content, attachments: (await letter.attachments?.(strapi, source, locale)) ?? [] };
}

function readNow({ db }: Core.Strapi, orderId: string): Promise<OrderSource | undefined> {
  const read = (trx: unknown) => readOrderSource(trx as Transaction, orderId);
  return db.connection.transaction(read, { isolationLevel: 'repeatable read', readOnly: true });
}

async function ticketsPdf(strapi: Core.Strapi, { order, admissions }: OrderSource, locale: Locale) {
  if (!admissions.some(({ state }) => state !== 'voided')) return [];
  const bytes = await ticketDocuments(strapi).pdf({ orderId: order.id, locale });
  return [{ name: `tickets-${order.number}.pdf`, type: 'application/pdf', bytes }];
}

function sampleOf(letter: Letter, locale: Locale): MessageContent {
  const source = sampleOrder(locale);
  const setting = { locale, siteUrl: readEnv().storefrontUrl, accessToken: 'sample' };
  const states = { 'order.expired': 'EXPIRED', 'order.cancelled': 'CANCELLED' } as const;
  const state = states[letter.name as keyof typeof states];
  const unpaid = { ...source.order, state, paidAt: null };
  const told = state ? { ...source, order: unpaid, history: [] } : source;
  const more = letter.more(told, { about: undefined, locale });
  return orderContent(told, setting, { ...more, ...letter.sampled });
}

export const orderMessageNames = letters.map(({ name }) => name);
