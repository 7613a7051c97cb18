import { defineRoute, moneySchema, z } from '@gangway/kit';
import { paymentId, paymentStatus, refundStatus, timestamp } from './values.ts';

const text = z.string().trim().min(1).max(500);
const moment = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);
const page = z.coerce.number().int().min(1).max(100_000).default(1);
const pageSize = z.coerce.number().int().min(1).max(100).default(25);
const pages = z.strictObject({ page: z.int(), pageSize: z.int(), total: z.int() });
const payable = z.strictObject({ kind: z.string(), id: z.string() });

/** An attempt as staff see it. `manual` tells who took the money past every gateway, and why. */
const attempt = z.strictObject({
  id: paymentId,
  payable,
  sellerId: z.string(),
  method: z.string(),
  provider: z.string(),
  externalId: z.string().nullable(),
  status: paymentStatus,
  needsReview: z.boolean(),
  amount: moneySchema,
  refunded: moneySchema,
  reason: z.string().nullable(),
  means: z.string().nullable(),
  test: z.boolean(),
  startedAt: timestamp,
  settledAt: timestamp.nullable(),
  checkedAt: timestamp.nullable(),
  nextCheckAt: timestamp.nullable(),
  manual: z.strictObject({ staffId: z.string(), reference: z.string(), reason: z.string() }).nullable(),
});

/** A notification without its headers and body. `problem`: why it came to nothing. */
const notice = z.strictObject({
  id: z.string(),
  provider: z.string(),
  event: z.string(),
  about: z.enum(['payment', 'refund']),
  externalId: z.string(),
  ip: z.string(),
  bytes: z.int(),
  receivedAt: timestamp,
  lastReceivedAt: timestamp,
  receipts: z.int(),
  handledAt: timestamp.nullable(),
  paymentId: paymentId.nullable(),
  problem: z.string().nullable(),
});

/**
 * `problem` `BY_HAND`: no gateway can make it; staff confirm it when the money is handed over. An open refund with any
 * other problem is in review: staff confirm it, or say that it failed. `mayAskAgain`: it failed, its money is still due.
 */
const refund = z.strictObject({
  id: paymentId,
  amount: moneySchema,
  status: refundStatus,
  externalId: z.string().nullable(),
  reason: z.string(),
  problem: z.string().nullable(),
  requestedAt: timestamp,
  settledAt: timestamp.nullable(),
  mayAskAgain: z.boolean(),
});

const posting = z.strictObject({
  at: timestamp,
  source: z.string(),
  kind: z.string(),
  account: z.string(),
  /** Signed: debit is positive. */
  amount: z.int(),
  currency: z.string(),
});

const exampleAttempt = {
  id: 'p4a98xxat96iws9zmbrgj3ab',
  payable: { kind: 'order', id: 'tz4a98xxat96iws9zmbrgj3a' },
  sellerId: 's5v2m9xxat96iws9zmbrgj3a',
  method: 'yookassa',
  provider: 'yookassa',
  externalId: '2f3b588d-000f-5000-8000-1d6e87c7fbde',
  status: 'succeeded' as const,
  needsReview: false,
  amount: { amount: 150000, currency: 'RUB' as const },
  refunded: { amount: 0, currency: 'RUB' as const },
  reason: null,
  means: 'Bank card *4477',
  test: false,
  startedAt: '2026-06-01T11:00:00.000Z',
  settledAt: '2026-06-01T11:02:00.000Z',
  checkedAt: '2026-06-01T11:02:00.000Z',
  nextCheckAt: null,
  manual: null,
};

const exampleNotice = {
  id: '17',
  provider: 'yookassa',
  event: 'payment.succeeded',
  about: 'payment' as const,
  externalId: '2f3b588d-000f-5000-8000-1d6e87c7fbde',
  ip: '185.71.76.1',
  bytes: 1024,
  receivedAt: '2026-06-01T11:02:00.000Z',
  lastReceivedAt: '2026-06-01T11:02:00.000Z',
  receipts: 1,
  handledAt: '2026-06-01T11:02:01.000Z',
  paymentId: 'p4a98xxat96iws9zmbrgj3ab',
  problem: null,
};

