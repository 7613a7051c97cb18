import { defineRoute, z } from '@gangway/kit';
import { eventParams } from '../../catalog/contract/price-list.ts';
import { momentSchema } from '../../catalog/contract/event-item.ts';
import { sessionSchema } from '../domain/session.ts';

const sessionId = sessionSchema.optional().describe('The buyer’s session; or the header Gangway-Session');
const seats = z.array(z.string().min(1).max(24)).min(1).max(100).describe('Codes of the seat layout');
const quantities = z
  .record(z.string().min(1).max(64), z.int().min(1).max(1_000_000))
  .refine((given) => Object.keys(given).length >= 1 && Object.keys(given).length <= 20)
  .describe('How many tickets, by id of the ticket type');
const zone = z
  .string()
  .min(1)
  .max(64)
  .optional()
  .describe('Where places without numbers are in several zones');

const heldPlaces = {
  holdId: z.string(),
  expiresAt: momentSchema,
  seats: z.array(z.string()),
  quantities: z.record(z.string(), z.int()).describe('Tickets without a number, by id of the ticket type'),
  counts: z
    .array(z.strictObject({ ticketTypeId: z.string(), zone: z.string().nullable(), quantity: z.int() }))
    .describe('The same by zone, where the plan has zones'),
};

const heldExample = {
  holdId: 'h1o2l3d4h5o6l7d8h9o0l1d2',
  expiresAt: '2026-07-01T12:15:00.000Z',
  seats: ['U-1A', 'U-1B'],
  quantities: {},
  counts: [],
};

const refusals = [
  ...(['INVALID_INPUT', 'UNKNOWN_FIELD', 'MALFORMED_JSON', 'UNKNOWN_FILTER', 'UNSUPPORTED_LOCALE'] as const),
  ...(['UNSUPPORTED_MEDIA_TYPE', 'PAYLOAD_TOO_LARGE', 'NOT_FOUND', 'RATE_LIMITED', 'UNAVAILABLE'] as const),
  ...(['INVALID_IDEMPOTENCY_KEY', 'IDEMPOTENCY_KEY_REUSED'] as const),
];

const lockRefusals = [
  ...(['SEAT_TAKEN', 'SOLD_OUT', 'SALES_CLOSED', 'TOO_MANY_PLACES', 'TOO_MANY_HOLDS'] as const),
  ...(['SUPPLIER_REFUSED', 'CONFLICT'] as const),
];

export const lockSeats = defineRoute({
  id: 'seating.lock',
  method: 'POST',
  path: '/api/events/:id/seats/lock',
  summary: 'Hold places for a session: all that is asked for, or nothing',
  tag: 'seating',
  access: 'public',
  params: eventParams,
  body: z
    .strictObject({ sessionId, seats: seats.optional(), quantities: quantities.optional(), zone })
    .refine(({ seats: codes, quantities: counts }) => codes !== undefined || counts !== undefined, {
      path: ['seats'],
    }),
  response: z.strictObject({ data: z.strictObject(heldPlaces) }),
  errors: [...refusals, ...lockRefusals, 'UNKNOWN_SEAT', 'UNKNOWN_TICKET_TYPE', 'UNKNOWN_ZONE'],
  example: {
    params: { id: 'k3f0q8v1m2n4b6c7d9e1g5h8' },
    body: { sessionId: 'Wm8Q2xkT4n0ZbV7cYp3L', seats: ['U-1A', 'U-1B'] },
    response: { data: heldExample },
  },
});

export const unlockSeats = defineRoute({
  id: 'seating.unlock',
  method: 'POST',
  path: '/api/events/:id/seats/unlock',
  summary: 'Let places go; without seats and quantities, all that the session holds on the departure',
  tag: 'seating',
  access: 'public',
  params: eventParams,
  body: z
    .strictObject({
      ...{ sessionId, seats: seats.optional(), quantities: quantities.optional() },
      zone: zone.describe('Of the quantities; without it they are let go in whichever zone there are some'),
    })
    .refine(({ zone: of, quantities: counts }) => of === undefined || counts !== undefined, {
      path: ['zone'],
    }),
  response: z.strictObject({
    data: z.strictObject({
      ...heldPlaces,
      holdId: z.string().nullable().describe('null when nothing is held any more'),
      expiresAt: momentSchema.nullable(),
    }),
  }),
  errors: refusals,
  example: {
    params: { id: 'k3f0q8v1m2n4b6c7d9e1g5h8' },
    body: { sessionId: 'Wm8Q2xkT4n0ZbV7cYp3L', seats: ['U-1B'] },
    response: { data: { ...heldExample, seats: ['U-1A'] } },
  },
});

export const lockBestAvailable = defineRoute({
  id: 'seating.best-available',
  method: 'POST',
  path: '/api/events/:id/best-available',
  summary: 'Hold the best free places: side by side where possible, near the front and the middle',
  tag: 'seating',
  access: 'public',
  params: eventParams,
  body: z.strictObject({
    sessionId,
    count: z.int().min(1).max(1_000_000),
    zone,
    accessible: z.boolean().optional().describe('Places for wheelchairs'),
  }),
  response: z.strictObject({ data: z.strictObject(heldPlaces) }),
  errors: [...refusals, ...lockRefusals, 'UNKNOWN_ZONE'],
  example: {
    params: { id: 'k3f0q8v1m2n4b6c7d9e1g5h8' },
    body: { sessionId: 'Wm8Q2xkT4n0ZbV7cYp3L', count: 2, zone: 'panorama' },
    response: { data: heldExample },
  },
});
