import type { Locale } from '@gangway/kit';
import type { MessageData } from '@gangway/notifications/contract';
import { dayIn, timeIn } from '../../tickets/domain/paper-dates.ts';
import { causeWords, leavesAt, type Sailing } from '../domain/departure-change.ts';
import type { OrderSource } from './order-source.ts';
import { refundData } from './refund-data.ts';

type About = { about: string | undefined; locale: Locale };

/** What the letter about a cancelled departure names; `about` is the departure. Undefined: there is no such one. */
export function cancellationData(source: OrderSource, { about, locale }: About): MessageData | undefined {
  const deed = source.deeds.cancellations.find(({ eventId }) => about === undefined || eventId === about);
  const departure = source.departures.get(deed?.eventId ?? '');
  if (!deed || !departure) return undefined;
  const start = { at: departure.startAt, zone: departure.timezone, locale };
  const unpaid = source.order.paidAt === null;
  const own = new Set(source.lines.filter(({ eventId }) => eventId === deed.eventId).map(({ id }) => id));
  const request = source.requests.findLast(
    ({ reasonCode, lines }) =>
      reasonCode === 'OPERATOR_CANCELLED' && lines.some(({ lineId }) => own.has(lineId)),
  );
  const money = request && request.amount > 0 ? refundData(source, request, locale) : { refund: null };
  return {
    cancelled: { cause: causeWords[deed.cause][locale], date: dayIn(start), time: timeIn(start), unpaid },
    ...money,
  };
}

/** What the letter about a change names; `about` is the change. Undefined: there is no such one. */
export function changeData(source: OrderSource, { about, locale }: About): MessageData | undefined {
  const change = source.deeds.changes.find(({ id }) => about === undefined || id === about);
  const departure = source.departures.get(change?.eventId ?? '');
  if (!change || !departure) return undefined;
  const { before, after, cause, refundable } = change;
  const at = (sailing: Sailing) => ({ at: leavesAt(sailing), zone: departure.timezone, locale });
  const notice = departure.notice?.[locale];
  return {
    change: {
      ...{ cause: causeWords[cause][locale], refundable, notice: notice ? notice : null },
      ...{ date: dayIn(at(after)), time: timeIn(at(after)) },
      ...{ wasDate: dayIn(at(before)), wasTime: timeIn(at(before)) },
      ...{ place: after.berth?.[locale] ?? null, wasPlace: before.berth?.[locale] ?? null },
      timeMoved: leavesAt(before) !== leavesAt(after) || before.endAt !== after.endAt,
      placeMoved: before.berthId !== after.berthId,
    },
  };
}

/** The departure that a letter about a deed is about. */
export function eventOf(
  { deeds, lines }: OrderSource,
  { message, about }: { message: string; about: string | undefined },
): string {
  const changed = deeds.changes.find(({ id }) => id === about)?.eventId;
  const first = lines.find(({ kind }) => kind === 'admission')?.eventId ?? '';
  return message === 'order.departure-changed' ? (changed ?? first) : (about ?? first);
}
