import { defineRoute, z } from '@gangway/kit';

const localized = z.strictObject({ ru: z.string(), en: z.string(), zh: z.string() });
const timestamp = z.iso.datetime({ offset: true });

const departure = z.strictObject({
  id: z.string(),
  startAt: timestamp,
  endAt: timestamp,
  timezone: z.string(),
  activity: localized.nullable(),
  berth: localized.nullable(),
  vessel: localized.nullable(),
  state: z.string(),
  delayMinutes: z.int(),
  capacity: z.int(),
});

/** Ids separated by commas, a page of them at most. */
const ids = z
  .string()
  .transform((list) => list.split(','))
  .pipe(z.array(z.string().min(1).max(64)).max(100));

const exampleName = { ru: 'Дворцовая пристань', en: 'Palace Pier', zh: '宫殿码头' };

/**
 * The home page of the back office. A departure belongs to the day its own place has then; `today` lists those that
 * have not ended, `days` counts today and the six days after it without drafts and cancelled departures.
 */
export const readHome = defineRoute({
  id: 'panel.home',
  method: 'GET',
  path: '/api/admin/home',
  summary: "Today's departures and the seven days from today",
  tag: 'staff',
  access: 'staff',
  section: { name: 'schedule', verb: 'view' },
  response: z.strictObject({
    data: z.strictObject({
      now: timestamp,
      today: z.array(departure),
      days: z.array(z.strictObject({ date: z.iso.date(), departures: z.int(), places: z.int() })).length(7),
    }),
  }),
  errors: ['UNAUTHORIZED', 'FORBIDDEN'],
  example: {
    response: {
      data: {
        now: '2026-06-01T09:00:00+03:00',
        today: [
          {
            id: 'k5v2m9xxat96iws9zmbrgj3a',
            startAt: '2026-06-01T12:00:00+03:00',
            endAt: '2026-06-01T13:15:00+03:00',
            timezone: 'Europe/Moscow',
            activity: { ru: 'Парадная Нева', en: 'The grand Neva', zh: '壮丽涅瓦' },
            berth: exampleName,
            vessel: { ru: 'Чайка', en: 'Seagull', zh: '海鸥' },
            state: 'on_sale',
            delayMinutes: 0,
            capacity: 90,
          },
        ],
        days: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ date: `2026-06-0${day}`, departures: 18, places: 1620 })),
      },
    },
  },
});

/** What stands behind ids that pages about payments have: numbers of orders, names of colleagues. Unknown ids are absent. */
export const readNames = defineRoute({
  id: 'panel.names',
  method: 'GET',
  path: '/api/admin/names',
  summary: 'Numbers of orders and names of staff by their ids, and an order by its number',
  tag: 'staff',
  access: 'staff',
  section: { name: 'payments', verb: 'view' },
  query: z.strictObject({
    orders: ids.optional(),
    staff: ids.optional(),
    number: z.string().max(40).optional().describe('The number of an order, however it is written'),
  }),
  response: z.strictObject({
    data: z.strictObject({
      orders: z.array(z.strictObject({ id: z.string(), name: z.string() })),
      staff: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    }),
  }),
  errors: ['UNAUTHORIZED', 'FORBIDDEN', 'INVALID_INPUT', 'UNKNOWN_FILTER'],
  example: {
    query: { orders: 'o5v2m9xxat96iws9zmbrgj3a' },
    response: { data: { orders: [{ id: 'o5v2m9xxat96iws9zmbrgj3a', name: '482-913-608' }], staff: [] } },
  },
});

/** Of one day by the clock of each place, in the order in which they leave; or the one with the id. */
export const listDepartures = defineRoute({
  id: 'panel.departures',
  method: 'GET',
  path: '/api/admin/departures',
  summary: 'Departures of a day, to choose one from',
  tag: 'staff',
  access: 'staff',
  section: { name: 'orders', verb: 'view' },
  query: z
    .strictObject({ day: z.iso.date().optional(), id: z.string().max(64).optional() })
    .refine(({ day, id }) => (day === undefined) !== (id === undefined), { path: ['day'] }),
  response: z.strictObject({
    data: z.array(departure.pick({ id: true, startAt: true, timezone: true, activity: true, berth: true })),
  }),
  errors: ['UNAUTHORIZED', 'FORBIDDEN', 'INVALID_INPUT', 'UNKNOWN_FILTER'],
  example: {
    query: { day: '2026-06-01' },
    response: {
      data: [
        {
          id: 'k5v2m9xxat96iws9zmbrgj3a',
          startAt: '2026-06-01T12:00:00+03:00',
          timezone: 'Europe/Moscow',
          activity: { ru: 'Парадная Нева', en: 'The grand Neva', zh: '壮丽涅瓦' },
          berth: exampleName,
        },
      ],
    },
  },
});

export const routes = [readHome, readNames, listDepartures];
