import { defineRoute, ticketKeySchema, z } from '@gangway/kit';

/** Every key that ever signed stays here, so that an old ticket can always be checked; the newest stands last. */
export const listTicketKeys = defineRoute({
  id: 'tickets.keys',
  method: 'GET',
  path: '/.well-known/gangway-ticket-keys.json',
  summary: 'Public keys that tell genuine ticket codes, without asking us',
  tag: 'tickets',
  access: 'public',
  response: z.strictObject({ keys: z.array(ticketKeySchema) }),
  errors: [],
  example: {
    response: {
      keys: [
        {
          kid: '2026Q4-3f9a',
          kty: 'OKP',
          crv: 'Ed25519',
          alg: 'EdDSA',
          use: 'sig',
          x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
          signsFrom: '2026-10-01T00:00:00.000Z',
          signsUntil: '2027-01-01T00:00:00.000Z',
        },
      ],
    },
  },
});

const id = z.string().max(64);
const ofOrder = z.strictObject({ id });
const ofTicket = z.strictObject({ id, ticketId: id });
const shown = z.strictObject({
  accessToken: z
    .string()
    .max(200)
    .optional()
    .describe(
      "The order's token; better as `Authorization: Bearer`, or the session as header `Gangway-Session`",
    ),
});
const moment = z.iso.datetime({ offset: true });

/** `links` are paths on this API; they open with the same proof as this list. `pkpass`, `ics`: null for a void ticket. */
export const ticketView = z.strictObject({
  id: z.string(),
  state: z.enum(['issued', 'used', 'voided']),
  code: z.string().nullable().describe('The text of the QR code; null for a void ticket'),
  shortCode: z.string().describe('What to say on the phone'),
  eventId: z.string(),
  title: z.string(),
  startAt: moment,
  endAt: moment,
  timezone: z.string(),
  ticketType: z.string(),
  place: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  holderName: z.string().nullable(),
  issuedAt: moment,
  links: z.strictObject({
    pdf: z.string(),
    png: z.string(),
    pkpass: z.string().nullable(),
    ics: z.string().nullable(),
  }),
});

export type TicketView = z.infer<typeof ticketView>;

const exampleIds = { id: 'o5v2m9xxat96iws9zmbrgj3a', ticketId: 't5v2m9xxat96iws9zmbrgj3a' };
const exampleFile = (kind: string) => `/api/orders/${exampleIds.id}/tickets/${exampleIds.ticketId}.${kind}`;

export const ticketExample: TicketView = {
  id: exampleIds.ticketId,
  state: 'issued',
  code: 'AEP2WD4S'.padEnd(152, 'A'),
  shortCode: '048213-6Y5Q',
  eventId: 'k5v2m9xxat96iws9zmbrgj3a',
  title: 'Rivers and canals of St Petersburg',
  startAt: '2026-06-01T18:30:00+03:00',
  endAt: '2026-06-01T20:00:00+03:00',
  timezone: 'Europe/Moscow',
  ticketType: 'Adult',
  place: [
    { label: 'Deck', value: 'Main deck' },
    { label: 'Row', value: '7' },
    { label: 'Seat', value: '12' },
  ],
  holderName: null,
  issuedAt: '2026-05-20T10:00:00+03:00',
  links: {
    pdf: exampleFile('pdf'),
    png: exampleFile('png'),
    pkpass: exampleFile('pkpass'),
    ics: exampleFile('ics'),
  },
};

/** Empty until the order is paid, and where it is for products only. Void tickets stay in the list. */
export const listTickets = defineRoute({
  id: 'tickets.list',
  method: 'GET',
  path: '/api/orders/:id/tickets',
  summary: 'The tickets of an order',
  waits: true,
  tag: 'tickets',
  access: 'public',
  params: ofOrder,
  query: shown,
  response: z.strictObject({
    data: z.array(ticketView),
    meta: z.strictObject({ pdf: z.string().nullable() }),
  }),
  errors: ['NOT_FOUND'],
  example: {
    params: { id: exampleIds.id },
    response: {
      data: [ticketExample],
      meta: { pdf: `/api/orders/${exampleIds.id}/tickets.pdf` },
    },
  },
});

