-- Orders of three years with lines, payments and customers, as the app writes them. Settings: bench.orders, bench.now.

set maintenance_work_mem = '512MB';
set work_mem = '256MB';
-- Totals add up by construction, and are looked at once at the end.
set session_replication_role = replica;

create temp table dropped_indexes as
select indexname, indexdef from pg_indexes i
 where schemaname = 'public' and tablename in ('orders', 'order_lines', 'payments', 'customers')
   and not exists (select from pg_constraint c where c.conname = i.indexname);
do $$
declare gone record;
begin
  for gone in select indexname from dropped_indexes loop
    execute format('drop index %I', gone.indexname);
  end loop;
end $$;

-- Check digits of order numbers (Damm): from a state over four digits to a state.
create temp table damm as
with recursive quasigroup (state, digit, next) as (
  select (n - 1) / 10, (n - 1) % 10, substr(
    '0317598642' || '7092154863' || '4206871359' || '1750983426' || '6123045978' || '3674209581' || '5869720134' ||
    '8945362017' || '9438617205' || '2581436790', n, 1)::int
  from generate_series(1, 100) as n
), walked (first, digits, state, length) as (
  select distinct state, '', state, 0 from quasigroup
  union all
  select w.first, w.digits || q.digit, q.next, w.length + 1
    from walked w join quasigroup q on q.state = w.state where w.length < 4
)
select first, digits, state from walked where length = 4;
create index on damm (first, digits);
analyze damm;

create temp table names as
select n, ru from unnest(array['Анна','Мария','Ольга','Елена','Ирина','Дарья','Павел','Иван','Сергей','Алексей','Дмитрий','Николай','Олег','Юрий','Виктор','Григорий']) with ordinality as t (ru, n);
create temp table surnames as
select n, ru, latin
  from unnest(
    array['Петрова','Соколов','Лебедев','Козлова','Новикова','Морозов','Волкова','Зайцев','Павлов','Семёнова','Голубев','Виноградова','Богданов','Воробьёва','Фёдоров','Михайлова','Беляев','Тарасова','Белов','Комарова','Орлов','Киселёва','Макаров','Андреева','Ковалёв','Ильина','Гусев','Титова','Кузьмин','Кудрявцева','Баранов'],
    array['petrova','sokolov','lebedev','kozlova','novikova','morozov','volkova','zaytsev','pavlov','semenova','golubev','vinogradova','bogdanov','vorobyova','fedorov','mikhaylova','belyaev','tarasova','belov','komarova','orlov','kiseleva','makarov','andreeva','kovalev','ilyina','gusev','titova','kuzmin','kudryavtseva','baranov']
  ) with ordinality as t (ru, latin, n);

create temp table people as
select i, 'b' || substr(md5('customer-' || i), 1, 23) as document_id, n.ru || ' ' || s.ru as full_name,
       s.latin || '.' || i || '@buyers.example' as email, '+7921' || lpad(i::text, 7, '0') as phone
  from generate_series(0, current_setting('bench.orders')::int * 6 / 10 - 1) as i
  join names n on n.n = i % 16 + 1 join surnames s on s.n = i % 31 + 1;
insert into customers (document_id, email, full_name, phone, language, created_at, updated_at, published_at)
select document_id, email, full_name, phone, 'ru', now, now, now
  from people cross join (select current_setting('bench.now')::timestamp as now) t;

create temp table sailings as
select row_number() over (order by e.id) - 1 as n, e.document_id as id, a.title, e.start_at, e.end_at, e.timezone
  from events e
  join events_activity_lnk l on l.event_id = e.id
  join activities a on a.id = l.activity_id and a.locale = 'ru' and a.published_at is not null
  join activities_seller_lnk s on s.activity_id = a.id join sellers on sellers.id = s.seller_id
 where e.label ~ '^bench [0-9]+$' and sellers.slug = 'slow-ahead' limit 20000;
create index on sailings (n);
analyze sailings;
analyze people;

create temp table drawn as
select i, 'b' || substr(md5('order-' || i), 1, 23) as id,
       (10000000 + (i::bigint * 7919) % 90000000)::text as body,
       (i::bigint * 104729 % (select count(*) from people))::int as person,
       (i::bigint * 15485863 % (select count(*) from sailings))::int as sailing,
       current_setting('bench.now')::timestamp - (i::float / current_setting('bench.orders')::int) * interval '1095 days'
         - interval '2 hours' as placed_at,
       case when i % 100 < 76 then 'PAID' when i % 100 < 90 then 'EXPIRED' when i % 100 < 94 then 'REFUNDED'
            when i % 100 < 96 then 'PARTIALLY_REFUNDED' else 'CANCELLED' end as state,
       1 + i % 3 as quantity, 90000 + (i % 50) * 1000 as unit,
       (array['web','web','web','web','miniapp','bot','desk','phone'])[1 + i % 8] as channel
  from generate_series(0, current_setting('bench.orders')::int - 1) as i;
