import type { Transaction } from '@gangway/kit';
import type { DepartureSource, SellerSource } from '../domain/paper-sources.ts';

// Strapi has pg hand out jsonb as text; a row made into json arrives parsed, and in our own names.
const asJson = (sql: string) => `select row_to_json(r) as row from (${sql}) r`;

const millis = (column: string) => `(extract(epoch from ${column}) * 1000)::bigint`;

const place = (columns: string) => `
  (select row_to_json(p) from (select o.name, o.address, o.latitude, o.longitude, ${columns}) p)`;

const ofEvent = ({ attribute, table, select }: { attribute: string; table: string; select: string }) => `
  (select ${select} from events_${attribute}_lnk l join ${table} o on o.id = l.${attribute}_id
    where l.event_id = t.id limit 1)`;

const eventsActivity = `
  select a.document_id from events_activity_lnk l join activities a on a.id = l.activity_id where l.event_id = t.id`;

const departureColumns = `
  select t.document_id as id, t.timezone, t.notice, coalesce(t.delay_minutes, 0) as "delayMinutes",
         ${millis('t.start_at')} as "startAt", ${millis('t.end_at')} as "endAt",
         coalesce((select json_agg(json_build_object('locale', a.locale, 'title', a.title, 'meetingPoint', a.meeting_point)
                    order by a.published_at nulls last)
                     from activities a where a.document_id in (${eventsActivity})), '[]') as activity,
         ${ofEvent({ attribute: 'vessel', table: 'vessels', select: 'o.name' })} as vessel,
         ${ofEvent({ attribute: 'berth', table: 'berths', select: place('o.city, o.directions') })} as berth,
         ${ofEvent({ attribute: 'venue', table: 'venues', select: place('null as city, null as directions') })} as venue,
         (select r.name from activities a join activities_route_lnk l on l.activity_id = a.id
            join routes r on r.id = l.route_id where a.document_id in (${eventsActivity}) limit 1) as route,
         coalesce(${ofEvent({ attribute: 'seating_plan', table: 'seating_plans', select: 'o.geometry' })},
           (select p.geometry from events_vessel_lnk v join vessels_seating_plan_lnk l on l.vessel_id = v.vessel_id
              join seating_plans p on p.id = l.seating_plan_id where v.event_id = t.id limit 1)) as geometry
    from events t where t.document_id `;

const departuresById = asJson(`${departureColumns} = any(?)`);
const departuresOfOrder = asJson(
  `${departureColumns} in (select a.event_id from admissions a where a.order_id = ?)`,
);

const sellers = asJson(`
  select t.name, t.legal_name as "legalName", t.legal_address as "legalAddress", t.country, t.inn, t.kpp, t.ogrn,
         t.registration, t.phone, t.email,
         (select p.slug from sellers_offer_page_lnk l join pages p on p.id = l.page_id
           where l.seller_id = t.id and p.published_at is not null order by p.id limit 1) as "offerPage"
    from sellers t where t.document_id = ? limit 1`);

/** The departures by id. */
export async function readPaperDepartures(
  trx: Transaction,
  eventIds: readonly string[],
): Promise<Map<string, DepartureSource>> {
  return byId(await trx.raw(departuresById, [[...new Set(eventIds)]]));
}

/** The departures that an order has tickets for. */
export async function readPaperDeparturesOf(
  trx: Transaction,
  orderId: string,
): Promise<Map<string, DepartureSource>> {
  return byId(await trx.raw(departuresOfOrder, [orderId]));
}

const byId = ({ rows }: { rows: unknown[] }) =>
  new Map((rows as { row: DepartureSource }[]).map(({ row }) => [row.id, row]));

/** Undefined: there is no such seller. */
export async function readPaperSeller(trx: Transaction, sellerId: string): Promise<SellerSource | undefined> {
  const { rows } = await trx.raw(sellers, [sellerId]);
  return (rows as { row: SellerSource }[])[0]?.row;
}
