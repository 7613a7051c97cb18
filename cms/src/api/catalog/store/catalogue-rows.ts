import type { Transaction } from '@gangway/kit';
import { keptSince } from '../domain/kept-since.ts';
import type {
  CatalogueRows,
  EventRow,
  ImageRow,
  OfferIds,
  OfferRows,
  OtherIds,
  OtherName,
  OtherRows,
  PriceRow,
} from '../domain/catalogue-rows.ts';

/** Rows that one statement reads: between two of them the process answers others. */
const pageRows = 2_000;

/** `knownPlans`: versions of drawings that need not be read again. */
type Reading = { now: Date; knownPlans?: readonly string[] };

/**
 * Reads the whole catalogue, departures and prices 2,000 at a time. Give it a transaction of isolation level
 * repeatable read, so that all rows are of one moment.
 */
export async function readCatalogue(trx: Transaction, { now, knownPlans }: Reading): Promise<CatalogueRows> {
  const since = keptSince(now);
  const found: Partial<Record<OtherName, unknown[]>> = {};
  for (const name of otherNames) found[name] = await readOther(trx, { name, knownPlans });
  return {
    ...(found as Pick<CatalogueRows, OtherName>),
    events: await readInPages<EventRow>(trx, events, [since]),
    prices: await readInPages<PriceRow>(trx, prices, [since]),
    images: await read(trx, images),
  };
}

/** What is there now of these departures with their own prices, of the prices of these activities, and of these rows. */
export async function readOffers(trx: Transaction, wanted: OfferIds & Reading): Promise<OfferRows> {
  const { eventIds, activityIds, others, now, knownPlans } = wanted;
  const since = keptSince(now);
  const readThose = async <Row>(table: Paged, which: string, ids: readonly string[]): Promise<Row[]> =>
    ids.length === 0 ? [] : await read(trx, selectOf(table, which), [since, ids]);
  return {
    ...{ eventIds, activityIds },
    ...(others && { others, otherRows: await readOthers(trx, others, knownPlans) }),
    events: await readThose(events, 't.document_id = any(?::text[])', eventIds),
    prices: [
      ...(await readThose<PriceRow>(prices, ofEvents, eventIds)),
      ...(await readThose<PriceRow>(prices, ofActivities, activityIds)),
    ],
  };
}

async function readOthers(
  trx: Transaction,
  others: OtherIds,
  knownPlans?: readonly string[],
): Promise<OtherRows> {
  const found: Partial<Record<OtherName, unknown[]>> = {};
  const pictures: ImageRow[] = [];
  for (const [name, ids] of Object.entries(others) as [OtherName, readonly string[]][]) {
    found[name] = await readOther(trx, { name, ids, knownPlans });
    const owner = withPictures[name];
    if (owner) pictures.push(...(await read<ImageRow>(trx, imagesOf(owner, name), [ids])));
  }
  return { ...(found as Partial<Pick<CatalogueRows, OtherName>>), images: pictures };
}

type Other = { name: OtherName; ids?: readonly string[]; knownPlans?: readonly string[] | undefined };

function readOther<Row>(trx: Transaction, { name, ids, knownPlans = [] }: Other): Promise<Row[]> {
  const { columns, where = 'true' } = otherTables[name];
  const which = ids ? 't.document_id = any(?::text[])' : 'true';
  const bindings = [...(name === 'plans' ? [knownPlans] : []), ...(ids ? [ids] : [])];
  return read(trx, `${columns} where ${where} and ${which}`, bindings);
}

/** A large table: what is read of a row, and of which rows. */
type Paged = { table: string; columns: string; where: string };

const selectOf = ({ table, columns, where }: Paged, which: string) =>
  `select ${columns} from ${table} t where ${where} and ${which}`;

