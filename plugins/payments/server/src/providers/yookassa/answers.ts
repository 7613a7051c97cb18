import { currencySchema, z } from '@gangway/kit';
import type { Currency, Money } from '@gangway/kit';

const id = z.string().min(1).max(64);

/** `"1500.00"` roubles are 150000 kopecks. */
const amountSchema = z
  .object({ value: z.string().regex(/^\d{1,12}\.\d{2}$/), currency: currencySchema })
  .transform(({ value, currency }): Money => ({ amount: Number(value.replace('.', '')), currency }));

/** Why it did not come about; the lists of both words grow, so they are read as they are. */
const cancellationSchema = z.object({ party: z.string(), reason: z.string() });

/** What we read of a payment. Fields we do not know are none of our business; those we know must be as described. */
export const paymentAnswer = z.object({
  id,
  status: z.enum(['pending', 'waiting_for_capture', 'succeeded', 'canceled']),
  amount: amountSchema,
  created_at: z.iso.datetime(),
  expires_at: z.iso.datetime().optional(),
  paid: z.boolean(),
  test: z.boolean(),
  confirmation: z
    .object({ type: z.string(), confirmation_url: z.url({ protocol: /^https?$/ }).optional() })
    .optional(),
  payment_method: z.object({ type: z.string(), title: z.string().optional() }).optional(),
  cancellation_details: cancellationSchema.optional(),
});

export const refundAnswer = z.object({
  id,
  payment_id: id,
  status: z.enum(['pending', 'succeeded', 'canceled']),
  amount: amountSchema,
  metadata: z.object({ refund: z.string().optional() }).optional(),
  cancellation_details: cancellationSchema.optional(),
});

export const errorAnswer = z.object({
  type: z.literal('error'),
  id: z.string().optional(),
  code: z.string().min(1),
  parameter: z.string().optional(),
  reason: z.string().optional(),
  /** Milliseconds. */
  retry_after: z.number().nonnegative().optional(),
});

export type PaymentAnswer = z.output<typeof paymentAnswer>;
export type RefundAnswer = z.output<typeof refundAnswer>;
export type ErrorAnswer = z.output<typeof errorAnswer>;

/** 150000 kopecks are `"1500.00"` roubles. */
export function amountOf({ amount, currency }: Money): { value: string; currency: Currency } {
  return { value: `${Math.trunc(amount / 100)}.${String(amount % 100).padStart(2, '0')}`, currency };
}
