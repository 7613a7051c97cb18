import type { Core } from '@strapi/strapi';
import { readEnv } from '@gangway/config/env';
import { jobsOf } from '@gangway/jobs/contract';
import type { Locale, Transaction } from '@gangway/kit';
import { perStrapi } from '../../../frame/per-strapi.ts';
import { orderOfReminderToken, reminderLinkKey, reminderToken } from '../domain/reminder-link.ts';
import { type ReminderKind, remindersAhead, reminderVerdict } from '../domain/reminders.ts';
import { tellBuyer } from '../settlement/tell-buyer.ts';
import { type DepartureFacts, readDepartures } from '../store/departures.ts';
import { readOrder } from '../store/orders.ts';
import {
  areRemindersStopped,
  endReminder,
  insertReminders,
  lockDueReminders,
  type TakenReminder,
} from '../store/reminders.ts';

const batch = 50;

export const reminderMessages: Record<ReminderKind, string> = {
  day: 'order.reminder-day',
  soon: 'order.reminder-soon',
};

/** Buyers are reminded a day and two hours before they leave. Runs in `register`. */
export function sweepReminders(strapi: Core.Strapi): void {
  jobsOf(strapi).sweep({
    name: 'ordering.reminders',
    everySeconds: 20,
    run: async ({ trx, now, aside, careful, at }) => {
      const limit = careful ? 1 : batch;
      const due = await lockDueReminders(trx, { now, limit, without: [...aside] });
      for (const reminder of due) {
        at(reminder.orderId);
        await remind(strapi, { trx, reminder, now });
      }
      return { more: due.length === limit };
    },
  });
}

type Planning = {
  trx: Transaction;
  orderId: string;
  departures: ReadonlyMap<string, DepartureFacts>;
  now: Date;
};

/** Called with the transaction in which an order is paid. */
export async function planReminders({ trx, orderId, departures, now }: Planning): Promise<void> {
  for (const { id: eventId, leavesAt } of departures.values()) {
    const reminders = remindersAhead({ leavesAt, now: now.getTime() });
    await insertReminders(trx, { orderId, eventId, reminders });
  }
}

type Reminding = { trx: Transaction; reminder: TakenReminder; now: Date };

async function remind(strapi: Core.Strapi, { trx, reminder, now }: Reminding): Promise<void> {
  const { orderId, eventId, kind, tickets } = reminder;
  const order = await readOrder(trx, orderId);
  if (!order) return endReminder(trx, { ...reminder, outcome: 'off', now });
  const departure = (await readDepartures(trx, [eventId])).get(eventId);
  const stopped = await areRemindersStopped(trx, orderId);
  const outcome = reminderVerdict({ kind, order, departure, tickets, stopped, now: now.getTime() });
  await endReminder(trx, { ...reminder, outcome, now });
  if (outcome !== 'told' || !departure) return;
  // Once for each time at which the departure was to leave.
  const about = `${eventId}:${departure.leavesAt}`;
  await tellBuyer(strapi, { trx, order, message: reminderMessages[kind], about, now });
}

export type ReminderLinks = {
  /** The page of the website that asks first, and the address that mail programs send to. */
  of(orderId: string, locale: Locale): { pageUrl: string; oneClickUrl: string };
  /** Undefined: none of ours. */
  orderOf(token: string): string | undefined;
};

export const reminderLinks = perStrapi((): ReminderLinks => {
  const { secrets, storefrontUrl } = readEnv();
  const key = reminderLinkKey(secrets.encryptionKey);
  return {
    of: (orderId, locale) => {
      const query = `token=${reminderToken(orderId, key)}`;
      return {
        pageUrl: `${storefrontUrl}/${locale}/reminders/stop?${query}`,
        oneClickUrl: `${storefrontUrl}/api/reminders/stop?${query}`,
      };
    },
    orderOf: (token) => orderOfReminderToken(token, key),
  };
});
