import { type Locale, type Localized, pick } from '@gangway/kit';
import type { z } from '@gangway/kit';
import type { EventItem } from '../contract/event-item.ts';
import type { imageSchema } from '../contract/place.ts';
import type { BerthRow, ImageRow, SellerRow, VenueRow } from './catalogue-rows.ts';
import type { Departure } from './departure.ts';
import { joined, textMemory } from './json-text.ts';
import type { CatalogueNow } from './offer-now.ts';

type ImageView = z.infer<typeof imageSchema>;

/** A departure as lists show it. Its activity must be published in the language. */
export function eventItem(departure: Departure, catalogue: CatalogueNow, locale: Locale): EventItem {
  return { ...ownView(departure, catalogue, locale), ...linkedView(departure, locale) };
}

type ItemText = { departure: Departure; catalogue: CatalogueNow; locale: Locale; more?: object };

/** JSON of `eventItem` with what `more` says: what departures of one outing share is written once. */
export function eventItemText({ departure, catalogue, locale, more }: ItemText): string {
  const own = JSON.stringify({ ...ownView(departure, catalogue, locale), ...more });
  return joined(
    own,
    linkedTexts(departure.facets, locale, () => linkedView(departure, locale)),
  );
}

function ownView(departure: Departure, { offerOf }: CatalogueNow, locale: Locale) {
  const { id, event, startAt, endAt, venue } = departure;
  const { priceFrom, availability } = offerOf(departure);
  return {
    ...{ id, startAt, endAt, timezone: event.timezone, delayMinutes: event.delayMinutes ?? 0 },
    venue: venue ? venueView(venue, locale) : null,
    ...{ seating: event.seating, priceFrom, availability },
  };
}

function linkedView(departure: Departure, locale: Locale) {
  const { vessel, berth, route, categories, seller } = departure;
  return {
    activity: activityView(departure, locale),
    vessel: vessel ? { id: vessel.id, name: pick(vessel.name, locale), kind: vessel.kind } : null,
    berth: berth ? berthView(berth, locale) : null,
    route: route ? namedView(route, locale) : null,
    categories: categories.filter(({ archived }) => !archived).map((category) => namedView(category, locale)),
    seller: sellerView(seller, locale),
  };
}

/** Departures have one `facets` for as long as everything that they are linked to stays as it is. */
const linkedTexts = textMemory<Departure['facets']>();

function activityView({ activity }: Departure, locale: Locale): EventItem['activity'] {
  const { id, slug, kind } = activity.facts;
  const { title = '', summary = '' } = activity.texts[locale] ?? {};
  const image = activity.image && imageView(activity.image, title);
  return { id, slug, title, summary, image, kind };
}

export function imageView({ url, width, height, formats, focalPoint }: ImageRow, alt: string): ImageView {
  const { thumbnail: _ofThePanel, ...variants } = formats ?? {};
  const sources = Object.values(variants)
    .map((size) => ({ url: size.url, width: size.width, height: size.height, type: size.mime }))
    .sort((left, right) => left.width - right.width);
  const focus = focalPoint && { x: focalPoint.x / 100, y: focalPoint.y / 100 };
  return { url, width, height, alt, sources, focalPoint: focus };
}

export function sellerView({ id, slug, name, currency }: SellerRow, locale: Locale): EventItem['seller'] {
  return { id, slug, name: pick(name, locale), currency };
}

function berthView({ id, slug, name, address, city }: BerthRow, locale: Locale) {
  return {
    ...{ id, slug, name: pick(name, locale) },
    address: pick(address, locale),
    city: pick(city, locale),
  };
}

function venueView({ id, name, address }: VenueRow, locale: Locale) {
  return { id, name: pick(name, locale), address: pick(address, locale) };
}

function namedView({ id, slug, name }: { id: string; slug: string; name: Localized }, locale: Locale) {
  return { id, slug, name: pick(name, locale) };
}
