import type { Core } from '@strapi/strapi';
import { commonErrors } from '@gangway/kit';
import { front, jsonReply, type Reply } from '../../../frame/front/front.ts';
import * as contract from '../contract.ts';
import { pageOf } from '../domain/event-list.ts';
import { berthContact, pageItems, pageText, sellerContact, siteView } from '../domain/editorial-view.ts';
import type { Editorial } from '../domain/editorial.ts';
import { catalogueProjection } from '../projection/catalogue-projection.ts';

const secondsToReuse = 1;
const reply = (body: unknown): Reply => jsonReply(body, { maxAge: secondsToReuse });

/** Serves what the website says beside the catalogue, from the same snapshot. */
export function serveEditorial(strapi: Core.Strapi): void {
  serveSite(strapi);
  servePages(strapi);
  serveContacts(strapi);
}

function serveSite(strapi: Core.Strapi): void {
  front(strapi).serve(contract.readSite, ({ locale, now }) => {
    const data = siteView(editorialNow(strapi), locale);
    if (!data) throw commonErrors.NOT_FOUND();
    return reply({ data, meta: { now: now.toISOString() } });
  });
}

function servePages(strapi: Core.Strapi): void {
  front(strapi).serve(contract.listPages, ({ query, locale }) =>
    reply(listed(pageItems(editorialNow(strapi), locale), query)),
  );
  front(strapi).serve(contract.readPage, ({ params: { slug }, locale }) => {
    const data = pageText(editorialNow(strapi), slug, locale);
    if (!data) throw commonErrors.NOT_FOUND();
    return reply({ data });
  });
}

function serveContacts(strapi: Core.Strapi): void {
  front(strapi).serve(contract.readContacts, ({ locale }) => {
    const { sellers, berths } = editorialNow(strapi);
    return reply({
      data: {
        sellers: sellers.map((seller) => sellerContact(seller, locale)),
        berths: berths.map((berth) => berthContact(berth, locale)),
      },
    });
  });
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
