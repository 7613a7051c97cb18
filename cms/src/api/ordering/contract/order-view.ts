import { moneySchema, paymentStates, vatModeSchema, z } from '@gangway/kit';
import { orderStates } from '../domain/moves.ts';

const momentSchema = z.iso.datetime({ offset: true });

const ruleSchema = z
  .looseObject({ rule: z.string() })
  .describe('price, default-ticket-type, promotion or fee, with what it was applied with');

/** A line as a quote shows it; `position` counts from 1. */
export const pricedLineSchema = z.strictObject({
  position: z.int().min(1),
  kind: z.enum(['admission', 'product', 'fee']),
  name: z.string(),
  eventId: z.string().nullable(),
  holdId: z.string().nullable(),
  seatCode: z.string().nullable(),
  zone: z.string().nullable(),
  ticketTypeId: z.string().nullable(),
  productId: z.string().nullable(),
  feeId: z.string().nullable(),
  forPosition: z.int().nullable().describe('The line that a fee is on'),
  quantity: z.int().min(1),
  listPrice: moneySchema.describe('One piece as the price list says, without VAT where that comes on top'),
  unitPrice: moneySchema.describe('One piece, VAT included, before the discount'),
  discount: moneySchema.describe('On all pieces of the line together'),
  amount: moneySchema.describe('What is paid for the line, VAT included'),
  vat: z.strictObject({
    mode: vatModeSchema,
    rateBp: z.int().min(0),
    amount: moneySchema.describe('The VAT within the amount'),
  }),
  passenger: z
    .strictObject({
      fullName: z.string(),
      birthDate: z.string().nullable(),
      document: z.string().nullable(),
    })
    .nullable(),
  rules: z.array(ruleSchema),
});

export const orderLineSchema = pricedLineSchema.extend({ id: z.string(), refunded: moneySchema });

const promotionSchema = z.strictObject({ code: z.string() });

/** What a basket costs. */
export const totalsFields = {
  sellerId: z.string(),
  fees: moneySchema.describe('Within the total'),
  discount: moneySchema.describe('Taken off already'),
  vat: moneySchema.describe('Within the total: the sum of the lines'),
  total: moneySchema,
  promotion: promotionSchema.nullable(),
};

const orderEventSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  startAt: momentSchema,
  endAt: momentSchema,
  timezone: z.string(),
  refund: z.strictObject({
    kind: z.enum(['until24h', 'flexible', 'nonRefundable']),
    until: momentSchema
      .nullable()
      .describe('Until when the buyer can give the tickets back; null when never'),
    sentence: z.string(),
  }),
});

/** `pending` without `canRetry` is being looked at by people; a repetition of a pending attempt goes on with it. */
const orderPaymentSchema = z.strictObject({
  status: z
    .enum(paymentStates)
    .describe('Of the attempt that paid, else of the one on its way, else the latest'),
  method: z.string(),
  paidAt: momentSchema.nullable(),
  refunded: moneySchema.describe('What has gone back of it, or is on its way'),
  canRetry: z.boolean().describe('Whether the buyer may pay now, with this method or another'),
});

export const nextSteps = ['pay', 'travel', 'choose_again', 'none'] as const;

/** The order as its buyer sees it. */
export const orderViewSchema = z.strictObject({
  id: z.string(),
  number: z.string().describe('Nine digits in threes; the last is a check digit'),
  status: z.enum(orderStates),
  locale: z.enum(['ru', 'en', 'zh']),
  ...totalsFields,
  refunded: moneySchema,
  seller: z.strictObject({ id: z.string(), name: z.string() }),
  buyer: z.strictObject({
    fullName: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
  }),
  lines: z.array(orderLineSchema),
  events: z.array(orderEventSchema),
  acceptOtherSeats: z.boolean(),
  placedAt: momentSchema,
  expiresAt: momentSchema.nullable().describe('Until when the places are kept; null when nothing is due'),
  paidAt: momentSchema.nullable(),
  payment: orderPaymentSchema.nullable().describe('null before the first attempt, and for what cost nothing'),
  next: z.strictObject({ step: z.enum(nextSteps), until: momentSchema.nullable() }),
});

export type OrderView = z.infer<typeof orderViewSchema>;
export type PricedLineView = z.infer<typeof pricedLineSchema>;
export type OrderLineView = z.infer<typeof orderLineSchema>;

const rub = (amount: number) => ({ amount, currency: 'RUB' as const });

export const pricedLineExample: PricedLineView = {
  position: 1,
  kind: 'admission',
  name: 'Rivers and canals of St Petersburg · Adult',
  eventId: 'k3f0q8v1m2n4b6c7d9e1g5h8',
  holdId: 'h6d8f0g2h4j6k8l0z2x4c6v8',
  seatCode: 'A-12',
  zone: 'panorama',
  ticketTypeId: 't1y3u5i7o9p2a4s6d8f0g1h3',
  productId: null,
  feeId: null,
  forPosition: null,
  quantity: 1,
  listPrice: rub(120_000),
  unitPrice: rub(120_000),
  discount: rub(12_000),
  amount: rub(108_000),
  vat: { mode: 'included', rateBp: 2200, amount: rub(19_475) },
  passenger: null,
  rules: [
    { rule: 'price', zone: 'panorama', from: null, to: null },
    { rule: 'promotion', promotionId: 'm5n7b9v1c3x5z7l9k1j3h5g7', code: 'AUTUMN10', discount: 12_000 },
  ],
};

const totalsExample = {
  sellerId: 's4d6f8g0h2j4k6l8z1x3c5v7',
  fees: rub(0),
  discount: rub(12_000),
  vat: rub(19_475),
  total: rub(108_000),
  promotion: { code: 'AUTUMN10' },
};

export const quoteExample = {
  ...totalsExample,
  lines: [pricedLineExample],
  expiresAt: '2026-11-20T12:15:00.000Z',
};

export const orderExample: OrderView = {
  id: 'o2w4e6r8t0y2u4i6o8p0a2s4',
  number: '482-913-608',
  status: 'LOCKED',
  locale: 'en',
  ...totalsExample,
  refunded: rub(0),
  seller: { id: 's4d6f8g0h2j4k6l8z1x3c5v7', name: 'Neva Lines' },
  buyer: { fullName: 'Anna Petrova', email: 'anna@example.org', phone: '+79210000000' },
  lines: [{ ...pricedLineExample, id: 'l1k3j5h7g9f1d3s5a7p9o1i3', refunded: rub(0) }],
  events: [
    {
      id: 'k3f0q8v1m2n4b6c7d9e1g5h8',
      title: 'Rivers and canals of St Petersburg',
      startAt: '2026-12-01T12:00:00+03:00',
      endAt: '2026-12-01T13:10:00+03:00',
      timezone: 'Europe/Moscow',
      refund: {
        kind: 'until24h',
        until: '2026-11-30T12:00:00+03:00',
        sentence: 'Full refund up to 24 hours before departure, none after that.',
      },
    },
  ],
  acceptOtherSeats: false,
  placedAt: '2026-11-20T12:00:00.000Z',
  expiresAt: '2026-11-20T12:15:00.000Z',
  paidAt: null,
  payment: {
    ...{ status: 'canceled', method: 'yookassa', paidAt: null, refunded: rub(0) },
    canRetry: true,
  },
  next: { step: 'pay', until: '2026-11-20T12:15:00.000Z' },
};
