import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '@gangway/kit';
import type { Locale, Transaction } from '@gangway/kit';
import { notificationsOf } from '@gangway/notifications/contract';
import type { MessageContent, MessageDefinition, MessageOrder } from '@gangway/notifications/contract';

/** What the tests of messages stand on: a message of their own, orders for it, and waiting for what becomes of it. */

export const texts: MessageDefinition['texts'] = {
  ru: { subject: 'Привет, {{guest}}', body: '# Здравствуйте, {{guest}}!\n\nЖдём вас на причале.' },
  en: { subject: 'Hello, {{guest}}', body: '# Hello, {{guest}}!\n\nSee you at the pier.' },
  zh: { subject: '您好，{{guest}}', body: '# 您好，{{guest}}！\n\n码头见。' },
};

export const sample = (): MessageContent => ({ data: { guest: 'Анна' } });

/** Defines a message that nobody else has; `load` answers what the test says. */
export function defineMessage(changes: Partial<MessageDefinition> = {}): MessageDefinition {
  const definition: MessageDefinition = {
    name: `test.m${newId()}`,
    title: { ru: 'Проба', en: 'Trial', zh: '测试' },
    texts,
    load: async () => sample(),
    sample,
    ...changes,
  };
  notificationsOf(strapi).define(definition);
  return definition;
}

export const inTransaction = <Result>(work: (trx: Transaction) => Promise<Result>): Promise<Result> =>
  strapi.db.transaction(({ trx }) => work(trx as unknown as Transaction)) as Promise<Result>;

export const newAddress = () => `${newId()}@example.org`;

export function orderOf(message: string, changes: Partial<MessageOrder> = {}): MessageOrder {
  const id = newId();
  return {
    ...{ message, subject: { kind: 'test', id }, locale: 'ru' as Locale, channel: 'email' as const },
    ...{ to: newAddress(), key: `${message}:${id}`, now: new Date() },
    ...changes,
  };
}

export async function notify(order: MessageOrder): Promise<MessageOrder> {
  await inTransaction((trx) => notificationsOf(strapi).notify(trx, order));
  return order;
}

export async function viewOf({ subject }: MessageOrder) {
  const [view] = await inTransaction((trx) => notificationsOf(strapi).list(trx, subject));
  if (!view) throw new Error('There is no such message.');
  return view;
}

/** The message as soon as it is in this state, after as many attempts. */
export async function reached(order: MessageOrder, state: string, attempts?: number) {
  for (let tries = 0; tries < 5000; tries += 1) {
    const view = await viewOf(order);
    if (view.state === state && (attempts === undefined || view.attempts === attempts)) return view;
    await pause(25);
  }
  throw new Error(`The message never was ${state}: ${JSON.stringify(await viewOf(order))}`);
}
