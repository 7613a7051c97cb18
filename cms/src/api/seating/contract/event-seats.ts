import { defineRoute, z } from '@gangway/kit';
import { eventParams } from '../../catalog/contract/price-list.ts';

/** What a seat map shows: `selected` is held by the asking session, `unknown` is stale data of a supplier. */
export const seatStatus = z.enum(['free', 'sold', 'reserved', 'selected', 'unknown']);

export type SeatStatus = z.infer<typeof seatStatus>;

export const eventSeats = defineRoute({
  id: 'seating.event-seats',
  method: 'GET',
  path: '/api/events/:id/seats',
  summary:
    'Which seats of a departure are free; with the header Gangway-Session its own are selected; the same live over WS /ws/seatmap?event=:id',
  tag: 'seating',
  access: 'public',
  params: eventParams,
  response: z.strictObject({
    data: z.strictObject({
      seq: z.int().describe('Grows with every change of the places of this departure'),
      seats: z.array(z.strictObject({ seatCode: z.string(), status: seatStatus })),
    }),
  }),
  errors: ['NOT_FOUND', 'INVALID_INPUT', 'UNKNOWN_FILTER', 'UNSUPPORTED_LOCALE', 'UNAVAILABLE'],
  example: {
    params: { id: 'k3f0q8v1m2n4b6c7d9e1g5h8' },
    response: {
      data: {
        seq: 41,
        seats: [
          { seatCode: 'U-1A', status: 'free' },
          { seatCode: 'U-1B', status: 'sold' },
        ],
      },
    },
  },
});
