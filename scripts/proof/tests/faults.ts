import type { Kind } from '../buyer/every-kind.ts';
import type { Reserved } from '../buyer/purchase.ts';
import type { Evidence } from '../checker/check.ts';

export type Orders = Record<Kind, Reserved>;

/** SQL that breaks one rule and no other. Triggers are off while it runs. */
export const plantedInTables: Record<string, (orders: Orders) => string> = {
  'seat-has-one-claim': ({ seated }) => `
    drop index seating_claims_live;
    insert into seating_claims (event_id, seat_code, zone, hold_id, state, expires_at, created_at)
      select event_id, seat_code, zone, 'h', 'held', created_at, created_at from seating_claims
       where order_id = '${seated.orderId}' limit 1;
    update place_counters set held = held + 1 where ${wholeEventOf(seated)}`,

  'seat-changes-hands-one-by-one': ({ seated }) => `
    insert into proof_seat_history (event_id, seat_code, claim_id, taken)
      select event_id, seat_code, id + 1000000, true from seating_claims where order_id = '${seated.orderId}' limit 1`,

  'counter-never-passed-capacity': ({ seated }) => `
    insert into proof_counter_history (event_id, pool, held, sold, capacity)
      select event_id, pool, capacity, 1, capacity from place_counters where ${wholeEventOf(seated)}`,

  'seat-has-one-admission': ({ seated }) => `
    drop index admissions_seat;
    update admissions set seat_code = (select min(seat_code) from admissions where order_id = '${seated.orderId}')
     where order_id = '${seated.orderId}'`,

  'counter-within-capacity': ({ seated }) => `
    alter table place_counters drop constraint place_counters_capacity;
    update place_counters set capacity = held + sold - 1 where ${wholeEventOf(seated)}`,

  'counter-counts-claims': ({ counted }) => `
    update place_counters set sold = sold + 1 where ${wholeEventOf(counted)}`,

  'admissions-fit-the-departure': ({ counted }) => `
    update events set capacity = 1 where document_id = (${eventOf(counted)})`,

  'paid-order-has-its-admissions': ({ counted }) => `
    delete from admissions where id = (select min(id) from admissions where order_id = '${counted.orderId}')`,

  'admission-has-its-place': ({ seated }) => `
    update seating_claims set released_at = created_at, release_reason = 'lost' where order_id = '${seated.orderId}';
    update place_counters set sold = sold - 2 where ${wholeEventOf(seated)}`,

  'sold-place-is-paid-for': ({ counted }) => `
    insert into counter_claims (event_id, pool, order_id, ticket_type_id, quantity, takes_place, state, created_at)
      select event_id, 'event', 'nobody', ticket_type_id, 1, true, 'sold', created_at from counter_claims
       where order_id = '${counted.orderId}' limit 1;
    update place_counters set sold = sold + 1 where ${wholeEventOf(counted)}`,

  'paid-order-has-its-money': ({ partly }) => `
    update orders set refunded_total = 0 where document_id = '${partly.orderId}'`,

  'money-is-never-lost': ({ byHand }) => `
    update orders set state = 'EXPIRED' where document_id = '${byHand.orderId}';
    update admissions set state = 'voided' where order_id = '${byHand.orderId}';
    update seating_claims set released_at = created_at, release_reason = 'expired' where order_id = '${byHand.orderId}';
    update place_counters set sold = sold - 1 where ${wholeEventOf(byHand)}`,

  'nothing-is-charged-twice': ({ byHand }) => `
    insert into payments (document_id, payable_kind, payable_id, seller_id, method, provider_key, state, needs_review,
        amount, currency, refunded_amount, language, started_at, settled_at, checks, staff_id)
      select 'twice', payable_kind, payable_id, seller_id, method, provider_key, state, needs_review, amount, currency,
        refunded_amount, language, started_at, settled_at, checks, staff_id
        from payments where payable_id = '${byHand.orderId}';
    ${booked({ of: byHand, source: 'payment', id: 'twice', kind: 'succeeded', debit: 'clearing:cash', credit: 'prepayment' })}`,

  'refunds-within-captures': ({ byHand }) => `
    insert into refunds (document_id, payment_id, provider_key, payable_kind, payable_id, key, amount, currency, state,
        reason, requested_at, checks, problem)
      select 'back', document_id, provider_key, payable_kind, payable_id, 'k', amount, currency, 'pending', 'r',
        started_at, 0, 'BY_HAND' from payments where payable_id = '${byHand.orderId}';
    ${booked({ of: byHand, source: 'refund', id: 'back', kind: 'requested', debit: 'prepayment', credit: 'refunds-payable' })}`,

  'ledger-balances': ({ seated }) => `
    update ledger_postings set amount = amount + 1 where account = 'prepayment'
       and transaction_id in (select id from ledger_transactions where payable_id = '${seated.orderId}')`,

  'ledger-has-every-settlement': ({ seated }) => `
    update ledger_transactions set source_id = 'other' where payable_id = '${seated.orderId}'`,

  'suspense-is-looked-at': ({ byHand }) =>
    booked({
      of: byHand,
      source: 'payment',
      id: paymentOf(byHand),
      kind: 'unmatched',
      debit: 'clearing:cash',
      credit: 'suspense',
    }),

  'clearing-holds-the-money': ({ seated }) => `
    update ledger_postings set account = 'clearing:other' where account = 'clearing:yookassa'
       and transaction_id in (select id from ledger_transactions where payable_id = '${seated.orderId}')`,

  'ledger-owes-what-is-under-way': ({ byHand }) =>
    booked({
      of: byHand,
      source: 'refund',
      id: 'nothing',
      kind: 'requested',
      debit: 'prepayment',
      credit: 'refunds-payable',
    }),

  'order-adds-up': ({ expired }) => `
    update order_lines set unit_amount = unit_amount + 1, amount = (unit_amount + 1) * quantity - discount_amount
     where order_id = '${expired.orderId}'`,

  'promotion-within-limit': ({ free }) => `
    alter table promotions drop constraint promotions_max_uses;
    update promotions set max_uses = 0
     where document_id = (select promotion_id from promotion_uses where order_id = '${free.orderId}')`,

  'dead-orders-hold-nothing': ({ counted, expired }) => `
    insert into counter_claims (event_id, pool, hold_id, order_id, ticket_type_id, quantity, takes_place, state,
        expires_at, created_at)
      select event_id, 'event', 'h', '${expired.orderId}', ticket_type_id, 1, false, 'held', created_at, created_at
        from counter_claims where order_id = '${counted.orderId}' limit 1`,

  'one-ticket-mail': ({ seated }) => `
    insert into messages (document_id, message, subject_kind, subject_id, channel, recipient, language, dedupe_key, state,
        queued_at, attempts, max_attempts)
      select 'second', message, subject_kind, subject_id, channel, recipient, language, 'second', 'dropped', queued_at, 0, 8
        from messages where subject_id = '${seated.orderId}' and message = 'order.confirmed'`,

  'nothing-is-left-lying': () => `
    update payment_inbox set handled_at = null where id = (select min(id) from payment_inbox)`,
};

