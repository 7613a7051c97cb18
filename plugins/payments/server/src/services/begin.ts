import { commonErrors, newId } from '@gangway/kit';
import type { Sale, Transaction } from '@gangway/kit';
import type { PayableView } from '../../../contract/payable.ts';
import { availableMethods } from '../domain/available-methods.ts';
import type { AvailableMethod } from '../domain/available-methods.ts';
import { nextCheck } from '../domain/next-check.ts';
import { paymentErrors } from '../errors.ts';
import { insertPayment, openAttempt, readPayment } from '../store/payments.ts';
import type { PaymentRow } from '../store/payments.ts';
import { payableOf } from './hub.ts';
import type { Hub } from './hub.ts';
import { noCharge } from './no-charge.ts';
import { payloadOf } from './settle.ts';

export type BeginCall = {
  kind: string;
  id: string;
  method: string;
  returnUrl: string;
  fields: Record<string, string>;
  now: Date;
};

/** An attempt that is written down and not yet known to have reached the gateway. */
export type Begun = { payment: PaymentRow; sale: Sale };

/**
 * Writes an attempt down and keeps the places for it; an open attempt by the same method goes on instead.
 * @throws NOT_FOUND, ALREADY_PAID, NOT_PAYABLE, METHOD_NOT_AVAILABLE
 */
export async function begin(hub: Hub, trx: Transaction, call: BeginCall): Promise<Begun> {
  const { kind, id, now } = call;
  const payable = payableOf(hub, { payable_kind: kind });
  const view = await payable.load({ trx, id, now, lock: true });
  if (!view) throw commonErrors.NOT_FOUND();
  requireOpen(view, now);
  const { amount } = view;
  const method = amount.amount === 0 ? noCharge : call.method;
  const [chosen, known] = await Promise.all([
    chosenMethod(hub, view, method),
    openAttempt(trx, { kind, id, method, amount, now }),
  ]);
  if (known) return { payment: known, sale: view.sale };
  const holdUntil = earlier(minutesAfter(now, chosen.holdMinutes), view.maxExpiresAt);
  const paymentId = newId();
  // Sent in this order: what is done for the payment finds its row.
  const [payment] = await Promise.all([
    insertPayment(trx, { ...attemptRow({ call, view, chosen, holdUntil }), document_id: paymentId }),
    payable.starting({ trx, id, now, paymentId, holdUntil, view }),
  ]);
  await hub.jobs.announce(trx, 'payment.started', payloadOf(payment));
  return { payment, sale: view.sale };
}

/** The attempt that an earlier request began, with what it pays for. */
export async function resume(
  hub: Hub,
  trx: Transaction,
  { paymentId, now }: { paymentId: string; now: Date },
): Promise<Begun> {
  const payment = await requirePayment(trx, paymentId);
  const view = await payableOf(hub, payment).load({ trx, id: payment.payable_id, now });
  if (!view) throw commonErrors.NOT_FOUND();
  return { payment, sale: view.sale };
}

async function requirePayment(trx: Transaction, paymentId: string): Promise<PaymentRow> {
  const payment = await readPayment(trx, paymentId);
  if (!payment) throw commonErrors.NOT_FOUND();
  return payment;
}

function requireOpen({ state, expiresAt }: PayableView, now: Date): void {
  if (state === 'paid') throw paymentErrors.ALREADY_PAID();
  if (state === 'closed' || (expiresAt && expiresAt <= now)) throw paymentErrors.NOT_PAYABLE();
}

async function chosenMethod(hub: Hub, view: PayableView, method: string): Promise<AvailableMethod> {
  if (method === noCharge)
    return { method: noCharge, provider: noCharge, title: { ru: '', en: '', zh: '' }, holdMinutes: 1 };
  const methods = await methodsFor(hub, view);
  const chosen = methods.find((one) => one.method === method) ?? variantOf(methods, method);
  if (!chosen) throw paymentErrors.METHOD_NOT_AVAILABLE({ methods: methods.map((one) => one.method) });
  return chosen;
}

export async function methodsFor(hub: Hub, { facts, amount }: PayableView): Promise<AvailableMethod[]> {
  const settings = await hub.methodSettings(facts.sellerId);
  return availableMethods({ facts, amount, gateways: [...hub.gateways.values()], settings });
}

/** A gateway that is offered as a whole is offered with each of its variants. */
function variantOf(methods: readonly AvailableMethod[], method: string): AvailableMethod | undefined {
  const [provider, variant] = [method.split(':')[0] ?? '', method.split(':').slice(1).join(':')];
  const whole = methods.find((one) => one.method === provider);
  return whole && variant !== '' ? { ...whole, method, variant } : undefined;
}

type Attempt = { call: BeginCall; view: PayableView; chosen: AvailableMethod; holdUntil: Date };

const attemptRow = ({ call, view, chosen, holdUntil }: Attempt) => ({
  payable_kind: call.kind,
  payable_id: call.id,
  seller_id: view.facts.sellerId,
  method: chosen.method,
  provider_key: chosen.provider,
  variant: chosen.variant ?? null,
  ...view.amount,
  return_url: call.returnUrl,
  language: view.language,
  fields: call.fields,
  hold_until: holdUntil,
  started_at: call.now,
  next_check_at: nextCheck({ now: call.now, checks: 3, known: false }),
});

const minutesAfter = (now: Date, minutes: number) => new Date(now.getTime() + minutes * 60_000);
const earlier = (one: Date, other: Date | null) => (other && other < one ? other : one);
