-- A hall of numbered seats for many evenings, and departures without numbered places, each with one ticket type and one
-- price. Settings: bench.seats, bench.evenings, bench.open.

-- Sections of 40 rows by 50 seats, side by side; the last one takes what is left.
create temp table hall as
select jsonb_build_object(
  'zones', jsonb_build_array(jsonb_build_object(
    'id', 'parterre', 'tint', 1, 'name', '{"ru": "Партер", "en": "Stalls", "zh": "池座"}'::jsonb)),
  'decks', jsonb_build_array(jsonb_build_object(
    'id', 'hall', 'name', '{"ru": "Зал", "en": "Hall", "zh": "大厅"}'::jsonb, 'width', 60000, 'height', 8000,
    'outline', 'M 0 0 L 60000 0 L 60000 8000 L 0 8000 Z', 'areas', '[]'::jsonb,
    'sections', (
      select jsonb_agg(section order by s) from (
        select s, jsonb_build_object(
          'id', 'section-' || s, 'tables', '[]'::jsonb,
          'name', jsonb_build_object('ru', 'Сектор ' || s, 'en', 'Section ' || s, 'zh', s || '区'),
          'rows', jsonb_agg(drawn order by r)) as section
        from (
          select s, r, jsonb_build_object('label', r::text, 'seats', jsonb_agg(jsonb_build_object(
            'seatCode', s || '-' || r || '-' || n, 'number', n::text, 'x', s * 3000 + n * 55, 'y', r * 100,
            'zone', 'parterre') order by n)) as drawn
          from generate_series(0, current_setting('bench.seats')::int - 1) as i,
               lateral (select i / 2000 + 1 as s, i % 2000 / 50 + 1 as r, i % 50 + 1 as n) as place
          group by s, r) as rows
        group by s) as sections)))) as geometry;

insert into seating_plans (document_id, label, name, geometry, capacity, version, archived, created_at, updated_at,
                           published_at)
select 'b' || substr(md5('bench-hall'), 1, 23), 'bench hall', '{"ru": "Большой зал", "en": "Great hall", "zh": "大厅"}',
       geometry, current_setting('bench.seats')::int, 1, false, current_setting('bench.now')::timestamp,
       current_setting('bench.now')::timestamp, current_setting('bench.now')::timestamp
  from hall;

create temp table stages as
select k.kind, a.id as old_id,
       (select last_value from activities_id_seq) + row_number() over (order by k.kind, a.id) as new_id
  from unnest(array['hall', 'open']) as k (kind)
  join activities a on a.slug = 'canals-by-day';
insert into activities
select (jsonb_populate_record(a, jsonb_build_object(
         'id', s.new_id, 'document_id', 'b' || substr(md5('bench-' || s.kind), 1, 23), 'slug', 'bench-' || s.kind,
         'title', a.title || ' ' || s.kind, 'passenger_data', 'none', 'sales_cutoff_minutes', 0))).*
  from stages s join activities a on a.id = s.old_id;
select setval('activities_id_seq', (select max(id) from activities));
insert into activities_seller_lnk (activity_id, seller_id)
select s.new_id, l.seller_id from activities_seller_lnk l join stages s on s.old_id = l.activity_id;
insert into activities_ticket_types_lnk (activity_id, ticket_type_id, ticket_type_ord)
select s.new_id, t.id, 1 from stages s cross join ticket_types t where t.code = 'adult';

create temp table stage_prices as
select kind, (select last_value from prices_id_seq) + row_number() over (order by kind) as price_id
  from (select distinct kind from stages) k;
insert into prices (id, document_id, label, amount, currency, archived, created_at, updated_at, published_at)
select price_id, 'b' || substr(md5('bench-price-' || kind), 1, 23), 'bench ' || kind, 150000, 'RUB', false,
       current_setting('bench.now')::timestamp, current_setting('bench.now')::timestamp,
       current_setting('bench.now')::timestamp
  from stage_prices;
select setval('prices_id_seq', (select max(id) from prices));
insert into prices_ticket_type_lnk (price_id, ticket_type_id)
select price_id, t.id from stage_prices cross join ticket_types t where t.code = 'adult';
insert into prices_activity_lnk (price_id, activity_id)
select price_id, new_id from stage_prices p join stages s on s.kind = p.kind;

create temp table shows as
select kind, i, (select last_value from events_id_seq) + row_number() over (order by kind, i) as event_id,
       date_trunc('hour', current_setting('bench.now')::timestamp) + interval '45 days' + i * interval '1 hour' as start_at
  from (select 'hall' as kind, generate_series(1, current_setting('bench.evenings')::int) as i
        union all select 'open', generate_series(1, current_setting('bench.open')::int)) k;
insert into events (id, document_id, label, start_at, end_at, timezone, seating, capacity, state, delay_minutes,
                    archived, created_at, updated_at, published_at)
select event_id, 'b' || substr(md5('bench-' || kind || '-' || i), 1, 23), 'bench ' || kind || ' ' || i, start_at,
       start_at + interval '2 hours', 'Europe/Moscow', case kind when 'hall' then 'assigned' else 'general' end,
       case kind when 'hall' then current_setting('bench.seats')::int else 100000 end, 'on_sale', 0, false,
       current_setting('bench.now')::timestamp, current_setting('bench.now')::timestamp,
       current_setting('bench.now')::timestamp
  from shows;
select setval('events_id_seq', (select max(id) from events));
insert into events_activity_lnk (event_id, activity_id)
select w.event_id, s.new_id from shows w join stages s on s.kind = w.kind
  join activities a on a.id = s.new_id and a.locale = 'ru';
insert into events_seating_plan_lnk (event_id, seating_plan_id)
select event_id, p.id from shows cross join seating_plans p where kind = 'hall' and p.label = 'bench hall';
analyze;
