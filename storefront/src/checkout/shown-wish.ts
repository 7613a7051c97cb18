import { z } from 'zod';
import type { Quote } from '../api/shapes.ts';
import type { Basket } from '../basket/basket-cookie.ts';
import type { Seat } from './passengers.ts';

const text = z.string().max(64);

const wishSchema = z.strictObject({
  holdIds: z.array(text).max(50),
  lines: z.array(z.strictObject({ productId: text, quantity: z.int() })).max(20),
  seatTypes: z.array(z.strictObject({ holdId: text, seatCode: text, ticketTypeId: text })).max(200),
  promoCode: z.string().max(40).optional(),
  seats: z
    .array(
      z.strictObject({
        ...{ key: z.string().max(120), holdId: text, seatCode: text.optional(), ticketTypeId: text },
        asked: z.enum(['none', 'names', 'documents']),
      }),
    )
    .max(200),
});

/**
 * What a page offered to buy. The form carries it, so that a second press of its button can ask for the very same after
 * the first has already emptied the basket.
 */
export type ShownWish = z.output<typeof wishSchema>;

interface Shown {
  basket: Basket;
  quote: Quote;
  seats: readonly Seat[];
}

export function shownWish({ basket, quote, seats }: Shown): ShownWish {
  const { lines, promotion } = quote;
  return {
    holdIds: [...new Set(lines.flatMap(({ holdId }) => holdId ?? []))],
    lines: Object.entries(basket.products).map(([productId, quantity]) => ({ productId, quantity })),
    seatTypes: lines.flatMap(typeOf),
    ...(promotion ? { promoCode: promotion.code } : {}),
    seats: [...seats],
  };
}

/** Every seat as the page shows it, chosen or not: what stands there is what is bought. */
const typeOf = ({ holdId, seatCode, ticketTypeId }: Quote['lines'][number]) =>
  holdId && seatCode && ticketTypeId ? [{ holdId, seatCode, ticketTypeId }] : [];

export const packWish = (wish: ShownWish): string => Buffer.from(JSON.stringify(wish)).toString('base64url');

/** Undefined when it is not one of ours. */
export function readWish(packed: string): ShownWish | undefined {
  try {
    return wishSchema.parse(JSON.parse(Buffer.from(packed, 'base64url').toString('utf8')));
  } catch {
    return undefined;
  }
}
