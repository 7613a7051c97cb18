-- A departure that a person deleted is not made again from its schedule.
create table if not exists dropped_occurrences (
  occurrence text primary key
);

create or replace function events_drop_occurrence() returns trigger language plpgsql as $$
begin
  insert into dropped_occurrences (occurrence) values (old.occurrence) on conflict do nothing;
  return null;
end $$;

create or replace trigger events_deleted_drop_occurrence
  after delete on events
  for each row when (old.occurrence is not null) execute function events_drop_occurrence();
