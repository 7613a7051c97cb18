-- Business time minus real time, for every process. One row, always there; npm start without a sandbox never moves it.
create table if not exists clock_offset (
  id boolean primary key default true,
  offset_ms bigint not null default 0,
  moved_at timestamptz not null default clock_timestamp()
);

do $$ begin
  if not exists (select from pg_constraint where conname = 'clock_offset_single_row' and conrelid = 'clock_offset'::regclass) then
    alter table clock_offset add constraint clock_offset_single_row check (id);
  end if;
end $$;

insert into clock_offset (id) values (true) on conflict do nothing;

create or replace function clock_offset_announce() returns trigger language plpgsql as $$
begin
  perform pg_notify('clock', new.offset_ms::text);
  return null;
end $$;

create or replace trigger clock_offset_moved
  after update on clock_offset
  for each row execute function clock_offset_announce();
