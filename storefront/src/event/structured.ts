import type { Locale } from '@gangway/client/words';
import { languageTags } from '@gangway/client/words';
import { laterBy } from '../catalogue/delay.ts';
import { eventPath } from '../links.ts';
import type { EventCard } from '../api/shapes.ts';
import { saleStateOf, type SaleState } from './sale-state.ts';

interface About {
  event: EventCard;
  locale: Locale;
  siteUrl: string;
  /** Business time, ISO 8601. */
  now: string;
}

type Thing = Record<string, unknown>;

const availabilities: Partial<Record<SaleState, string>> = {
  open: 'InStock',
  sold_out: 'SoldOut',
  not_yet: 'PreOrder',
};

/** The departure as schema.org's `Event`. */
export function eventThing({ event, locale, siteUrl, now }: About): Thing {
  const { activity, delayMinutes, seller, legal } = event;
  const url = new URL(eventPath({ locale, slug: activity.slug, id: event.id }), siteUrl).href;
  return {
    ...{ '@type': 'Event', name: activity.title, description: activity.summary, url },
    inLanguage: languageTags[locale],
    startDate: delayMinutes > 0 ? laterBy(event.startAt, delayMinutes) : event.startAt,
    endDate: delayMinutes > 0 ? laterBy(event.endAt, delayMinutes) : event.endAt,
    ...(delayMinutes > 0 ? { previousStartDate: event.startAt } : {}),
    eventStatus: `https://schema.org/${statusOf(event)}`,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    ...(activity.image ? { image: [new URL(activity.image.url, siteUrl).href] } : {}),
    location: locationOf(event),
    organizer: { '@type': 'Organization', name: seller.name, legalName: legal.name, telephone: legal.phone },
    offers: offersOf({ event, url, now }),
  };
}

function statusOf({ state, delayMinutes }: EventCard): string {
  if (state === 'cancelled') return 'EventCancelled';
  return delayMinutes > 0 ? 'EventRescheduled' : 'EventScheduled';
}

function locationOf({ berth, venue, mapPoint }: EventCard): Thing | undefined {
  const place = berth ?? venue;
  if (!place) return undefined;
  return {
    ...{ '@type': 'Place', name: place.name },
    address: {
      ...{ '@type': 'PostalAddress', streetAddress: place.address },
      ...(berth ? { addressLocality: berth.city } : {}),
    },
    ...(mapPoint
      ? { geo: { '@type': 'GeoCoordinates', latitude: mapPoint.latitude, longitude: mapPoint.longitude } }
      : {}),
  };
}

function offersOf({ event, url, now }: { event: EventCard; url: string; now: string }): Thing[] {
  const availability = availabilities[saleStateOf(event, now)];
  return event.ticketTypes.flatMap(({ name, priceFrom }) =>
    priceFrom
      ? {
          ...{ '@type': 'Offer', name, url, priceCurrency: priceFrom.currency },
          price: (priceFrom.amount / 100).toFixed(2),
          availability: `https://schema.org/${availability ?? 'Discontinued'}`,
          ...(event.salesStartAt ? { validFrom: event.salesStartAt } : {}),
          validThrough: event.salesEndAt,
        }
      : [],
  );
}

/** The way to a page, as schema.org's `BreadcrumbList`; the last step is the page itself. */
export function breadcrumbsThing(steps: { name: string; path: string }[], siteUrl: string): Thing {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, path }, index) => ({
      ...{ '@type': 'ListItem', position: index + 1, name, item: new URL(path, siteUrl).href },
    })),
  };
}
