import { formatMoney, localeOf, type Currency, type Locale } from '@gangway/kit';
import type { MessageData } from '@gangway/notifications/contract';
import { refundSentence } from '../../catalog/domain/refund-rule.ts';
import { geometrySchema } from '../../seating/domain/geometry.ts';
import { mapUrl } from '../../tickets/domain/map-url.ts';
import { dayIn, offsetIn, timeIn } from '../../tickets/domain/paper-dates.ts';
import { words } from '../../tickets/domain/paper-words.ts';
import type { DepartureSource } from '../../tickets/domain/paper-sources.ts';
import { seatWords } from '../../tickets/domain/seat-words.ts';
import type { OrderLine } from '../domain/order.ts';
import { takenShares } from '../domain/refund-request.ts';
import { takenQuantity } from '../domain/refund-shares.ts';
import type { OrderSource } from './order-source.ts';

/** In which language, and where the website is. */
export type Setting = { locale: Locale; siteUrl: string };

const minute = 60_000;

/** One piece of a letter for each departure of the order, in the order of its lines. */
export function tripsOf({ order, lines, departures }: OrderSource, setting: Setting): MessageData[] {
  const admissions = lines.filter(({ kind }) => kind === 'admission');
  return [...Map.groupBy(admissions, ({ eventId }) => eventId ?? '')].flatMap(([eventId, own]) => {
    const departure = departures.get(eventId);
    return departure ? [tripData({ departure, lines: own, currency: order.currency }, setting)] : [];
  });
}

/** The source with one departure of it. */
export function onlyDeparture(source: OrderSource, eventId: string): OrderSource {
  const lines = source.lines.filter((line) => line.eventId === eventId && line.kind === 'admission');
  return { ...source, lines };
}

/** The source with one departure of it, and of its tickets those that are good. */
export function onlyTravellers(source: OrderSource, eventId: string): OrderSource {
  const lines = source.lines.flatMap((line) => {
    if (line.eventId !== eventId || line.kind !== 'admission') return [];
    const good = source.admissions.filter(
      ({ orderLineId, state }) => orderLineId === line.id && state !== 'voided',
    );
    return good.length === 0 ? [] : [{ ...line, quantity: good.length }];
  });
  return { ...source, lines };
}

/** The source without what was given back or is on its way back. */
export function withoutReturned(source: OrderSource): OrderSource {
  const taken = takenShares(source.requests);
  const lines = source.lines.flatMap((line) => {
    const quantity = line.quantity - takenQuantity(taken, line.id);
    return quantity > 0 ? [{ ...line, quantity, amount: line.amount - amountOf(taken, line.id) }] : [];
  });
  return { ...source, lines };
}

/** What was given back or is on its way back, written out; null: nothing. */
export function returnedText({ order, requests }: OrderSource, locale: Locale): string | null {
  const amount = amountOf(takenShares(requests));
  return amount > 0 ? formatMoney({ amount, currency: order.currency }, locale) : null;
}

const amountOf = (shares: readonly { lineId: string; amount: number }[], lineId?: string): number =>
  shares.reduce(
    (sum, share) => sum + (lineId === undefined || share.lineId === lineId ? share.amount : 0),
    0,
  );

type Trip = { departure: DepartureSource; lines: readonly OrderLine[]; currency: Currency };

function tripData({ departure, lines, currency }: Trip, { locale, siteUrl }: Setting): MessageData {
  const { timezone: zone, delayMinutes } = departure;
  const start = { at: departure.startAt + delayMinutes * minute, zone, locale };
  const text = departure.activity.find((version) => localeOf(version.locale) === locale);
  const facts = lines[0]?.facts;
  return {
    title: text?.title ?? facts?.activity[locale] ?? lines[0]?.names[locale] ?? '',
    date: dayIn(start),
    time: timeIn(start),
    clock: `${words.localTime[locale]}, ${offsetIn(start)}`,
    vessel: departure.vessel?.[locale] ?? null,
    ...placeData(departure, locale),
    boarding: text?.meetingPoint ?? null,
    refund: facts ? refundSentence(facts.refundPolicy, locale) : null,
    url: `${siteUrl}/${locale}/events/${departure.id}`,
    places: lines.map((line) => placeOfLine({ line, departure, currency }, locale)),
  };
}

function placeData({ berth, venue }: DepartureSource, locale: Locale): MessageData {
  const place = berth ?? venue;
  if (!place) return { place: null, address: null, mapUrl: null, directions: null };
  const { latitude, longitude } = place;
  const address = [place.city?.[locale], place.address[locale]].filter(Boolean).join(', ');
  return {
    place: place.name[locale],
    address,
    mapUrl: latitude === null || longitude === null ? null : mapUrl({ latitude, longitude }, locale),
    directions: place.directions?.[locale] ?? null,
  };
}

type OnTrip = { line: OrderLine; departure: DepartureSource; currency: Currency };

function placeOfLine({ line, departure, currency }: OnTrip, locale: Locale) {
  const ticketType = line.facts?.ticketType[locale] ?? line.names[locale];
  return {
    ticketType: line.quantity > 1 ? `${ticketType} × ${line.quantity}` : ticketType,
    seat: seatText({ departure, seatCode: line.seatCode, zone: line.zone }, locale),
    holder: line.passenger?.fullName ?? null,
    price: formatMoney({ amount: line.amount, currency }, locale),
  };
}

type Seated = { departure: DepartureSource; seatCode: string | null; zone: string | null };

/** `Верхняя палуба · Ряд 3 · Место 12` */
export function seatText({ departure, seatCode, zone }: Seated, locale: Locale): string {
  const geometry = geometrySchema.safeParse(departure.geometry).data;
  const fields = seatWords({ geometry, seatCode, zone, locale });
  if (seatCode === null) return fields.map(({ value }) => value).join(' · ');
  const deck = words.deck[locale];
  return fields.map(({ label, value }) => (label === deck ? value : `${label} ${value}`)).join(' · ');
}
