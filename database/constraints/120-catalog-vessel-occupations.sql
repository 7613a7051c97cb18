-- When a vessel is taken: a departure or a rental, with the turnaround after it. Two never overlap.
create extension if not exists btree_gist;

create table if not exists vessel_occupations (
  subject_kind text not null,
  subject_id text not null,
  vessel_id text not null,
  during tstzrange not null,
  primary key (subject_kind, subject_id)
);

do $$ begin
  if not exists (select from pg_constraint where conname = 'vessel_occupations_subject' and conrelid = 'vessel_occupations'::regclass) then
    alter table vessel_occupations add constraint vessel_occupations_subject check (subject_kind in ('event', 'rental'));
    alter table vessel_occupations add constraint vessel_occupations_during check (not isempty(during));
    alter table vessel_occupations add constraint vessel_occupations_apart exclude using gist (vessel_id with =, during with &&);
  end if;
end $$;

-- A departure that is cancelled, archived or deleted frees its vessel, whoever writes it.
create or replace function events_free_vessel() returns trigger language plpgsql as $$
begin
  delete from vessel_occupations where subject_kind = 'event' and subject_id = old.document_id;
  return null;
end $$;

create or replace trigger events_deleted_free_vessel
  after delete on events
  for each row execute function events_free_vessel();

create or replace trigger events_withdrawn_free_vessel
  after update of state, archived on events
  for each row when (new.state = 'cancelled' or new.archived) execute function events_free_vessel();
