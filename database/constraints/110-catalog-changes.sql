-- Every change of the catalogue tells all processes what to read again. Equal notices of one transaction are one.
--
-- The payload names what has changed: `events <id> …` for departures and their own prices, `prices <id> …` for the prices
-- of activities, `<table> <id> …` for rows of the other tables with their relations and pictures, all by document id;
-- `aside` is nothing that the shop shows. An empty payload means: read everything.

create or replace function catalog_announce() returns trigger language plpgsql as $$
begin
  perform pg_notify('catalog', coalesce(tg_argv[0], ''));
  return null;
end $$;

-- A notice carries 8,000 bytes at most. Past some thousand rows reading everything is cheaper.
create or replace function catalog_tell(kind text, ids text[]) returns void language plpgsql as $$
declare
  most constant integer := 5000;
  together constant integer := 250;
begin
  if cardinality(ids) > most then
    perform pg_notify('catalog', '');
    return;
  end if;
  for began in 1 .. cardinality(ids) by together loop
    perform pg_notify('catalog', kind || ' ' || array_to_string(ids[began : began + together - 1], ' '));
  end loop;
end $$;

create or replace function catalog_tell_prices(price_ids integer[]) returns void language sql as $$
  select catalog_tell('events', array(
    select distinct e.document_id from prices_event_lnk l join events e on e.id = l.event_id
     where l.price_id = any (price_ids)));
  select catalog_tell('prices', array(
    select distinct a.document_id from prices_activity_lnk l join activities a on a.id = l.activity_id
     where l.price_id = any (price_ids)
       and not exists (select from prices_event_lnk e where e.price_id = l.price_id)));
$$;

create or replace function catalog_events_changed() returns trigger language plpgsql as $$
begin
  perform catalog_tell('events', array(select distinct document_id from changed order by document_id));
  return null;
end $$;

create or replace function catalog_event_links_changed() returns trigger language plpgsql as $$
begin
  perform catalog_tell('events', array(
    select distinct e.document_id from changed join events e on e.id = changed.event_id order by e.document_id));
  return null;
end $$;

create or replace function catalog_prices_changed() returns trigger language plpgsql as $$
begin
  perform catalog_tell_prices(array(select id from changed));
  return null;
end $$;

create or replace function catalog_price_links_changed() returns trigger language plpgsql as $$
begin
  perform catalog_tell_prices(array(select price_id from changed));
  return null;
end $$;

-- A price that loses its departure becomes one of the activity, if it has one.
create or replace function catalog_price_events_changed() returns trigger language plpgsql as $$
begin
  perform catalog_tell('events', array(
    select distinct e.document_id from changed join events e on e.id = changed.event_id order by e.document_id));
  perform catalog_tell('prices', array(
    select distinct a.document_id from changed join prices_activity_lnk l on l.price_id = changed.price_id
      join activities a on a.id = l.activity_id order by a.document_id));
  return null;
end $$;

create or replace function catalog_price_activities_changed() returns trigger language plpgsql as $$
begin
  perform catalog_tell('prices', array(
    select distinct a.document_id from changed join activities a on a.id = changed.activity_id order by a.document_id));
  return null;
end $$;

-- A seller is shown with the address of its offer, which is a page.
create or replace function catalog_rows_changed() returns trigger language plpgsql as $$
declare
  ids constant text[] := array(select distinct document_id from changed order by document_id);
begin
  perform catalog_tell(tg_table_name, ids);
  if tg_table_name = 'pages' then
    perform catalog_tell('sellers', array(
      select distinct s.document_id from pages p join sellers_offer_page_lnk l on l.page_id = p.id
        join sellers s on s.id = l.seller_id where p.document_id = any (ids) order by s.document_id));
  end if;
  return null;
end $$;

-- Arguments: the table whose relation it is, and the column that leads to it.
create or replace function catalog_links_changed() returns trigger language plpgsql as $$
declare
  ids text[];
begin
  execute format('select array(select distinct o.document_id from changed c join %I o on o.id = c.%I order by 1)',
                 tg_argv[0], tg_argv[1]) into ids;
  perform catalog_tell(tg_argv[0], ids);
  return null;
end $$;

create or replace function catalog_tell_pictured(type text, owner_ids integer[]) returns void language plpgsql as $$
declare
  ids text[];
  owner constant text := case type when 'api::catalog.activity' then 'activities' when 'api::catalog.product' then 'products'
                                   when 'api::catalog.site' then 'sites' end;
