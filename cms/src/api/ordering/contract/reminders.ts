import { defineRoute, z } from '@gangway/kit';

const token = z.string().min(1).max(200);

const reminders = z.strictObject({
  number: z.string().describe('Of the order'),
  stopped: z.boolean(),
});
const exampleToken = 'o2w4e6r8t0y2u4i6o8p0a2s4.9Qm1sG0y2cVtqkXoJm8mM8u1wQzT5nW3bR7dL4fKp6E';

/** The token of a link in a reminder tells of nothing but this, and opens no order. */
export const readReminders = defineRoute({
  id: 'ordering.reminders.read',
  method: 'GET',
  path: '/api/reminders/stop',
  summary: 'Whether the buyer of an order is reminded of it',
  tag: 'ordering',
  access: 'public',
  query: z.strictObject({ token }),
  response: z.strictObject({ data: reminders }),
  errors: ['NOT_FOUND', 'INVALID_INPUT', 'UNKNOWN_FILTER', 'UNSUPPORTED_LOCALE'],
  example: {
    query: { token: exampleToken },
    response: { data: { number: '482-913-608', stopped: false } },
  },
});

/** RFC 8058: mail programs post `List-Unsubscribe=One-Click` to the address with the token; our page sends it in the body. */
export const stopRemindersRoute = defineRoute({
  id: 'ordering.reminders.stop',
  method: 'POST',
  path: '/api/reminders/stop',
  summary: 'Stop the reminders of an order',
  tag: 'ordering',
  access: 'public',
  query: z.strictObject({ token: token.optional() }),
  body: z
    .strictObject({ token: token.optional(), 'List-Unsubscribe': z.string().max(20).optional() })
    .prefault({}),
  response: z.strictObject({ data: reminders }),
  errors: ['NOT_FOUND', 'INVALID_INPUT', 'UNKNOWN_FIELD', 'UNKNOWN_FILTER', 'UNSUPPORTED_LOCALE'],
  example: {
    body: { token: exampleToken },
    response: { data: { number: '482-913-608', stopped: true } },
  },
});

export const reminderRoutes = [readReminders, stopRemindersRoute];
