import { defineRoute, moneySchema, z } from '@gangway/kit';
import { causes } from '../domain/departure-change.ts';
import { orderStates } from '../domain/moves.ts';
import { idSchema as id, text } from './buyer.ts';

const moment = z.iso.datetime({ offset: true });
const params = z.strictObject({ id });
const localized = z.strictObject({ ru: z.string(), en: z.string(), zh: z.string() });
const named = z.strictObject({ id: z.string(), name: z.string() });

/** Who a deed on a departure touches. */
export const affectedSchema = z.strictObject({
  event: z.strictObject({
    ...{ id: z.string(), title: z.string(), state: z.string(), timezone: z.string() },
    ...{ startAt: moment, endAt: moment },
    leavesAt: moment.describe('The start with its delay'),
    delayMinutes: z.int(),
    berth: named.nullable(),
    vessel: z.string().nullable(),
    notice: localized.nullable(),
  }),
  orders: z.array(
    z.strictObject({
      ...{ id: z.string(), number: z.string(), status: z.enum(orderStates) },
      buyer: z.strictObject({
        fullName: z.string(),
        email: z.string().nullable(),
        phone: z.string().nullable(),
      }),
      tickets: z.int(),
      amount: moneySchema.describe(
        'What was paid for this departure and is still ours; nothing while unpaid',
      ),
      otherEvents: z.int().describe('Other departures of the order, which stay'),
    }),
  ),
  totals: z.strictObject({
    orders: z.int(),
    unpaid: z.int(),
    tickets: z.int(),
    withoutEmail: z.int().describe('Buyers who cannot be written to'),
    money: z.array(moneySchema).describe('By currency'),
  }),
  berths: z.array(named).describe('Where it could leave from'),
  delayTolerance: z.int().describe('Minutes of delay past which buyers may have their money back'),
});

const rub = (amount: number) => ({ amount, currency: 'RUB' as const });
const example = { params: { id: 'k3f0q8v1m2n4b6c7d9e1g5h8' } };
const affectedExample = {
  event: {
    ...{ id: example.params.id, title: 'Canals at night', state: 'on_sale', timezone: 'Europe/Moscow' },
    ...{ startAt: '2026-06-20T21:30:00+03:00', endAt: '2026-06-20T23:00:00+03:00' },
    ...{ leavesAt: '2026-06-20T21:30:00+03:00', delayMinutes: 0 },
    ...{ berth: { id: 'b3f0q8v1m2n4b6c7d9e1g5h8', name: 'Admiralty Pier' }, vessel: 'MS Neva', notice: null },
  },
  orders: [
    {
      ...{ id: 'o5v2m9xxat96iws9zmbrgj3a', number: '482-913-608', status: 'PAID' as const, tickets: 2 },
      buyer: { fullName: 'Anna Petrova', email: 'anna@example.org', phone: '+79210000000' },
      ...{ amount: rub(300_000), otherEvents: 0 },
    },
  ],
  totals: { orders: 1, unpaid: 0, tickets: 2, withoutEmail: 0, money: [rub(300_000)] },
  berths: [{ id: 'b3f0q8v1m2n4b6c7d9e1g5h8', name: 'Admiralty Pier' }],
  delayTolerance: 60,
} satisfies z.input<typeof affectedSchema>;

const staff = { tag: 'back office', access: 'staff' as const };
const guarded = ['UNAUTHORIZED', 'FORBIDDEN', 'NOT_FOUND'];
const written = [
  ...[...guarded, 'INVALID_INPUT', 'UNKNOWN_FIELD', 'MALFORMED_JSON', 'DEPARTURE_OVER'],
  ...['INVALID_IDEMPOTENCY_KEY', 'IDEMPOTENCY_KEY_REUSED'],
];

const preview = (what: 'cancel' | 'change', summary: string) =>
  defineRoute({
    id: `ordering.admin.events.${what}-preview`,
    method: 'GET',
    path: `/api/admin/events/:id/${what}`,
    summary,
    ...staff,
    section: { name: 'orders', verb: 'view' },
    params,
    response: z.strictObject({ data: affectedSchema }),
    errors: guarded,
    example: { ...example, response: { data: affectedExample } },
  });

export const previewCancel = preview('cancel', 'Who is affected when a departure is cancelled');
export const previewChange = preview('change', 'Who is affected when a departure is changed');

const cause = z.enum(causes).describe('What buyers read in the letter');
const reason = text(500).describe('For ourselves; buyers do not see it');

/** Every order gets back what it paid for this departure, by jobs; other departures of an order stay. */
export const cancelDepartureRoute = defineRoute({
  id: 'ordering.admin.events.cancel',
  method: 'POST',
  path: '/api/admin/events/:id/cancel',
  summary: 'Cancel a departure: money back, tickets void, buyers told',
  ...staff,
  section: { name: 'refunds', verb: 'act' },
  params,
  body: z.strictObject({ cause, reason }),
  response: z.strictObject({ data: affectedSchema }),
  errors: written,
  example: {
    ...example,
    body: { cause: 'weather', reason: 'Storm warning of the harbour' },
    response: { data: { ...affectedExample, event: { ...affectedExample.event, state: 'cancelled' } } },
  },
});

/** Places and tickets stay. What is left out stays as it is; a new start without an end keeps the duration. */
export const changeDepartureRoute = defineRoute({
  id: 'ordering.admin.events.change',
  method: 'POST',
  path: '/api/admin/events/:id/change',
  summary: 'Change time, berth, delay or notice of a departure, and tell its buyers',
  ...staff,
  section: { name: 'refunds', verb: 'act' },
  params,
  body: z.strictObject({
    startAt: moment.optional(),
    endAt: moment.optional(),
    berth: id.optional(),
    delayMinutes: z.int().min(0).max(1440).optional(),
    notice: localized.nullable().optional().describe('Shown on the page of the departure and in the letter'),
    cause,
    reason,
  }),
  response: z.strictObject({
    data: affectedSchema.extend({
      refundable: z.boolean().describe('Whether buyers may have their money back for it'),
      told: z.int().describe('Letters on their way'),
    }),
  }),
  errors: [...written, 'DEPARTURE_IN_PAST', 'UNKNOWN_BERTH', 'NOTHING_CHANGED'],
  example: {
    ...example,
    body: { startAt: '2026-06-20T22:30:00+03:00', cause: 'technical', reason: 'Engine checked again' },
    response: { data: { ...affectedExample, refundable: true, told: 1 } },
  },
});

export const departureRoutes = [previewCancel, previewChange, cancelDepartureRoute, changeDepartureRoute];
