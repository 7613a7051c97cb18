import { defineRoute, moneySchema, z } from '@gangway/kit';
import { adminRoutes } from './admin-routes.ts';
import {
  exampleStarted,
  paymentAction,
  paymentId,
  paymentStatus,
  startedPayment,
  timestamp,
} from './values.ts';

const reference = z.string().min(1).max(64);
const method = z
  .string()
  .regex(/^[a-z0-9-]{1,40}(:[a-z0-9_-]{1,40})?$/)
  .describe('Key of the gateway, or key:variant: yookassa, yookassa:sbp');
const accessToken = z.string().min(1).max(200).optional();
const details = z
  .record(z.string().max(40), z.string().max(500))
  .refine((given) => Object.keys(given).length <= 16, 'too many fields')
  .optional();
const returnUrl = z.string().max(2048).optional();

/** The fields of `POST /api/payments` that name what is paid: exactly one of them is given. */
export type PayableFields = readonly string[];

/** The name of a payable in a query: `orderId` → `order`. */
export const queryName = (field: string): string => field.replace(/Id$/, '');

const oneOf = (names: readonly string[], value: Record<string, unknown>) =>
  names.filter((name) => value[name] !== undefined).length === 1;

const references = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, names.length === 1 ? reference : reference.optional()]));

const startErrors = [
  'NOT_FOUND',
  'ALREADY_PAID',
  'NOT_PAYABLE',
  'METHOD_NOT_AVAILABLE',
  'RETURN_URL_REFUSED',
  'PAYMENT_REFUSED',
  'PAYMENT_UNAVAILABLE',
  'RATE_LIMITED',
  'IDEMPOTENCY_KEY_REUSED',
  'INVALID_IDEMPOTENCY_KEY',
  'UNKNOWN_FIELD',
  'INVALID_INPUT',
] as const;

type StartPlace = { id: string; path: string; summary: string; methodRequired: boolean };

function startRoute(fields: PayableFields, { methodRequired, ...place }: StartPlace) {
  const shape = {
    ...references(fields),
    method: (methodRequired ? method : method.optional()) as z.ZodOptional<typeof method>,
    returnUrl,
    accessToken,
    fields: details,
  };
  return defineRoute({
    ...place,
    method: 'POST',
    tag: 'payments',
    access: 'public',
    body: z.strictObject(shape).refine((body) => oneOf(fields, body), { path: [fields[0] ?? 'method'] }),
    response: z.strictObject({ data: startedPayment }),
    errors: startErrors,
    example: {
      body: {
        [fields[0] ?? 'orderId']: 'tz4a98xxat96iws9zmbrgj3a',
        ...(methodRequired ? { method: 'yookassa' } : {}),
        returnUrl: 'https://tickets.example.org/ru/orders/tz4a98xxat96iws9zmbrgj3a/return',
      },
      response: { data: exampleStarted },
    },
  });
}

/** Starts paying in full; repeated with the same `Idempotency-Key` it goes on with the same attempt. */
export const startPaymentRoute = (fields: PayableFields) =>
  startRoute(fields, {
    id: 'payments.start',
    path: '/api/payments',
    summary: 'Start a payment',
    methodRequired: true,
  });

/** The same under the address that older clients of YooKassa know. */
export const startYookassaRoute = (fields: PayableFields) =>
  startRoute(fields, {
    id: 'payments.start-yookassa',
    path: '/api/payments/yookassa/create',
    summary: 'Start a payment with YooKassa',
    methodRequired: false,
  });

/** One payment, for whom it pays for: what came of it and what to do next. */
export const readPaymentRoute = defineRoute({
  id: 'payments.read',
  method: 'GET',
  path: '/api/payments/:id',
  summary: 'How a payment stands',
  tag: 'payments',
  access: 'public',
  params: z.strictObject({ id: paymentId }),
  query: z.strictObject({ accessToken }),
  response: z.strictObject({
    data: z.strictObject({
      paymentId,
      method: z.string(),
      status: paymentStatus,
      action: paymentAction,
      amount: moneySchema,
      refunded: moneySchema,
      reason: z.string().nullable(),
      startedAt: timestamp,
      settledAt: timestamp.nullable(),
      holdUntil: timestamp.nullable(),
    }),
  }),
  errors: ['NOT_FOUND', 'UNKNOWN_FILTER', 'INVALID_INPUT'],
  example: {
    params: { id: exampleStarted.paymentId },
    response: {
      data: {
        ...exampleStarted,
        method: 'yookassa',
        refunded: { amount: 0, currency: 'RUB' },
        reason: null,
        startedAt: '2026-06-01T11:00:00.000Z',
        settledAt: null,
      },
    },
  },
});

/** The ways in which this can be paid now, in the order in which they are shown. */
export function listMethodsRoute(fields: PayableFields) {
  const names = fields.map(queryName);
  return defineRoute({
    id: 'payments.methods',
    method: 'GET',
    path: '/api/payment-methods',
    summary: 'Ways to pay',
    tag: 'payments',
    access: 'public',
    query: z
      .strictObject({ ...references(names), accessToken })
      .refine((query) => oneOf(names, query), { path: [names[0] ?? 'accessToken'] }),
    response: z.strictObject({
      data: z.array(z.strictObject({ method: z.string(), title: z.string(), holdMinutes: z.int() })),
    }),
    errors: ['NOT_FOUND', 'UNKNOWN_FILTER', 'INVALID_INPUT'],
    example: {
      query: { [names[0] ?? 'order']: 'tz4a98xxat96iws9zmbrgj3a' },
      response: { data: [{ method: 'yookassa', title: 'YooKassa', holdMinutes: 60 }] },
    },
  });
}

const received = z.strictObject({ data: z.strictObject({ received: z.literal(true) }) });
const notice = {
  method: 'POST',
  tag: 'payments',
  access: 'public',
  response: received,
  errors: ['NOT_FOUND', 'NOTIFICATION_REFUSED', 'PAYLOAD_TOO_LARGE'],
} as const;

/** Where gateways notify: kept as it came, then their word is fetched. The body is the gateway's own. */
export const noticeRoute = defineRoute({
  ...notice,
  id: 'payments.notice',
  path: '/api/payments/webhooks/:provider',
  summary: 'Notification of a payment gateway',
  params: z.strictObject({ provider: z.string().max(64) }),
  example: { params: { provider: 'yookassa' }, response: { data: { received: true } } },
});

export const yookassaNoticeRoute = defineRoute({
  ...notice,
  id: 'payments.notice-yookassa',
  path: '/api/payments/yookassa/webhook',
  summary: 'Notification of YooKassa',
  example: { response: { data: { received: true } } },
});

/** Every route of the plugin; `fields` are those of the payables that the app registers. */
export const paymentRoutes = (fields: PayableFields) => [
  startPaymentRoute(fields),
  startYookassaRoute(fields),
  listMethodsRoute(fields),
  readPaymentRoute,
  noticeRoute,
  yookassaNoticeRoute,
  ...adminRoutes,
];
