import { amountOf } from '../amount.ts';
import type { AmountText } from '../amount.ts';
import { cancelPayment, succeedPayment } from '../payment-moves.ts';
import { forbidden, invalid, notFound } from '../problem.ts';
import { requireReceipt, requireSum } from '../receipt-check.ts';
import type { Payment, ReceiptData } from '../records.ts';
import { paymentView } from '../views.ts';
import { newObjectId } from '../ids.ts';
import type { World } from '../world.ts';
import type { ApiRequest } from './operation.ts';

type PaymentBody = {
  amount: AmountText;
  capture?: boolean;
  confirmation?: { type: string; return_url?: string; enforce?: boolean; locale?: string };
  payment_method_data?: { type: string };
  payment_token?: string;
  payment_method_id?: string;
  description?: string;
  metadata?: Record<string, string>;
  receipt?: ReceiptData;
  merchant_customer_id?: string;
  save_payment_method?: boolean;
};

/** Minor units. A test shop of YooKassa has no SBP; this one has, because nowhere else can it be tried. */
const limits: Record<string, number> = { bank_card: 35_000_000, yoo_money: 35_000_000, sbp: 70_000_000 };
const least = 100;
const oneOf = 'Request should contain only one of: payment_method_data, payment_method_id, payment_token';

export function createPayment(world: World, { body }: ApiRequest): object {
  const given = body as PaymentBody;
  requireMethod(given);
  requireAmount(given);
  requireConfirmation(given);
  if (given.receipt || world.switches.fiscalization) requireReceipt(given.receipt, amountOf(given.amount));
  const payment = newPayment(world, given);
  world.save('payment', payment);
  return paymentView(world, payment);
}

function requireMethod(given: PaymentBody): void {
  const { payment_method_data: data, payment_method_id: id, payment_token: token, capture = false } = given;
  if ([data, id, token].filter((way) => way !== undefined).length > 1)
    throw invalid(oneOf, 'payment_method_data');
  if (id !== undefined) throw invalid('Payment method not found', 'payment_method_id');
  if (token !== undefined) throw invalid('Payment token is illegal', 'payment_token');
  if (given.save_payment_method) throw forbidden('Forbidden to save payment method', 'save_payment_method');
  if (data && limits[data.type] === undefined)
    throw invalid('Payment method is not available', 'payment_method_data.type');
  if (data?.type === 'sbp' && !capture)
    throw invalid('Payment method does not support two stages', 'capture');
}

function requireAmount({ amount, payment_method_data: data }: PaymentBody): void {
  const { units } = amountOf(amount);
  const most = limits[data?.type ?? 'sbp'] ?? 0;
  if (units < least || units > most) throw invalid('Payment amount is illegal', 'amount.value');
}

function requireConfirmation({ confirmation }: PaymentBody): void {
  if (!confirmation) throw invalid('Required parameter is missing', 'confirmation');
  if (confirmation.type === 'external')
    throw invalid('Confirmation type must be: redirect', 'confirmation.type');
}

function newPayment(world: World, given: PaymentBody): Payment {
  const { confirmation, payment_method_data: data, capture = false, description, metadata, receipt } = given;
  const now = world.now();
  return {
    ...{
      id: newObjectId(now),
      status: 'pending',
      amount: amountOf(given.amount),
      createdAt: now.toISOString(),
    },
    ...{ refunded: 0, refunding: 0, capture, threeDSecure: false },
    confirmation: confirmation && {
      type: confirmation.type,
      returnUrl: confirmation.return_url,
      enforce: confirmation.enforce ?? false,
      locale: confirmation.locale,
    },
    ...{ asked: data?.type, description, metadata, receipt, merchantCustomerId: given.merchant_customer_id },
  };
}

export const getPayment = (world: World, { id }: ApiRequest): object =>
  paymentView(world, knownPayment(world, id));

export function knownPayment(world: World, id: string): Payment {
  const payment = world.payments.get(id);
  if (!payment) throw notFound('Payment not found or forbidden');
  return payment;
}

export function capturePayment(world: World, { id, body }: ApiRequest): object {
  const payment = knownPayment(world, id);
  const { amount = undefined, receipt = undefined } = body as { amount?: AmountText; receipt?: ReceiptData };
  if (payment.capture) throw invalid('You can not capture payment with autocapture');
  if (payment.status !== 'waiting_for_capture')
    throw invalid('Payment can not be captured in current status.');
  const taken = amount ? amountOf(amount) : payment.amount;
  if (taken.currency !== payment.amount.currency) throw invalid('Currencies do not match', 'amount.currency');
  if (taken.units < least || taken.units > payment.amount.units)
    throw invalid('Illegal amount for capture', 'amount.value');
  const isPart = taken.units < payment.amount.units;
  if (receipt) requireSum(receipt, taken);
  else if (isPart && world.switches.fiscalization) requireReceipt(receipt, taken);
  return paymentView(
    world,
    succeedPayment(world, { ...payment, receipt: receipt ?? payment.receipt }, taken.units),
  );
}

export function cancelHeldPayment(world: World, { id }: ApiRequest): object {
  const payment = knownPayment(world, id);
  if (payment.capture) throw invalid('You can not cancel payment with autocapture');
  if (payment.status !== 'waiting_for_capture')
    throw invalid('Payment can not be canceled in current status');
  const canceled = cancelPayment(world, payment, { party: 'merchant', reason: 'canceled_by_merchant' });
  return paymentView(world, canceled);
}
