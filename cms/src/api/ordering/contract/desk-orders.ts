import { type AnyRoute, defineRoute, localeSchema, moneySchema, z } from '@gangway/kit';
import { orderStates } from '../domain/moves.ts';
import { channels } from '../domain/order.ts';
import { basketFields } from './basket.ts';
import { basketErrors, placeOrder } from './buying.ts';
import { consentCodes, customerSchema, idSchema as id, languageSchema, text } from './buyer.ts';
import { orderExample, orderViewSchema } from './order-view.ts';
import {
  askedLines,
  refundQuoteExample,
  refundQuoteSchema,
  refundRequestExample,
  refundRequestSchema,
} from './refunds.ts';

const moment = z.iso.datetime({ offset: true });
const orderParams = z.strictObject({ id });
/** Why a person did what the rules would not have done by themselves; kept with the deed. */
const reason = text(500);
const dayOrMoment = z.union([z.iso.date(), moment]);
const wholeNumber = (from: number, to: number) => z.coerce.number().int().min(from).max(to);

const states = z
  .string()
  .transform((list) => list.split(','))
  .pipe(z.array(z.enum(orderStates)))
  .describe('States separated by commas');

const searched = {
  status: states.optional(),
  eventId: id.optional(),
  email: text().optional(),
  phone: text().optional().describe('Any way of writing it; the last digits suffice'),
  number: text().optional(),
  q: text().optional().describe('Number, name, e-mail or phone'),
  dateFrom: dayOrMoment.optional().describe('Placed from; a day is one of Moscow'),
  dateTo: dayOrMoment.optional().describe('Placed until; a day is included'),
  channel: z.enum(channels).optional(),
  seller: id.optional(),
  needsReview: z.stringbool().optional(),
};

export const deskFilters = z.strictObject({
  ...searched,
  page: wholeNumber(1, 100_000).default(1),
  pageSize: wholeNumber(1, 100).default(20),
});

export type DeskFilters = z.output<typeof deskFilters>;

const { seller, buyer, events } = orderViewSchema.shape;

export const deskOrderRow = z.strictObject({
  id: z.string(),
  number: z.string(),
  status: z.enum(orderStates),
  needsReview: z.boolean(),
  placedAt: moment,
  paidAt: moment.nullable(),
  expiresAt: moment.nullable(),
  total: moneySchema,
  refunded: moneySchema,
  channel: z.enum(channels),
  seller,
  buyer,
  tickets: z.int().describe('Tickets that were ordered'),
  events: z.array(events.element.pick({ id: true, title: true, startAt: true })),
});

const ticketSchema = z.strictObject({
  id: z.string(),
  lineId: z.string(),
  eventId: z.string(),
  serial: z.int(),
  seatCode: z.string().nullable(),
  holderName: z.string().nullable(),
  status: z.enum(['issued', 'voided', 'used']),
  issuedAt: moment,
  voidedAt: moment.nullable(),
  usedAt: moment.nullable(),
});

const moneyBackSchema = z.strictObject({
  id: z.string(),
  status: z.enum(['requested', 'pending', 'succeeded', 'failed']),
  amount: moneySchema,
  reason: z.string(),
  requestedAt: moment,
});

const paymentSchema = z.strictObject({
  id: z.string(),
  method: z.string(),
  provider: z.string(),
  externalId: z.string().nullable(),
  status: z.string(),
  needsReview: z.boolean(),
  amount: moneySchema,
  refunded: moneySchema,
  startedAt: moment,
  settledAt: moment.nullable(),
  reason: z.string().nullable(),
  means: z.string().nullable(),
  refunds: z.array(moneyBackSchema),
});

const messageSchema = z.strictObject({
  id: z.string(),
  message: z.string(),
  channel: z.string(),
  to: z.string(),
  language: localeSchema,
  status: z.enum(['queued', 'sending', 'sent', 'failed', 'dropped']),
  attempts: z.int(),
  queuedAt: moment,
  sentAt: moment.nullable(),
  problem: z.string().nullable(),
});

const historySchema = z.strictObject({
  at: moment,
  actor: z.strictObject({
    kind: z.enum(['staff', 'customer', 'system']),
    id: z.string().nullable(),
    name: z.string().nullable().describe('Of a member of the staff'),
  }),
  what: z.string(),
  details: z.record(z.string(), z.unknown()),
});

