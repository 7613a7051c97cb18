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
  /** A table without which there is nothing to say: not every house has a witness. */
  table?: string;
  /** The same question to a table that not every house has. */
  also?: { table: string; sql: string };
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
    id: 'seat-changes-hands-one-by-one',
    of: 'I1',
    says: 'whoever takes a seat finds it free: between two takings of it lies the end of the first',
    table: 'proof_seat_history',
    sql: `with counted as (
            select event_id, seat_code, claim_id, seq,
                   sum(case when taken then 1 else -1 end) over (partition by event_id, seat_code order by seq) as holders
              from proof_seat_history
          )
          select event_id || ' ' || seat_code || ' had ' || max(holders) || ' holders at once, from line ' || min(seq) as what
            from counted where holders not in (0, 1) group by event_id, seat_code`,
  },
  {
    id: 'counter-never-passed-capacity',
    of: 'I2',
    says: 'at no moment was more held and sold than there is',
    table: 'proof_counter_history',
    sql: `select event_id || ' ' || pool || ' stood at ' || max(held + sold) || ' of ' || min(capacity) as what
            from proof_counter_history where held + sold > capacity group by event_id, pool`,
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
    says: 'a counter says what the claims say; numbered places count for the whole departure alone',
    sql: `with live as (
            select event_id, pool, state, quantity from counter_claims where released_at is null and takes_place
            union all
            select event_id, 'event', state, quantity from counter_claims
             where released_at is null and takes_place and pool <> 'event'
            union all
            select event_id, 'event', case state when 'held' then 'held' else 'sold' end, 1
              from seating_claims where released_at is null
          ), claimed as (
            select event_id, pool, coalesce(sum(quantity) filter (where state = 'held'), 0) as held,
                   coalesce(sum(quantity) filter (where state = 'sold'), 0) as sold
              from live group by event_id, pool
          )
          select event_id || ' ' || pool || ': counter ' || coalesce(c.held, 0) || ' + ' || coalesce(c.sold, 0)
                 || ', claims ' || coalesce(l.held, 0) || ' + ' || coalesce(l.sold, 0) as what
            from place_counters c full join claimed l using (event_id, pool)
           where coalesce(c.held, 0) <> coalesce(l.held, 0) or coalesce(c.sold, 0) <> coalesce(l.sold, 0)`,
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
    says: 'a paid order has one valid admission for each ticket that nobody asks money back for',
    sql: `with back as (
            select r.order_id, share ->> 'lineId' as line_id, sum((share ->> 'quantity')::int) as quantity
              from refund_requests r cross join jsonb_array_elements(r.lines::jsonb) share
             where r.state not in ('refused', 'failed') group by 1, 2
          ), valid as (
            select order_line_id as line_id, count(*) as quantity
              from admissions where state <> 'voided' group by 1
          )
          select o.number || ' line ' || l.position || ': ' || l.quantity || ' bought, '
                 || coalesce(b.quantity, 0) || ' back, ' || coalesce(v.quantity, 0) || ' valid' as what
            from orders o
            join order_lines l on l.order_id = o.document_id and l.kind = 'admission'
            left join back b on b.order_id = o.document_id and b.line_id = l.document_id
            left join valid v on v.line_id = l.document_id
           where o.state in ('PAID', 'PARTIALLY_REFUNDED')
             and coalesce(v.quantity, 0) <> l.quantity - coalesce(b.quantity, 0)`,
  },
  {
    id: 'admission-has-its-place',
    of: 'I6',
    says: 'a valid admission stands on a sold place of its order',
    sql: `with seated as (
            select a.* from admissions a
             where a.state <> 'voided' and a.seat_code is not null
          ), counted as (
            select order_id, event_id, ticket_type_id, count(*) as people from admissions
             where state <> 'voided' and seat_code is null group by 1, 2, 3
          ), sold as (
            select order_id, event_id, ticket_type_id, sum(quantity) as places from counter_claims
             where state = 'sold' and released_at is null group by 1, 2, 3
          )
          select s.document_id || ' has no sold seat ' || s.seat_code as what
            from seated s
           where not exists (
             select from seating_claims c
              where c.order_id = s.order_id and c.event_id = s.event_id and c.seat_code = s.seat_code
                and c.state = 'sold' and c.released_at is null)
          union all
          select 'order ' || c.order_id || ' admits ' || c.people || ' on ' || coalesce(s.places, 0) || ' places'
            from counted c left join sold s using (order_id, event_id, ticket_type_id)
           where c.people > coalesce(s.places, 0)`,
  },
  {
    id: 'sold-place-is-paid-for',
    of: 'I6',
    says: 'a sold place belongs to a paid order',
    sql: `select 'a place of ' || c.event_id || ' is sold to ' || coalesce(o.number, c.order_id) || ', which is '
                 || coalesce(o.state, 'gone') as what
            from (
              select event_id, order_id from seating_claims where state = 'sold' and released_at is null
              union all
              select event_id, order_id from counter_claims where state = 'sold' and released_at is null
            ) c left join orders o on o.document_id = c.order_id
           where coalesce(o.state, '') not in ('PAID', 'PARTIALLY_REFUNDED')
             and coalesce(o.state, '') not in ('EXPIRED', 'CANCELLED', 'REFUNDED')`,
  },
  {
    id: 'paid-order-has-its-money',
    of: 'I6',
    says: 'a paid order holds its whole amount, less what went back; what waits for people is theirs to judge',
    sql: `with kept as (
            select payable_id, sum(amount - refunded_amount) as amount, bool_or(needs_review) as judged
              from payments where payable_kind = 'order' and state = 'succeeded' group by payable_id
          )
          select o.number || ' is ' || o.state || ', due ' || (o.total - o.refunded_total)
                 || ', held ' || coalesce(k.amount, 0) as what
            from orders o left join kept k on k.payable_id = o.document_id
           where o.state in ('PAID', 'PARTIALLY_REFUNDED', 'REFUNDED')
             and coalesce(k.amount, 0) < o.total - o.refunded_total
             and not coalesce(k.judged, false)
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
    says: 'what is kept of all payments of an order is at most what it costs, less what went back',
    sql: `select o.number || ' is due ' || (o.total - o.refunded_total) || ', kept '
                 || sum(p.amount - p.refunded_amount) as what
            from orders o join payments p on p.payable_id = o.document_id and p.state = 'succeeded'
           group by o.document_id, o.number, o.total, o.refunded_total
          having sum(p.amount - p.refunded_amount) > o.total - o.refunded_total and not bool_or(p.needs_review)`,
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
    says: 'every captured payment and every refund that arrived is posted once, with its amount',
    sql: `with posted as (
            select t.source, t.source_id, t.kind, sum(l.amount) as amount
              from ledger_transactions t join ledger_postings l on l.transaction_id = t.id and l.amount > 0
             group by t.source, t.source_id, t.kind
          )
          select settled.source || ' ' || id || ' of ' || settled.amount || ' is posted with '
                 || coalesce(posted.amount, 0) as what
            from (
              select 'payment' as source, p.document_id as id, p.amount,
                     case when p.needs_review and not exists (
                       select from ledger_transactions t where t.source = 'payment' and t.source_id = p.document_id
                          and t.kind = 'succeeded') then 'unmatched' else 'succeeded' end as kind
                from payments p where p.state = 'succeeded'
              union all
              select 'refund', document_id, amount, 'succeeded' from refunds where state = 'succeeded'
            ) settled left join posted
              on posted.source = settled.source and posted.source_id = settled.id and posted.kind = settled.kind
           where coalesce(posted.amount, 0) <> settled.amount`,
  },
  {
    id: 'suspense-is-looked-at',
    of: 'I6',
    says: 'money that fits nothing belongs to a payment that people have to look at',
    sql: `select t.source || ' ' || t.source_id || ' stands on suspense and nobody is asked to look' as what
            from ledger_transactions t
            left join payments p on p.document_id = t.source_id
           where t.source = 'payment' and t.kind = 'unmatched' and not coalesce(p.needs_review, false)
             and not exists (select from ledger_transactions u where u.source = t.source
                              and u.source_id = t.source_id and u.kind = 'unmatched-reversed')`,
  },
  {
    id: 'clearing-holds-the-money',
    of: 'I7',
    says: 'what the ledger says that gateways, desks and banks owe us is captures less refunds; suspense aside',
    sql: `with booked as (
            select substring(l.account from '^clearing:(.*)$') as keeper, l.currency, sum(l.amount) as amount
              from ledger_postings l join ledger_transactions t on t.id = l.transaction_id
             where l.account like 'clearing:%' and t.kind not in ('unmatched', 'unmatched-reversed') group by 1, 2
          ), kept_by as (
            select document_id, currency, case when staff_id is null then provider_key else method end as keeper,
                   amount, state = 'succeeded' and not (needs_review and not exists (
                     select from ledger_transactions t where t.source = 'payment' and t.source_id = document_id
                        and t.kind = 'succeeded')) as settled
              from payments
          ), moved as (
            select keeper, currency, sum(amount) as amount from (
              select keeper, currency, amount from kept_by where settled
              union all
              select k.keeper, r.currency, -r.amount
                from refunds r join kept_by k on k.document_id = r.payment_id where r.state = 'succeeded'
            ) both_ways group by 1, 2
          )
          select keeper || ': ledger ' || coalesce(b.amount, 0) || ', payments ' || coalesce(m.amount, 0)
                 || ' ' || currency as what
            from booked b full join moved m using (keeper, currency)
           where coalesce(b.amount, 0) <> coalesce(m.amount, 0)`,
  },
  {
    id: 'ledger-owes-what-is-under-way',
    of: 'I7',
    says: 'what the ledger promises back is what is under way to buyers',
    sql: `with owed as (
            select currency, -sum(amount) as amount from ledger_postings where account = 'refunds-payable' group by 1
          ), under_way as (
            select currency, sum(amount) as amount from refunds where state in ('requested', 'pending') group by 1
          )
          select 'owed ' || coalesce(o.amount, 0) || ', under way ' || coalesce(u.amount, 0) || ' ' || currency as what
            from owed o full join under_way u using (currency)
           where coalesce(o.amount, 0) <> coalesce(u.amount, 0)`,
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
           where o.state in ('PAID', 'PARTIALLY_REFUNDED') and o.buyer_email is not null
           group by o.number having count(m.id) <> 1 or count(m.id) filter (where m.state = 'sent') <> 1`,
  },
  {
    id: 'nothing-is-left-lying',
    of: 'I13',
    says: 'no notification, refund, message or job is left unhandled, except what people carry out by hand',
    atRest: true,
    sql: `select 'notification ' || id || ' of ' || external_id || ' is not handled' as what
            from payment_inbox where handled_at is null
          union all
          select 'refund ' || document_id || ' is ' || state from refunds
           where state in ('requested', 'pending') and problem is distinct from 'BY_HAND'
          union all
          select 'refund request ' || document_id || ' is ' || state from refund_requests r
           where state in ('requested', 'pending')
             and not exists (select from refunds f where f.key = r.document_id and f.state in ('requested', 'pending'))
          union all
          select 'message ' || message || ' to ' || recipient || ' is ' || state from messages
           where state in ('queued', 'sending', 'failed')
          union all
          select 'job ' || name || ' gave up: ' || coalesce(left(last_error, 120), '')
            from jobs_pending where state = 'dead'`,
    also: {
      table: 'graphile_worker._private_jobs',
      sql: `select 'job ' || t.identifier || ' gave up: ' || coalesce(left(j.last_error, 120), '') as what
              from graphile_worker._private_jobs j
              join graphile_worker._private_tasks t on t.id = j.task_id
             where j.attempts >= j.max_attempts and j.locked_at is null`,
    },
  },
];
