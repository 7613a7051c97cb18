import type { Locale, Localized } from '@gangway/kit';
import type { MessageData } from '@gangway/notifications/contract';
import { dayIn, timeIn } from '../../tickets/domain/paper-dates.ts';
import { type ReminderKind, reminderVerdict } from '../domain/reminders.ts';
import type { OrderSource } from './order-source.ts';

export type Reminded = {
  kind: ReminderKind;
  eventId: string;
  locale: Locale;
  stopUrl: string;
  now: Date;
};

/** What a reminder of one departure names; undefined: it is no longer due. */
export function reminderData(source: OrderSource, reminded: Reminded): MessageData | undefined {
  const { kind, eventId, locale, stopUrl, now } = reminded;
  const departure = source.sailings.get(eventId);
  const zone = source.departures.get(eventId)?.timezone ?? 'Europe/Moscow';
  const verdict = reminderVerdict({
    ...{ kind, order: source.order, departure, stopped: source.remindersStopped, now: now.getTime() },
    tickets: source.admissions.filter((ticket) => ticket.eventId === eventId && ticket.state !== 'voided')
      .length,
  });
  if (verdict !== 'told' || !departure) return undefined;
  const start = { at: departure.leavesAt, zone, locale };
  return { trip: { day: dayWord(start, now), time: timeIn(start) }, stopUrl };
}

const today: Localized = { ru: 'Сегодня', en: 'Today', zh: '今天' };
const tomorrow: Localized = { ru: 'Завтра', en: 'Tomorrow', zh: '明天' };
const day = 86_400_000;

/** As people say it on the day on which they read it. */
function dayWord(start: { at: number; zone: string; locale: Locale }, now: Date): string {
  const date = dayIn(start);
  const on = (at: number) => dayIn({ ...start, at });
  if (on(now.getTime()) === date) return today[start.locale];
  return on(now.getTime() + day) === date ? tomorrow[start.locale] : date;
}
