import { defineRoute, moneySchema, z } from '@gangway/kit';
import { wholeNumber } from '../../catalog/contract/event-filters.ts';
import { orderStates } from '../domain/moves.ts';
import { requestStates } from '../domain/refund-request.ts';
import { idSchema as id, sessionIdSchema, text } from './buyer.ts';
import { choiceRefusals, refundReasons, refusalReasons } from '../domain/refund-rule.ts';

const moment = z.iso.datetime({ offset: true });
const orderParams = z.strictObject({ id });
const reason = text(500);

/** Who asks, where no header says it: the order's own token or the session that placed the order. */
export const shownInBody = {
  accessToken: z.string().max(200).optional(),
  sessionId: sessionIdSchema.optional(),
};
const shownInQuery = { accessToken: shownInBody.accessToken };

export const askedLines = z
  .array(z.strictObject({ lineId: id, quantity: z.int().min(1).max(1000).optional() }))
  .min(1)
  .max(100)
  .describe(
    'Lines to give back, all that is left of each without a quantity; everything that is left when absent. Fees are not named: they go with their ticket',
  );

/** The same in an address: `<line>:<how many>,<line>`. */
const linesInQuery = z
  .string()
  .max(10_000)
  .transform((text) => text.split(',').map((line) => line.split(':')))
  .pipe(
    z
      .array(z.union([z.tuple([id]), z.tuple([id, wholeNumber({ from: 1, to: 1000 })])]))
      .min(1)
      .max(100),
  )
  .transform((lines) => lines.map(([lineId, quantity]) => ({ lineId, quantity })))
  .describe(
    'The choice: `id:2,id` gives back two of the first line and all that is left of the second; everything that is left when absent',
  );

const lineQuoteSchema = z.strictObject({
  lineId: z.string(),
  quantity: z.int().describe('What is left of the line'),
  amount: moneySchema,
  goesWith: z
    .array(z.string())
    .describe(
      'Lines that go back together with this one or not at all: the others of a table that is sold whole',
    ),
  refundable: z
    .boolean()
    .describe('By itself; a fee never is: it goes with its ticket, and counts in the whole'),
  reasonCode: z.enum([...refundReasons, ...refusalReasons, ...choiceRefusals]),
  until: moment.nullable().describe('The last moment of the right; null when it has no end, or never was'),
});

export const refundRequestSchema = z.strictObject({
  id: z.string(),
  status: z.enum(requestStates),
  amount: moneySchema,
  reasonCode: z.string(),
  policyVersion: z.string(),
  reason: z.string().nullable(),
  lines: z.array(z.strictObject({ lineId: z.string(), quantity: z.int(), amount: moneySchema })),
  requestedBy: z.enum(['staff', 'customer', 'system']),
  requestedAt: moment,
  decidedAt: moment.nullable(),
  dueBy: moment.nullable().describe('By when the money has to be there; null when it is, or was refused'),
});

export const refundQuoteSchema = z.strictObject({
  orderId: z.string(),
  refundable: moneySchema.describe('What comes back now: nothing is deducted'),
  until: moment.nullable().describe('When the first of the refundable lines stops being so; null: no end'),
  policyVersion: z.string(),
  jurisdiction: z.string().length(2),
  lines: z.array(lineQuoteSchema),
  requests: z.array(refundRequestSchema).describe('What was asked for before, refusals included'),
});

/** What the lines of a choice come to together, where single lines could be had and their sum cannot, or takes others along. */
const choiceSchema = z.strictObject({
  amount: moneySchema,
  lines: z
    .array(z.strictObject({ lineId: z.string(), quantity: z.int(), amount: moneySchema }))
    .describe('All that goes back, also what was not named: fees, and free tickets with the last paid one'),
  refusal: z
    .strictObject({
      reasonCode: z.enum([...refusalReasons, ...choiceRefusals, 'EXCEEDS_REST']),
      message: z.string(),
    })
    .nullable()
    .describe(
      'Why a request for it would be refused now, in the language of the request; null: it would be granted',
    ),
});

export const ownQuoteSchema = refundQuoteSchema.extend({ choice: choiceSchema });

const endedSchema = z.strictObject({
  id: z.string(),
  number: z.string(),
  status: z.enum(orderStates),
  refund: refundRequestSchema.nullable().describe('For a paid order: it is CANCELLED when this has arrived'),
});

const rub = (amount: number) => ({ amount, currency: 'RUB' as const });