/** What the buyer sees, and what only the back office does. */
export const deskOrderCard = orderViewSchema.extend({
  needsReview: z.boolean(),
  channel: z.enum(channels),
  attribution: z.unknown(),
  consents: z.array(z.unknown()),
  staffId: z.string().nullable(),
  closedAt: moment.nullable(),
  closeReason: z.string().nullable(),
  payments: z.array(paymentSchema),
  refunds: z.array(refundRequestSchema),
  refundQuote: refundQuoteSchema.nullable().describe('What the buyer could have back now; null while unpaid'),
  tickets: z.array(ticketSchema),
  messages: z.array(messageSchema),
  history: z.array(historySchema),
});

const rub = (amount: number) => ({ amount, currency: 'RUB' as const });
const at = '2026-05-30T09:00:00.000Z';
const params = { id: 'o5v2m9xxat96iws9zmbrgj3a' };

const rowExample = {
  ...{ id: params.id, number: orderExample.number, status: 'PAID', needsReview: false },
  ...{ placedAt: at, paidAt: at, expiresAt: null, total: rub(300_000), refunded: rub(0) },
  ...{ channel: 'web', seller: orderExample.seller, buyer: orderExample.buyer, tickets: 2 },
  events: [{ id: 'k5v2m9xxat96iws9zmbrgj3a', title: 'Canals at night', startAt: '2026-06-01T12:00:00.000Z' }],
} satisfies z.input<typeof deskOrderRow>;

const cardExample = {
  ...orderExample,
  ...{ needsReview: false, channel: 'web', attribution: null, consents: [], staffId: null },
  ...{ closedAt: null, closeReason: null, payments: [], tickets: [], messages: [] },
  ...{ refunds: [refundRequestExample], refundQuote: refundQuoteExample },
  history: [{ at, actor: { kind: 'system', id: null, name: null }, what: 'order.paid', details: {} }],
} satisfies z.input<typeof deskOrderCard>;

const view = { name: 'orders', verb: 'view' } as const;
const act = { name: 'orders', verb: 'act' } as const;
const guarded = ['UNAUTHORIZED', 'FORBIDDEN', 'NOT_FOUND'];
const written = [
  ...guarded,
  ...[
    'INVALID_INPUT',
    'UNKNOWN_FIELD',
    'ILLEGAL_TRANSITION',
    'INVALID_IDEMPOTENCY_KEY',
    'IDEMPOTENCY_KEY_REUSED',
  ],
];
const card = z.strictObject({ data: deskOrderCard });
/** The sales that the staff write down. */
export const deskChannels = ['desk', 'phone'] as const;

const staff = { tag: 'back office', access: 'staff' as const };

const totalsSchema = z.array(z.strictObject({ orders: z.int(), total: moneySchema, refunded: moneySchema }));

export const listDeskOrders = defineRoute({
  id: 'ordering.admin.orders.list',
  method: 'GET',
  path: '/api/admin/orders',
  summary: 'Orders, the latest first, with what they come to',
  ...staff,
  section: view,
  query: deskFilters,
  response: z.strictObject({
    data: z.array(deskOrderRow),
    meta: z.strictObject({
      ...{ page: z.int(), pageSize: z.int() },
      total: z.int().describe('As far as it is counted for a list'),
      more: z.literal(true).optional().describe('There are more than `total`; `order-totals` says how many'),
      totals: totalsSchema.describe('Of everything that was found, by currency; empty with `more`'),
    }),
  }),
  errors: ['UNAUTHORIZED', 'FORBIDDEN', 'INVALID_INPUT', 'UNKNOWN_FILTER'],
  example: {
    query: { status: 'PAID,PARTIALLY_REFUNDED', dateFrom: '2026-05-01' },
    response: {
      data: [rowExample],
      meta: {
        ...{ page: 1, pageSize: 20, total: 1 },
        totals: [{ orders: 1, total: rub(300_000), refunded: rub(0) }],
      },
    },
  },
});