const exampleCard = {
  ...exampleAttempt,
  notices: [exampleNotice],
  refunds: [],
  postings: [
    {
      at: '2026-06-01T11:02:00.000Z',
      source: 'payment',
      kind: 'succeeded',
      account: 'clearing:yookassa',
      amount: 150000,
      currency: 'RUB',
    },
    {
      at: '2026-06-01T11:02:00.000Z',
      source: 'payment',
      kind: 'succeeded',
      account: 'prepayment',
      amount: -150000,
      currency: 'RUB',
    },
  ],
};

const card = attempt.extend({
  notices: z.array(notice),
  refunds: z.array(refund),
  postings: z.array(posting),
});

const params = z.strictObject({ id: paymentId });
const view = { tag: 'payments', access: 'staff', section: { name: 'payments', verb: 'view' } } as const;
const act = { tag: 'payments', access: 'staff', section: { name: 'payments', verb: 'act' } } as const;
const staffErrors = ['UNAUTHORIZED', 'FORBIDDEN', 'INVALID_INPUT'] as const;

/** Newest first. `payable` is the id of what is paid; `dateTo` as a date includes that day. */
export const listPaymentsRoute = defineRoute({
  ...view,
  id: 'payments.admin.list',
  method: 'GET',
  path: '/api/admin/payments',
  summary: 'Attempts to pay',
  query: z.strictObject({
    status: paymentStatus.optional(),
    method: z.string().max(80).optional(),
    provider: z.string().max(40).optional(),
    needsReview: z.enum(['true', 'false']).optional(),
    payable: z.string().max(64).optional(),
    externalId: z.string().max(200).optional(),
    dateFrom: moment.optional(),
    dateTo: moment.optional(),
    page,
    pageSize,
  }),
  response: z.strictObject({ data: z.array(attempt), meta: pages }),
  errors: [...staffErrors, 'UNKNOWN_FILTER'],
  example: {
    query: { status: 'succeeded', dateFrom: '2026-06-01' },
    response: { data: [exampleAttempt], meta: { page: 1, pageSize: 25, total: 1 } },
  },
});

export const readPaymentCardRoute = defineRoute({
  ...view,
  id: 'payments.admin.read',
  method: 'GET',
  path: '/api/admin/payments/:id',
  summary: 'An attempt with its notifications, refunds and postings',
  params,
  response: z.strictObject({ data: card }),
  errors: [...staffErrors, 'NOT_FOUND'],
  example: { params: { id: exampleAttempt.id }, response: { data: exampleCard } },
});

/** Asks the gateway at once and settles what follows; the answer is the card afterwards. */
export const checkPaymentRoute = defineRoute({
  ...act,
  id: 'payments.admin.check',
  method: 'POST',
  path: '/api/admin/payments/:id/check',
  summary: 'Ask the gateway about a payment now',
  params,
  response: z.strictObject({ data: card }),
  errors: [...staffErrors, 'NOT_FOUND'],
  example: { params: { id: exampleAttempt.id }, response: { data: exampleCard } },
});

/** Takes the mark "needs review" off: people have looked and say what they did. */
export const reviewPaymentRoute = defineRoute({
  ...act,
  id: 'payments.admin.reviewed',
  method: 'POST',
  path: '/api/admin/payments/:id/reviewed',
  summary: 'Say that a payment was looked at',
  params,
  body: z.strictObject({ reason: text }),
  response: z.strictObject({ data: card }),
  errors: [...staffErrors, 'NOT_FOUND', 'UNKNOWN_FIELD'],
  example: {
    params: { id: exampleAttempt.id },
    body: { reason: 'The bank has returned the difference' },
    response: { data: exampleCard },
  },
});

const exampleRefund = {
  id: 'r4a98xxat96iws9zmbrgj3ab',
  amount: { amount: 150000, currency: 'RUB' as const },
  status: 'succeeded' as const,
  externalId: null,
  reason: 'The trip was cancelled',
  problem: null,
  requestedAt: '2026-06-01T11:02:00.000Z',
  settledAt: '2026-06-01T12:02:00.000Z',
  mayAskAgain: false,
};