async function readInPages<Row>(
  trx: Transaction,
  { table, columns, where }: Paged,
  bindings: readonly unknown[],
): Promise<Row[]> {
  const sql = `select t.id, row_to_json(r) as row from ${table} t cross join lateral (select ${columns}) r
    where ${where} and t.id > ? order by t.id limit ${pageRows}`;
  const all: Row[] = [];
  const share = sharing<Row>();
  for (let after = 0, full = true; full;) {
    const page = (await trx.raw(sql, [...bindings, after])).rows as { id: number; row: Row }[];
    for (const { row } of page) all.push(share(row));
    full = page.length === pageRows;
    after = page.at(-1)?.id ?? after;
  }
  return all;
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

// What managers say comes first; what sold lately decides where they say the same.
const popularity = `coalesce(t.popularity, 0) * 1000000::bigint
         + coalesce((select least(s.tickets, 999999) from activity_sales s where s.document_id = t.document_id), 0)`;

export const activityColumns = `
  select t.document_id as id, t.id as "rowId", t.locale, t.title, t.summary, t.description, t.included,
         t.not_included as "notIncluded", t.meeting_point as "meetingPoint", t.questions, t.slug, t.kind, t.audience,
         t.duration_minutes as "durationMinutes", t.min_age as "minAge", t.tour_languages as "tourLanguages",
         t.vat_mode as "vatMode", t.vat_kind as "vatKind", t.refund_policy as "refundPolicy",
         t.passenger_data as "passengerData", t.sales_cutoff_minutes as "salesCutoffMinutes",
         ${popularity} as popularity,
         coalesce(t.archived, false) as archived,
         ${linked({ ...activityLink, ...toSeller })} as "sellerId",
         ${linked({ ...activityLink, attribute: 'route', to: 'routes', target: 'route' })} as "routeId",
         ${allLinked({ ...activityLink, attribute: 'categories', to: 'categories', target: 'category' })}
           as "categoryIds",
         ${allLinked({ ...activityLink, attribute: 'ticket_types', to: 'ticket_types', target: 'ticket_type' })}
           as "ticketTypeIds"
    from activities t`;

const events: Paged = {
  table: 'events',
  columns: `t.document_id as id, t.timezone, t.seating, t.capacity, t.state, t.delay_minutes as "delayMinutes", t.notice,
         ${millis('start_at')} as "startAt", ${millis('end_at')} as "endAt",
         ${millis('sales_start_at')} as "salesStartAt", ${millis('sales_end_at')} as "salesEndAt",
         ${linked({ ...eventLink, ...toActivity })} as "activityId",
         ${linked({ ...eventLink, attribute: 'vessel', to: 'vessels', target: 'vessel' })} as "vesselId",
         ${linked({ ...eventLink, attribute: 'venue', to: 'venues', target: 'venue' })} as "venueId",
         ${linked({ ...eventLink, attribute: 'berth', to: 'berths', target: 'berth' })} as "berthId",
         ${linked({ ...eventLink, ...toPlan })} as "planId"`,
  where: `t.state <> 'draft' and not coalesce(t.archived, false) and t.end_at > ?::timestamptz at time zone 'UTC'`,
};

// Prices of a departure that is no longer read go with it.
const prices: Paged = {
  table: 'prices',
  columns: `t.document_id as id, t.zone, t.amount, t.currency,
         ${millis('valid_from')} as "validFrom", ${millis('valid_to')} as "validTo",
         ${linked({ ...priceLink, ...toActivity })} as "activityId",
         ${linked({ ...priceLink, attribute: 'event', to: 'events', target: 'event' })} as "eventId",
         ${linked({ ...priceLink, attribute: 'ticket_type', to: 'ticket_types', target: 'ticket_type' })}
           as "ticketTypeId"`,
  where: `not coalesce(t.archived, false)
     and not exists (select from prices_event_lnk l join events e on e.id = l.event_id
                      where l.price_id = t.id and e.end_at <= ?::timestamptz at time zone 'UTC')`,
};

const ofEvents = `t.id in (select l.price_id from prices_event_lnk l join events e on e.id = l.event_id
  where e.document_id = any(?::text[]))`;

const ofActivities = `t.id in (select l.price_id from prices_activity_lnk l join activities a on a.id = l.activity_id
  where a.document_id = any(?::text[])) and not exists (select from prices_event_lnk l where l.price_id = t.id)`;

const links = ['activityId', 'vesselId', 'venueId', 'berthId', 'planId', 'eventId', 'ticketTypeId'];
const repeated = [...links, 'timezone', 'seating', 'state', 'currency', 'zone'];

/** Rows come with a text of their own for each id; a hundred thousand of them say the same few. */
function sharing<Row>(): (row: Row) => Row {
  const known = new Map<string, string>();
  return (row) => {
    const fields = row as Record<string, unknown>;
    for (const name of repeated) {
      const text = fields[name];
      if (typeof text !== 'string') continue;
      const first = known.get(text);
      if (first === undefined) known.set(text, text);
      else fields[name] = first;
    }
    return row;
  };
}

const fees = `
  select t.document_id as id, t.name, t.kind, t.amount, t.percent, t.currency, t.vat_mode as "vatMode",
         t.vat_kind as "vatKind", ${linked({ from: 'fees', column: 'fee', ...toSeller })} as "sellerId"
    from fees t`;

const ticketTypes = `
  select t.document_id as id, t.name, t.code, t.min_age as "minAge", t.max_age as "maxAge",
         coalesce(t.occupies_place, true) as "occupiesPlace", coalesce(t.needs_adult, false) as "needsAdult", t.proof,
         coalesce(t.position, 0) as position, coalesce(t.archived, false) as archived
    from ticket_types t`;

// Strapi links a seller to the draft of its page too, whose address nobody can open yet.
const offerPage = `(select p.slug from sellers_offer_page_lnk l join pages p on p.id = l.page_id
           where l.seller_id = t.id and p.published_at is not null order by p.id limit 1)`;

const sellers = `
  select t.document_id as id, t.slug, t.name, t.legal_name as "legalName", t.legal_address as "legalAddress",
         t.country, t.currency, t.inn, t.ogrn, t.registration, t.phone, t.email,
         coalesce(t.archived, false) as archived,
         ${offerPage} as "offerPage"
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
    from products t`;

const venues = `select t.document_id as id, t.name, t.address, t.latitude, t.longitude from venues t`;
const routes = `select t.document_id as id, t.slug, t.name from routes t`;

// A drawing of a hall is megabytes.
const plans = `
  select t.document_id as id, md5(t.geometry::text) as version, t.xmin::text as written,
         case when md5(t.geometry::text) = any(?::text[]) then null else t.geometry end as geometry
    from seating_plans t`;

const imageColumns = `
  select m.related_type as "ownerType", m.related_id as "ownerRowId", m.field, t.url, t.width, t.height, t.formats,
         t.focal_point as "focalPoint"`;

/** Who shows pictures, by the table. */
const withPictures: Partial<Record<OtherName, string>> = {
  activities: 'api::catalog.activity',
  products: 'api::catalog.product',
  sites: 'api::catalog.site',
};

const owners = Object.values(withPictures)
  .map((owner) => `'${owner}'`)
  .join();

const images = `${imageColumns}
    from (select * from files_related_mph m where m.related_type in (${owners})) m
    join files t on t.id = m.file_id`;

const imagesOf = (owner: string, table: OtherName) => `${imageColumns}
    from (select m.* from files_related_mph m join ${table} o on o.id = m.related_id
           where m.related_type = '${owner}' and o.document_id = any(?::text[])) m
    join files t on t.id = m.file_id`;

export const pageColumns = `
  select t.document_id as id, t.locale, t.title, t.summary, t.body, t.slug, t.kind,
         coalesce(t.in_footer, false) as "inFooter", ${millis('updated_at')} as "updatedAt"
    from pages t`;

const sites = `
  select t.document_id as id, t.id as "rowId", t.name, t.tagline, t.accent, t.phone, t.email, t.address, t.footer,
         ${allLinked({ from: 'sites', column: 'site', attribute: 'shelves', to: 'categories', target: 'category' })}
           as "shelfIds"
    from sites t`;

const otherTables: Record<OtherName, { columns: string; where?: string }> = {
  activities: { columns: activityColumns, where: 't.published_at is not null' },
  fees: { columns: fees, where: 'coalesce(t.active, true)' },
  ticketTypes: { columns: ticketTypes },
  sellers: { columns: sellers },
  vessels: { columns: vessels },
  venues: { columns: venues },
  berths: { columns: berths },
  routes: { columns: routes },
  categories: { columns: categories },
  plans: { columns: plans },
  products: { columns: products, where: 'coalesce(t.active, true) and not coalesce(t.archived, false)' },
  pages: { columns: pageColumns, where: 't.published_at is not null and t.slug is not null' },
  sites: { columns: sites },
};

const otherNames = Object.keys(otherTables) as OtherName[];