type Told = Pick<Evidence, 'acknowledgements' | 'deeds' | 'deliveries' | 'tenures' | 'refusals'>;

/** What others would say if one rule had been broken, and no other. */
export const plantedInRecords: Record<string, (told: Told, orders: Orders) => Partial<Told>> = {
  'acknowledged-is-kept': ({ acknowledgements }) => ({
    acknowledgements: [...acknowledgements, { what: 'lock', status: 200, digest: 'd', holdId: 'gone' }],
  }),

  'same-key-same-bytes': ({ acknowledgements }) => ({
    acknowledgements: acknowledgements.flatMap((line) =>
      line.what === 'order' && line.key === 'order-seated' ? [line, { ...line, digest: 'other' }] : [line],
    ),
  }),

  'gateway-tells-the-same': ({ deeds }, { seated }) => ({
    deeds: deeds.map((deed) => (deed.of === seated.orderId ? { ...deed, state: 'canceled' } : deed)),
  }),

  'one-key-one-deed': ({ deeds }, { seated }) => ({
    deeds: deeds.flatMap((deed) =>
      deed.of === seated.orderId ? [deed, { ...deed, id: 'second', state: 'canceled' }] : [deed],
    ),
  }),

  'gateway-charges-once': ({ deeds }, { seated, counted }) => ({
    deeds: deeds.map((deed) => (deed.of === counted.orderId ? { ...deed, of: seated.orderId } : deed)),
  }),

  'one-mail': ({ deliveries }) => ({
    deliveries: [...deliveries, { messageId: '<second@gangway.example>', to: 'seated@buyers.example' }],
  }),

  'one-holder-at-a-time': () => ({
    tenures: [
      { eventId: 'e', seat: '1-1', holder: 'first', from: 10, to: 30 },
      { eventId: 'e', seat: '1-1', holder: 'brief', from: 40, to: 41 },
      { eventId: 'e', seat: '1-1', holder: 'second', from: 29, to: 35 },
    ],
  }),

  'refused-only-when-full': (_, { seated }) => ({
    refusals: [{ eventId: seated.eventId, wanted: 1, pools: {} }],
  }),
};

/** Money of another amount than asked for, which people have been asked to look at: no fault. */
export const underReview = ({ expired }: Orders): string => `
  insert into payments (document_id, payable_kind, payable_id, seller_id, method, provider_key, external_id, state,
      needs_review, amount, currency, refunded_amount, language, started_at, checks)
    select 'odd', 'order', document_id, seller_id, 'yookassa', 'yookassa', 'odd', 'pending', true, total, currency, 0,
      language, placed_at, 1 from orders where document_id = '${expired.orderId}';
  ${booked({ of: expired, source: 'payment', id: 'odd', kind: 'unmatched', debit: 'clearing:yookassa', credit: 'suspense' })}`;

interface Booking {
  of: Reserved;
  source: string;
  id: string;
  kind: string;
  debit: string;
  credit: string;
}

/** Both sides of an entry about the whole amount of an order. */
function booked({ of, source, id, kind, debit, credit }: Booking): string {
  const subject = id.startsWith('(') ? id : `'${id}'`;
  return `
    with entry as (
      insert into ledger_transactions (source, source_id, kind, at, payable_kind, payable_id, seller_id)
      values ('${source}', ${subject}, '${kind}', now(), 'order', '${of.orderId}', 's') returning id
    )
    insert into ledger_postings (transaction_id, account, amount, currency)
      select id, account, amount, 'RUB' from entry
       cross join (values ('${debit}', ${of.total}), ('${credit}', -${of.total})) sides (account, amount)`;
}

const eventOf = ({ orderId }: Reserved) =>
  `select min(event_id) from order_lines where order_id = '${orderId}'`;

const wholeEventOf = (reserved: Reserved) => `pool = 'event' and event_id = (${eventOf(reserved)})`;

const paymentOf = ({ orderId }: Reserved) =>
  `(select document_id from payments where payable_id = '${orderId}')`;
