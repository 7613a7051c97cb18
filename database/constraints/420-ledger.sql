-- Double entry. A posting is signed: debit is positive, credit is negative. What was written is never changed: a
-- correction is a transaction of its own.
create table if not exists ledger_transactions (
  id bigint generated always as identity primary key,
  source text not null,
  source_id text not null,
  kind text not null,
  at timestamptz not null,
  payable_kind text not null,
  payable_id text not null,
  seller_id text not null,
  written_at timestamptz not null default clock_timestamp()
);

create table if not exists ledger_postings (
  id bigint generated always as identity primary key,
  transaction_id bigint not null references ledger_transactions (id),
  account text not null,
  amount bigint not null,
  currency text not null
);

do $$ begin
  if not exists (select from pg_constraint where conname = 'ledger_postings_amount' and conrelid = 'ledger_postings'::regclass) then
    alter table ledger_postings add constraint ledger_postings_amount check (amount <> 0);
  end if;
end $$;

-- Posting the same thing again is refused, so that whoever repeats work cannot book it twice.
create unique index if not exists ledger_transactions_once on ledger_transactions (source, source_id, kind);
create index if not exists ledger_transactions_payable on ledger_transactions (payable_kind, payable_id);
create index if not exists ledger_postings_transaction on ledger_postings (transaction_id);
create index if not exists ledger_postings_account on ledger_postings (account, currency);

create or replace function ledger_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;

create or replace trigger ledger_transactions_append_only
  before update or delete or truncate on ledger_transactions
  for each statement execute function ledger_refuse_change();

create or replace trigger ledger_postings_append_only
  before update or delete or truncate on ledger_postings
  for each statement execute function ledger_refuse_change();

create or replace function ledger_refuse_imbalance() returns trigger language plpgsql as $$
declare
  booked bigint := case tg_table_name when 'ledger_transactions' then (to_jsonb(new) ->> 'id')::bigint else (to_jsonb(new) ->> 'transaction_id')::bigint end;
begin
  if not exists (select from ledger_postings where transaction_id = booked) then
    raise exception 'ledger transaction % has no postings', booked using errcode = 'check_violation';
  end if;
  if exists (select from ledger_postings where transaction_id = booked group by currency having sum(amount) <> 0) then
    raise exception 'ledger transaction % does not balance', booked using errcode = 'check_violation';
  end if;
  return null;
end $$;

-- At commit: the postings of a transaction arrive one after the other.
do $$ begin
  if not exists (select from pg_trigger where tgname = 'ledger_postings_balance' and tgrelid = 'ledger_postings'::regclass) then
    create constraint trigger ledger_postings_balance after insert on ledger_postings
      deferrable initially deferred for each row execute function ledger_refuse_imbalance();
  end if;
  if not exists (select from pg_trigger where tgname = 'ledger_transactions_balance' and tgrelid = 'ledger_transactions'::regclass) then
    create constraint trigger ledger_transactions_balance after insert on ledger_transactions
      deferrable initially deferred for each row execute function ledger_refuse_imbalance();
  end if;
end $$;
