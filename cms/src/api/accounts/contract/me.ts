import { defineRoute, localeSchema, z } from '@gangway/kit';
import { emailSchema, phoneSchema } from '../../ordering/contract/buyer.ts';
import { acceptedExample, acceptedSchema, accountConsentCodes, accountName, passwordSchema } from './auth.ts';

const moment = z.iso.datetime({ offset: true });
const mine = { tag: 'accounts', access: 'customer' } as const;
const readErrors = ['INVALID_INPUT', 'UNKNOWN_FIELD', 'MALFORMED_JSON', 'UNSUPPORTED_LOCALE', 'UNAUTHORIZED'];

const meSchema = z.strictObject({
  id: z.string(),
  email: z.string(),
  newEmail: z.string().nullable().describe('An address that waits to be confirmed'),
  fullName: z.string(),
  phone: z.string().nullable().describe('E.164'),
  language: localeSchema,
  createdAt: moment,
});
export type Me = z.infer<typeof meSchema>;

const meExample: Me = {
  ...{ id: 'tz4a98xxat96iws9zmbrgj3a', email: 'anna@example.org', newEmail: null },
  ...{ fullName: 'Anna Petrova', phone: '+79210000000', language: 'en' },
  createdAt: '2026-11-20T12:00:00.000Z',
};

export const readMe = defineRoute({
  ...mine,
  id: 'accounts.me.read',
  method: 'GET',
  path: '/api/me',
  summary: 'The account of whoever asks',
  response: z.strictObject({ data: meSchema }),
  errors: ['UNAUTHORIZED', 'UNSUPPORTED_LOCALE'],
  example: { response: { data: meExample } },
});

export const changeMe = defineRoute({
  ...mine,
  id: 'accounts.me.change',
  method: 'PATCH',
  path: '/api/me',
  summary: 'Change name, phone, language',
  body: z.strictObject({
    fullName: accountName().optional(),
    phone: phoneSchema.nullable().optional(),
    language: localeSchema.optional(),
  }),
  response: z.strictObject({ data: meSchema }),
  errors: readErrors,
  example: { body: { fullName: 'Anna Petrova' }, response: { data: meExample } },
});

/** 202 also for an address that another account has: its owner is told, not the one who asks. */
export const changeEmail = defineRoute({
  ...mine,
  id: 'accounts.me.email',
  method: 'POST',
  path: '/api/me/email',
  summary: 'Ask for another address; a letter to it brings the link that confirms it',
  body: z.strictObject({ email: emailSchema, password: passwordSchema }),
  response: acceptedSchema,
  errors: [...readErrors, 'WRONG_PASSWORD', 'RATE_LIMITED'],
  example: {
    body: { email: 'anna.petrova@example.org', password: 'a boat on the Neva' },
    response: acceptedExample,
  },
});

const consentSchema = z.strictObject({
  code: z.enum(accountConsentCodes),
  given: z.boolean(),
  version: z.string().nullable().describe('Of the text that was shown'),
  at: moment.nullable(),
  withdrawable: z.boolean().describe('Personal data are needed as long as there is an account'),
});
export type ConsentView = z.infer<typeof consentSchema>;
const consentsExample: ConsentView[] = [
  {
    ...{ code: 'personal-data', given: true, version: 'privacy@ru@2026-10-01T00:00:00.000Z' },
    ...{ at: '2026-11-20T12:00:00.000Z', withdrawable: false },
  },
  { code: 'marketing', given: false, version: null, at: null, withdrawable: true },
];

export const readConsents = defineRoute({
  ...mine,
  id: 'accounts.me.consents.read',
  method: 'GET',
  path: '/api/me/consents',
  summary: 'What the account has agreed to',
  response: z.strictObject({ data: z.array(consentSchema) }),
  errors: ['UNAUTHORIZED', 'UNSUPPORTED_LOCALE'],
  example: { response: { data: consentsExample } },
});

export const changeConsents = defineRoute({
  ...mine,
  id: 'accounts.me.consents.change',
  method: 'PATCH',
  path: '/api/me/consents',
  summary: 'Give or withdraw the consent to news',
  body: z.strictObject({ marketing: z.boolean() }),
  response: z.strictObject({ data: z.array(consentSchema) }),
  errors: readErrors,
  example: { body: { marketing: false }, response: { data: consentsExample } },
});

const rows = z.array(z.record(z.string(), z.unknown()));

export const exportMe = defineRoute({
  ...mine,
  id: 'accounts.me.export',
  method: 'POST',
  path: '/api/me/export',
  summary: 'Everything we keep about the person, as one JSON document',
  body: z.strictObject({}).prefault({}),
  response: z.strictObject({
    data: z.strictObject({
      madeAt: moment,
      account: meSchema,
      consents: rows,
      orders: rows,
      tickets: rows,
      refunds: rows,
      letters: rows,
      logIns: rows,
    }),
  }),
  errors: [...readErrors, 'RATE_LIMITED'],
  example: {
    body: {},
    response: {
      data: {
        ...{ madeAt: meExample.createdAt, account: meExample, consents: [], orders: [], tickets: [] },
        ...{ refunds: [], letters: [], logIns: [] },
      },
    },
  },
});

export const deleteMe = defineRoute({
  ...mine,
  id: 'accounts.me.delete',
  method: 'DELETE',
  path: '/api/me',
  summary: 'Erase the account; orders stay without it, as the law on accounting wants them',
  body: z.strictObject({
    password: passwordSchema,
    keepTickets: z
      .boolean()
      .default(false)
      .describe('Known: tickets that are good stay good, and open by the link of their letter only'),
  }),
  response: z.strictObject({ data: z.strictObject({ deleted: z.literal(true) }) }),
  errors: [...readErrors, 'WRONG_PASSWORD', 'UPCOMING_TICKETS', 'RATE_LIMITED'],
  example: { body: { password: 'a boat on the Neva' }, response: { data: { deleted: true } } },
});

export const meRoutes = [
  ...[readMe, changeMe, changeEmail, readConsents, changeConsents],
  ...[exportMe, deleteMe],
];
