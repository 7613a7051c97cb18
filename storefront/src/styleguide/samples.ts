import type { paths } from '@gangway/client/api';
import type { EventCard, Order, OrderTicket, PriceList, RefundQuote } from '../api/shapes.ts';
import type { EventItem } from '../catalogue/event-item.ts';
import type { Description } from '../docs/description.ts';
import { operationsOf } from '../docs/operations.ts';

type MyOrders = paths['/api/me/orders']['get']['responses'][200]['content']['application/json']['data'];

/** What the components are shown with: the API's own examples, so that they always fit its shapes. */
export interface Samples {
  card: EventCard;
  prices: PriceList;
  order: Order;
  tickets: OrderTicket[];
  refunds: RefundQuote['requests'];
  orders: MyOrders;
}

export function samplesOf(description: Description): Samples {
  const operations = operationsOf(description);
  const example = <T>(id: string) =>
    (operations.find((one) => one.id === id)?.answer?.example as { data: T }).data;
  return {
    card: example<EventCard>('catalog.events.card'),
    prices: example<PriceList>('catalog.events.prices'),
    order: example<Order>('ordering.orders.read'),
    tickets: example<OrderTicket[]>('tickets.list'),
    refunds: example<RefundQuote>('ordering.orders.refund-quote').requests,
    orders: example<MyOrders>('accounts.me.orders'),
  };
}

/** Eighty characters, as long as a manager may make a name. */
export const longName = 'Северо-Западное прибрежное пароходство имени адмирала Крузенштерна-Беллинсгаузен';

/** One departure in every state that a card can be in. */
export function cardsOf(event: EventItem): { state: string; event: EventItem }[] {
  const { activity } = event;
  const left = (status: EventItem['availability']['status'], places = 0): EventItem => ({
    ...event,
    availability: { left: places, status },
  });
  return [
    { state: 'available', event: left('available', 48) },
    { state: 'few left', event: left('few', 3) },
    { state: 'sold out', event: left('sold_out') },
    { state: 'closed', event: left('closed') },
    { state: 'cancelled', event: left('cancelled') },
    { state: 'delayed', event: { ...left('available', 12), delayMinutes: 25 } },
    { state: 'long text', event: { ...left('available', 1), activity: { ...activity, title: longName } } },
    { state: 'no picture', event: { ...left('available', 7), activity: { ...activity, image: null } } },
    { state: 'free of charge', event: { ...left('few', 2), priceFrom: { amount: 0, currency: 'RUB' } } },
  ];
}
