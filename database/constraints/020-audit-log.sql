-- Who did what, written in the transaction of the deed and never changed after it.
create table if not exists audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_kind text not null,
  actor_id text,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  details jsonb not null default '{}',
  trace_id text,
  written_at timestamptz not null default clock_timestamp()
);

do $$ begin
  if not exists (select from pg_constraint where conname = 'audit_log_actor_kind' and conrelid = 'audit_log'::regclass) then
    alter table audit_log add constraint audit_log_actor_kind check (actor_kind in ('staff', 'customer', 'system'));
  end if;
end $$;

create index if not exists audit_log_subject on audit_log (subject_kind, subject_id, at);
create index if not exists audit_log_actor on audit_log (actor_kind, actor_id, at);
create index if not exists audit_log_at on audit_log (at);
create index if not exists audit_log_action on audit_log (action, at);

create or replace function audit_log_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit_log is append-only: % is refused', tg_op using errcode = 'restrict_violation';
end $$;

create or replace trigger audit_log_append_only
  before update or delete or truncate on audit_log
  for each statement execute function audit_log_refuse_change();
