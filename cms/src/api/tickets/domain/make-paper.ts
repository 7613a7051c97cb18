import { allocate, formatMoney, localeOf, money, shortTicketCode } from '@gangway/kit';
import type { Locale, Money } from '@gangway/kit';
import { refundSentence, refundableUntil } from '../../catalog/domain/refund-rule.ts';
import { vatNote } from '../../catalog/domain/tax.ts';
import type { Admission } from '../../ordering/domain/admission.ts';
import type { Order, OrderLine } from '../../ordering/domain/order.ts';
import { geometrySchema } from '../../seating/domain/geometry.ts';
import type { DepartureSource, PlaceSource, SellerSource } from './paper-sources.ts';
import { mapUrl } from './map-url.ts';
import type { Paper, PaperPlace } from './paper.ts';
import { dayIn, offsetIn, timeIn } from './paper-dates.ts';
import { words } from './paper-words.ts';
import { paperSeller } from './paper-seller.ts';
import { seatWords } from './seat-words.ts';

export interface PaperSources {
  order: Order;
  line: OrderLine;
  admission: Admission;
  /** Which of the tickets of its line this one is, from 0 on. */
  position: number;
  departure: DepartureSource;
  seller: SellerSource;
  locale: Locale;
  /** Where the website is, for the link to the terms of sale. */
  siteUrl: string;
}

const minute = 60_000;

/** One ticket's paper: what the tables say now, and what the order line keeps where the catalogue has forgotten. */
export function makePaper(sources: PaperSources): Paper {
  const { order, admission, departure, locale } = sources;
  return {
    locale,
    ticketId: admission.id,
    orderNumber: order.number,
    code: admission.code,
    shortCode: shortTicketCode(admission.code) ?? String(admission.serial),
    voided: admission.state === 'voided',
    ...whatAndWhen(sources),
    vessel: departure.vessel?.[locale] ?? null,
    place: placeOf(departure.berth ?? departure.venue, locale),
    ...whoAndWhere(sources),
    ...terms(sources),
    seller: paperSeller(sources),
  };
}

function whatAndWhen({ departure, line, locale }: PaperSources) {
  const { timezone: zone, delayMinutes, route } = departure;
  const text = departure.activity.find((version) => localeOf(version.locale) === locale);
  const start = { at: departure.startAt + delayMinutes * minute, zone, locale };
  const end = { at: departure.endAt + delayMinutes * minute, zone, locale };
  return {
    title: text?.title ?? line.facts?.activity[locale] ?? line.names[locale],
    meetingPoint: text?.meetingPoint ?? null,
    route: route?.[locale] ?? null,
    date: dayIn(start),
    time: timeIn(start),
    endTime: timeIn(end),
    clock: `${words.localTime[locale]}, ${offsetIn(start)}`,
    startAt: new Date(start.at).toISOString(),
    endAt: new Date(end.at).toISOString(),
    timezone: zone,
  };
}

function whoAndWhere({ admission, departure, line, locale }: PaperSources) {
  const geometry = geometrySchema.safeParse(departure.geometry).data;
  const { seatCode, zone } = admission;
  return {
    ticketType: line.facts?.ticketType[locale] ?? admission.names[locale],
    seat: seatWords({ geometry, seatCode, zone, locale }),
    holder: admission.holderName,
  };
}

/** One ticket's share of the line, and the rules that hold for it. */
function terms({ order, line, position, departure, locale }: PaperSources) {
  const { vatMode: mode, vatRateBp: rateBp } = line;
  return {
    price: formatMoney(shareOf({ order, line, position }), locale),
    vat: vatNote({ mode, rateBp }, locale),
    refund: refundRule({ line, departure, locale }),
  };
}

/** Together the tickets cost what was paid; the last ones the kopeck more, as they are the first to be given back. */
function shareOf({ order, line, position }: Pick<PaperSources, 'order' | 'line' | 'position'>): Money {
  const pieces = Array.from({ length: line.quantity }, () => 1);
  const shares = allocate(money(line.amount, order.currency), pieces).toReversed();
  return shares[position] ?? money(0, order.currency);
}

function refundRule({ line, departure, locale }: Pick<PaperSources, 'line' | 'departure' | 'locale'>) {
  const kind = line.facts?.refundPolicy ?? 'until24h';
  const until = refundableUntil(kind, departure.startAt);
  if (until === null) return refundSentence(kind, locale);
  const moment = { at: until, zone: departure.timezone, locale };
  return `${refundSentence(kind, locale)} ${deadline[locale](`${dayIn(moment)}, ${timeIn(moment)}`)}`;
}

const deadline: Record<Locale, (moment: string) => string> = {
  ru: (moment) => `Последний срок: ${moment}.`,
  en: (moment) => `Refundable until ${moment}.`,
  zh: (moment) => `可退款截止时间：${moment}。`,
};

function placeOf(source: PlaceSource | null, locale: Locale): PaperPlace | null {
  if (!source) return null;
  const { latitude, longitude } = source;
  const point = latitude === null || longitude === null ? undefined : { latitude, longitude };
  return {
    name: source.name[locale],
    address: source.address[locale],
    city: source.city?.[locale] ?? '',
    directions: source.directions?.[locale] ?? null,
    ...{ latitude, longitude },
    mapUrl: point ? mapUrl(point, locale) : null,
  };
}
