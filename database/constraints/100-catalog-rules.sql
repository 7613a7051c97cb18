-- What no row of the catalogue may break, whoever writes it. The panel says the same in words before it comes to this.
-- Rows with published_at null are drafts: they may be half filled in.

do $$
declare
  rule record;
begin
  for rule in
    select * from (values
      ('events', 'events_end_after_start', 'end_at > start_at'),
      ('events', 'events_capacity', 'capacity > 0'),
      ('events', 'events_delay', 'delay_minutes is null or delay_minutes >= 0'),
      ('events', 'events_sales_window', 'sales_start_at is null or sales_end_at is null or sales_end_at > sales_start_at'),
      ('events', 'events_seating', 'seating in (''assigned'', ''general'')'),
      ('events', 'events_state', 'state in (''draft'', ''on_sale'', ''closed'', ''boarding'', ''departed'', ''completed'', ''cancelled'')'),
      ('schedules', 'schedules_season', 'season_to >= season_from'),
      ('schedules', 'schedules_capacity', 'capacity > 0'),
      ('schedules', 'schedules_horizon', 'horizon_days is null or horizon_days between 1 and 400'),
      ('schedules', 'schedules_seating', 'seating in (''assigned'', ''general'')'),
      ('prices', 'prices_amount', 'amount >= 0'),
      ('prices', 'prices_currency', 'currency in (''RUB'', ''EUR'', ''USD'', ''CNY'')'),
      ('prices', 'prices_validity', 'valid_from is null or valid_to is null or valid_to > valid_from'),
      ('fees', 'fees_kind', 'kind in (''amount'', ''percent'')'),
      ('fees', 'fees_amount', 'amount is null or amount >= 0'),
      ('fees', 'fees_percent', 'percent is null or percent between 0 and 100'),
      ('fees', 'fees_currency', 'currency in (''RUB'', ''EUR'', ''USD'', ''CNY'')'),
      ('fees', 'fees_vat', 'vat_mode in (''none'', ''included'', ''excluded'') and vat_kind in (''standard'', ''reduced'', ''zero'', ''simplified5'', ''simplified7'')'),
      ('products', 'products_amount', 'amount >= 0'),
      ('products', 'products_currency', 'currency in (''RUB'', ''EUR'', ''USD'', ''CNY'')'),
      ('products', 'products_kind', 'kind in (''guide'', ''badge'', ''priority'', ''subscription'', ''gift_card'')'),
      ('products', 'products_fulfilment', 'fulfilment = ''digital'''),
      ('products', 'products_vat', 'vat_mode in (''none'', ''included'', ''excluded'') and vat_kind in (''standard'', ''reduced'', ''zero'', ''simplified5'', ''simplified7'')'),
      ('promotions', 'promotions_kind', 'kind in (''percent'', ''amount'')'),
      ('promotions', 'promotions_amount', 'amount is null or amount >= 0'),
      ('promotions', 'promotions_percent', 'percent is null or percent between 0 and 100'),
      ('promotions', 'promotions_currency', 'currency in (''RUB'', ''EUR'', ''USD'', ''CNY'')'),
      ('promotions', 'promotions_validity', 'valid_from is null or valid_to is null or valid_to > valid_from'),
      ('promotions', 'promotions_max_uses', 'max_uses is null or max_uses > 0'),
      ('vessels', 'vessels_capacity', 'capacity > 0'),
      ('vessels', 'vessels_turnaround', 'turnaround_minutes is null or turnaround_minutes >= 0'),
      ('vessels', 'vessels_kind', 'kind in (''ship'', ''boat'', ''yacht'', ''catamaran'')'),
      ('sellers', 'sellers_currency', 'currency in (''RUB'', ''EUR'', ''USD'', ''CNY'')'),
      ('sellers', 'sellers_tax_regime', 'tax_regime in (''general'', ''simplified'', ''simplified5'', ''simplified7'', ''foreign'')'),
      ('sellers', 'sellers_membership_gate', 'membership_gate in (''off'', ''members_only_activities'', ''all'')'),
      ('ticket_types', 'ticket_types_ages', 'min_age is null or max_age is null or max_age >= min_age'),
      ('activities', 'activities_duration', 'published_at is null or duration_minutes > 0'),
      ('activities', 'activities_kind', 'published_at is null or kind in (''excursion'', ''event'', ''rental'')'),
      ('activities', 'activities_audience', 'published_at is null or audience in (''public'', ''members'', ''vip'')'),
      ('activities', 'activities_vat', 'published_at is null or (vat_mode in (''none'', ''included'', ''excluded'') and vat_kind in (''standard'', ''reduced'', ''zero'', ''simplified5'', ''simplified7''))'),
      ('activities', 'activities_refund_policy', 'published_at is null or refund_policy in (''until24h'', ''flexible'', ''nonRefundable'')'),
      ('activities', 'activities_passenger_data', 'published_at is null or passenger_data in (''none'', ''names'', ''documents'')'),
      ('pages', 'pages_kind', 'published_at is null or kind in (''text'', ''offer'', ''privacy'', ''refunds'', ''contact'', ''questions'')')
    ) as rules (table_name, name, must)
  loop
    if not exists (select from pg_constraint where conname = rule.name and conrelid = rule.table_name::regclass) then
      execute format('alter table %I add constraint %I check (%s)', rule.table_name, rule.name, rule.must);
    end if;
  end loop;
end $$;

create unique index if not exists activities_published_slug on activities (slug, locale) where published_at is not null;
create unique index if not exists pages_published_slug on pages (slug, locale) where published_at is not null;
create unique index if not exists berths_slug on berths (slug);
create unique index if not exists categories_slug on categories (slug);
create unique index if not exists products_slug on products (slug);
create unique index if not exists routes_slug on routes (slug);
create unique index if not exists sellers_slug on sellers (slug);
create unique index if not exists ticket_types_code on ticket_types (code);

-- One departure per schedule, day and time, however often and by whomever departures are made.
create unique index if not exists events_occurrence on events (occurrence) where occurrence is not null;
create index if not exists events_end_at on events (end_at);
