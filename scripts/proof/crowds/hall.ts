import { randomBytes } from 'node:crypto';
import { ask, until } from '../house/proof-house.ts';
import type { ProofHouse } from '../house/proof-house.ts';

/** A departure that a crowd comes to; nobody else knows of it. */
export interface Hall {
  eventId: string;
  /** Codes of the numbered places, row by row. */
  seats: readonly string[];
  /** Places without a number, by the zone they are in. */
  zones: Readonly<Record<string, number>>;
  /** Places of the whole departure: it may be less than rows and zones have together. */
  capacity: number;
  ticketTypeId: string;
}

export interface HallPlan {
  rows?: number;
  seatsOfRow?: number;
  zones?: Record<string, number>;
  capacity: number;
}

const apart = 60;
const seatZone = 'rows';
const patienceMs = 60_000;

/**
 * Puts a departure of this plan into the season, like one that is there but a year later: a clock that is moved does
 * not reach it. Waits until it is on sale.
 */
export async function openHall(house: ProofHouse, plan: HallPlan): Promise<Hall> {
  const { rows = 0, seatsOfRow = 0, zones = {}, capacity } = plan;
  const eventId = `p${randomBytes(12).toString('hex').slice(1)}`;
  const template = await templateOf(house);
  const seating = rows > 0 ? 'assigned' : 'general';
  const all = [...(rows > 0 ? [seatZone] : []), ...Object.keys(zones)];
  const drawing = JSON.stringify(drawingOf({ rows, seatsOfRow, zones }));
  await ask(house.databaseUrl, putEvent, [eventId, template.eventId, seating, capacity, drawing]);
  await ask(house.databaseUrl, putPrices, [eventId, template.ticketTypeId, all]);
  // Nobody sees it before it is whole.
  await ask(house.databaseUrl, `update events set state = 'on_sale' where document_id = $1`, [eventId]);
  for (const door of house.doors) {
    const isOnSale = () => answers(`${door}/api/events/${eventId}/ticket-types`);
    await until(isOnSale, { signal: AbortSignal.timeout(patienceMs) });
  }
  return { eventId, seats: codesOf(rows, seatsOfRow), zones, capacity, ticketTypeId: template.ticketTypeId };
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );

type Template = { eventId: string; ticketTypeId: string };

/** A departure of a seller whose currency is that of the prices below, and that asks nobody for a name. */
async function templateOf({ databaseUrl }: ProofHouse): Promise<Template> {
  const [found] = await ask<Template>(
    databaseUrl,
    `select e.document_id as "eventId", t.document_id as "ticketTypeId"
       from events e
       join events_activity_lnk ea on ea.event_id = e.id
       join activities a on a.id = ea.activity_id
       join activities_seller_lnk s on s.activity_id = a.id
       join sellers seller on seller.id = s.seller_id and seller.slug = 'slow-ahead'
       join activities_ticket_types_lnk at on at.activity_id = a.id
       join ticket_types t on t.id = at.ticket_type_id and t.code = 'adult'
      where e.state = 'on_sale' and a.published_at is not null and a.passenger_data = 'none'
      order by e.start_at, e.id limit 1`,
  );
  if (!found) throw new Error('The season has no departure that a crowd could come to.');
  return found;
}

const putEvent = `
  with plan as (
    insert into seating_plans (document_id, name, geometry, version, published_at)
    values (left($1, 20) || 'plan', '{"ru": "Зал", "en": "Hall", "zh": "大厅"}', $5::jsonb, 1, now()) returning id
  ), model as (
    select * from events where document_id = $2 limit 1
  ), event as (
    insert into events (document_id, start_at, end_at, timezone, seating, capacity, state, published_at)
    select $1, start_at + interval '1 year', end_at + interval '1 year', timezone, $3, $4, 'draft', now() from model returning id
  ), activity as (
    insert into events_activity_lnk (event_id, activity_id)
    select event.id, l.activity_id from event, model join events_activity_lnk l on l.event_id = model.id
  ), berth as (
    insert into events_berth_lnk (event_id, berth_id)
    select event.id, l.berth_id from event, model join events_berth_lnk l on l.event_id = model.id
  )
  insert into events_seating_plan_lnk (event_id, seating_plan_id) select event.id, plan.id from event, plan`;

const putPrices = `
  with price as (
    insert into prices (document_id, zone, amount, currency, published_at)
    select left($1, 20) || zone, zone, 100000, 'RUB', now() from unnest($3::text[]) zone returning id
  ), type as (
    insert into prices_ticket_type_lnk (price_id, ticket_type_id)
    select price.id, t.id from price, ticket_types t where t.document_id = $2
  )
  insert into prices_event_lnk (price_id, event_id)
  select price.id, e.id from price, events e where e.document_id = $1`;

const named = (word: string) => ({ ru: word, en: word, zh: word });

function drawingOf({ rows, seatsOfRow, zones }: Required<Omit<HallPlan, 'capacity'>>): object {
  const names = Object.keys(zones);
  const size = { width: apart * (seatsOfRow + 2), height: apart * (rows + 2 + 2 * names.length) };
  return {
    zones: [...(rows > 0 ? [seatZone] : []), ...names].map((id) => ({ id, name: named(id), tint: 1 })),
    decks: [
      {
        ...{ id: 'hall', name: named('Hall'), ...size },
        outline: `M 0 0 H ${size.width} V ${size.height} H 0 Z`,
        sections:
          rows > 0 ? [{ id: 'floor', name: named('Floor'), tables: [], rows: rowsOf(rows, seatsOfRow) }] : [],
        areas: names.map((zone, at) => ({
          ...{ id: `area-${zone}`, name: named(zone), zone, capacity: zones[zone] },
          ...{ x: 0, y: apart * (rows + 2 + 2 * at), width: size.width, height: apart },
        })),
      },
    ],
  };
}

const codeOf = (row: number, seat: number) => `${row + 1}-${seat + 1}`;

function rowsOf(rows: number, seatsOfRow: number): object[] {
  return Array.from({ length: rows }, (_, row) => ({
    label: String(row + 1),
    seats: Array.from({ length: seatsOfRow }, (__, seat) => ({
      ...{ seatCode: codeOf(row, seat), number: String(seat + 1), zone: seatZone },
      ...{ x: apart * (seat + 1), y: apart * (row + 1) },
    })),
  }));
}

function codesOf(rows: number, seatsOfRow: number): string[] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: seatsOfRow }, (__, seat) => codeOf(row, seat)),
  ).flat();
}
