-- Every change of the catalogue tells all processes to read it again. Equal notices of one transaction are one.

create or replace function catalog_announce() returns trigger language plpgsql as $$
begin
  perform pg_notify('catalog', '');
  return null;
end $$;

-- Strapi names link tables <table>_<attribute>_lnk; a new relation is found here at the next boot.
do $$
declare
  catalogue constant text[] := array[
    'activities', 'berths', 'categories', 'events', 'fees', 'pages', 'payment_methods', 'prices', 'products',
    'promotions', 'routes', 'schedules', 'seating_plans', 'sellers', 'sites', 'ticket_types', 'venues', 'vessels'];
  changed record;
begin
  for changed in
    select t.table_name as name
      from information_schema.tables t
     where t.table_schema = current_schema() and t.table_type = 'BASE TABLE'
       and (t.table_name = any (catalogue || array['files', 'files_related_mph'])
         or (t.table_name like '%\_lnk' and exists (select from unnest(catalogue) c where t.table_name like c || '\_%')))
  loop
    execute format(
      'create or replace trigger catalog_changed after insert or update or delete or truncate on %I
         for each statement execute function catalog_announce()', changed.name);
  end loop;
end $$;
