import { amountText } from './amount.ts';
import type { CardTrace, Method, Payment, Receipt, Refund } from './records.ts';
import { registrationOf } from './registrations.ts';
import type { World } from './world.ts';

/** Commission of YooKassa in basis points, its VAT of 22 % included. */
const commissionBp = 342;

/** A payment as the API shows it; members that are undefined are left out of the JSON. */
export function paymentView(world: World, payment: Payment): object {
  const { id, status, amount, refunded, cancellation, metadata, description } = payment;
  const paid = status === 'succeeded' || status === 'waiting_for_capture';
  const left = amount.units - refunded - payment.refunding;
  const income = { ...amount, units: amount.units - Math.round((amount.units * commissionBp) / 10_000) };
  return {
    ...{ id, status, paid, amount: amountText(amount) },
    income_amount: status === 'succeeded' ? amountText(income) : undefined,
    refunded_amount: status === 'succeeded' ? amountText({ ...amount, units: refunded }) : undefined,
    authorization_details: paid && payment.method?.card ? authorization(payment) : undefined,
    ...{ created_at: payment.createdAt, captured_at: payment.capturedAt, expires_at: payment.expiresAt },
    ...{ description, metadata, merchant_customer_id: payment.merchantCustomerId },
    payment_method: methodView(payment),
    confirmation: status === 'pending' ? confirmationView(world, payment) : undefined,
    cancellation_details: cancellation,
    receipt_registration: registrationOf(world, 'payment', id),
    recipient: { account_id: world.shop.shopId, gateway_id: `1${world.shop.shopId}` },
    ...{ refundable: status === 'succeeded' && left > 0, test: true },
  };
}

export const payPageUrl = (world: World, id: string): string =>
  `${world.url}/checkout/payments/v2/contract?orderId=${id}`;

function confirmationView(world: World, { id, confirmation }: Payment): object | undefined {
  if (!confirmation) return undefined;
  const { type, enforce, returnUrl: return_url } = confirmation;
  if (type === 'embedded') return { type, confirmation_token: `ct-${id}` };
  if (type === 'qr') return { type, return_url, confirmation_data: payPageUrl(world, id) };
  if (type === 'external') return { type };
  const common = { type, return_url, confirmation_url: payPageUrl(world, id) };
  return enforce ? { ...common, enforce } : common;
}

function methodView({ id, method, asked, status }: Payment): object | undefined {
  if (!method && !asked) return undefined;
  const { type, card }: Method = method ?? { type: asked ?? '' };
  const state = { saved: false, status: status === 'pending' ? 'pending' : 'inactive' };
  return { type, id, ...state, title: titleOf(type, card), card: card && cardView(card) };
}

const titles: Record<string, string> = { sbp: 'SBP', yoo_money: 'YooMoney wallet', sberbank: 'SberPay' };

const titleOf = (type: string, card?: CardTrace): string | undefined =>
  card ? `Bank card *${card.last4}` : titles[type];

const cardView = ({ first6, last4, brand, month, year }: CardTrace) => ({
  ...{ first6, last4, expiry_month: month, expiry_year: year, card_type: brand },
  card_product: { code: 'E' },
  ...{ issuer_country: 'RU', issuer_name: 'Sandbox Bank' },
});

/** Numbers of the acquirer; the same payment always has the same. */
function authorization({ id, threeDSecure }: Payment): object {
  const digits = BigInt(`0x${id.slice(-12)}`)
    .toString()
    .padStart(18, '7');
  return {
    rrn: digits.slice(0, 12),
    auth_code: digits.slice(12, 18),
    three_d_secure: { applied: threeDSecure },
  };
}

export function refundView(world: World, refund: Refund): object {
  const { id, paymentId, status, amount, createdAt, description, metadata, cancellation } = refund;
  return {
    ...{ id, payment_id: paymentId, status, amount: amountText(amount), created_at: createdAt },
    ...{ description, metadata, cancellation_details: cancellation },
    receipt_registration: registrationOf(world, 'refund', id),
  };
}

export function receiptView({
  id,
  type,
  status,
  paymentId,
  refundId,
  registeredAt,
  data,
  settlements,
}: Receipt): object {
  const { items, tax_system_code, internet } = data;
  const about = type === 'payment' ? { payment_id: paymentId } : { refund_id: refundId };
  return {
    ...{ id, type, status, ...about, ...(status === 'succeeded' && fiscal(id, registeredAt)) },
    ...{ items, settlements, tax_system_code, internet: internet ?? true },
  };
}

/** What a cash register would print; made up from the id. */
const fiscal = (id: string, registeredAt?: string) => ({
  fiscal_document_number: String(Number.parseInt(id.slice(-6), 16) % 100_000),
  fiscal_storage_number: '9999078900005419',
  fiscal_attribute: String(Number.parseInt(id.slice(-8), 16)),
  fiscal_provider_id: id.slice(3),
  registered_at: registeredAt,
});
