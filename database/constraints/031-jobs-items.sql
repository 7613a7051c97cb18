-- What must be handled in its order, one after the other for each key. `item_id` is the sender's own number, so that what
-- comes twice is there once; done items stay a week for that, without their payload.
create table if not exists job_items (
  id bigint generated always as identity primary key,
  drain text not null,
  key text not null,
  item_id text,
  payload jsonb not null,
  state text not null default 'pending',
  attempts integer not null default 0,
  last_error text,
  not_before timestamptz,
  created_at timestamptz not null,
  handled_at timestamptz
);

do $$ begin
  if not exists (select from pg_constraint where conname = 'job_items_state' and conrelid = 'job_items'::regclass) then
    alter table job_items add constraint job_items_state check (state in ('pending', 'done', 'failed', 'dead'));
  end if;
end $$;

create unique index if not exists job_items_once on job_items (drain, item_id) where item_id is not null;
create index if not exists job_items_pending on job_items (drain, key, id) where state = 'pending';
create index if not exists job_items_handled on job_items (handled_at) where state = 'done';
