-- What becomes of a departure that was sold: reminders to its buyers, changes, and its cancellation.

-- A reminder is due once for each order, departure and kind: 24 hours before, and 2.
create table if not exists departure_reminders (
  order_id text not null,
  event_id text not null,
  kind text not null,
  due_at timestamptz not null,
  ended_at timestamptz,
  outcome text,
  primary key (order_id, event_id, kind),
  constraint departure_reminders_kind check (kind in ('day', 'soon')),
  constraint departure_reminders_outcome check (outcome in ('told', 'late', 'off')),
  constraint departure_reminders_ended check ((ended_at is null) = (outcome is null))
);
create index if not exists departure_reminders_due on departure_reminders (due_at) where ended_at is null;
drop index if exists departure_reminders_event;
create index if not exists departure_reminders_of_event on departure_reminders (event_id);

-- Orders whose buyers want no reminders.
create table if not exists reminder_stops (
  order_id text primary key,
  stopped_at timestamptz not null
);

-- Whoever moves a departure, by the action, a form or by hand, moves its reminders. One that has gone out is due again when
-- it told of another time by more than it may be late itself.
create or replace function departure_reminders_follow() returns trigger language plpgsql as $$
begin
  update departure_reminders r
     set due_at = later.due_at,
         ended_at = null,
         outcome = null
    from (select k.kind, k.patience,
                 (new.start_at at time zone 'UTC') + make_interval(mins => coalesce(new.delay_minutes, 0)) - k.before as due_at
            from (values ('day', interval '24 hours', interval '6 hours'),
                         ('soon', interval '2 hours', interval '1 hour')) k(kind, before, patience)) later
   where r.event_id = new.document_id and r.kind = later.kind
     and (r.ended_at is null or (r.outcome <> 'off' and later.due_at > r.ended_at + later.patience));
  return null;
end $$;

create or replace trigger departure_reminders_follow
  after update on events for each row
  when (old.start_at is distinct from new.start_at or old.delay_minutes is distinct from new.delay_minutes)
  execute function departure_reminders_follow();

-- What was changed of a departure with orders, and whether its buyers may have their money back for it.
create table if not exists departure_changes (
  id text primary key,
  event_id text not null,
  changed_at timestamptz not null,
  staff_id text not null,
  cause text not null,
  reason text not null,
  refundable boolean not null,
  before jsonb not null,
  after jsonb not null
);
create index if not exists departure_changes_event on departure_changes (event_id, changed_at);

-- Departures that were cancelled with orders on them, and which of those orders have been dealt with.
create table if not exists departure_cancellations (
  event_id text primary key,
  cancelled_at timestamptz not null,
  staff_id text not null,
  cause text not null,
  reason text not null
);
create index if not exists departure_cancellations_at on departure_cancellations (cancelled_at);

create table if not exists departure_cancelled_orders (
  event_id text not null references departure_cancellations,
  order_id text not null,
  handled_at timestamptz not null,
  outcome text not null,
  refund_request_id text,
  primary key (event_id, order_id),
  constraint departure_cancelled_orders_outcome check (outcome in ('refunded', 'ended', 'nothing'))
);

-- Those that a job was made for: once, or one that fails would begin anew again and again and never be laid aside.
create table if not exists departure_cancelled_jobs (
  event_id text not null references departure_cancellations,
  order_id text not null,
  primary key (event_id, order_id)
);