analyze drawn;

create temp table seller as
select document_id, jsonb_build_object('name', name, 'country', country, 'taxRegime', tax_regime, 'inn', inn) as facts
  from sellers where slug = 'slow-ahead';

insert into orders (document_id, number, state, language, seller_id, seller_facts, currency, total, vat_total,
                    discount_total, refunded_total, customer_id, buyer_name, buyer_email, buyer_phone, session_hash,
                    token_version, other_seats, channel, consents, placed_at, paid_at, closed_at, needs_review,
                    created_at, updated_at, published_at)
select d.id, substr(d.body, 1, 3) || '-' || substr(d.body, 4, 3) || '-' || substr(d.body, 7) || last.state, d.state, 'ru',
       s.document_id, s.facts, 'RUB', d.quantity * d.unit, d.quantity * d.unit * 22 / 122, 0,
       case d.state when 'REFUNDED' then d.quantity * d.unit when 'PARTIALLY_REFUNDED' then d.unit / 2 else 0 end,
       p.document_id, p.full_name, p.email, p.phone, md5(d.id) || md5(d.body), 1, false, d.channel,
       '[]', d.placed_at, case when d.state in ('EXPIRED', 'CANCELLED') then null else d.placed_at + interval '3 minutes' end,
       case when d.state in ('EXPIRED', 'CANCELLED') then d.placed_at + interval '15 minutes' end, d.i % 5000 = 0,
       d.placed_at, d.placed_at, d.placed_at
  from drawn d
  join people p on p.i = d.person
  join damm first on first.first = 0 and first.digits = substr(d.body, 1, 4)
  join damm last on last.first = first.state and last.digits = substr(d.body, 5)
  cross join seller s
 order by d.i desc;

insert into order_lines (document_id, order_id, position, kind, event_id, ticket_type_id, names, facts, quantity,
                         list_amount, unit_amount, discount_amount, amount, vat_mode, vat_rate_bp, vat_amount, rules,
                         refunded_amount, created_at, updated_at, published_at)
select 'b' || substr(md5('line-' || d.i), 1, 23), d.id, 1, 'admission', e.id, t.document_id,
       jsonb_build_object('ru', e.title, 'en', e.title, 'zh', e.title),
       jsonb_build_object('activity', jsonb_build_object('ru', e.title, 'en', e.title, 'zh', e.title), 'ticketType', t.name,
         'startAt', to_char(e.start_at, 'YYYY-MM-DD"T"HH24:MI:SS') || '+00:00',
         'endAt', to_char(e.end_at, 'YYYY-MM-DD"T"HH24:MI:SS') || '+00:00', 'timezone', e.timezone,
         'refundPolicy', 'until24h', 'occupiesPlace', true),
       d.quantity, d.unit, d.unit, 0, d.quantity * d.unit, 'included', 2200, d.quantity * d.unit * 22 / 122, '[]',
       case d.state when 'REFUNDED' then d.quantity * d.unit when 'PARTIALLY_REFUNDED' then d.unit / 2 else 0 end,
       d.placed_at, d.placed_at, d.placed_at
  from drawn d
  join sailings e on e.n = d.sailing
  cross join ticket_types t
 where t.code = 'adult'
 order by d.i desc;

insert into payments (document_id, payable_kind, payable_id, seller_id, method, provider_key, external_id, state,
                      needs_review, amount, currency, refunded_amount, language, started_at, settled_at, checks, test,
                      created_at, updated_at, published_at)
select 'b' || substr(md5('payment-' || d.i), 1, 23), 'order', d.id, s.document_id, 'yookassa', 'yookassa', 'bench-' || d.i,
       case when d.state in ('EXPIRED', 'CANCELLED') then 'canceled' else 'succeeded' end, false, d.quantity * d.unit, 'RUB',
       case d.state when 'REFUNDED' then d.quantity * d.unit when 'PARTIALLY_REFUNDED' then d.unit / 2 else 0 end, 'ru',
       d.placed_at + interval '1 minute',
       case when d.state in ('EXPIRED', 'CANCELLED') then null else d.placed_at + interval '3 minutes' end, 0, true,
       d.placed_at, d.placed_at, d.placed_at
  from drawn d cross join seller s
 order by d.i desc;

do $$
declare gone record;
begin
  for gone in select indexdef from dropped_indexes loop
    execute gone.indexdef;
  end loop;
  if exists (select from orders o join order_lines l on l.order_id = o.document_id
              group by o.document_id, o.total, o.vat_total having sum(l.amount) <> o.total or sum(l.vat_amount) <> o.vat_total) then
    raise exception 'orders do not add up';
  end if;
end $$;
analyze;
