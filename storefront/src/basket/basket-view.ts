import type { Api } from '@gangway/client/api';
import { asked } from '../api/asked.ts';
import type { EventCard, PriceList, Product, Quote, QuoteLine, SeatLayout } from '../api/shapes.ts';

export interface Departure {
  card: EventCard;
  layout?: SeatLayout;
  prices?: PriceList;
  tickets: QuoteLine[];
}

/** What is in the basket, as people see it. */
export interface BasketView {
  departures: Departure[];
  products: { product?: Product; line: QuoteLine }[];
  /** What the same seller has besides. */
  offers: Product[];
}

export async function basketView(api: Api, { lines, sellerId }: Quote): Promise<BasketView> {
  const tickets = lines.filter(({ kind }) => kind === 'admission');
  const byEvent = Map.groupBy(tickets, ({ eventId }) => eventId ?? '');
  const [departures, products] = await Promise.all([
    Promise.all([...byEvent].map(([id, own]) => departure(api, { id, tickets: own }))),
    productsOf(api),
  ]);
  const wanted = lines.filter(({ kind }) => kind === 'product');
  return {
    departures: departures.flatMap((found) => found ?? []).toSorted(byStart),
    products: wanted.map((line) => ({ line, ...productIn(products, line.productId) })),
    offers: products.filter(
      ({ id, seller, fulfilment }) =>
        seller.id === sellerId &&
        fulfilment === 'digital' &&
        !wanted.some(({ productId }) => productId === id),
    ),
  };
}

const byStart = (left: Departure, right: Departure) =>
  Date.parse(left.card.startAt) - Date.parse(right.card.startAt);

const productIn = (products: readonly Product[], productId: string | null) => {
  const product = products.find(({ id }) => id === productId);
  return product ? { product } : {};
};

export const productsOf = async (api: Api): Promise<Product[]> =>
  (await asked(api.GET('/api/products'))).data ?? [];

interface Wanted {
  id: string;
  tickets: QuoteLine[];
}

async function departure(api: Api, { id, tickets }: Wanted): Promise<Departure | undefined> {
  const params = { params: { path: { id } } };
  const [card, layout, prices] = await Promise.all([
    asked(api.GET('/api/events/{id}', params)),
    tickets.some(({ seatCode }) => seatCode)
      ? asked(api.GET('/api/events/{id}/seat-layout', params))
      : undefined,
    asked(api.GET('/api/events/{id}/prices', params)),
  ]);
  if (!card.data) return undefined;
  return {
    card: card.data,
    tickets,
    ...(layout?.data ? { layout: layout.data } : {}),
    ...(prices.data ? { prices: prices.data } : {}),
  };
}
