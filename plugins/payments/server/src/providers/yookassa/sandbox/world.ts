import type { Payment, Receipt, Refund } from './records.ts';
import type { Fault, Switches } from './switches.ts';

export type Shop = { shopId: string; secretKey: string };

/** What a request was answered, for whoever repeats it. */
export type KeptAnswer = { hash: string; status: number; body: string; until: number };

export type Delivery = {
  id: string;
  event: string;
  objectId: string;
  attempts: number;
  /** HTTP status of the last answer; undefined: none. */
  answer?: number;
  delivered: boolean;
};

export type WorldSettings = {
  shop: Shop;
  /** Where people reach the service, without a slash at the end. */
  url: string;
  folder?: string;
  now(): Date;
  journal(entry: Record<string, unknown>): void;
};

/** Everything one shop has at YooKassa. */
export type World = Omit<WorldSettings, 'folder'> & {
  payments: Map<string, Payment>;
  refunds: Map<string, Refund>;
  receipts: Map<string, Receipt>;
  /** Ids of the receipts that came with a payment or refund, by `payment:<id>` or `refund:<id>`. */
  ownReceipts: Map<string, string>;
  /** What time still changes: ids, and when it is due, in milliseconds of business time. */
  open: Map<string, number>;
  /** When the first of these is due; earlier than that nothing need be looked at. */
  nextDue: number;
  answers: Map<string, KeptAnswer>;
  switches: Switches;
  faults: Fault[];
  deliveries: Delivery[];
  /** Set by the post; tells the shop that something happened to an object. */
  notify(event: string, object: Payment | Refund): void;
  save(what: 'payment' | 'refund' | 'receipt', object: Payment | Refund | Receipt): void;
};
