import { idPattern, moneySchema, paymentStates, z } from '@gangway/kit';

export const paymentId = z.string().regex(idPattern);
export const timestamp = z.iso.datetime({ offset: true });
export const paymentStatus = z.enum(paymentStates);
export const refundStatus = z.enum(['requested', 'pending', 'succeeded', 'failed']);

/** What the buyer does next: kit's `PaymentAction`. */
export const paymentAction = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('redirect'), url: z.string() }),
  z.strictObject({ type: z.literal('qr'), data: z.string() }),
  z.strictObject({ type: z.literal('lightning'), invoice: z.string(), expiresAt: z.string() }),
  z.strictObject({ type: z.literal('invoice'), link: z.string() }),
  z.strictObject({ type: z.literal('form'), url: z.string(), fields: z.record(z.string(), z.string()) }),
  z.strictObject({ type: z.literal('embed'), token: z.string() }),
  z.strictObject({ type: z.literal('cash'), until: z.string() }),
  z.strictObject({ type: z.literal('none') }),
]);

/** A started payment. Places are kept until `holdUntil`. */
export const startedPayment = z.strictObject({
  paymentId,
  status: paymentStatus,
  action: paymentAction,
  amount: moneySchema,
  holdUntil: timestamp.nullable(),
});

export const exampleStarted = {
  paymentId: 'p4a98xxat96iws9zmbrgj3ab',
  status: 'pending' as const,
  action: {
    type: 'redirect' as const,
    url: 'https://yoomoney.ru/checkout/payments/v2/contract?orderId=2f3b588d-000f-5000-8000-1d6e87c7fbde',
  },
  amount: { amount: 150000, currency: 'RUB' as const },
  holdUntil: '2026-06-01T12:00:00.000Z',
};
