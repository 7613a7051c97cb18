import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';

const longestCookie = 3_500;
const longestText = 64 * 1024;
const mostDepartures = 20;
const id = z.string().regex(/^[0-9a-z]{10,40}$/);
const seatCode = z.string().min(1).max(24);
const nonce = z.string().regex(/^[\w-]{8,40}$/);
const count = z.int().min(1).max(1_000);

export const seatTypesSchema = z.record(seatCode, id);

const heldSchema = z.strictObject({
  eventId: id,
  seats: z.array(seatCode).max(200).default([]),
  quantities: z.record(id, count).default({}),
  /** Of the places without numbers, where there are several. */
  zone: z.string().min(1).max(64).optional(),
  /** The hour, in milliseconds, at which they were to be let go. */
  until: z.int().min(0).default(0),
});

const missedSchema = z.strictObject({
  eventId: id,
  /** Seats that somebody else has now, and those that were taken instead. */
  taken: z.array(seatCode).max(200).default([]),
  instead: z.array(seatCode).max(200).default([]),
  /** How many tickets nobody could give back. */
  gone: count.or(z.literal(0)).default(0),
});

const basketSchema = z.strictObject({
  /** How many of each product. */
  products: z.record(id, count).default({}),
  /** Ticket types chosen for numbered seats, by departure. */
  seatTypes: z.record(id, seatTypesSchema).default({}),
  promoCode: z.string().min(1).max(40).optional(),
  /** The places as they were last seen to be held: what to take again when the time is over. */
  held: z.array(heldSchema).max(mostDepartures).default([]),
  /** What could not be had again: said once. */
  missed: z.array(missedSchema).max(mostDepartures).default([]),
  /** Of the purchase that is being made; each order takes a new one. */
  nonce: nonce.optional(),
  /** The order that came of an earlier purchase, so that its button pressed once more leads there; finished: it was seen to be. */
  placed: z.strictObject({ nonce, orderId: id, finished: z.literal(true).optional() }).optional(),
  /** The attempt to pay that this browser began last. */
  paying: z.strictObject({ orderId: id, paymentId: id }).optional(),
});

export type Basket = z.output<typeof basketSchema>;
export type Held = Basket['held'][number];
export type Missed = Basket['missed'][number];

export const emptyBasket: Basket = { products: {}, seatTypes: {}, held: [], missed: [] };

/** The basket that the cookie keeps; what is not one of ours is an empty one. */
export function readBasket(packed: string | undefined): Basket {
  if (packed === undefined) return emptyBasket;
  try {
    const text = inflateRawSync(Buffer.from(packed, 'base64url'), { maxOutputLength: longestText });
    return basketSchema.parse(JSON.parse(text.toString('utf8')));
  } catch {
    return emptyBasket;
  }
}

/** The cookie's value. Browsers drop cookies of more than 4 kB: what does not fit is forgotten, the least needed first. */
export function packBasket(basket: Basket): string {
  const { held, ...withoutHeld } = soundBasket(basket);
  const { seatTypes: _types, ...least } = withoutHeld;
  const packed = [{ ...withoutHeld, held }, withoutHeld, least].map(pack);
  return packed.find(({ length }) => length <= longestCookie) ?? pack({});
}

const pack = (value: object): string => deflateRawSync(JSON.stringify(value)).toString('base64url');

/** The basket as it can be read again: one value that is none of ours does not cost the others. */
function soundBasket({ products, seatTypes, held, missed, promoCode, nonce, placed, paying }: Basket) {
  const { shape } = basketSchema;
  const single = Object.entries({ promoCode, nonce, placed, paying }).filter(
    ([name, value]) => shape[name as 'promoCode' | 'nonce' | 'placed' | 'paying'].safeParse(value).success,
  );
  const isId = (text: string) => id.safeParse(text).success;
  return {
    products: soundEntries(products, ([key, many]) => isId(key) && count.safeParse(many).success),
    seatTypes: Object.fromEntries(
      Object.entries(seatTypes ?? {})
        .map(([eventId, types]) => [eventId, soundEntries(types, isSeatType)] as const)
        .filter(([eventId, types]) => isId(eventId) && Object.keys(types).length > 0),
    ),
    held: (held ?? []).filter((entry) => heldSchema.safeParse(entry).success).slice(0, mostDepartures),
    missed: (missed ?? []).filter((entry) => missedSchema.safeParse(entry).success).slice(0, mostDepartures),
    ...Object.fromEntries(single),
  };
}

const isSeatType = ([seat, type]: [string, string]) =>
  seatCode.safeParse(seat).success && id.safeParse(type).success;

const soundEntries = <Value>(
  values: Record<string, Value> | undefined,
  isSound: (entry: [string, Value]) => boolean,
): Record<string, Value> => Object.fromEntries(Object.entries(values ?? {}).filter(isSound));
