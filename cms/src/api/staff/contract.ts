import { defineRoute, z } from '@gangway/kit';
import { sectionLevels, sectionNames } from '../../frame/people/sections.ts';

const localized = z.strictObject({ ru: z.string(), en: z.string(), zh: z.string() });
const sectionName = z.enum(sectionNames);
const level = z.enum(sectionLevels);
const grants = z.record(sectionName, level);
const documentId = z.string().min(1).max(64);
const timestamp = z.iso.datetime({ offset: true });
const localDate = z.iso.date();

/** `administrator` roles may everything and cannot be changed; `grants` names every section. */
const role = z.strictObject({
  id: z.int(),
  name: z.string(),
  description: z.string(),
  administrator: z.boolean(),
  people: z.int(),
  grants,
});

const exampleGrants = {
  catalog: 'act',
  schedule: 'view',
  orders: 'none',
  refunds: 'none',
  payments: 'none',
  cash: 'none',
  documents: 'none',
  members: 'none',
  verification: 'none',
  support: 'none',
  suppliers: 'none',
  reports: 'none',
  settings: 'none',
} as const;

const exampleRole = {
  id: 4,
  name: 'Manager',
  description: 'Sees and does what is granted here.',
  administrator: false,
  people: 2,
  grants: exampleGrants,
};

/** The matrix of roles and sections; `mine` is what the asking person may do over all roles. */
export const listSections = defineRoute({
  id: 'staff.sections.list',
  method: 'GET',
  path: '/api/admin/sections',
  summary: 'Sections of the back office and what each role may do in them',
  tag: 'staff',
  access: 'staff',
  section: { name: 'settings', verb: 'view' },
  response: z.strictObject({
    data: z.strictObject({
      sections: z.array(z.strictObject({ name: sectionName, title: localized, note: localized })),
      roles: z.array(role),
      mine: grants,
    }),
  }),
  errors: ['UNAUTHORIZED', 'FORBIDDEN'],
  example: {
    response: {
      data: {
        sections: [
          {
            name: 'catalog',
            title: { ru: 'Каталог', en: 'Catalogue', zh: '目录' },
            note: {
              ru: 'Экскурсии, суда, цены.',
              en: 'Activities, vessels, prices.',
              zh: '活动、船只与价格。',
            },
          },
        ],
        roles: [exampleRole],
        mine: exampleGrants,
      },
    },
  },
});

/** Sections that the body leaves out keep their level. */
export const grantSections = defineRoute({
  id: 'staff.sections.grant',
  method: 'PUT',
  path: '/api/admin/sections/:roleId',
  summary: 'Grant sections to a role, with the permissions of the content manager that belong to them',
  tag: 'staff',
  access: 'staff',
  section: { name: 'settings', verb: 'act' },
  params: z.strictObject({ roleId: z.string().regex(/^\d{1,9}$/) }),
  body: z.strictObject({ grants: z.partialRecord(sectionName, level) }),
  response: z.strictObject({ data: role }),
  errors: [
    'UNAUTHORIZED',
    'FORBIDDEN',
    'INVALID_INPUT',
    'NOT_FOUND',
    'ADMINISTRATOR_IS_COMPLETE',
    'OWN_ROLE',
  ],
  example: {
    params: { roleId: '4' },
    body: { grants: { catalog: 'act', schedule: 'view' } },
    response: { data: exampleRole },
  },
});

/** Every id that was asked for is answered, unknown ones with nothing ahead of them. */
export const listNextDepartures = defineRoute({
  id: 'staff.catalog.next-departures',
  method: 'GET',
  path: '/api/admin/catalog/next-departures',
  summary: 'The next departure of each activity, vessel, route, berth or venue, for list views',
  tag: 'staff',
  access: 'staff',
  section: { name: 'catalog', verb: 'view' },
  query: z.strictObject({
    kind: z.enum(['activity', 'vessel', 'route', 'berth', 'venue']).default('activity'),
    ids: z.string().regex(/^[\w-]{1,64}(,[\w-]{1,64}){0,99}$/),
  }),
  response: z.strictObject({
    data: z.array(
      z.strictObject({
        id: documentId,
        next: z.strictObject({ eventId: documentId, startAt: timestamp, timezone: z.string() }).nullable(),
        next30Days: z.int(),
      }),
    ),
  }),
  errors: ['UNAUTHORIZED', 'FORBIDDEN', 'INVALID_INPUT'],
  example: {
    query: { kind: 'activity', ids: 'tz4a98xxat96iws9zmbrgj3a' },
    response: {
      data: [
        {
          id: 'tz4a98xxat96iws9zmbrgj3a',
          next: {
            eventId: 'k5v2m9xxat96iws9zmbrgj3a',
            startAt: '2026-06-01T12:00:00+03:00',
            timezone: 'Europe/Moscow',
          },
          next30Days: 42,
        },
      ],
    },
  },
});

const weekday = z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']);

/** What a rule as it stands in the form would make from today on; nothing is written. */
export const previewDepartures = defineRoute({
  id: 'staff.catalog.departures-preview',
  method: 'GET',
  path: '/api/admin/catalog/departures-preview',
  summary: 'The departures that a schedule would make',
  tag: 'staff',
  access: 'staff',
  section: { name: 'schedule', verb: 'view' },
  query: z.strictObject({
    timezone: z.string().max(64),
    seasonFrom: localDate,
    seasonTo: localDate,
    days: z.string().describe('Days of the week separated by commas: monday,saturday'),
    times: z.string().max(200).describe('10:00, 12:30'),
    exceptions: z.string().max(4000).optional(),
    horizonDays: z.coerce.number().int().min(1).max(400).default(90),
  }),
  response: z.strictObject({
    data: z.strictObject({
      total: z.int(),
      perDay: z.array(z.strictObject({ date: localDate, day: weekday, times: z.array(z.string()) })),
    }),
  }),
  errors: ['UNAUTHORIZED', 'FORBIDDEN', 'INVALID_INPUT'],
  example: {
    query: {
      timezone: 'Europe/Moscow',
      seasonFrom: '2026-05-01',
      seasonTo: '2026-10-15',
      days: 'saturday,sunday',
      times: '10:00, 12:30',
    },
    response: {
      data: { total: 2, perDay: [{ date: '2026-05-02', day: 'saturday', times: ['10:00', '12:30'] }] },
    },
  },
});

/**
 * Makes what the schedule lacks up to its horizon; departures that exist, cancelled ones too, stay as they are.
 * `collided`: not made, because the vessel sails something else at that time.
 */
export const makeScheduleDepartures = defineRoute({
  id: 'staff.schedules.make-departures',
  method: 'POST',
  path: '/api/admin/schedules/:id/departures',
  summary: 'Make the departures of a schedule now',
  tag: 'staff',
  access: 'staff',
  section: { name: 'schedule', verb: 'act' },
  params: z.strictObject({ id: documentId }),
  response: z.strictObject({
    data: z.strictObject({
      made: z.int(),
      collided: z.array(z.strictObject({ startAt: timestamp, vesselId: documentId })),
    }),
  }),
  errors: ['UNAUTHORIZED', 'FORBIDDEN', 'NOT_FOUND'],
  example: {
    params: { id: 's5v2m9xxat96iws9zmbrgj3a' },
    response: {
      data: {
        made: 120,
        collided: [{ startAt: '2026-06-01T12:00:00.000Z', vesselId: 'v5v2m9xxat96iws9zmbrgj3a' }],
      },
    },
  },
});

export const routes = [
  listSections,
  grantSections,
  listNextDepartures,
  previewDepartures,
  makeScheduleDepartures,
];
