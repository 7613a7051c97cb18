import { type Locale, pick, zonedIso } from '@gangway/kit';
import type { EventCard } from '../contract/event-card.ts';
import type { ActivityRow, SellerRow } from './catalogue-rows.ts';
import { type Departure, stateAt } from './departure.ts';
import { eventItem, imageView } from './event-view.ts';
import type { CatalogueNow } from './offer-now.ts';
import { feeView, vatView } from './price-list.ts';
import { refundableUntil, refundSentence } from './refund-rule.ts';
import { ticketTypeList } from './ticket-type-list.ts';

const otherDepartures = 12;

/** Everything about one departure. Its activity must be published in the language. */
export function eventCard(departure: Departure, catalogue: CatalogueNow, locale: Locale): EventCard {
  return {
    ...eventItem(departure, catalogue, locale),
    ...saleFacts(departure, catalogue.now, locale),
    ...activityFacts(departure, locale),
    ticketTypes: ticketTypeList(departure, catalogue, locale),
    fees: departure.fees.map((fee) => feeView(fee, locale)),
    refundPolicy: refundPolicy(departure, locale),
    vat: vatView(departure.tax, locale),
    mapPoint: mapPoint(departure, locale),
    legal: legal(departure.seller, locale),
    otherDepartures: nearby(departure, catalogue, locale),
  };
}

function saleFacts(departure: Departure, now: number, locale: Locale) {
  const { notice, salesStartAt, timezone } = departure.event;
  return {
    state: stateAt(departure, now) as EventCard['state'],
    notice: notice && pick(notice, locale),
    salesStartAt: salesStartAt === null ? null : zonedIso(salesStartAt, timezone),
    salesEndAt: zonedIso(departure.closesAt, timezone),
  };
}

function activityFacts({ activity }: Departure, locale: Locale) {
  const text = activity.texts[locale] as ActivityRow;
  const { durationMinutes, minAge, tourLanguages, passengerData } = activity.facts;
  return {
    description: text.description,
    included: text.included,
    notIncluded: text.notIncluded,
    meetingPoint: text.meetingPoint,
    questions: text.questions,
    images: activity.images.map((image) => imageView(image, text.title)),
    ...{ durationMinutes, minAge: minAge ?? 0, passengerData },
    tourLanguages: (tourLanguages ?? '').split(',').filter(Boolean),
  };
}

function refundPolicy({ activity, event }: Departure, locale: Locale): EventCard['refundPolicy'] {
  const kind = activity.facts.refundPolicy;
  const until = refundableUntil(kind, event.startAt);
  return {
    kind,
    until: until === null ? null : zonedIso(until, event.timezone),
    sentence: refundSentence(kind, locale),
  };
}

function mapPoint({ berth, venue }: Departure, locale: Locale): EventCard['mapPoint'] {
  const place = berth ?? venue;
  if (!place || place.latitude === null || place.longitude === null) return null;
  return {
    latitude: place.latitude,
    longitude: place.longitude,
    name: pick(place.name, locale),
    address: pick(place.address, locale),
    directions: berth?.directions ? pick(berth.directions, locale) : null,
  };
}

function legal(seller: SellerRow, locale: Locale): EventCard['legal'] {
  const { inn, ogrn, registration, phone, email, offerPage } = seller;
  return {
    name: pick(seller.legalName, locale),
    address: pick(seller.legalAddress, locale),
    ...{ inn, ogrn, registration, phone, email, offerPage },
  };
}

function nearby(departure: Departure, catalogue: CatalogueNow, locale: Locale): EventCard['otherDepartures'] {
  const distance = (other: Departure) => Math.abs(other.event.startAt - departure.event.startAt);
  const siblings = catalogue.snapshot.byActivity.get(departure.activity.id) ?? [];
  return siblings
    .filter((other) => other !== departure && other.leavesAt > catalogue.now && other.activity.texts[locale])
    .sort((left, right) => distance(left) - distance(right))
    .slice(0, otherDepartures)
    .sort((left, right) => left.event.startAt - right.event.startAt)
    .map((other) => siblingView(other, catalogue));
}

function siblingView(departure: Departure, { offerOf }: CatalogueNow): EventCard['otherDepartures'][number] {
  const { id, startAt, event } = departure;
  const { priceFrom, availability } = offerOf(departure);
  return { id, startAt, delayMinutes: event.delayMinutes ?? 0, priceFrom, availability };
}
