import type { Transaction } from '@gangway/kit';
import type { CatalogueRows } from '../domain/catalogue-rows.ts';

/** Departures that ended longer ago are not read: nobody looks for them, and orders keep their own copy. */
const keptDays = 30;

/**
 * Reads the whole catalogue in a fixed number of statements, whatever it holds. Give it a transaction of isolation
 * level repeatable read, so that all rows are of one moment.
 */
export async function readCatalogue(trx: Transaction, { now }: { now: Date }): Promise<CatalogueRows> {
  const since = new Date(now.getTime() - keptDays * 86_400_000).toISOString();
  return {
    activities: await read(trx, activities),
    events: await read(trx, events, [since]),
    prices: await read(trx, prices, [since]),
    fees: await read(trx, fees),
    ticketTypes: await read(trx, ticketTypes),
    sellers: await read(trx, sellers),
    vessels: await read(trx, vessels),
    venues: await read(
      trx,
      `select t.document_id as id, t.name, t.address, t.latitude, t.longitude from venues t`,
    ),
    berths: await read(trx, berths),
    routes: await read(trx, `select t.document_id as id, t.slug, t.name from routes t`),
    categories: await read(trx, categories),
    plans: await read(trx, `select t.document_id as id, t.geometry from seating_plans t`),
    products: await read(trx, products),
    images: await read(trx, images),
    pages: await read(trx, pages),
    sites: await read(trx, sites),
  };
}

// Strapi has pg hand out jsonb as text; a row made into json arrives parsed, and in our own names.
/** Rows of one statement, as `t`, parsed and in our own names. */
export async function read<Row>(
  trx: Transaction,
  sql: string,
  bindings: readonly unknown[] = [],
): Promise<Row[]> {
  const { rows } = await trx.raw(`select row_to_json(r) as row from (${sql} order by t.id) r`, bindings);
  return (rows as { row: Row }[]).map(({ row }) => row);
}

type Link = { from: string; column: string; attribute: string; to: string; target: string };

// Any linked row says which document is meant: draft and published rows of an activity share its document id.
const linked = ({ from, column, attribute, to, target }: Link) => `
  (select o.document_id from ${from}_${attribute}_lnk l join ${to} o on o.id = l.${target}_id
    where l.${column}_id = t.id limit 1)`;

const allLinked = ({ from, column, attribute, to, target }: Link) => `
  coalesce((select json_agg(o.document_id order by l.${target}_ord) from ${from}_${attribute}_lnk l
    join ${to} o on o.id = l.${target}_id where l.${column}_id = t.id), '[]')`;

const activityLink = { from: 'activities', column: 'activity' };
const eventLink = { from: 'events', column: 'event' };
const priceLink = { from: 'prices', column: 'price' };
const toActivity = { attribute: 'activity', to: 'activities', target: 'activity' };
const toPlan = { attribute: 'seating_plan', to: 'seating_plans', target: 'seating_plan' };
const toSeller = { attribute: 'seller', to: 'sellers', target: 'seller' };

// Columns of datetime attributes have no zone and hold UTC.
const millis = (column: string) => `(extract(epoch from t.${column}) * 1000)::bigint`;

export const activityColumns = `
  select t.document_id as id, t.id as "rowId", t.locale, t.title, t.summary, t.description, t.included,
         t.not_included as "notIncluded", t.meeting_point as "meetingPoint", t.questions, t.slug, t.kind, t.audience,
         t.duration_minutes as "durationMinutes", t.min_age as "minAge", t.tour_languages as "tourLanguages",
         t.vat_mode as "vatMode", t.vat_kind as "vatKind", t.refund_policy as "refundPolicy",
         t.passenger_data as "passengerData", t.sales_cutoff_minutes as "salesCutoffMinutes", t.popularity,
         coalesce(t.archived, false) as archived,
         ${linked({ ...activityLink, ...toSeller })} as "sellerId",
         ${linked({ ...activityLink, attribute: 'route', to: 'routes', target: 'route' })} as "routeId",
         ${allLinked({ ...activityLink, attribute: 'categories', to: 'categories', target: 'category' })}
           as "categoryIds",
         ${allLinked({ ...activityLink, attribute: 'ticket_types', to: 'ticket_types', target: 'ticket_type' })}
           as "ticketTypeIds"
    from activities t`;
const activities = `${activityColumns} where t.published_at is not null`;

