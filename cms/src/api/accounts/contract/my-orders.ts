import { defineRoute, moneySchema, z } from '@gangway/kit';
import { orderStates } from '../../ordering/domain/moves.ts';
import { requestStates } from '../../ordering/domain/refund-request.ts';
import { ticketExample, ticketView } from '../../tickets/contract.ts';

const moment = z.iso.datetime({ offset: true });
const mine = { tag: 'accounts', access: 'customer', method: 'GET' } as const;
const errors = ['UNAUTHORIZED', 'UNSUPPORTED_LOCALE', 'INVALID_INPUT', 'UNKNOWN_FILTER'];

const refundSchema = z.strictObject({
  status: z.enum(requestStates),
  amount: moneySchema,
  requestedAt: moment,
  dueBy: moment.nullable(),
});

const myOrderSchema = z.strictObject({
  id: z.string(),
  number: z.string(),
  status: z.enum(orderStates),
  upcoming: z.boolean().describe('Something of it is still ahead'),
  total: moneySchema,
  refunded: moneySchema,
  placedAt: moment,
  expiresAt: moment.nullable(),
  events: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      startAt: moment,
      endAt: moment,
      timezone: z.string(),
      places: z.int().describe('Tickets of the departure'),
    }),
  ),
  products: z.array(z.strictObject({ name: z.string(), quantity: z.int() })),
  tickets: z.strictObject({
    issued: z.int().describe('Good tickets'),
    pdf: z.string().nullable().describe('All of them as one file'),
  }),
  refunds: z.array(refundSchema),
});
export type MyOrder = z.infer<typeof myOrderSchema>;

const rub = (amount: number) => ({ amount, currency: 'RUB' as const });
const orderId = 'o2w4e6r8t0y2u4i6o8p0a2s4';

const myOrderExample: MyOrder = {
  ...{ id: orderId, number: '482-913-608', status: 'PAID', upcoming: true },
  ...{ total: rub(240_000), refunded: rub(0), placedAt: '2026-11-20T12:00:00.000Z', expiresAt: null },
  events: [
    {
      ...{ id: 'k3f0q8v1m2n4b6c7d9e1g5h8', title: 'Rivers and canals of St Petersburg', places: 2 },
      ...{ startAt: '2026-12-01T12:00:00+03:00', endAt: '2026-12-01T13:10:00+03:00' },
      timezone: 'Europe/Moscow',
    },
  ],
  products: [],
  tickets: { issued: 2, pdf: `/api/orders/${orderId}/tickets.pdf` },
  refunds: [],
};

export const listMyOrders = defineRoute({
  ...mine,
  id: 'accounts.me.orders',
  path: '/api/me/orders',
  summary: 'Orders of the account: what is ahead first, the next first; then what is over, the latest first',
  query: z.strictObject({
    when: z.enum(['upcoming', 'past']).optional(),
    page: z.coerce.number().int().min(1).default(1),
    pageSize: z.coerce.number().int().min(1).max(100).default(20),
  }),
  response: z.strictObject({
    data: z.array(myOrderSchema),
    meta: z.strictObject({ page: z.int(), pageSize: z.int(), total: z.int() }),
  }),
  errors,
  example: { response: { data: [myOrderExample], meta: { page: 1, pageSize: 20, total: 1 } } },
});

export const listMyTickets = defineRoute({
  ...mine,
  id: 'accounts.me.tickets',
  path: '/api/me/tickets',
  summary: 'Tickets of departures that are ahead, the next first',
  response: z.strictObject({ data: z.array(ticketView.extend({ orderId: z.string() })) }),
  errors: ['UNAUTHORIZED', 'UNSUPPORTED_LOCALE'],
  example: { response: { data: [{ ...ticketExample, orderId }] } },
});

export const myOrdersRoutes = [listMyOrders, listMyTickets];
