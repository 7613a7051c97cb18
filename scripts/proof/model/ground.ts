import { randomInt } from 'node:crypto';
import { Client } from 'pg';
import { eventually } from './buyer.ts';
import type { Bank, Cell, House } from './cell.ts';
import { openPlaces, rows } from './commands.ts';
import { shopDoor } from './shop-door.ts';
import type { Ask } from './shop-door.ts';

/** An activity of the season without fees and passengers' data, refundable until a day before, sold in roubles. */
const activity = 'canals-by-day';
const hour = 3_600_000;
/** Departures leave so long after their cells were made: a clock that moves three hours passes the refund line. */
const ahead = 26 * hour;
const promotion = { percent: 15, uses: 1 };

export type Site = {
  url: string;
  databaseUrl: string;
  /** Opens the doors that only our own processes use. */
  internalToken: string;
  bank(ask: Ask): Bank;
};

/** A house whose cells are written into its database, next to the season that is in there. */
export interface Ground extends House {
  /** Takes away what was put up: cells, and what kept letters unsent. */
  close(): Promise<void>;
}

/** @throws when the season lacks what cells are copies of */
export async function openGround(site: Site): Promise<Ground> {
  const client = new Client({ connectionString: site.databaseUrl });
  await client.connect();
  await client.query(putUp);
  const ask = shopDoor(site.url);
  const clock = clockAt(ask, site.internalToken);
  const plan = await writePlan(client);
  return {
    url: site.url,
    bank: site.bank(ask),
    makeCells: (count) => makeCells({ client, ask, plan, count }),
    offset: clock.offset,
    shift: async (ms) => {
      await clock.move({ shiftMs: ms });
      await tidiedUp(client, clock.offset());
    },
    reset: () => clock.move({ reset: true }),
    close: async () => {
      await clock.move({ reset: true });
      await client.query(tearDown);
      await client.end();
    },
  };
}

/** Letters are no part of the model, and drawing their tickets would take most of the time: they stay unsent. */
const putUp = `
  create or replace function model_keeps_letters() returns trigger language plpgsql as $$
  begin
    if new.recipient like '%@model.example' then new.state = 'dropped'; end if;
    return new;
  end $$;
  create or replace trigger model_keeps_letters before insert on messages
    for each row execute function model_keeps_letters();`;

const tearDown = `
  drop trigger if exists model_keeps_letters on messages;
  drop function if exists model_keeps_letters();
  delete from promotions where label = 'model';
  delete from events where label = 'model';
  delete from seating_plans where label = 'model';`;

function clockAt(ask: Ask, token: string) {
  const state = { offset: 0 };
  const headers = { authorization: `Bearer ${token}` };
  const move = async (body: { shiftMs: number } | { reset: true }): Promise<void> => {
    const question = { method: 'PUT' as const, path: '/api/internal/clock', body, headers };
    const answer = await ask<{ offsetMs: number }>(question);
    if (answer.status !== 200) throw new Error(`The clock was not moved: ${answer.bytes}`);
    state.offset = answer.data.offsetMs;
  };
  return { move, offset: () => state.offset };
}

/** Until no order is open any more whose time is over: its promotion is free then. */
async function tidiedUp(client: Client, offset: number): Promise<void> {
  const now = new Date(Date.now() + offset);
  const left = `select 1 from orders where state = 'LOCKED' and expires_at <= $1 limit 1`;
  await eventually(
    () => client.query(left, [now]),
    ({ rowCount }) => rowCount === 0,
  );
}

const name = JSON.stringify({ ru: 'Модель', en: 'Model', zh: '模型' });

/** Two rows of a deck, each of a zone of its own. */
function geometry(): object {
  const seats = ({ zone, seats: codes }: (typeof rows)[number], at: number) => ({
    label: String(at + 1),
    seats: codes.map((seatCode, place) => {
      return { seatCode, number: seatCode.slice(1), x: 200 + place * 100, y: 200 + at * 100, zone };
    }),
  });
  const words = JSON.parse(name) as object;
  return {
    zones: rows.map(({ zone }) => ({ id: zone, name: words, tint: 1 })),
    decks: [
      {
        ...{ id: 'main', name: words, width: 700, height: 600, outline: 'M 0 0 H 700 V 600 H 0 Z' },
        sections: [{ id: 'hall', name: words, rows: rows.map(seats), tables: [] }],
        areas: [],
      },
    ],
  };
}

async function writePlan(client: Client): Promise<number> {
  const places = rows.reduce((sum, { seats }) => sum + seats.length, 0);
  const sql = `insert into seating_plans (document_id, label, name, version, geometry, capacity, archived, published_at)
    values ($1, 'model', $2, 1, $3, $4, false, now()) returning id`;
  const { rows: made } = await client.query<{ id: number }>(sql, [
    newId(),
    name,
    JSON.stringify(geometry()),
    places,
  ]);
  return made[0]?.id ?? 0;
}