/** Only what is good for boarding, or all of them marked as void when nothing is. */
export const downloadTickets = defineRoute({
  id: 'tickets.pdf-of-order',
  method: 'GET',
  path: '/api/orders/:id/tickets.pdf',
  summary: 'All tickets of an order in one PDF, a page each',
  tag: 'tickets',
  access: 'public',
  produces: 'application/pdf',
  params: ofOrder,
  query: shown,
  response: z.string().meta({ format: 'binary' }),
  errors: ['NOT_FOUND', 'NO_TICKETS_IN_ORDER', 'TICKETS_NOT_ISSUED', 'PAPERS_BUSY'],
  example: { params: { id: exampleIds.id }, response: '%PDF-1.3' },
});

/** The forms that a ticket comes in. */
export const ticketForms = {
  pdf: { produces: 'application/pdf', summary: 'A ticket as PDF, A4', starts: '%PDF-1.3' },
  png: { produces: 'image/png', summary: 'A ticket as a picture for a phone', starts: 'PNG' },
  pkpass: { produces: 'application/vnd.apple.pkpass', summary: 'A ticket for a wallet', starts: 'PK' },
  ics: { produces: 'text/calendar', summary: 'The departure as a calendar entry', starts: 'BEGIN:VCALENDAR' },
} as const;

export type TicketForm = keyof typeof ticketForms;

const ownErrors: Record<TicketForm, string[]> = {
  pdf: ['PAPERS_BUSY'],
  png: ['PAPERS_BUSY'],
  pkpass: ['NOT_OFFERED', 'TICKET_VOID', 'PAPERS_BUSY'],
  ics: ['TICKET_VOID'],
};

const downloadTicket = (form: TicketForm) => {
  const { produces, summary, starts } = ticketForms[form];
  return defineRoute({
    id: `tickets.${form}`,
    method: 'GET',
    path: `/api/orders/:id/tickets/:ticketId.${form}`,
    summary,
    tag: 'tickets',
    access: 'public',
    produces,
    params: ofTicket,
    query: shown,
    response: z.string().meta({ format: 'binary' }),
    errors: ['NOT_FOUND', ...ownErrors[form]],
    example: { params: exampleIds, response: starts },
  });
};

/** A void ticket is marked as void on PDF and PNG; there is no pass and no calendar entry of it: 410. */
export const downloads = {
  pdf: downloadTicket('pdf'),
  png: downloadTicket('png'),
  pkpass: downloadTicket('pkpass'),
  ics: downloadTicket('ics'),
};

const ofStaff = {
  method: 'GET',
  tag: 'back office',
  access: 'staff',
  section: { name: 'orders', verb: 'view' },
  produces: 'application/pdf',
  response: z.string().meta({ format: 'binary' }),
} as const;

/** What the buyer would get, for the staff to print or to look at. */
export const staffTickets = defineRoute({
  ...ofStaff,
  id: 'tickets.admin.pdf-of-order',
  path: '/api/admin/orders/:id/tickets.pdf',
  summary: 'All tickets of an order in one PDF',
  params: ofOrder,
  errors: [
    'UNAUTHORIZED',
    'FORBIDDEN',
    'NOT_FOUND',
    'NO_TICKETS_IN_ORDER',
    'TICKETS_NOT_ISSUED',
    'PAPERS_BUSY',
  ],
  example: { params: { id: exampleIds.id }, response: '%PDF-1.3' },
});

export const staffTicket = defineRoute({
  ...ofStaff,
  id: 'tickets.admin.pdf',
  path: '/api/admin/orders/:id/tickets/:ticketId.pdf',
  summary: 'A ticket as PDF, A4',
  params: ofTicket,
  errors: ['UNAUTHORIZED', 'FORBIDDEN', 'NOT_FOUND', 'PAPERS_BUSY'],
  example: { params: exampleIds, response: '%PDF-1.3' },
});

export const routes = [
  ...[listTicketKeys, listTickets, downloadTickets, ...Object.values(downloads)],
  ...[staffTickets, staffTicket],
];
