import type { Api, ApiError } from '@gangway/client/api';
import { asked, type Asked } from '../api/asked.ts';
import type { Quote, QuoteLine } from '../api/shapes.ts';
import type { Basket } from './basket-cookie.ts';

export interface Quoted {
  /** What the basket costs; without it nothing can be sold as it is, and `error` says why. */
  quote?: Quote;
  error?: ApiError;
  /** The code gives nothing. */
  promoError?: ApiError;
  /** The chosen ticket types do not go together; the quote is without them. */
  typesError?: ApiError;
  /** Products that are sold no more. */
  gone: string[];
}

interface Quoting {
  api: Api;
  basket: Basket;
  /** Of one seller only, where the session holds places of several. */
  holdIds?: string[];
}

/** What the session's places and the basket's products cost now, with as many of its wishes as can be had. */
export async function quoteBasket({ api, basket, holdIds }: Quoting): Promise<Quoted> {
  const ask = (wishes?: { seatTypes?: SeatType[]; promoCode?: string }): Promise<Asked<Quote>> =>
    asked(api.POST('/api/quotes', { body: { ...body(basket, wishes), ...(holdIds ? { holdIds } : {}) } }));
  const plain = await ask();
  if (plain.error) return refused({ api, basket, error: plain.error, ...(holdIds ? { holdIds } : {}) });
  const seatTypes = wantedTypes(plain.data.lines, basket);
  const typed = seatTypes.length > 0 ? await ask({ seatTypes }) : plain;
  const types = typed.error ? [] : seatTypes;
  const quoted = {
    quote: typed.data ?? plain.data,
    gone: [],
    ...(typed.error ? { typesError: typed.error } : {}),
  };
  if (basket.promoCode === undefined) return quoted;
  const reduced = await ask({ seatTypes: types, promoCode: basket.promoCode });
  return reduced.error ? { ...quoted, promoError: reduced.error } : { ...quoted, quote: reduced.data };
}

async function refused({ error, ...quoting }: Quoting & { error: ApiError }): Promise<Quoted> {
  const { basket } = quoting;
  if (error.code !== 'UNKNOWN_PRODUCT') return { error, gone: [] };
  const gone = Object.keys(basket.products);
  const quoted = await quoteBasket({ ...quoting, basket: { ...basket, products: {} } });
  return { ...quoted, gone };
}

export interface SeatType {
  holdId: string;
  seatCode: string;
  ticketTypeId: string;
}

/** The chosen types of those seats that are still held. */
export function wantedTypes(
  lines: readonly QuoteLine[],
  { seatTypes }: Pick<Basket, 'seatTypes'>,
): SeatType[] {
  return lines.flatMap(({ eventId, holdId, seatCode }) => {
    if (!eventId || !holdId || !seatCode) return [];
    const ticketTypeId = seatTypes[eventId]?.[seatCode];
    return ticketTypeId ? [{ holdId, seatCode, ticketTypeId }] : [];
  });
}

const body = ({ products }: Basket, wishes: { seatTypes?: SeatType[]; promoCode?: string } = {}) => ({
  lines: Object.entries(products).map(([productId, quantity]) => ({ productId, quantity })),
  seatTypes: wishes.seatTypes ?? [],
  passengers: [],
  ...(wishes.promoCode === undefined ? {} : { promoCode: wishes.promoCode }),
});