/** Of the shape of Strapi's document ids: tickets carry them in a short form. */
const newId = (): string => Array.from({ length: 24 }, (_, at) => letterAt(at)).join('');
const letterAt = (at: number): string => randomInt(at === 0 ? 10 : 0, 36).toString(36);

type Making = { client: Client; ask: Ask; plan: number; count: number };

async function makeCells({ client, ask, plan, count }: Making): Promise<Cell[]> {
  const startAt = Math.ceil((Date.now() + ahead) / 1000) * 1000;
  const ids = Array.from({ length: count }, () => ({
    numbered: newId(),
    open: newId(),
    promoCode: newId().toUpperCase(),
  }));
  const list = (part: keyof (typeof ids)[number]) => ids.map((one) => one[part]);
  await client.query('begin');
  const depart = [new Date(startAt), new Date(startAt + hour)];
  await client.query(departures('assigned'), [list('numbered'), ...depart, seatCount, activity, plan]);
  await client.query(departures('general'), [list('open'), ...depart, openPlaces, activity, null]);
  await client.query(promotions, [list('promoCode'), promotion.percent, promotion.uses, name, activity]);
  await client.query('commit');
  const common = { ...(await namesOf(client)), startAt, promotion };
  await untilListed(ask, list('open').concat(list('numbered')));
  return ids.map(({ numbered, open, promoCode }) => ({ ...common, promoCode, events: { numbered, open } }));
}

const seatCount = rows.reduce((sum, { seats }) => sum + seats.length, 0);

/** Departures like one of the season: of the same activity, from the same berth. */
const departures = (seating: 'assigned' | 'general'): string => `
  with pattern as (
    select e.id, l.activity_id from events e
      join events_activity_lnk l on l.event_id = e.id join activities a on a.id = l.activity_id
     where a.slug = $5 order by e.id limit 1),
  made as (
    insert into events (document_id, label, start_at, end_at, timezone, seating, capacity, state, delay_minutes, archived, published_at)
    select id, 'model', $2::timestamptz at time zone 'UTC', $3::timestamptz at time zone 'UTC', 'Europe/Moscow',
           '${seating}', $4::int, 'on_sale', 0, false, now()
      from unnest($1::text[]) id
    returning id),
  planned as (
    insert into events_seating_plan_lnk (event_id, seating_plan_id)
    select made.id, $6::int from made where $6::int is not null),
  moored as (
    insert into events_berth_lnk (event_id, berth_id)
    select made.id, b.berth_id from made, pattern join events_berth_lnk b on b.event_id = pattern.id)
  insert into events_activity_lnk (event_id, activity_id) select made.id, pattern.activity_id from made, pattern`;

const promotions = `
  with made as (
    insert into promotions (document_id, label, code, name, kind, percent, currency, max_uses, active, published_at)
    select md5(code), 'model', code, $4::jsonb, 'percent', $2::float, 'RUB', $3::int, true, now()
      from unnest($1::text[]) code
    returning id)
  insert into promotions_seller_lnk (promotion_id, seller_id)
  select made.id, s.seller_id from made, (
    select s.seller_id from activities a join activities_seller_lnk s on s.activity_id = a.id where a.slug = $5 limit 1) s`;

async function namesOf(client: Client): Promise<Pick<Cell, 'names' | 'productId'>> {
  const types = await client.query<{ code: string; id: string }>(
    `select code, document_id as id from ticket_types where code in ('adult', 'child')`,
  );
  const products = await client.query<{ id: string }>(
    `select p.document_id as id from products p join products_seller_lnk l on l.product_id = p.id
      join activities_seller_lnk s on s.seller_id = l.seller_id join activities a on a.id = s.activity_id
     where a.slug = $1 and p.kind <> 'gift_card' limit 1`,
    [activity],
  );
  const typeOf = (code: string) => types.rows.find((row) => row.code === code)?.id;
  const [adult, child, productId] = [typeOf('adult'), typeOf('child'), products.rows[0]?.id];
  if (!adult || !child || !productId)
    throw new Error('The season lacks what the cells of the model are copies of.');
  return { names: { types: { adult, child } }, productId };
}

/** Until the shop has read the catalogue anew. */
async function untilListed(ask: Ask, ids: string[]): Promise<void> {
  for (const id of ids) {
    await eventually(
      () => ask({ method: 'GET', path: `/api/events/${id}` }),
      ({ status }) => status === 200,
    );
  }
}
