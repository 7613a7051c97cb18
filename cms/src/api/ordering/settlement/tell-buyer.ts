import type { Core } from '@strapi/strapi';
import type { Transaction } from '@gangway/kit';
import { notificationsOf } from '@gangway/notifications/contract';
import type { Order } from '../domain/order.ts';

export type Told = {
  trx: Transaction;
  order: Pick<Order, 'id' | 'language' | 'buyerEmail'>;
  /** `order.confirmed`. */
  message: string;
  /** What makes two tellings of the same order different: the refund's id. */
  about?: string;
  now: Date;
};

/** Queues an e-mail about an order to its buyer, once for each message and `about`. Without an address: nothing. */
export async function tellBuyer(
  strapi: Core.Strapi,
  { trx, order, message, about, now }: Told,
): Promise<void> {
  const { id, language, buyerEmail } = order;
  if (buyerEmail === null) return;
  await notificationsOf(strapi).notify(trx, {
    message,
    subject: { kind: 'order', id },
    locale: language,
    channel: 'email',
    to: buyerEmail,
    key: [`${message}:${id}`, about].filter((part) => part !== undefined).join(':'),
    now,
  });
}