/**
 * The money of a refund that no gateway makes was handed over, or that of one in review has gone after all. One that failed
 * and went all the same (`GONE_TWICE`) is booked when what was given back in its place has failed.
 */
export const confirmRefundRoute = defineRoute({
  ...act,
  id: 'payments.admin.confirm-refund',
  method: 'POST',
  path: '/api/admin/payment-refunds/:id/confirm',
  summary: 'Confirm a refund made by hand',
  params,
  body: z.strictObject({ reference: text }),
  response: z.strictObject({ data: refund }),
  errors: [...staffErrors, 'NOT_FOUND', 'NOT_BY_HAND', 'REFUND_EXCEEDS_PAYMENT', 'UNKNOWN_FIELD'],
  example: {
    params: { id: exampleRefund.id },
    body: { reference: 'Cash slip 17' },
    response: { data: exampleRefund },
  },
});

/** The money of an open refund with a problem has not gone: the amount is free again, and the buyer is told. */
export const failRefundRoute = defineRoute({
  ...act,
  id: 'payments.admin.fail-refund',
  method: 'POST',
  path: '/api/admin/payment-refunds/:id/fail',
  summary: 'Say that a refund failed',
  params,
  body: z.strictObject({ reason: text }),
  response: z.strictObject({ data: refund }),
  errors: [...staffErrors, 'NOT_FOUND', 'NOT_BY_HAND', 'UNKNOWN_FIELD'],
  example: {
    params: { id: exampleRefund.id },
    body: { reason: 'The bank knows of no such refund' },
    response: { data: { ...exampleRefund, status: 'failed', problem: 'FAILED' } },
  },
});

/**
 * Gives money back once more that has paid for nothing, such as that of an order which had ended, after its refund
 * failed. The answer is the new refund, the same one however often it is asked for. `byHand`: past the gateway, waiting
 * to be confirmed.
 */
export const askRefundAgainRoute = defineRoute({
  ...act,
  id: 'payments.admin.ask-refund-again',
  method: 'POST',
  path: '/api/admin/payment-refunds/:id/again',
  summary: 'Ask for a failed refund again',
  params,
  body: z.strictObject({ byHand: z.boolean().default(false) }),
  response: z.strictObject({ data: refund }),
  errors: [...staffErrors, 'NOT_FOUND', 'REFUND_NOT_DUE', 'REFUND_EXCEEDS_PAYMENT', 'UNKNOWN_FIELD'],
  example: {
    params: { id: exampleRefund.id },
    body: { byHand: false },
    response: {
      data: {
        ...exampleRefund,
        id: 'r5b98xxat96iws9zmbrgj3ac',
        status: 'requested',
        reason: 'ORDER_CANCELLED',
        settledAt: null,
      },
    },
  },
});

/** Newest first. */
export const listNoticesRoute = defineRoute({
  ...view,
  id: 'payments.admin.inbox',
  method: 'GET',
  path: '/api/admin/payment-inbox',
  summary: 'Notifications of gateways',
  query: z.strictObject({
    provider: z.string().max(40).optional(),
    state: z.enum(['handled', 'waiting', 'problem']).optional(),
    externalId: z.string().max(200).optional(),
    page,
    pageSize,
  }),
  response: z.strictObject({ data: z.array(notice), meta: pages }),
  errors: [...staffErrors, 'UNKNOWN_FILTER'],
  example: {
    query: { state: 'problem' },
    response: {
      data: [{ ...exampleNotice, problem: 'UNKNOWN_PAYMENT', paymentId: null }],
      meta: { page: 1, pageSize: 25, total: 1 },
    },
  },
});

export const adminRoutes = [
  listPaymentsRoute,
  readPaymentCardRoute,
  checkPaymentRoute,
  reviewPaymentRoute,
  confirmRefundRoute,
  failRefundRoute,
  askRefundAgainRoute,
  listNoticesRoute,
];
