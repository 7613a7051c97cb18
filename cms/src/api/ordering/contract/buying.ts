import { defineRoute, z } from '@gangway/kit';
import { basketFields } from './basket.ts';
import {
  attributionSchema,
  consentCodes,
  customerSchema,
  emailSchema,
  idSchema,
  languageSchema,
} from './buyer.ts';
import { orderExample, orderViewSchema, pricedLineSchema, quoteExample, totalsFields } from './order-view.ts';

export const basketErrors = [
  ...['INVALID_INPUT', 'UNKNOWN_FIELD', 'MALFORMED_JSON', 'UNSUPPORTED_LOCALE', 'UNAVAILABLE'],
  ...['EMPTY_ORDER', 'HOLD_EXPIRED', 'SALES_CLOSED', 'SEVERAL_SELLERS', 'UNKNOWN_PRODUCT'],
  ...['UNKNOWN_TICKET_TYPE', 'SEAT_NOT_HELD', 'NEEDS_ADULT', 'AGE_NOT_ALLOWED', 'AMOUNT_TOO_LARGE'],
  'NEEDS_PAYING_GUEST',
  ...['UNKNOWN_PROMOTION', 'PROMOTION_NOT_APPLICABLE', 'PROMOTION_USED_UP'],
];

const basketExample = {
  sessionId: 'b7c9d1e3f5a7b9c1d3e5f7a9',
  holdIds: ['h6d8f0g2h4j6k8l0z2x4c6v8'],
  promoCode: 'AUTUMN10',
};

/** Nothing is kept and nothing is written: the same basket may cost something else a moment later. */
export const quoteBasket = defineRoute({
  id: 'ordering.quotes.create',
  method: 'POST',
  path: '/api/quotes',
  summary: 'What a basket costs now',
  tag: 'ordering',
  access: 'public',
  body: z.strictObject(basketFields),
  response: z.strictObject({
    data: z.strictObject({
      ...totalsFields,
      lines: z.array(pricedLineSchema),
      expiresAt: z.iso.datetime({ offset: true }).nullable().describe('When the first hold ends'),
    }),
  }),
  errors: [...basketErrors, 'RATE_LIMITED'],
  example: { body: basketExample, response: { data: quoteExample } },
});

/** Answers 201. `accessToken` opens the order to whoever has it: keep it as a secret. */
export const placeOrder = defineRoute({
  id: 'ordering.orders.create',
  method: 'POST',
  path: '/api/orders',
  summary: 'Place an order for held places and products',
  tag: 'ordering',
  access: 'public',
  body: z.strictObject({
    ...basketFields,
    customer: customerSchema,
    locale: languageSchema.optional(),
    attribution: attributionSchema.optional(),
    consents: z
      .array(z.enum(consentCodes))
      .max(10)
      .default([])
      .describe('offer and personal-data are required'),
    acceptOtherSeats: z
      .boolean()
      .default(false)
      .describe('Should the payment come too late, the next best seats of the same zone will do'),
  }),
  response: z.strictObject({ data: orderViewSchema.extend({ accessToken: z.string() }) }),
  errors: [
    ...basketErrors,
    ...['CONSENT_REQUIRED', 'PASSENGERS_REQUIRED', 'IDEMPOTENCY_KEY_REUSED', 'INVALID_IDEMPOTENCY_KEY'],
    ...['CONFLICT', 'RATE_LIMITED'],
  ],
  example: {
    body: {
      ...basketExample,
      customer: { fullName: 'Anna Petrova', email: 'anna@example.org', phone: '+7 921 000-00-00' },
      locale: 'en',
      attribution: { channel: 'web', utm: { source: 'newsletter' } },
      consents: ['offer', 'personal-data'],
    },
    response: { data: { ...orderExample, accessToken: '9Qm1sG0y2cVtqkXoJm8mM8u1wQzT5nW3bR7dL4fKp6E' } },
  },
});

/** Opens to the account and the session that placed the order, and to its token; for all others it is not there. */
export const readOrderRoute = defineRoute({
  id: 'ordering.orders.read',
  method: 'GET',
  path: '/api/orders/:id',
  summary: 'An order, for its buyer',
  waits: true,
  tag: 'ordering',
  access: 'public',
  params: z.strictObject({ id: idSchema }),
  query: z.strictObject({
    accessToken: z
      .string()
      .max(200)
      .optional()
      .describe('Or Authorization: Bearer, or the session in Gangway-Session'),
  }),
  response: z.strictObject({ data: orderViewSchema }),
  errors: ['NOT_FOUND', 'INVALID_INPUT', 'UNKNOWN_FILTER', 'UNSUPPORTED_LOCALE'],
  example: { params: { id: orderExample.id }, response: { data: orderExample } },
});

/** The answer never tells whether there is such an order; the link goes to the buyer's own address. */
export const lookUpOrder = defineRoute({
  id: 'ordering.orders.lookup',
  method: 'POST',
  path: '/api/orders/lookup',
  summary: 'Send the buyer the link to an order',
  tag: 'ordering',
  access: 'public',
  body: z.strictObject({
    number: z.string().min(1).max(40).describe('Spaces and dashes do not count'),
    email: emailSchema,
  }),
  response: z.strictObject({ data: z.strictObject({ accepted: z.literal(true) }) }),
  errors: ['INVALID_INPUT', 'UNKNOWN_FIELD', 'MALFORMED_JSON', 'UNSUPPORTED_LOCALE', 'RATE_LIMITED'],
  example: {
    body: { number: '482 913 608', email: 'anna@example.org' },
    response: { data: { accepted: true } },
  },
});

export const buyingRoutes = [quoteBasket, placeOrder, readOrderRoute, lookUpOrder];
