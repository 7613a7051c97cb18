import { defineRoute, z } from '@gangway/kit';
import { eventParams } from './price-list.ts';

const seat = z.strictObject({
  seatCode: z.string(),
  number: z.string(),
  x: z.number(),
  y: z.number(),
  zone: z.string(),
  accessible: z.boolean(),
});

const box = { x: z.number(), y: z.number(), width: z.number(), height: z.number() };

const section = z.strictObject({
  id: z.string(),
  name: z.string(),
  rows: z.array(z.strictObject({ label: z.string(), seats: z.array(seat) })),
  tables: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      ...box,
      shape: z.enum(['round', 'rect']),
      sale: z.enum(['seat', 'whole']),
      seats: z.array(seat),
    }),
  ),
});

const area = z.strictObject({
  id: z.string(),
  name: z.string(),
  zone: z.string(),
  capacity: z.int(),
  ...box,
});

/** Centimetres from the top left corner, bow up; `outline` is an SVG path. */
const deck = z.strictObject({
  id: z.string(),
  name: z.string(),
  width: z.number(),
  height: z.number(),
  outline: z.string(),
  sections: z.array(section),
  areas: z.array(area),
});

/** `decks` is empty for general admission on a vessel without a plan. */
export const eventSeatLayout = defineRoute({
  id: 'catalog.events.seat-layout',
  method: 'GET',
  path: '/api/events/:id/seat-layout',
  summary: 'Decks, sections, rows and seats of a departure',
  tag: 'catalog',
  access: 'public',
  params: eventParams,
  response: z.strictObject({
    data: z.strictObject({
      eventId: z.string(),
      seating: z.enum(['assigned', 'general']),
      zones: z.array(z.strictObject({ id: z.string(), name: z.string(), tint: z.int(), capacity: z.int() })),
      decks: z.array(deck),
    }),
  }),
  errors: ['NOT_FOUND', 'UNKNOWN_FILTER', 'UNSUPPORTED_LOCALE'],
  example: {
    params: { id: 'k3f0q8v1m2n4b6c7d9e1g5h8' },
    response: {
      data: {
        eventId: 'k3f0q8v1m2n4b6c7d9e1g5h8',
        seating: 'assigned',
        zones: [{ id: 'panorama', name: 'Panorama', tint: 1, capacity: 1 }],
        decks: [
          {
            id: 'upper',
            name: 'Upper deck',
            width: 700,
            height: 2400,
            outline: 'M 350 0 Q 700 200 700 600 V 2400 H 0 V 600 Q 0 200 350 0 Z',
            sections: [
              {
                id: 'bow',
                name: 'Bow',
                rows: [
                  {
                    label: '1',
                    seats: [
                      { seatCode: 'U-1A', number: 'A', x: 200, y: 400, zone: 'panorama', accessible: false },
                    ],
                  },
                ],
                tables: [],
              },
            ],
            areas: [],
          },
        ],
      },
    },
  },
});

export type SeatLayout = z.infer<typeof eventSeatLayout.response>;
