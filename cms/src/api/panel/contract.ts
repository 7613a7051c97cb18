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

export const routes = [readHome];
