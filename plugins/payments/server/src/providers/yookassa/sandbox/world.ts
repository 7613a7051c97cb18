import { keptRecords } from './kept-records.ts';
import type { Payment, Receipt, Refund } from './records.ts';
import { ordinary } from './switches.ts';
import type { Fault, Switches } from './switches.ts';
import { paymentView, receiptView, refundView } from './views.ts';

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
  /** Ids of what time still changes. */
  open: Set<string>;
  answers: Map<string, KeptAnswer>;
  switches: Switches;
  faults: Fault[];
  deliveries: Delivery[];
  /** Set by the post; tells the shop that something happened to an object. */
  notify(event: string, object: Payment | Refund): void;
  save(what: 'payment' | 'refund' | 'receipt', object: Payment | Refund | Receipt): void;
};

export function createWorld({ folder, ...settings }: WorldSettings): World {
  const kept = keptRecords(folder);
  const world: World = {
    ...settings,
    ...{ payments: new Map(), refunds: new Map(), receipts: new Map(), answers: new Map() },
    ownReceipts: new Map(),
    ...{ open: new Set(), faults: [], deliveries: [], switches: { ...ordinary }, notify: () => {} },
    save(what, object) {
      put(world, what, object);
      kept.append({ what, object });
      settings.journal({ what, object: viewOf(world, object) });
    },
  };
  for (const { what, object } of kept.read()) put(world, what, object);
  return world;
}

/** As the API shows it: without the buyer's contacts. */
export function viewOf(world: World, object: Payment | Refund | Receipt): object {
  if ('automatic' in object) return receiptView(object);
  return 'paymentId' in object ? refundView(world, object) : paymentView(world, object);
}

type Recorded = Parameters<World['save']>;

function put(world: World, what: Recorded[0], object: Recorded[1]): void {
  const shelf = { payment: world.payments, refund: world.refunds, receipt: world.receipts }[what];
  (shelf as Map<string, Recorded[1]>).set(object.id, object);
  if ('automatic' in object && object.automatic)
    world.ownReceipts.set(`${object.type}:${object.refundId ?? object.paymentId}`, object.id);
  const moves = object.status === 'pending' || object.status === 'waiting_for_capture';
  if (moves) world.open.add(object.id);
  else world.open.delete(object.id);
}
