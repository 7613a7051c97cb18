import { answerThreeDSecure, cancelPayment, payByCard, payByOther, settleRefund } from './payment-moves.ts';
import { invalid, notFound } from './problem.ts';
import type { Cancellation, Payment, Refund } from './records.ts';
import { faultSchema, switchesSchema } from './switches.ts';
import type { Fault, FaultInput, Switches } from './switches.ts';
import { paymentView, refundView } from './views.ts';
import type { World } from './world.ts';

/** What a test or a demonstration does in place of the buyer, the banks and the network. */
export type Control = {
  switch(changes: Partial<Switches>): Switches;
  /** The faults that still wait for a request. */
  fault(fault: FaultInput): readonly Fault[];
  clearFaults(): void;
  /** The buyer pays on the page, 3-D Secure included; a card that declines ends the payment. */
  pay(id: string, how?: { card?: string; method?: string }): object;
  /** Ends a pending payment with any reason, also with one that nobody has described. */
  cancel(id: string, cancellation: Cancellation): object;
  settleRefund(id: string, cancellation?: Cancellation): object;
  /** Sends a notification as it would be sent now, whatever was sent before. */
  notify(event: string, id: string): void;
  state(): object;
};

const ordinaryCard = '5555555555554444';

export function controlOf(world: World): Control {
  return {
    switch: (changes) => {
      Object.assign(world.switches, switchesSchema.partial().parse(changes));
      // What was not due by the switches as they were may be due by these.
      world.nextDue = 0;
      for (const id of world.open.keys()) world.open.set(id, 0);
      return world.switches;
    },
    fault: (fault) => (world.faults = [...world.faults, faultSchema.parse(fault)]),
    clearFaults: () => void (world.faults = []),
    pay: (id, how = {}) => pay(world, id, how),
    cancel: (id, cancellation) =>
      paymentView(world, cancelPayment(world, openPayment(world, id), cancellation)),
    settleRefund: (id, cancellation) =>
      refundView(world, settleRefund(world, pendingRefund(world, id), cancellation)),
    notify: (event, id) => world.notify(event, objectOf(world, id)),
    state: () => stateOf(world),
  };
}

function pay(
  world: World,
  id: string,
  { card = ordinaryCard, method }: { card?: string; method?: string },
): object {
  const payment = openPayment(world, id);
  if (method) payByOther(world, payment, { type: method, agreed: true });
  else payByCard(world, payment, { number: card, month: '12', year: '2030' });
  const asked = current(world, id);
  if (asked.waiting) answerThreeDSecure(world, asked, true);
  const { declined, ...tried } = current(world, id);
  return paymentView(world, declined ? cancelPayment(world, tried, declined) : current(world, id));
}

const current = (world: World, id: string): Payment => {
  const payment = world.payments.get(id);
  if (!payment) throw notFound('Payment not found or forbidden');
  return payment;
};

function openPayment(world: World, id: string): Payment {
  const payment = current(world, id);
  if (payment.status !== 'pending') throw invalid(`Payment is ${payment.status}`);
  return payment;
}

function pendingRefund(world: World, id: string): Refund {
  const refund = world.refunds.get(id);
  if (!refund) throw notFound('Refund not found or forbidden');
  if (refund.status !== 'pending') throw invalid(`Refund is ${refund.status}`);
  return refund;
}

function objectOf(world: World, id: string): Payment | Refund {
  return world.refunds.get(id) ?? current(world, id);
}

function stateOf(world: World): object {
  return {
    payments: [...world.payments.values()].map((payment) => paymentView(world, payment)),
    refunds: [...world.refunds.values()].map((refund) => refundView(world, refund)),
    deliveries: world.deliveries,
    faults: world.faults,
    switches: world.switches,
  };
}
