import { dueTime } from './due-time.ts';
import { keptRecords } from './kept-records.ts';
import type { Payment, Receipt, Refund } from './records.ts';
import { ordinary } from './switches.ts';
import { paymentView, receiptView, refundView } from './views.ts';
import type { World, WorldSettings } from './world.ts';

export function createWorld({ folder, ...settings }: WorldSettings): World {
  const kept = keptRecords(folder);
  const world: World = {
    ...settings,
    ...{ payments: new Map(), refunds: new Map(), receipts: new Map(), answers: new Map() },
    ownReceipts: new Map(),
    ...{
      open: new Map(),
      nextDue: Infinity,
      faults: [],
      deliveries: [],
      switches: { ...ordinary },
      notify: () => {},
    },
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
  if (!moves) return void world.open.delete(object.id);
  const due = dueTime(object, world.switches);
  world.open.set(object.id, due);
  world.nextDue = Math.min(world.nextDue, due);
}
