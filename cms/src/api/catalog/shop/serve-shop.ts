import type { Core } from '@strapi/strapi';
import { type AnyRoute, clock, commonErrors, type Locale } from '@gangway/kit';
import { front, type RouteRequest, writtenReply } from '../../../frame/front/front.ts';
import * as contract from '../contract.ts';
import type { Departure } from '../domain/departure.ts';
import { eventCalendar, thisMonth } from '../domain/event-calendar.ts';
import { eventCard } from '../domain/event-card.ts';
import { eventListText, pageOf } from '../domain/event-list.ts';
import { type CatalogueNow, offerBook, type OfferBook } from '../domain/offer-now.ts';
import { priceList } from '../domain/price-list.ts';
import { productView } from '../domain/product-list.ts';
import { seatLayout } from '../domain/seat-layout.ts';
import { ticketTypeList } from '../domain/ticket-type-list.ts';
import { catalogueProjection } from '../projection/catalogue-projection.ts';
import { takenPlaces } from '../../seating/projection/follow-claims.ts';
import { type Look, lookAt, type Moment } from './kept-answers.ts';

const secondsToReuse = 1;

type Asked = { catalogue: CatalogueNow; locale: Locale; shows: Look['shows'] };
type Ask<R extends AnyRoute> = Pick<RouteRequest<R>, 'params' | 'query' | 'locale' | 'now'>;
type Shop = { strapi: Core.Strapi; offers: OfferBook };

/** Serves the routes of the contract from the catalogue in memory. */
export function serveShop(strapi: Core.Strapi): void {
  const shop = { strapi, offers: offerBook() };
  catalogueProjection(strapi).onNewStructure(() => front(strapi).known.letGo());
  serveLists(shop);
  serveDepartures(shop);
}

function serveLists(shop: Shop): void {
  serveText(shop, contract.listEvents, ({ query }, { catalogue, locale }) =>
    eventListText({ query, catalogue, locale }),
  );
  serve(shop, contract.eventCalendar, ({ query, now }, { catalogue, locale }) =>
    eventCalendar({ catalogue, locale, query: { month: thisMonth(now.getTime()), ...query } }),
  );
  serve(shop, contract.listProducts, ({ query }, { catalogue, locale }) => {
    const { products } = catalogue.snapshot;
    const rows = pageOf(products, query).map((product) => productView(product, catalogue.now, locale));
    return { data: rows, meta: { ...query, total: products.length } };
  });
}

function serveDepartures(shop: Shop): void {
  serve(shop, contract.eventCard, ({ params }, asked) => ({
    data: eventCard(departureOf(params, asked), asked.catalogue, asked.locale),
  }));
  serve(shop, contract.eventSeatLayout, ({ params }, asked) => ({
    data: seatLayout(departureOf(params, asked), asked.locale),
  }));
  serve(shop, contract.eventPrices, ({ params }, asked) => ({
    data: priceList(departureOf(params, asked), asked.catalogue, asked.locale),
  }));
  serve(shop, contract.eventTicketTypes, ({ params }, asked) => {
    const data = ticketTypeList(departureOf(params, asked), asked.catalogue, asked.locale);
    return { data, meta: { page: 1, pageSize: data.length, total: data.length } };
  });
}

type Answer<R extends AnyRoute, Result> = (ask: Ask<R>, asked: Asked) => Result;

function serve<R extends AnyRoute>(shop: Shop, route: R, answer: Answer<R, object>): void {
  serveText(shop, route, (ask, asked) => JSON.stringify(answer(ask, asked)));
}

/** The same for answers that are JSON already. */
function serveText<R extends AnyRoute>({ strapi, offers }: Shop, route: R, answer: Answer<R, string>): void {
  const respond = (request: RouteRequest<R>) => {
    const { locale, now } = request;
    const { catalogue, shows, holds } = lookAt(momentOf(strapi, now), { offers });
    const reply = writtenReply(answer(request, { catalogue, locale, shows }), { maxAge: secondsToReuse });
    return { ...reply, holds: () => holds(momentOf(strapi, clock.now())) };
  };
  front(strapi).serve(route, respond, { sameForAll: true });
}

/** @throws UNAVAILABLE while the catalogue is being read for the first time */
function momentOf(strapi: Core.Strapi, now: Date): Moment {
  const snapshot = catalogueProjection(strapi).current();
  if (!snapshot) throw commonErrors.UNAVAILABLE();
  return { snapshot, taken: takenPlaces(strapi, now), now: now.getTime() };
}

/** @throws NOT_FOUND when there is no such departure for the public, or not in this language */
function departureOf({ id }: { id: string }, { catalogue, locale, shows }: Asked): Departure {
  const departure = catalogue.snapshot.byId.get(id);
  if (!departure?.activity.texts[locale]) throw commonErrors.NOT_FOUND();
  shows(departure);
  return departure;
}
