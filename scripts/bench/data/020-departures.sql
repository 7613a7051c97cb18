-- Departures of the copies in the shapes that the season's own have: places, vessel, berth, length.
-- Settings: bench.departures.

create temp table shapes as
select distinct on (s.activity_id, e.seating, e.capacity, vessel.vessel_id, berth.berth_id)
       s.activity_id, e.seating, e.capacity, e.timezone, e.end_at - e.start_at as lasts,
       vessel.vessel_id, berth.berth_id, venue.venue_id, plan.seating_plan_id
  from events e
  join events_activity_lnk s on s.event_id = e.id
  left join events_vessel_lnk vessel on vessel.event_id = e.id
  left join events_berth_lnk berth on berth.event_id = e.id
  left join events_venue_lnk venue on venue.event_id = e.id
  left join events_seating_plan_lnk plan on plan.event_id = e.id;

create temp table advertised as
select a.document_id, min(c.old_id) filter (where old.published_at is null and old.locale = 'ru') as old_draft,
       array_agg(c.new_id) filter (where old.locale = 'ru') as rows,
       row_number() over (order by a.document_id) - 1 as number
  from copies c
  join activities a on a.id = c.new_id
  join activities old on old.id = c.old_id
 group by a.document_id;

create temp table choice as
select a.number, a.rows, s.*, row_number() over (partition by a.number order by s.capacity, s.berth_id) - 1 as variant,
       count(*) over (partition by a.number) as variants
  from advertised a join shapes s on s.activity_id = a.old_draft;

create temp table planned as
select i, c.*, (select last_value from events_id_seq) + i as event_id,
       date_trunc('hour', current_setting('bench.now')::timestamp) + interval '36 hours'
         + ((i / (select count(*) from advertised)) * 17 % 168) * interval '1 day'
         + (i * 7 % 60) * interval '12 minutes' as start_at
  from generate_series(1, current_setting('bench.departures')::int) as i
  join choice c on c.number = i % (select count(*) from advertised)
               and c.variant = (i / (select count(*) from advertised)) % c.variants;

insert into events (id, document_id, label, start_at, end_at, timezone, seating, capacity, state, delay_minutes,
                    archived, created_at, updated_at, published_at)
select event_id, 'b' || substr(md5('departure-' || i), 1, 23), 'bench ' || i, start_at, start_at + lasts, timezone, seating,
       capacity, 'on_sale', 0, false, start_at - interval '40 days', start_at - interval '40 days',
       start_at - interval '40 days'
  from planned;
select setval('events_id_seq', (select max(id) from events));
insert into events_activity_lnk (event_id, activity_id) select event_id, unnest(rows) from planned;
insert into events_vessel_lnk (event_id, vessel_id) select event_id, vessel_id from planned where vessel_id is not null;
insert into events_berth_lnk (event_id, berth_id) select event_id, berth_id from planned where berth_id is not null;
insert into events_venue_lnk (event_id, venue_id) select event_id, venue_id from planned where venue_id is not null;
insert into events_seating_plan_lnk (event_id, seating_plan_id)
select event_id, seating_plan_id from planned where seating_plan_id is not null;

-- Every twentieth has prices of its own, which a run changes.
create temp table own_prices as
select p.event_id, l.ticket_type_id, pr.amount, pr.currency,
       (select last_value from prices_id_seq) + row_number() over (order by p.event_id, pr.id) as price_id
  from planned p
  join prices_activity_lnk a on a.activity_id = p.rows[1]
  join prices pr on pr.id = a.price_id and pr.zone is null
  join prices_ticket_type_lnk l on l.price_id = pr.id
 where p.i % 20 = 0;
insert into prices (id, document_id, label, amount, currency, archived, created_at, updated_at, published_at)
select price_id, 'b' || substr(md5('own-' || price_id), 1, 23), 'bench own ' || price_id, amount, currency, false,
       current_setting('bench.now')::timestamp, current_setting('bench.now')::timestamp,
       current_setting('bench.now')::timestamp
  from own_prices;
select setval('prices_id_seq', (select max(id) from prices));
insert into prices_ticket_type_lnk (price_id, ticket_type_id) select price_id, ticket_type_id from own_prices;
insert into prices_event_lnk (price_id, event_id) select price_id, event_id from own_prices;
analyze;
