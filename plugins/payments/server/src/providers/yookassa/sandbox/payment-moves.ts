import { testCard } from './cards.ts';
import type { Cancellation, CardTrace, Payment, Refund } from './records.ts';
import { registerReceipt } from './registrations.ts';
import type { World } from './world.ts';

const holdMs = 7 * 86_400_000;

export type CardEntry = { number: string; month: string; year: string };

/** What the buyer sees next. */
export type PayStep = 'paid' | 'three-d-secure' | 'declined' | 'closed';

/** A card is entered: its bank says yes or no at once, or wants to be asked by the buyer first. */
export function payByCard(world: World, payment: Payment, entry: CardEntry): PayStep {
  if (payment.status !== 'pending') return 'closed';
  const card = testCard(entry.number);
  const trace: CardTrace = { ...traceOf(entry), brand: card.brand, decline: card.decline };
  if (!card.threeDSecure && !payment.confirmation?.enforce) return decideCard(world, payment, trace);
  world.save('payment', { ...payment, waiting: trace, declined: undefined });
  return 'three-d-secure';
}

/** Any code is right; refusing to give one fails the check. */
export function answerThreeDSecure(world: World, payment: Payment, confirmed: boolean): PayStep {
  if (payment.status !== 'pending' || !payment.waiting) return 'closed';
  const { waiting, ...rest } = payment;
  const failed: Cancellation = { party: 'payment_network', reason: '3d_secure_failed' };
  const trace = confirmed ? waiting : { ...waiting, decline: failed };
  return decideCard(
    world,
    { ...rest, threeDSecure: confirmed && trace.decline?.reason !== failed.reason },
    trace,
  );
}

function decideCard(world: World, payment: Payment, { decline, ...card }: CardTrace): PayStep {
  const tried: Payment = { ...payment, method: { type: 'bank_card', card } };
  return decline ? declinePayment(world, tried, decline) : authorizePayment(world, tried);
}

/** The wallet, SBP and whatever else is confirmed with one press. */
export function payByOther(
  world: World,
  payment: Payment,
  { type, agreed }: { type: string; agreed: boolean },
): PayStep {
  if (payment.status !== 'pending') return 'closed';
  const tried: Payment = { ...payment, method: { type }, threeDSecure: false };
  if (agreed) return authorizePayment(world, tried);
  return declinePayment(world, tried, { party: 'payment_network', reason: 'general_decline' });
}

export function declinePayment(world: World, payment: Payment, decline: Cancellation): PayStep {
  if (world.switches.declines === 'final') cancelPayment(world, payment, decline);
  else world.save('payment', { ...payment, declined: decline });
  return 'declined';
}

function authorizePayment(world: World, payment: Payment): PayStep {
  if (payment.capture) {
    succeedPayment(world, payment, payment.amount.units);
    return 'paid';
  }
  const expiresAt = new Date(world.now().getTime() + holdMs).toISOString();
  const held: Payment = { ...payment, status: 'waiting_for_capture', expiresAt, declined: undefined };
  world.save('payment', held);
  world.notify('payment.waiting_for_capture', held);
  return 'paid';
}

/** The money is taken; a smaller part than was held lets go of the rest. */
export function succeedPayment(world: World, payment: Payment, units: number): Payment {
  const capturedAt = world.now().toISOString();
  const { expiresAt: _held, declined: _declined, ...rest } = payment;
  const amount = { ...payment.amount, units };
  const paid: Payment = { ...rest, status: 'succeeded', amount, capturedAt };
  world.save('payment', paid);
  registerReceipt(world, { type: 'payment', of: paid });
  world.notify('payment.succeeded', paid);
  return paid;
}

export function cancelPayment(world: World, payment: Payment, cancellation: Cancellation): Payment {
  const { expiresAt: _held, waiting: _waiting, declined: _declined, ...rest } = payment;
  const canceled: Payment = { ...rest, status: 'canceled', cancellation };
  world.save('payment', canceled);
  world.notify('payment.canceled', canceled);
  return canceled;
}

/** The end of a refund: the money goes, or stays with the payment. There is no notification of a canceled one. */
export function settleRefund(world: World, refund: Refund, cancellation?: Cancellation): Refund {
  const status = cancellation ? ('canceled' as const) : ('succeeded' as const);
  const settled: Refund = { ...refund, status, cancellation };
  const payment = world.payments.get(refund.paymentId);
  world.save('refund', settled);
  if (payment) world.save('payment', afterRefund(payment, settled));
  if (cancellation) return settled;
  registerReceipt(world, { type: 'refund', of: settled, receipt: refund.receipt ?? payment?.receipt });
  world.notify('refund.succeeded', settled);
  return settled;
}

function afterRefund(payment: Payment, { amount: { units }, status }: Refund): Payment {
  const refunding = payment.refunding - units;
  return status === 'succeeded'
    ? { ...payment, refunding, refunded: payment.refunded + units }
    : { ...payment, refunding };
}

const traceOf = ({ number, month, year }: CardEntry) => ({
  first6: number.slice(0, 6),
  last4: number.slice(-4),
  month,
  year,
});
