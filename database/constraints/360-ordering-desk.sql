-- How the back office finds an order among a million: by parts of a name or an address, by the end of a phone, by seller.

create extension if not exists pg_trgm;

create index if not exists orders_buyer_words on orders using gin (buyer_name gin_trgm_ops, buyer_email gin_trgm_ops);
-- Every search by words reads all of what this index has not yet sorted in: with the usual 4 MB of it, what some hundred
-- purchases leave, a search took four times as long. Not nothing: sorting in each order by itself costs purchases more.
alter index orders_buyer_words set (gin_pending_list_limit = 64);
create index if not exists orders_buyer_phone_end on orders (reverse(buyer_phone) text_pattern_ops);
create index if not exists orders_seller_placed_at on orders (seller_id, placed_at desc);
-- A list in its order, and what it comes to, from the index alone: also of the thousand that are counted for each page.
create index if not exists orders_latest on orders (placed_at desc, id desc) include (currency, total, refunded_total);
create index if not exists orders_latest_of_state on orders (state, placed_at desc, id desc)
  include (currency, total, refunded_total);
-- What these took the place of, and one that nobody asks: phones are looked for by their end.
drop index if exists orders_placed_at, orders_state_placed_at, orders_buyer_phone;
-- How often orders have lost words by which they are found. As long as none has, whatever was found by words still is.
create table if not exists order_word_losses (
  whole boolean primary key default true check (whole),
  times bigint not null default 0
);
insert into order_word_losses default values on conflict do nothing;
create or replace function orders_lost_words() returns trigger language plpgsql as $$
begin
  update order_word_losses set times = times + 1;
  return null;
end $$;
create or replace trigger orders_lost_words
  after delete or truncate or update of buyer_name, buyer_email, buyer_phone, number on orders
  for each statement execute function orders_lost_words();
