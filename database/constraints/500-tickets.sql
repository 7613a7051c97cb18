-- Public keys of ticket codes. What a key signed stays genuine, so it stays listed for good.
create table if not exists ticket_keys (
  key_id text primary key,
  public_key text not null,
  signs_from timestamptz not null,
  signs_until timestamptz not null,
  listed_at timestamptz not null
);

do $$ begin
  if not exists (select from pg_constraint where conname = 'ticket_keys_shape' and conrelid = 'ticket_keys'::regclass) then
    alter table ticket_keys add constraint ticket_keys_shape check (
      key_id ~ '^\d{4}Q[1-4]-[0-9a-f]{4}$' and public_key ~ '^[A-Za-z0-9_-]{43}$' and signs_until > signs_from
    );
  end if;
end $$;

create or replace function ticket_keys_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'ticket_keys is append-only: % is refused', tg_op using errcode = 'restrict_violation';
end $$;

create or replace trigger ticket_keys_append_only
  before update or delete or truncate on ticket_keys
  for each statement execute function ticket_keys_refuse_change();

-- The made-up certificate that signs wallet passes of a demonstration. Never read with SANDBOX=off.
create table if not exists ticket_demo_certificate (
  only_one boolean primary key default true check (only_one),
  certificate text not null,
  key text not null,
  authority text not null,
  made_at timestamptz not null
);
