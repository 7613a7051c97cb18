/** One rule that must hold whatever happened: the query answers one line for each place where it does not. */
export interface Invariant {
  id: string;
  /** Of the domain's list: I1 a seat once, I6 paid is never lost … */
  of: string;
  says: string;
  /** Selects one text column `what`. */
  sql: string;
  /** Holds only when nothing is under way any more. */
  atRest?: true;
}

/** Statements over PostgreSQL alone. They know table names and nothing of the code that fills the tables. */
export const invariants: readonly Invariant[] = [
  {
    id: 'seat-has-one-claim',
    of: 'I1',
    says: 'a seat of a departure has one live claim',
    sql: `select event_id || ' ' || seat_code || ' has ' || count(*) || ' live claims' as what
            from seating_claims where released_at is null
           group by event_id, seat_code having count(*) > 1`,
  },
  {
    id: 'seat-has-one-admission',
    of: 'I1',
    says: 'a seat of a departure has one valid admission',
    sql: `select event_id || ' ' || seat_code || ' admits ' || count(*) as what
            from admissions where state <> 'voided' and seat_code is not null
           group by event_id, seat_code having count(*) > 1`,
  },
  {
    id: 'counter-within-capacity',
    of: 'I2',
    says: 'held and sold places fit the capacity',
    sql: `select event_id || ' ' || pool || ': ' || held || ' + ' || sold || ' of ' || capacity as what
            from place_counters where held + sold > capacity or held < 0 or sold < 0`,
  },
  {
    id: 'counter-counts-claims',
    of: 'I2',
    says: 'a counter says what the claims say',
    sql: `with live as (
            select event_id, pool, state, quantity from counter_claims where released_at is null and takes_place
            union all
            select event_id, 'event', state, quantity from counter_claims
             where released_at is null and takes_place and pool <> 'event'
            union all
            select event_id, 'event', case state when 'held' then 'held' else 'sold' end, 1
              from seating_claims where released_at is null
          )
          select c.event_id || ' ' || c.pool || ': counter ' || c.held || ' + ' || c.sold || ', claims '
                 || coalesce(sum(l.quantity) filter (where l.state = 'held'), 0) || ' + '
                 || coalesce(sum(l.quantity) filter (where l.state = 'sold'), 0) as what
            from place_counters c left join live l on l.event_id = c.event_id and l.pool = c.pool
           group by c.event_id, c.pool, c.held, c.sold
          having (c.held, c.sold) is distinct from (
                 coalesce(sum(l.quantity) filter (where l.state = 'held'), 0)::int,
                 coalesce(sum(l.quantity) filter (where l.state = 'sold'), 0)::int)`,
  },
  {
    id: 'admissions-fit-the-departure',
    of: 'I2',
    says: 'no departure admits more people than it has places',
    sql: `select e.document_id || ' admits ' || count(*) || ' of ' || e.capacity as what
            from admissions a
            join events e on e.document_id = a.event_id
            join ticket_types t on t.document_id = a.ticket_type_id
           where a.state <> 'voided' and t.occupies_place is not false
           group by e.document_id, e.capacity having count(*) > e.capacity`,
  },
  {
    id: 'paid-order-has-its-admissions',
    of: 'I6',
    says: 'a paid order has one admission for each place that was not given back',
    sql: `select o.number || ' line ' || l.position || ': ' || l.quantity || ' bought, '
                 || count(a.id) filter (where a.state <> 'voided') || ' valid' as what
            from orders o
            join order_lines l on l.order_id = o.document_id and l.kind = 'admission'
            left join admissions a on a.order_line_id = l.document_id
           where o.state in ('PAID', 'PARTIALLY_REFUNDED')
             and l.refunded_at is null
             and not exists (
               select from refund_requests r where r.order_id = o.document_id and r.state in ('requested', 'pending'))
           group by o.number, l.document_id, l.position, l.quantity
          having count(a.id) filter (where a.state <> 'voided') <> l.quantity`,
  },
  {
    id: 'admission-has-its-place',
    of: 'I6',
    says: 'a valid admission stands on a sold place of its order',
    sql: `select a.document_id || ' has no sold place' as what
            from admissions a
            join ticket_types t on t.document_id = a.ticket_type_id
           where a.state <> 'voided' and t.occupies_place is not false
             and not exists (
               select from seating_claims c
                where c.order_id = a.order_id and c.event_id = a.event_id and c.seat_code = a.seat_code
                  and c.state = 'sold' and c.released_at is null)
             and not exists (
               select from counter_claims c
                where a.seat_code is null and c.order_id = a.order_id and c.event_id = a.event_id
                  and c.state = 'sold' and c.released_at is null)`,
  },
  {
    id: 'paid-order-has-its-money',
    of: 'I6',
    says: 'a paid order holds exactly one captured payment of its whole amount',
    sql: `with kept as (
            select payable_id, sum(amount - refunded_amount) as amount
              from payments where payable_kind = 'order' and state = 'succeeded' group by payable_id
          )
          select o.number || ' is ' || o.state || ', due ' || (o.total - o.refunded_total)
                 || ', held ' || coalesce(k.amount, 0) as what
            from orders o left join kept k on k.payable_id = o.document_id
           where o.state in ('PAID', 'PARTIALLY_REFUNDED', 'REFUNDED') and o.total > 0
             and coalesce(k.amount, 0) <> o.total - o.refunded_total
             and not exists (select from refunds r where r.payable_id = o.document_id
                              and r.state in ('requested', 'pending'))`,
  },
  {
    id: 'money-is-never-lost',
    of: 'I6',
    says: 'captured money belongs to a paid order or is on its way back',
    sql: `select p.document_id || ' of order ' || coalesce(o.number, p.payable_id) || ' (' || coalesce(o.state, 'gone')
                 || '): ' || (p.amount - p.refunded_amount) || ' of ' || p.amount || ' kept' as what
            from payments p left join orders o on o.document_id = p.payable_id
           where p.payable_kind = 'order' and p.state = 'succeeded' and not coalesce(p.needs_review, false)
             and p.refunded_amount < p.amount
             and coalesce(o.state, '') not in ('PAID', 'PARTIALLY_REFUNDED')`,
  },
  {
    id: 'nothing-is-charged-twice',
    of: 'I6',
    says: 'what is kept of all payments of an order is at most what it costs',
    sql: `select o.number || ' costs ' || o.total || ', kept ' || sum(p.amount - p.refunded_amount) as what
            from orders o join payments p on p.payable_id = o.document_id and p.state = 'succeeded'
           group by o.number, o.total having sum(p.amount - p.refunded_amount) > o.total`,
  },
  {
    id: 'refunds-within-captures',
    of: 'I8',
    says: 'refunds, counted from the request on, never exceed the capture, and the payment counts them',
    sql: `select p.document_id || ': captured ' || p.amount || ', says ' || p.refunded_amount
                 || ' back, rows say ' || coalesce(sum(r.amount) filter (where r.state <> 'failed'), 0) as what
            from payments p left join refunds r on r.payment_id = p.document_id
           group by p.document_id, p.amount, p.refunded_amount
          having coalesce(sum(r.amount) filter (where r.state <> 'failed'), 0) > p.amount
              or coalesce(sum(r.amount) filter (where r.state <> 'failed'), 0) <> p.refunded_amount`,
  },
  {
    id: 'ledger-balances',
    of: 'I7',
    says: 'every ledger transaction sums to zero in each currency',
    sql: `select 'transaction ' || transaction_id || ' is off by ' || sum(amount) || ' ' || currency as what
            from ledger_postings group by transaction_id, currency having sum(amount) <> 0`,
  },
  {
    id: 'ledger-has-every-settlement',
    of: 'I7',
    says: 'every captured payment and every refund that arrived is posted, with its amount',
    sql: `select kind || ' ' || id || ' of ' || amount || ' is posted with ' || coalesce(posted, 0) as what
            from (
              select 'payment' as kind, p.document_id as id, p.amount,
                     (select sum(l.amount) from ledger_transactions t join ledger_postings l on l.transaction_id = t.id
                       where t.source = 'payment' and t.source_id = p.document_id and l.amount > 0) as posted
                from payments p where p.state = 'succeeded'
              union all
              select 'refund', r.document_id, r.amount,
                     (select sum(l.amount) from ledger_transactions t join ledger_postings l on l.transaction_id = t.id
                       where t.source = 'refund' and t.source_id = r.document_id and t.kind = 'succeeded' and l.amount > 0)
                from refunds r where r.state = 'succeeded'
            ) settled where coalesce(posted, 0) <> amount`,
  },
  {
    id: 'clearing-holds-the-money',
    of: 'I7',
    says: 'what the ledger says a gateway owes us is captures less refunds',
    sql: `with booked as (
            select substring(account from '^clearing:(.*)$') as provider, currency, sum(amount) as amount
              from ledger_postings where account like 'clearing:%' group by 1, 2
          ), moved as (
            select provider_key as provider, currency, sum(amount) as amount from (
              select provider_key, currency, amount from payments where state = 'succeeded'
              union all
              select r.provider_key, r.currency, -r.amount from refunds r where r.state = 'succeeded'
            ) both_ways group by 1, 2
          )
          select coalesce(b.provider, m.provider) || ': ledger ' || coalesce(b.amount, 0) || ', payments '
                 || coalesce(m.amount, 0) || ' ' || coalesce(b.currency, m.currency) as what
            from booked b full join moved m using (provider, currency)
           where coalesce(b.amount, 0) <> coalesce(m.amount, 0)`,
  },
  {
    id: 'order-adds-up',
    of: 'I7',
    says: 'an order costs what its lines cost',
    sql: `select o.number || ': total ' || o.total || ', lines ' || coalesce(sum(l.amount), 0) as what
            from orders o left join order_lines l on l.order_id = o.document_id
           group by o.number, o.total having o.total <> coalesce(sum(l.amount), 0)`,
  },
  {
    id: 'promotion-within-limit',
    of: 'I9',
    says: 'a promotion is used no more often than it allows',
    sql: `select p.code || ' allows ' || p.max_uses || ', used ' || count(*) as what
            from promotions p join promotion_uses u on u.promotion_id = p.document_id and u.released_at is null
           where p.max_uses is not null group by p.code, p.max_uses having count(*) > p.max_uses`,
  },
  {
    id: 'dead-orders-hold-nothing',
    of: 'I3',
    says: 'an order that expired, was cancelled or given back holds no place and admits nobody',
    sql: `select o.number || ' is ' || o.state || ' and holds a place' as what
            from orders o
           where o.state in ('EXPIRED', 'CANCELLED', 'REFUNDED')
             and (exists (select from seating_claims c where c.order_id = o.document_id and c.released_at is null)
               or exists (select from counter_claims c where c.order_id = o.document_id and c.released_at is null)
               or exists (select from admissions a where a.order_id = o.document_id and a.state <> 'voided'))`,
  },
  {
    id: 'one-ticket-mail',
    of: 'I13',
    says: 'every order that was paid has one confirmation, and it went out',
    atRest: true,
    sql: `select o.number || ' has ' || count(m.id) || ' confirmations, '
                 || count(m.id) filter (where m.state = 'sent') || ' sent' as what
            from orders o
            left join messages m on m.subject_kind = 'order' and m.subject_id = o.document_id
                                and m.message = 'order.confirmed'
           where o.state in ('PAID', 'PARTIALLY_REFUNDED')
           group by o.number having count(m.id) <> 1 or count(m.id) filter (where m.state = 'sent') <> 1`,
  },
  {
    id: 'nothing-is-left-lying',
    of: 'I13',
    says: 'no notification, refund or job is left unhandled',
    atRest: true,
    sql: `select 'notification ' || id || ' of ' || external_id || ' is not handled' as what
            from payment_inbox where handled_at is null
          union all
          select 'refund ' || document_id || ' is ' || state from refunds where state in ('requested', 'pending')
          union all
          select 'job ' || t.identifier || ' gave up: ' || coalesce(left(j.last_error, 120), '')
            from graphile_worker._private_jobs j
            join graphile_worker._private_tasks t on t.id = j.task_id
           where j.attempts >= j.max_attempts`,
  },
];
