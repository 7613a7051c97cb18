-- What no payment and no refund may break, whoever writes it.

do $$
declare
  rule record;
begin
  for rule in
    select * from (values
      ('payments', 'payments_state', 'state in (''pending'', ''authorized'', ''succeeded'', ''canceled'', ''expired'', ''failed'')'),
      ('payments', 'payments_currency', 'currency in (''RUB'', ''EUR'', ''USD'', ''CNY'')'),
      ('payments', 'payments_amount', 'amount >= 0'),
      -- Refunds count from the moment they are asked for and never exceed what was taken.
      ('payments', 'payments_refunded', 'refunded_amount between 0 and amount and (refunded_amount = 0 or state = ''succeeded'')'),
      ('payments', 'payments_settled', '(state = ''succeeded'') = (settled_at is not null)'),
      ('payments', 'payments_complete', 'num_nulls(document_id, payable_kind, payable_id, seller_id, method, provider_key, state, needs_review, amount, currency, refunded_amount, language, started_at, checks) = 0'),
      ('refunds', 'refunds_state', 'state in (''requested'', ''pending'', ''succeeded'', ''failed'')'),
      ('refunds', 'refunds_currency', 'currency in (''RUB'', ''EUR'', ''USD'', ''CNY'')'),
      ('refunds', 'refunds_amount', 'amount > 0'),
      ('refunds', 'refunds_settled', '(state in (''succeeded'', ''failed'')) = (settled_at is not null)'),
      ('refunds', 'refunds_complete', 'num_nulls(document_id, payment_id, provider_key, payable_kind, payable_id, key, amount, currency, state, reason, requested_at, checks) = 0'),
      ('payment_methods', 'payment_methods_hold', 'hold_minutes between 1 and 60'),
      ('payment_methods', 'payment_methods_limits', 'min_amount is null or max_amount is null or max_amount >= min_amount')
    ) as rules (table_name, name, must)
  loop
    if not exists (select from pg_constraint where conname = rule.name and conrelid = rule.table_name::regclass) then
      execute format('alter table %I add constraint %I check (%s)', rule.table_name, rule.name, rule.must);
    end if;
  end loop;
end $$;

create unique index if not exists payments_document_id on payments (document_id);
create unique index if not exists payments_external_id on payments (provider_key, external_id) where external_id is not null;
create index if not exists payments_payable on payments (payable_kind, payable_id, started_at);
create index if not exists payments_due on payments (next_check_at) where next_check_at is not null;
create index if not exists payments_started_at on payments (started_at desc, id desc);

create unique index if not exists refunds_document_id on refunds (document_id);
create unique index if not exists refunds_external_id on refunds (provider_key, external_id) where external_id is not null;
-- Asked again with the same key, nothing happens twice.
create unique index if not exists refunds_key on refunds (payable_kind, payable_id, key, payment_id);
create index if not exists refunds_payment on refunds (payment_id);
create index if not exists refunds_due on refunds (next_check_at) where next_check_at is not null;
