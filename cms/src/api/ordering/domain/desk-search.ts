import { instantOf, laterDay } from '@gangway/kit';
import type { DeskFilters } from '../contract/desk-orders.ts';
import type { OrderState } from './moves.ts';
import { readOrderNumber } from './order-number.ts';

/** What the back office looks for; absent: whatever. */
export type DeskSearch = {
  states?: readonly OrderState[] | undefined;
  eventId?: string | undefined;
  email?: string | undefined;
  /** The last digits of a phone. */
  phoneEnd?: string | undefined;
  number?: string | undefined;
  /** Any of name, e-mail, number and phone. */
  text?: string | undefined;
  textNumber?: string | undefined;
  textPhoneEnd?: string | undefined;
  from?: Date | undefined;
  /** Not included. */
  until?: Date | undefined;
  channel?: string | undefined;
  sellerId?: string | undefined;
  needsReview?: boolean | undefined;
  now: Date;
};

/** It names the buyer, the order or the departure: of all orders this leaves few. */
export const isNarrow = ({ text, number, email, phoneEnd, eventId }: DeskSearch): boolean =>
  [text, number, email, phoneEnd, eventId].some((wish) => wish !== undefined);

/** Where the days of the back office begin. */
const officeZone = 'Europe/Moscow';

/** Reads the filters of the list; what is not a number or a phone finds nothing by it. */
export function deskSearch(filters: Omit<DeskFilters, 'page' | 'pageSize'>, now: Date): DeskSearch {
  const { status, eventId, email, phone, number, q, dateFrom, dateTo, channel, seller, needsReview } =
    filters;
  return {
    ...{ states: status, eventId, channel, sellerId: seller, needsReview, now },
    email: email?.toLowerCase(),
    phoneEnd: phone === undefined ? undefined : (phoneEnd(phone) ?? 'none'),
    number: number === undefined ? undefined : (readOrderNumber(number) ?? number),
    ...{ text: q, textNumber: q && readOrderNumber(q), textPhoneEnd: q && phoneEnd(q) },
    from: dateFrom === undefined ? undefined : momentOf(dateFrom),
    until: dateTo === undefined ? undefined : endOf(dateTo),
  };
}

const shortest = 4;
const longest = 10;

/** Ten digits tell a phone apart however its beginning is written: +7, 8 or nothing. */
function phoneEnd(written: string): string | undefined {
  const digits = written.replace(/\D/g, '');
  return /^[\d\s()+.-]+$/.test(written) && digits.length >= shortest ? digits.slice(-longest) : undefined;
}

const isDay = (text: string) => !text.includes('T');

function momentOf(text: string): Date {
  return new Date(isDay(text) ? instantOf({ day: text, time: '00:00', zone: officeZone }) : text);
}

/** A day is included, a moment is where it ends. */
function endOf(text: string): Date {
  return momentOf(isDay(text) ? laterDay(text, 1) : text);
}
