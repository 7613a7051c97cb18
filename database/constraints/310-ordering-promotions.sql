-- Uses of promotions: live ones count, released ones stay for the reports.
create table if not exists promotion_uses (
  id bigint generated always as identity primary key,
  promotion_id text not null,
  order_id text not null,
  used_at timestamptz not null,
  released_at timestamptz
);
create unique index if not exists promotion_uses_live on promotion_uses (promotion_id, order_id) where released_at is null;
create index if not exists promotion_uses_order on promotion_uses (order_id);

-- A use past the limit is not written, whoever writes it. The lock on the promotion makes uses of one code wait for
-- each other, so that each counts those before it; a query in this function sees what was committed meanwhile.
create or replace function promotion_uses_keep_limit() returns trigger language plpgsql as $$
declare
  allowed integer;
begin
  select max_uses into allowed from promotions where document_id = new.promotion_id for no key update;
  if not found then
    return null;
  end if;
  if allowed is not null
    and (select count(*) from promotion_uses where promotion_id = new.promotion_id and released_at is null) >= allowed
  then
    return null;
  end if;
  return new;
end $$;

create or replace trigger promotion_uses_keep_limit
  before insert on promotion_uses
  for each row execute function promotion_uses_keep_limit();