export const refundRequestExample = {
  ...{ id: 'r5v2m9xxat96iws9zmbrgj3a', status: 'pending', amount: rub(150_000) },
  ...{ reasonCode: 'WITHIN_POLICY', policyVersion: 'refund.4+RU.1', reason: null },
  lines: [{ lineId: 'l5v2m9xxat96iws9zmbrgj3a', quantity: 1, amount: rub(150_000) }],
  ...{ requestedBy: 'customer', requestedAt: '2026-05-30T09:00:00.000Z', decidedAt: null },
  dueBy: '2026-06-09T09:00:00.000Z',
} satisfies z.input<typeof refundRequestSchema>;

export const refundQuoteExample = {
  orderId: 'o5v2m9xxat96iws9zmbrgj3a',
  refundable: rub(300_000),
  until: '2026-05-31T12:00:00.000Z',
  policyVersion: 'refund.4+RU.1',
  jurisdiction: 'RU',
  lines: [
    {
      ...{ lineId: 'l5v2m9xxat96iws9zmbrgj3a', quantity: 2, amount: rub(300_000), goesWith: [] },
      ...{ refundable: true, reasonCode: 'WITHIN_POLICY', until: '2026-05-31T12:00:00.000Z' },
    },
  ],
  requests: [refundRequestExample],
} satisfies z.input<typeof refundQuoteSchema>;

const ownQuoteExample = {
  ...refundQuoteExample,
  choice: {
    ...{ amount: rub(150_000), refusal: null },
    lines: [{ lineId: 'l5v2m9xxat96iws9zmbrgj3a', quantity: 1, amount: rub(150_000) }],
  },
} satisfies z.input<typeof ownQuoteSchema>;

const example = { params: { id: 'o5v2m9xxat96iws9zmbrgj3a' } };

export const quoteOrderRefund = defineRoute({
  id: 'ordering.orders.refund-quote',
  method: 'GET',
  path: '/api/orders/:id/refund-quote',
  summary: 'What the buyer would get back now, line by line, and what a choice of lines comes to',
  tag: 'ordering',
  access: 'public',
  params: orderParams,
  query: z.strictObject({ ...shownInQuery, lines: linesInQuery.optional() }),
  response: z.strictObject({ data: ownQuoteSchema }),
  errors: ['INVALID_INPUT', 'NOT_FOUND', 'ORDER_NOT_PAID', 'UNKNOWN_ORDER_LINE'],
  example: {
    ...example,
    query: { lines: 'l5v2m9xxat96iws9zmbrgj3a:1' },
    response: { data: ownQuoteExample },
  },
});

/** Granted or refused, the request is kept; a refusal names it in `details.requestId`. */
export const refundOrder = defineRoute({
  id: 'ordering.orders.refund',
  method: 'POST',
  path: '/api/orders/:id/refunds',
  summary: 'Give tickets back: the money goes the way it came, in full',
  tag: 'ordering',
  access: 'public',
  params: orderParams,
  body: z
    .strictObject({ ...shownInBody, lines: askedLines.optional(), reason: reason.optional() })
    .prefault({}),
  response: z.strictObject({ data: refundRequestSchema }),
  errors: [
    ...['INVALID_INPUT', 'UNKNOWN_FIELD', 'NOT_FOUND', 'ORDER_NOT_PAID', 'UNKNOWN_ORDER_LINE'],
    ...['REFUND_REFUSED', 'REFUND_EXCEEDS_REST', 'INVALID_IDEMPOTENCY_KEY', 'IDEMPOTENCY_KEY_REUSED'],
  ],
  example: {
    ...example,
    body: { lines: [{ lineId: 'l5v2m9xxat96iws9zmbrgj3a', quantity: 1 }] },
    response: { data: refundRequestExample },
  },
});

export const cancelOrder = defineRoute({
  id: 'ordering.orders.cancel',
  method: 'POST',
  path: '/api/orders/:id/cancel',
  summary: 'Cancel an order: an unpaid one frees its places, a paid one is refunded in full first',
  tag: 'ordering',
  access: 'public',
  params: orderParams,
  body: z.strictObject({ ...shownInBody, reason: reason.optional() }).prefault({}),
  response: z.strictObject({ data: endedSchema }),
  errors: [
    ...['INVALID_INPUT', 'UNKNOWN_FIELD', 'NOT_FOUND', 'ILLEGAL_TRANSITION'],
    ...['REFUND_REFUSED', 'REFUND_EXCEEDS_REST', 'INVALID_IDEMPOTENCY_KEY', 'IDEMPOTENCY_KEY_REUSED'],
  ],
  example: {
    ...example,
    body: {},
    response: {
      data: { id: example.params.id, number: '482-913-608', status: 'CANCELLED', refund: null },
    },
  },
});

export const refundRoutes = [quoteOrderRefund, refundOrder, cancelOrder];
