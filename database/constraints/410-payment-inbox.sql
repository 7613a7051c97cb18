-- Notifications of gateways as they came. A repetition is counted, not stored again; `handled_at` null is still to do.
create table if not exists payment_inbox (
  id bigint generated always as identity primary key,
  provider_key text not null,
  dedupe_key text not null,
  event text not null,
  about text not null,
  external_id text not null,
  headers jsonb not null,
  bytes bytea not null,
  ip text not null,
  received_at timestamptz not null,
  last_received_at timestamptz not null,
  receipts integer not null default 1,
  tries integer not null default 0,
  next_try_at timestamptz,
  handled_at timestamptz,
  payment_id text,
  problem text
);

do $$ begin
  if not exists (select from pg_constraint where conname = 'payment_inbox_about' and conrelid = 'payment_inbox'::regclass) then
    alter table payment_inbox add constraint payment_inbox_about check (about in ('payment', 'refund') and receipts > 0);
  end if;
end $$;

create unique index if not exists payment_inbox_once on payment_inbox (provider_key, dedupe_key);
create index if not exists payment_inbox_external_id on payment_inbox (provider_key, external_id);
create index if not exists payment_inbox_payment on payment_inbox (payment_id);
create index if not exists payment_inbox_due on payment_inbox (next_try_at) where handled_at is null;
create index if not exists payment_inbox_received_at on payment_inbox (received_at desc, id desc);