begin
  if owner is null then return; end if;
  execute format('select array(select distinct document_id from %I where id = any ($1) order by 1)', owner)
    into ids using owner_ids;
  perform catalog_tell(owner, ids);
end $$;

create or replace function catalog_pictures_changed() returns trigger language plpgsql as $$
begin
  perform catalog_tell_pictured(related_type, array_agg(related_id)) from changed group by related_type;
  return null;
end $$;

create or replace function catalog_sales_changed() returns trigger language plpgsql as $$
begin
  perform catalog_tell('activities', array(select distinct document_id from changed order by document_id));
  return null;
end $$;

create or replace function catalog_files_changed() returns trigger language plpgsql as $$
begin
  perform catalog_tell_pictured(m.related_type, array_agg(m.related_id))
     from changed join files_related_mph m on m.file_id = changed.id group by m.related_type;
  return null;
end $$;

-- Strapi names link tables <table>_<attribute>_lnk; a new relation is found here at the next boot.
do $$
declare
  catalogue constant text[] := array[
    'activities', 'berths', 'categories', 'events', 'fees', 'pages', 'payment_methods', 'prices', 'products',
    'promotions', 'routes', 'schedules', 'seating_plans', 'sellers', 'sites', 'ticket_types', 'venues', 'vessels'];
  aside constant text := '^(payment_methods|promotions|schedules|events_schedule_lnk)';
  tellers constant jsonb := jsonb_build_object(
    'events', 'catalog_events_changed', 'prices', 'catalog_prices_changed',
    'events_activity_lnk', 'catalog_event_links_changed', 'events_berth_lnk', 'catalog_event_links_changed',
    'events_seating_plan_lnk', 'catalog_event_links_changed', 'events_venue_lnk', 'catalog_event_links_changed',
    'events_vessel_lnk', 'catalog_event_links_changed', 'prices_event_lnk', 'catalog_price_events_changed',
    'prices_activity_lnk', 'catalog_price_activities_changed', 'prices_ticket_type_lnk', 'catalog_price_links_changed',
    'activity_sales', 'catalog_sales_changed', 'files', 'catalog_files_changed', 'files_related_mph', 'catalog_pictures_changed');
  change record;
  changed record;
begin
  for changed in
    select t.table_name as name, o.name as owner,
           coalesce(tellers ->> t.table_name, case
             when t.table_name ~ aside or o.name in ('events', 'prices') then null
             when t.table_name = o.name then 'catalog_rows_changed' else 'catalog_links_changed' end) as teller,
           -- The first column of a link table is its own id, the second the row whose relation it is.
           (select c.column_name from information_schema.columns c
             where c.table_schema = t.table_schema and c.table_name = t.table_name and c.ordinal_position = 2) as link
      from information_schema.tables t
      left join lateral (select c as name from unnest(catalogue) c
                          where t.table_name = c or t.table_name like c || '\_%\_lnk'
                          order by length(c) desc limit 1) o on true
     where t.table_schema = current_schema() and t.table_type = 'BASE TABLE'
       and (o.name is not null or t.table_name in ('activity_sales', 'files', 'files_related_mph'))
  loop
    execute format(
      'create or replace trigger catalog_changed after %s on %I for each statement execute function catalog_announce(%s)',
      case when changed.teller is null then 'insert or update or delete or truncate' else 'truncate' end,
      changed.name, case when changed.name ~ aside then quote_literal('aside') else '' end);
    continue when changed.teller is null;
    -- A link that is moved has an old end and a new one.
    for change in
      select * from (values ('insert', 'new'), ('update', 'new'), ('update', 'old'), ('delete', 'old')) as c (verb, side)
    loop
      continue when change.verb = 'update' and change.side = 'old' and changed.name !~ '_(lnk|mph)$';
      execute format(
        'create or replace trigger catalog_changed_%1$s_%3$s after %1$s on %2$I referencing %3$s table as changed
           for each statement execute function %4$I(%5$s)', change.verb, changed.name, change.side, changed.teller,
        case changed.teller when 'catalog_links_changed'
          then quote_literal(changed.owner) || ', ' || quote_literal(changed.link) else '' end);
    end loop;
  end loop;
end $$;
