import { forbidden } from '../problem.ts';
import {
  captureFields,
  paymentFields,
  paymentFilters,
  receiptFilters,
  refundFields,
  refundFilters,
  separateReceiptFields,
} from '../request-fields.ts';
import type { World } from '../world.ts';
import { listPayments, listReceipts, listRefunds } from './lists.ts';
import type { Operation } from './operation.ts';
import { cancelHeldPayment, capturePayment, createPayment, getPayment } from './payments.ts';
import { createReceipt, getReceipt } from './receipts.ts';
import { createRefund, getRefund } from './refunds.ts';

const one = (name: string, rest = ''): RegExp => new RegExp(`^/${name}/([^/]+)${rest}$`);

function me({ shop, switches: { fiscalization } }: World): object {
  return {
    ...{ account_id: shop.shopId, status: 'enabled', test: true },
    fiscalization: fiscalization ? { enabled: true, provider: 'yoo_receipt' } : { enabled: false },
    ...{ payment_methods: ['bank_card', 'yoo_money', 'sbp'], itn: '7800000000' },
  };
}

/** In the reference, but for partners or switched on by YooKassa's manager. */
function elsewhere(): never {
  throw forbidden('This feature is not switched on for the shop');
}

const others = /^\/(webhooks|invoices|payment_methods|deals|payouts|personal_data|sbp_banks)(\/[^/]+)?$/;

export const operations: readonly Operation[] = [
  { name: 'payments.create', method: 'POST', path: /^\/payments$/, body: paymentFields, run: createPayment },
  { name: 'payments.list', method: 'GET', path: /^\/payments$/, query: paymentFilters, run: listPayments },
  { name: 'payments.get', method: 'GET', path: one('payments'), run: getPayment },
  {
    name: 'payments.capture',
    method: 'POST',
    path: one('payments', '/capture'),
    body: captureFields,
    run: capturePayment,
  },
  {
    name: 'payments.cancel',
    method: 'POST',
    path: one('payments', '/cancel'),
    body: {},
    run: cancelHeldPayment,
  },
  { name: 'refunds.create', method: 'POST', path: /^\/refunds$/, body: refundFields, run: createRefund },
  { name: 'refunds.list', method: 'GET', path: /^\/refunds$/, query: refundFilters, run: listRefunds },
  { name: 'refunds.get', method: 'GET', path: one('refunds'), run: getRefund },
  {
    name: 'receipts.create',
    method: 'POST',
    path: /^\/receipts$/,
    body: separateReceiptFields,
    run: createReceipt,
  },
  { name: 'receipts.list', method: 'GET', path: /^\/receipts$/, query: receiptFilters, run: listReceipts },
  { name: 'receipts.get', method: 'GET', path: one('receipts'), run: getReceipt },
  { name: 'me', method: 'GET', path: /^\/me$/, run: me },
  { name: 'elsewhere', method: 'GET', path: others, run: elsewhere },
  { name: 'elsewhere', method: 'POST', path: others, run: elsewhere },
  { name: 'elsewhere', method: 'DELETE', path: others, run: elsewhere },
];
