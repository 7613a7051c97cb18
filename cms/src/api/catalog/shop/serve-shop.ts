import type { Core } from '@strapi/strapi';
import { type AnyRoute, commonErrors, type Locale } from '@gangway/kit';
import { front, jsonReply, type RouteRequest } from '../../../frame/front/front.ts';
import * as contract from '../contract.ts';
import type { Departure } from '../domain/departure.ts';
import { eventCalendar, thisMonth } from '../domain/event-calendar.ts';
import { eventCard } from '../domain/event-card.ts';
import { eventList, pageOf } from '../domain/event-list.ts';
import type { CatalogueNow } from '../domain/offer-now.ts';
import { priceList } from '../domain/price-list.ts';
import { productView } from '../domain/product-list.ts';
import { seatLayout } from '../domain/seat-layout.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import { ticketTypeList } from '../domain/ticket-type-list.ts';
import { catalogueProjection } from '../projection/catalogue-projection.ts';
import { takenPlaces } from '../../seating/projection/follow-claims.ts';
import { keptReplies, type KeptReplies } from './kept-replies.ts';

const secondsToReuse = 1;

type Asked = { catalogue: CatalogueNow; locale: Locale };
type Ask<R extends AnyRoute> = Pick<RouteRequest<R>, 'params' | 'query' | 'locale' | 'now'>;
type Shop = { strapi: Core.Strapi; keep: KeptReplies };

/** Serves the routes of the contract from the catalogue in memory. */
export function serveShop(strapi: Core.Strapi): void {
  const shop = { strapi, keep: keptReplies() };
  serveLists(shop);
  serveDepartures(shop);
}

function serveLists(shop: Shop): void {
  serve(shop, contract.listEvents, ({ query }, asked) => eventList({ query, ...asked }));
  serve(shop, contract.eventCalendar, ({ query, now }, asked) =>
    eventCalendar({ ...asked, query: { month: thisMonth(now.getTime()), ...query } }),
  );
  serve(shop, contract.listProducts, ({ query }, { catalogue, locale }) => {
    const { products } = catalogue.snapshot;
    const rows = pageOf(products, query).map((product) => productView(product, catalogue.now, locale));
    return { data: rows, meta: { ...query, total: products.length } };
  });
}

function serveDepartures(shop: Shop): void {
  serve(shop, contract.eventCard, ({ params }, { catalogue, locale }) => ({
    data: eventCard(departureOf(params, catalogue, locale), catalogue, locale),
  }));
  serve(shop, contract.eventSeatLayout, ({ params }, { catalogue, locale }) => ({
    data: seatLayout(departureOf(params, catalogue, locale), locale),
  }));
  serve(shop, contract.eventPrices, ({ params }, { catalogue, locale }) => ({
    data: priceList(departureOf(params, catalogue, locale), catalogue, locale),
  }));
  serve(shop, contract.eventTicketTypes, ({ params }, { catalogue, locale }) => {
    const data = ticketTypeList(departureOf(params, catalogue, locale), catalogue, locale);
    return { data, meta: { page: 1, pageSize: data.length, total: data.length } };
  });
}

function serve<R extends AnyRoute>(
  { strapi, keep }: Shop,
  route: R,
  answer: (ask: Ask<R>, asked: Asked) => unknown,
): void {
  front(strapi).serve(route, (request) => {
    const { params, query, locale, now } = request;
    const at = { snapshot: snapshotOf(strapi), taken: takenPlaces(strapi, now), now };
    return keep(at, { route: route.id, params, query, locale }, (catalogue) =>
      jsonReply(answer(request, { catalogue, locale }), { maxAge: secondsToReuse }),
    );
  });
}

function snapshotOf(strapi: Core.Strapi): Snapshot {
  const snapshot = catalogueProjection(strapi).current();
  if (!snapshot) throw commonErrors.UNAVAILABLE();
  return snapshot;
}

/** @throws NOT_FOUND when there is no such departure for the public, or not in this language */
function departureOf({ id }: { id: string }, { snapshot }: CatalogueNow, locale: Locale): Departure {
  const departure = snapshot.byId.get(id);
  if (!departure?.activity.texts[locale]) throw commonErrors.NOT_FOUND();
  return departure;
}
