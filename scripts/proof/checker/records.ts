import { existsSync, readFileSync } from 'node:fs';

/** What a client was told, one line for each answer. */
export interface Acknowledgement {
  /** What was asked: `lock`, `order`, `payment`, `refund`. */
  what: string;
  /** The idempotency key that went with it. */
  key?: string;
  status: number;
  /** SHA-256 of the answer's bytes. */
  digest: string;
  holdId?: string;
  orderId?: string;
  number?: string;
  total?: number;
  paymentId?: string;
}

/** What the gateway did, as its own record tells it; amounts in minor units. */
export interface GatewayDeed {
  what: 'payment' | 'refund';
  id: string;
  state: string;
  amount: number;
  currency: string;
  /** The key under which it was asked for. */
  key: string;
  /** Of a payment: the order it was for. Of a refund: the payment. */
  of: string;
}

/** What arrived in the mailbox. */
export interface Delivery {
  messageId: string;
  to: string;
}

/** From when to when a client could rely on a seat: the answer was there, and no end of it had been asked for or was due. */
export interface Tenure {
  eventId: string;
  seat: string;
  holder: string;
  /** On the clock of the one process that all the clients ran in, milliseconds. */
  from: number;
  to: number;
}

/** Somebody alone in front of a door was told that there are no places. */
export interface QuietRefusal {
  eventId: string;
  /** How many places were wanted. */
  wanted: number;
  /** Which pools they would have been of, with the places that the drawing gives them. */
  pools: Readonly<Record<string, number>>;
}

/** Lines of JSON; a file that is not there holds none, a line cut off by a kill is no line. */
export function readLines<Line>(file: string): Line[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line): Line[] => {
      try {
        return [JSON.parse(line) as Line];
      } catch {
        return [];
      }
    });
}

interface JournalLine {
  service: string;
  what?: string;
  did?: string;
  object?: GatewayObject;
  messageId?: string;
  to?: string | string[];
}

/** As YooKassa's API shows it: an amount is a decimal text. */
interface GatewayObject {
  id: string;
  status: string;
  amount: { value: string; currency: string };
  payment_id?: string;
  metadata?: Record<string, string>;
}

/** What the gateway did, from the sandbox's record; a later line about the same thing replaces an earlier one. */
export function deedsOf(journalFile: string): GatewayDeed[] {
  return readLines<JournalLine>(journalFile).flatMap(({ service, what, object }): GatewayDeed[] => {
    if (service !== 'yookassa' || !object || (what !== 'payment' && what !== 'refund')) return [];
    return [deedOf(what, object)];
  });
}

function deedOf(what: GatewayDeed['what'], object: GatewayObject): GatewayDeed {
  const { id, status: state, amount, payment_id, metadata = {} } = object;
  const [key, of] =
    what === 'payment' ? [metadata['attempt'], metadata['id']] : [metadata['refund'], payment_id];
  const money = { amount: Math.round(Number(amount.value) * 100), currency: amount.currency };
  return { what, id, state, ...money, key: key ?? id, of: of ?? '' };
}

/** What the mailbox took, from the sandbox's record. */
export function deliveriesOf(journalFile: string): Delivery[] {
  return readLines<JournalLine>(journalFile).flatMap(({ did, messageId, to }): Delivery[] =>
    did === 'taken' && messageId ? [to ?? []].flat().map((one) => ({ messageId, to: one })) : [],
  );
}
