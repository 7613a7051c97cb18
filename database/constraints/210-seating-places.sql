-- Places of a departure: who holds them, who has bought them, how many are left. Moments are business time.

create table if not exists holds (
  id text primary key,
  event_id text not null,
  session_hash text not null,
  customer_id text,
  state text not null,
  expires_at timestamptz not null,
  max_expires_at timestamptz not null,
  order_id text,
  created_at timestamptz not null,
  ordered_at timestamptz,
  released_at timestamptz,
  release_reason text,
  -- What a supplier was asked about this hold: null where there is none.
  supplier_state text,
  supplier_reference text,
  supplier_checks integer not null default 0,
  supplier_next_check_at timestamptz,
  constraint holds_state check (state in ('active', 'ordered', 'released')),
  constraint holds_released check ((state = 'released') = (released_at is not null)),
  constraint holds_ordered check (state <> 'ordered' or order_id is not null),
  constraint holds_life check (expires_at <= max_expires_at),
  constraint holds_supplier_state check (supplier_state in ('asked', 'held', 'refused', 'unknown', 'leaving', 'left'))
);

do $$
begin
  if exists (select from pg_constraint where conname = 'holds_supplier_state' and conrelid = 'holds'::regclass
              and pg_get_constraintdef(oid) not like '%leaving%') then
    alter table holds drop constraint holds_supplier_state;
    alter table holds add constraint holds_supplier_state
      check (supplier_state in ('asked', 'held', 'refused', 'unknown', 'leaving', 'left'));
  end if;
end $$;

-- A session has one hold on a departure; ordering it makes room for the next.
create unique index if not exists holds_one_active on holds (event_id, session_hash) where state = 'active';
create index if not exists holds_of_session on holds (session_hash) where state <> 'released';
create index if not exists holds_of_customer on holds (customer_id) where state = 'active';
create index if not exists holds_of_order on holds (order_id) where order_id is not null;
create index if not exists holds_due on holds (expires_at) where state = 'active';
create index if not exists holds_supplier_due on holds (supplier_next_check_at) where supplier_next_check_at is not null;
create index if not exists holds_released_at on holds (released_at) where released_at is not null;

-- A released row keeps the state it had. Sold places do not expire.
create table if not exists seating_claims (
  id bigint generated always as identity primary key,
  event_id text not null,
  seat_code text collate "C" not null,
  zone text not null,
  hold_id text,
  order_id text,
  state text not null,
  expires_at timestamptz,
  created_at timestamptz not null,
  released_at timestamptz,
  release_reason text,
  constraint seating_claims_state check (state in ('held', 'sold', 'blocked')),
  constraint seating_claims_held check (state <> 'held' or (expires_at is not null and hold_id is not null)),
  constraint seating_claims_sold check (state <> 'sold' or (expires_at is null and order_id is not null)),
  constraint seating_claims_reason check ((released_at is null) = (release_reason is null))
);

-- I1: one live claim of a place, whatever the code does.
create unique index if not exists seating_claims_live on seating_claims (event_id, seat_code) where released_at is null;
create index if not exists seating_claims_of_hold on seating_claims (hold_id) where hold_id is not null;
create index if not exists seating_claims_of_order on seating_claims (order_id) where order_id is not null;
create index if not exists seating_claims_due on seating_claims (event_id, expires_at)
  where released_at is null and state = 'held';

-- I2: never more than there are. Pool 'event' counts every place of a departure, 'zone:<id>' those of an open zone.
create table if not exists place_counters (
  event_id text not null,
  pool text collate "C" not null,
  capacity integer not null,
  held integer not null default 0,
  sold integer not null default 0,
  primary key (event_id, pool),
  constraint place_counters_held check (held >= 0),
  constraint place_counters_sold check (sold >= 0),
  constraint place_counters_capacity check (held + sold <= capacity)
);

-- Places without a number. Those of a zone count in its pool and in the departure's; without takes_place in none.
create table if not exists counter_claims (
  id bigint generated always as identity primary key,
  event_id text not null,
  pool text not null,
  zone text,
  hold_id text,
  order_id text,
  ticket_type_id text not null,
  quantity integer not null,
  takes_place boolean not null,
  state text not null,
  expires_at timestamptz,
  created_at timestamptz not null,
  released_at timestamptz,
  release_reason text,
  constraint counter_claims_state check (state in ('held', 'sold')),
  constraint counter_claims_quantity check (quantity > 0),
  constraint counter_claims_held check (state <> 'held' or (expires_at is not null and hold_id is not null)),
  constraint counter_claims_sold check (state <> 'sold' or (expires_at is null and order_id is not null)),
  constraint counter_claims_reason check ((released_at is null) = (release_reason is null))
);

create unique index if not exists counter_claims_live on counter_claims (hold_id, pool, ticket_type_id)
  where released_at is null and state = 'held';
create index if not exists counter_claims_of_hold on counter_claims (hold_id) where hold_id is not null;
create index if not exists counter_claims_of_order on counter_claims (order_id) where order_id is not null;
create index if not exists counter_claims_due on counter_claims (event_id, expires_at)
  where released_at is null and state = 'held';
create index if not exists counter_claims_of_type on counter_claims (ticket_type_id);

-- How often the places of a departure have changed: what a seat map goes by.
create table if not exists seating_events (
  event_id text primary key,
  seq bigint not null
);
