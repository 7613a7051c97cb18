import { instantOf, wallTime, type WallTime } from '../fields/zoned-time/wall-time.ts';
import type { Money } from '../desk/Texts.tsx';

export const causes = ['weather', 'technical', 'authorities', 'organisation'] as const;
export const languages = ['ru', 'en', 'zh'] as const;

export type Notice = Record<(typeof languages)[number], string>;

/** A departure with everybody on it, as the API tells of it. */
export type Departure = {
  event: {
    id: string;
    title: string;
    state: string;
    timezone: string;
    startAt: string;
    leavesAt: string;
    delayMinutes: number;
    berth: { id: string; name: string } | null;
    vessel: string | null;
    notice: Notice | null;
  };
  orders: AffectedOrder[];
  totals: { orders: number; unpaid: number; tickets: number; withoutEmail: number; money: Money[] };
  berths: { id: string; name: string }[];
  delayTolerance: number;
};

export type AffectedOrder = {
  id: string;
  number: string;
  status: string;
  buyer: { fullName: string; email: string | null; phone: string | null };
  tickets: number;
  amount: Money;
  otherEvents: number;
};

const over = new Set(['departed', 'completed', 'cancelled']);

export const isOver = ({ event }: Departure): boolean => over.has(event.state);

/** What is typed into the dialog. */
export type Changes = { start: WallTime; berth: string; delay: number; notice: Notice };

export const noNotice: Notice = { ru: '', en: '', zh: '' };

export function asItIs({ event }: Departure): Changes {
  const { startAt, timezone, berth, delayMinutes, notice } = event;
  return {
    ...{ start: wallTime(startAt, timezone), berth: berth?.id ?? '', delay: delayMinutes },
    notice: notice ?? noNotice,
  };
}

/** What the API is told: what differs, and nothing else. A notice without all its languages is no notice yet. */
export function changedFields(departure: Departure, changes: Changes): Record<string, unknown> {
  const before = asItIs(departure);
  const { start, berth, delay, notice } = changes;
  const isMoved = start.date !== before.start.date || start.time !== before.start.time;
  const isSaid = languages.some((language) => notice[language].trim() !== before.notice[language]);
  return {
    ...(isMoved ? { startAt: instantOf(start, departure.event.timezone) } : {}),
    ...(berth === before.berth ? {} : { berth }),
    ...(delay === before.delay ? {} : { delayMinutes: delay }),
    ...(isSaid && isWhole(notice) ? { notice } : {}),
  };
}

/** All languages, or none. */
export function isWhole(notice: Notice): boolean {
  return languages.every((language) => notice[language].trim() !== '');
}

export const isHalf = (notice: Notice): boolean =>
  !isWhole(notice) && languages.some((language) => notice[language].trim() !== '');