export const totalDeskOrders = defineRoute({
  id: 'ordering.admin.orders.totals',
  method: 'GET',
  path: '/api/admin/order-totals',
  summary: 'What all orders of a list come to, however many they are',
  ...staff,
  section: view,
  query: z.strictObject(searched),
  response: z.strictObject({ data: z.strictObject({ orders: z.int(), totals: totalsSchema }) }),
  errors: ['UNAUTHORIZED', 'FORBIDDEN', 'INVALID_INPUT', 'UNKNOWN_FILTER'],
  example: {
    query: { status: 'PAID' },
    response: {
      data: { orders: 48_211, totals: [{ orders: 48_211, total: rub(6_100_000_00), refunded: rub(0) }] },
    },
  },
});

export const readDeskOrder = defineRoute({
  id: 'ordering.admin.orders.read',
  method: 'GET',
  path: '/api/admin/orders/:id',
  summary: 'An order with its payments, refunds, tickets, messages and history',
  ...staff,
  section: view,
  params: orderParams,
  response: card,
  errors: guarded,
  example: { params, response: { data: cardExample } },
});

/** What is not paid ends at once; what is paid is refunded in full first, past the 24 hours too. */
export const cancelDeskOrder = defineRoute({
  id: 'ordering.admin.orders.cancel',
  method: 'POST',
  path: '/api/admin/orders/:id/cancel',
  summary: 'Cancel an order for a reason',
  ...staff,
  section: { name: 'refunds', verb: 'act' },
  params: orderParams,
  body: z.strictObject({ reason }),
  response: card,
  errors: [...written, 'REFUND_EXCEEDS_REST'],
  example: { params, body: { reason: 'Asked by phone' }, response: { data: cardExample } },
});

/**
 * Without `override` the buyer's own rule decides; with it money goes back past the rule, but for single places of a
 * table that is sold whole.
 */
export const refundDeskOrder = defineRoute({
  id: 'ordering.admin.orders.refund',
  method: 'POST',
  path: '/api/admin/orders/:id/refund',
  summary: 'Give money back, by the rule or past it',
  ...staff,
  section: { name: 'refunds', verb: 'act' },
  params: orderParams,
  body: z.strictObject({ lines: askedLines.optional(), reason, override: z.boolean().default(false) }),
  response: z.strictObject({ data: refundRequestSchema }),
  errors: [...written, 'ORDER_NOT_PAID', 'UNKNOWN_ORDER_LINE', 'REFUND_REFUSED', 'REFUND_EXCEEDS_REST'],
  example: {
    params,
    body: { reason: 'Illness, papers seen', override: true },
    response: { data: refundRequestExample },
  },
});

/** Nothing is written: what a refund of these lines would bring back, fees included, and what the buyer's rule says. */
export const quoteDeskRefund = defineRoute({
  id: 'ordering.admin.orders.refund-quote',
  method: 'POST',
  path: '/api/admin/orders/:id/refund-quote',
  summary: 'What giving back these lines comes to',
  ...staff,
  section: view,
  params: orderParams,
  body: z.strictObject({ lines: askedLines.optional() }),
  response: z.strictObject({
    data: z.strictObject({
      amount: moneySchema,
      tickets: z.int().describe('Tickets that become void'),
      reasonCode: z.string().nullable().describe('Why the rule refuses; null: it does not'),
    }),
  }),
  errors: [
    ...guarded,
    ...['INVALID_INPUT', 'UNKNOWN_FIELD', 'ORDER_NOT_PAID', 'UNKNOWN_ORDER_LINE', 'REFUND_EXCEEDS_REST'],
    'REFUND_REFUSED',
  ],
  example: {
    params,
    body: {},
    response: { data: { amount: rub(300_000), tickets: 2, reasonCode: null } },
  },
});

/** With `newLink` earlier links, and the browser in which it was bought, no longer open the order. */
export const resendDeskOrder = defineRoute({
  id: 'ordering.admin.orders.resend',
  method: 'POST',
  path: '/api/admin/orders/:id/resend',
  summary: 'Send the confirmation with the tickets again',
  ...staff,
  section: act,
  params: orderParams,
  body: z.strictObject({ newLink: z.boolean().default(false) }),
  response: z.strictObject({ data: z.strictObject({ to: z.string() }) }),
  errors: [...written, 'ORDER_NOT_PAID'],
  example: { params, body: { newLink: true }, response: { data: { to: 'anna@example.org' } } },
});

