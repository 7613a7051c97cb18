-- Orders: what no row may break, whoever writes it. Amounts are minor units; datetime columns hold UTC.

do $$
declare
  rule record;
begin
  for rule in
    select * from (values
      ('orders', 'orders_state', 'state in (''PENDING'', ''LOCKED'', ''PAID'', ''PARTIALLY_REFUNDED'', ''REFUNDED'', ''EXPIRED'', ''CANCELLED'')'),
      ('orders', 'orders_language', 'language in (''ru'', ''en'', ''zh'')'),
      ('orders', 'orders_currency', 'currency in (''RUB'', ''EUR'', ''USD'', ''CNY'')'),
      ('orders', 'orders_channel', 'channel in (''web'', ''miniapp'', ''bot'', ''desk'', ''phone'', ''reseller'')'),
      ('orders', 'orders_amounts', 'total >= 0 and discount_total >= 0 and vat_total between 0 and total'),
      ('orders', 'orders_refunded', 'refunded_total between 0 and total'),
      ('orders', 'orders_expiry', 'expires_at is null or max_expires_at is null or expires_at <= max_expires_at'),
      ('orders', 'orders_paid', 'state not in (''PAID'', ''PARTIALLY_REFUNDED'', ''REFUNDED'') or paid_at is not null'),
      ('order_lines', 'order_lines_kind', 'kind in (''admission'', ''product'', ''fee'')'),
      ('order_lines', 'order_lines_subject', 'case kind when ''admission'' then event_id is not null and ticket_type_id is not null when ''product'' then product_id is not null else fee_id is not null end'),
      ('order_lines', 'order_lines_seat', 'seat_code is null or quantity = 1'),
      ('order_lines', 'order_lines_amounts', 'quantity > 0 and list_amount >= 0 and unit_amount >= 0 and discount_amount >= 0 and amount >= 0'),
      ('order_lines', 'order_lines_sum', 'amount = unit_amount::bigint * quantity - discount_amount'),
      ('order_lines', 'order_lines_vat', 'vat_mode in (''none'', ''included'', ''excluded'') and vat_rate_bp >= 0 and vat_amount between 0 and amount'),
      ('order_lines', 'order_lines_refunded', 'refunded_amount between 0 and amount'),
      ('admissions', 'admissions_state', 'state in (''issued'', ''voided'', ''used'')'),
      ('refund_requests', 'refund_requests_state', 'state in (''requested'', ''refused'', ''pending'', ''succeeded'', ''failed'')'),
      ('refund_requests', 'refund_requests_amount', 'amount >= 0'),
      ('refund_requests', 'refund_requests_currency', 'currency in (''RUB'', ''EUR'', ''USD'', ''CNY'')')
    ) as rules (table_name, name, must)
  loop
    if not exists (select from pg_constraint where conname = rule.name and conrelid = rule.table_name::regclass) then
      execute format('alter table %I add constraint %I check (%s)', rule.table_name, rule.name, rule.must);
    end if;
  end loop;
end $$;

create unique index if not exists orders_document on orders (document_id);
create unique index if not exists orders_number on orders (number);
create unique index if not exists order_lines_document on order_lines (document_id);
create unique index if not exists order_lines_position on order_lines (order_id, position);
create unique index if not exists admissions_document on admissions (document_id);
create unique index if not exists admissions_serial on admissions (serial);
create unique index if not exists customers_document on customers (document_id);
create unique index if not exists customers_account on customers (account_id) where account_id is not null;
-- A guest is an e-mail address; two orders at once do not make two of them.
create unique index if not exists customers_guest on customers (email) where account_id is null and email is not null;
create unique index if not exists refund_requests_document on refund_requests (document_id);

-- Filters of the back office, what the sweep looks for, what belongs to whom.
create index if not exists orders_due on orders (expires_at) where state in ('PENDING', 'LOCKED');
create index if not exists orders_buyer_email on orders (buyer_email);
create index if not exists orders_customer on orders (customer_id);
create index if not exists orders_account on orders (account_id);
create index if not exists orders_channel_placed_at on orders (channel, placed_at desc);
create index if not exists orders_to_review on orders (placed_at) where needs_review;
create index if not exists order_lines_event on order_lines (event_id);
create index if not exists order_lines_ticket_type on order_lines (ticket_type_id);
create index if not exists order_lines_product on order_lines (product_id);
create index if not exists admissions_order on admissions (order_id);
create index if not exists admissions_event on admissions (event_id);
create unique index if not exists admissions_seat on admissions (event_id, seat_code) where state <> 'voided' and seat_code is not null;
create index if not exists refund_requests_order on refund_requests (order_id);
create index if not exists customers_email on customers (email);
create index if not exists customers_phone on customers (phone);

-- What an order says it costs is what its lines cost, at the end of every transaction.
create or replace function orders_add_up() returns trigger language plpgsql as $$
declare
  subject text := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end ->> tg_argv[0];
  crooked record;
begin
  select o.total, o.vat_total, o.discount_total, l.* into crooked
    from orders o
    cross join lateral (
      select coalesce(sum(amount), 0) as amount, coalesce(sum(vat_amount), 0) as vat,
             coalesce(sum(discount_amount), 0) as discount
        from order_lines where order_id = o.document_id
    ) l
   where o.document_id = subject
     and (o.total, o.vat_total, o.discount_total) is distinct from (l.amount, l.vat, l.discount);
  if found then
    raise exception 'order % does not add up: total % (VAT %, discount %), lines % (VAT %, discount %)', subject,
      crooked.total, crooked.vat_total, crooked.discount_total, crooked.amount, crooked.vat, crooked.discount
      using errcode = 'check_violation', constraint = 'orders_add_up';
  end if;
  return null;
end $$;

do $$ begin
  if not exists (select from pg_trigger where tgname = 'orders_add_up' and tgrelid = 'orders'::regclass) then
    create constraint trigger orders_add_up after insert or update of total, vat_total, discount_total on orders
      deferrable initially deferred for each row execute function orders_add_up('document_id');
  end if;
  if not exists (select from pg_trigger where tgname = 'order_lines_add_up' and tgrelid = 'order_lines'::regclass) then
    create constraint trigger order_lines_add_up
      after insert or delete or update of order_id, amount, vat_amount, discount_amount on order_lines
      deferrable initially deferred for each row execute function orders_add_up('order_id');
  end if;
end $$;

-- What happened to an order, in the transaction in which it happened.
create table if not exists order_history (
  id bigint generated always as identity primary key,
  order_id text not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('staff', 'customer', 'system')),
  actor_id text,
  what text not null,
  details jsonb not null default '{}',
  written_at timestamptz not null default clock_timestamp()
);
create index if not exists order_history_order on order_history (order_id, id);

create or replace function order_history_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'order_history is append-only: % is refused', tg_op using errcode = 'restrict_violation';
end $$;

create or replace trigger order_history_append_only
  before update or delete or truncate on order_history
  for each statement execute function order_history_refuse_change();
