/** The first number of the advisory locks of this proof; the second names a point and what it is about. */
export const room = 0x6b696c6c;

export const pointNames = [
  'attempt written',
  'gateway answered',
  'notification kept',
  'payment settled',
  'mail begun',
  'mail sent',
] as const;

export type PointName = (typeof pointNames)[number];

/** Where a commit can be made to wait: the points, and the end of an order that nobody paid. */
export type StopName = PointName | 'order expired';

interface Point {
  table: string;
  event: 'insert' | 'update';
  /** Which change is meant. */
  when: string;
  /** The column that says what the row is about: an order, or the gateway's payment. */
  about: string;
  /** Counts what the transaction leaves behind when it has committed; `$1` is what it is about. */
  trace: string;
}

const messages = `select count(*)::int as traces from messages where message = 'order.confirmed' and subject_id = $1`;

/** Every commit on the way from "Pay" to the mail with the tickets. */
export const points: Record<StopName, Point> = {
  'attempt written': {
    ...{ table: 'payments', event: 'insert', about: 'payable_id', when: `new.state = 'pending'` },
    trace: 'select count(*)::int as traces from payments where payable_id = $1',
  },
  'gateway answered': {
    ...{ table: 'payments', event: 'update', about: 'payable_id' },
    when: 'old.external_id is null and new.external_id is not null',
    trace: 'select count(*)::int as traces from payments where payable_id = $1 and external_id is not null',
  },
  'notification kept': {
    ...{ table: 'payment_inbox', event: 'insert', about: 'external_id', when: 'true' },
    trace: 'select count(*)::int as traces from payment_inbox where external_id = $1',
  },
  'payment settled': {
    ...{ table: 'payments', event: 'update', about: 'payable_id' },
    when: `new.state = 'succeeded' and old.state <> 'succeeded'`,
    trace: `select count(*)::int as traces from payments p join orders o on o.document_id = p.payable_id
             where payable_id = $1 and p.state = 'succeeded' and o.state = 'PAID'`,
  },
  'order expired': {
    ...{ table: 'orders', event: 'update', about: 'document_id' },
    when: `new.state = 'EXPIRED' and old.state <> 'EXPIRED'`,
    trace: `select count(*)::int as traces from orders where document_id = $1 and state = 'EXPIRED'`,
  },
  'mail begun': {
    ...{ table: 'messages', event: 'update', about: 'subject_id' },
    when: `new.message = 'order.confirmed' and new.state = 'sending' and old.state <> 'sending'`,
    trace: `${messages} and state in ('sending', 'sent')`,
  },
  'mail sent': {
    ...{ table: 'messages', event: 'update', about: 'subject_id' },
    when: `new.message = 'order.confirmed' and new.state = 'sent' and old.state <> 'sent'`,
    trace: `${messages} and state = 'sent'`,
  },
};

/**
 * Triggers that make a commit wait as long as somebody holds the lock of its point. They are deferred: everything that
 * the transaction does is done, and the process has asked for the commit.
 */
export function triggers(): string {
  const wait = `
    create or replace function proof_wait() returns trigger language plpgsql as $$ begin
      perform pg_advisory_xact_lock_shared(${room}, hashtext(tg_argv[0] || ' ' || (to_jsonb(new) ->> tg_argv[1])));
      return null;
    end $$`;
  return [wait, ...[...pointNames, 'order expired' as const].map(trigger)].join(';\n');
}

function trigger(name: StopName): string {
  const { table, event, when, about } = points[name];
  return `create constraint trigger "proof ${name}" after ${event} on ${table} deferrable initially deferred
    for each row when (${when}) execute function proof_wait('${name}', '${about}')`;
}