const events = `
  select t.document_id as id, t.timezone, t.seating, t.capacity, t.state, t.delay_minutes as "delayMinutes", t.notice,
         ${millis('start_at')} as "startAt", ${millis('end_at')} as "endAt",
         ${millis('sales_start_at')} as "salesStartAt", ${millis('sales_end_at')} as "salesEndAt",
         ${linked({ ...eventLink, ...toActivity })} as "activityId",
         ${linked({ ...eventLink, attribute: 'vessel', to: 'vessels', target: 'vessel' })} as "vesselId",
         ${linked({ ...eventLink, attribute: 'venue', to: 'venues', target: 'venue' })} as "venueId",
         ${linked({ ...eventLink, attribute: 'berth', to: 'berths', target: 'berth' })} as "berthId",
         ${linked({ ...eventLink, ...toPlan })} as "planId"
    from events t
   where t.state <> 'draft' and not coalesce(t.archived, false)
     and t.end_at > ?::timestamptz at time zone 'UTC'`;

// Prices of a departure that is no longer read go with it.
const prices = `
  select t.document_id as id, t.zone, t.amount, t.currency,
         ${millis('valid_from')} as "validFrom", ${millis('valid_to')} as "validTo",
         ${linked({ ...priceLink, ...toActivity })} as "activityId",
         ${linked({ ...priceLink, attribute: 'event', to: 'events', target: 'event' })} as "eventId",
         ${linked({ ...priceLink, attribute: 'ticket_type', to: 'ticket_types', target: 'ticket_type' })}
           as "ticketTypeId"
    from prices t
   where not coalesce(t.archived, false)
     and not exists (select from prices_event_lnk l join events e on e.id = l.event_id
                      where l.price_id = t.id and e.end_at <= ?::timestamptz at time zone 'UTC')`;

const fees = `
  select t.document_id as id, t.name, t.kind, t.amount, t.percent, t.currency, t.vat_mode as "vatMode",
         t.vat_kind as "vatKind", ${linked({ from: 'fees', column: 'fee', ...toSeller })} as "sellerId"
    from fees t where coalesce(t.active, true)`;

const ticketTypes = `
  select t.document_id as id, t.name, t.code, t.min_age as "minAge", t.max_age as "maxAge",
         coalesce(t.occupies_place, true) as "occupiesPlace", coalesce(t.needs_adult, false) as "needsAdult", t.proof,
         coalesce(t.position, 0) as position, coalesce(t.archived, false) as archived
    from ticket_types t`;

const sellers = `
  select t.document_id as id, t.slug, t.name, t.legal_name as "legalName", t.legal_address as "legalAddress",
         t.country, t.currency, t.inn, t.ogrn, t.registration, t.phone, t.email,
         coalesce(t.archived, false) as archived,
         (select p.slug from sellers_offer_page_lnk l join pages p on p.id = l.page_id
           where l.seller_id = t.id limit 1) as "offerPage"
    from sellers t`;

const vessels = `
  select t.document_id as id, t.name, t.kind, ${linked({ from: 'vessels', column: 'vessel', ...toPlan })} as "planId"
    from vessels t`;

const berths = `
  select t.document_id as id, t.slug, t.name, t.address, t.city, t.directions, t.latitude, t.longitude
    from berths t`;

const categories = `
  select t.document_id as id, t.slug, t.name, coalesce(t.position, 0) as position,
         coalesce(t.archived, false) as archived
    from categories t`;

const products = `
  select t.document_id as id, t.id as "rowId", t.slug, t.name, t.description, t.kind, t.fulfilment, t.amount,
         t.currency, t.vat_mode as "vatMode", t.vat_kind as "vatKind", coalesce(t.position, 0) as position,
         ${linked({ from: 'products', column: 'product', ...toSeller })} as "sellerId"
    from products t where coalesce(t.active, true) and not coalesce(t.archived, false)`;

const images = `
  select m.related_type as "ownerType", m.related_id as "ownerRowId", m.field, t.url, t.width, t.height, t.formats,
         t.focal_point as "focalPoint"
    from (select * from files_related_mph m
           where m.related_type in ('api::catalog.activity', 'api::catalog.product', 'api::catalog.site')) m
    join files t on t.id = m.file_id`;

export const pageColumns = `
  select t.document_id as id, t.locale, t.title, t.summary, t.body, t.slug, t.kind,
         coalesce(t.in_footer, false) as "inFooter", ${millis('updated_at')} as "updatedAt"
    from pages t`;
const pages = `${pageColumns} where t.published_at is not null and t.slug is not null`;

const sites = `
  select t.document_id as id, t.id as "rowId", t.name, t.tagline, t.accent, t.phone, t.email, t.address, t.footer,
         ${allLinked({ from: 'sites', column: 'site', attribute: 'shelves', to: 'categories', target: 'category' })}
           as "shelfIds"
    from sites t`;