/** Takes the mark "needs review" off: people have looked. */
export const reviewDeskOrder = defineRoute({
  id: 'ordering.admin.orders.reviewed',
  method: 'POST',
  path: '/api/admin/orders/:id/reviewed',
  summary: 'Say that an order was looked at',
  ...staff,
  section: act,
  params: orderParams,
  body: z.strictObject({}),
  response: card,
  errors: written.filter((code) => code !== 'ILLEGAL_TRANSITION'),
  example: { params, body: {}, response: { data: cardExample } },
});

/** A manual payment of the whole: the same settlement, ledger and tickets. */
export const payDeskOrder = defineRoute({
  id: 'ordering.admin.orders.mark-paid',
  method: 'POST',
  path: '/api/admin/orders/:id/mark-paid',
  summary: 'Mark an order as paid past every gateway',
  ...staff,
  section: { name: 'payments', verb: 'act' },
  params: orderParams,
  body: z.strictObject({
    method: z.enum(['manual', 'cash', 'bank-transfer']),
    reference: z.string().trim().min(1).max(100).describe('The number of the slip or the transfer'),
    reason,
  }),
  response: card,
  errors: [...written, 'ALREADY_PAID', 'PLACES_LOST'],
  example: {
    params,
    body: { method: 'bank-transfer', reference: 'PP-1042', reason: 'Transfer seen in the bank' },
    response: { data: cardExample },
  },
});

/** To PAID leads mark-paid, to REFUNDED the refund: here only what no money moves. */
export const moveDeskOrder = defineRoute({
  id: 'ordering.admin.orders.status',
  method: 'POST',
  path: '/api/admin/orders/:id/status',
  summary: 'Move an order to another state, as far as the table of moves allows',
  ...staff,
  section: act,
  params: orderParams,
  body: z.strictObject({
    status: z.enum(orderStates),
    reason,
    basket: z.strictObject(basketFields).optional().describe('What a draft gets that becomes LOCKED'),
  }),
  response: card,
  errors: [...new Set([...written, ...basketErrors])],
  example: { params, body: { status: 'CANCELLED', reason: 'Double' }, response: { data: cardExample } },
});

/**
 * A sale at the desk or on the phone. With places that the given session holds, or with products, the order is LOCKED
 * and can be paid; without either it is a draft, PENDING, of the seller that is named.
 */
export const createDeskOrder = defineRoute({
  id: 'ordering.admin.orders.create',
  method: 'POST',
  path: '/api/admin/orders',
  summary: 'Write down an order for a buyer',
  ...staff,
  section: act,
  body: z.strictObject({
    ...basketFields,
    seller: id.optional().describe('Of a draft'),
    channel: z.enum(deskChannels),
    customer: customerSchema,
    locale: languageSchema.optional(),
    consents: z.array(z.enum(consentCodes)).max(10).default([]),
    acceptOtherSeats: z.boolean().default(false),
  }),
  response: card,
  errors: ['UNAUTHORIZED', 'FORBIDDEN', ...placeOrder.errors, 'UNKNOWN_SELLER'],
  example: {
    body: {
      ...{ channel: 'phone', sessionId: 'b7c9d1e3f5a7b9c1d3e5f7a9', holdIds: ['h6d8f0g2h4j6k8l0z2x4c6v8'] },
      customer: { fullName: 'Anna Petrova', email: 'anna@example.org', phone: '+7 921 000-00-00' },
      consents: ['offer', 'personal-data'],
    },
    response: { data: cardExample },
  },
});

const deskRoutes = [
  ...[listDeskOrders, totalDeskOrders, readDeskOrder, createDeskOrder, cancelDeskOrder, refundDeskOrder],
  ...[quoteDeskRefund, resendDeskOrder, reviewDeskOrder, payDeskOrder, moveDeskOrder],
];

/** The same route under `/api/crm`, where older clients look for it. */
export function underCrm<R extends AnyRoute>(route: R): R {
  const path = route.path.replace('/api/admin/', '/api/crm/');
  return { ...route, id: route.id.replace('.admin.', '.crm.'), path };
}

/** In both places. */
export const deskOrderRoutes: readonly AnyRoute[] = [
  ...deskRoutes,
  ...deskRoutes.map((route) => underCrm(route as AnyRoute)),
];
