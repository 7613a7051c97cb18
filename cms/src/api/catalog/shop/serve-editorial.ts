import type { Core } from '@strapi/strapi';
import { type AnyRoute, clock, commonErrors } from '@gangway/kit';
import { front, jsonReply, type RouteRequest } from '../../../frame/front/front.ts';
import * as contract from '../contract.ts';
import { pageOf } from '../domain/event-list.ts';
import { berthContact, pageItems, pageText, sellerContact, siteView } from '../domain/editorial-view.ts';
import type { Editorial } from '../domain/editorial.ts';
import { catalogueProjection } from '../projection/catalogue-projection.ts';

const secondsToReuse = 1;

/** Serves what the website says beside the catalogue, from the same snapshot. */
export function serveEditorial(strapi: Core.Strapi): void {
  serveSite(strapi);
  servePages(strapi);
  serveContacts(strapi);
}

type Asked<R extends AnyRoute> = RouteRequest<R> & { editorial: Editorial };

function serve<R extends AnyRoute>(strapi: Core.Strapi, route: R, answer: (asked: Asked<R>) => unknown) {
  const respond = (request: RouteRequest<R>) => {
    const editorial = editorialNow(strapi);
    const second = secondOf(request.now);
    const reply = jsonReply(answer({ ...request, editorial }), { maxAge: secondsToReuse });
    const holds = () => editorialNow(strapi) === editorial && secondOf(clock.now()) === second;
    return { ...reply, holds };
  };
  front(strapi).serve(route, respond, { sameForAll: true });
}

const secondOf = (now: Date) => Math.floor(now.getTime() / 1_000);

function serveSite(strapi: Core.Strapi): void {
  serve(strapi, contract.readSite, ({ editorial, locale, now }) => {
    const data = siteView(editorial, locale);
    if (!data) throw commonErrors.NOT_FOUND();
    return { data, meta: { now: now.toISOString() } };
  });
}

function servePages(strapi: Core.Strapi): void {
  serve(strapi, contract.listPages, ({ editorial, query, locale }) =>
    listed(pageItems(editorial, locale), query),
  );
  serve(strapi, contract.readPage, ({ editorial, params: { slug }, locale }) => {
    const data = pageText(editorial, slug, locale);
    if (!data) throw commonErrors.NOT_FOUND();
    return { data };
  });
}

function serveContacts(strapi: Core.Strapi): void {
  serve(strapi, contract.readContacts, ({ editorial: { sellers, berths }, locale }) => ({
    data: {
      sellers: sellers.map((seller) => sellerContact(seller, locale)),
      berths: berths.map((berth) => berthContact(berth, locale)),
    },
  }));
}

type Paging = { page: number; pageSize: number };

const listed = <Row>(rows: readonly Row[], { page, pageSize }: Paging) => ({
  data: pageOf(rows, { page, pageSize }),
  meta: { page, pageSize, total: rows.length },
});

function editorialNow(strapi: Core.Strapi): Editorial {
  const snapshot = catalogueProjection(strapi).current();
  if (!snapshot) throw commonErrors.UNAVAILABLE();
  return snapshot.editorial;
}
