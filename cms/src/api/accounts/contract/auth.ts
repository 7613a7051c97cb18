import { defineRoute, localeSchema, z } from '@gangway/kit';
import { emailSchema, personName, phoneSchema, text } from '../../ordering/contract/buyer.ts';

/** Codes that an account can be asked for; the offer belongs to orders. */
export const accountConsentCodes = ['personal-data', 'marketing'] as const;
export type AccountConsentCode = (typeof accountConsentCodes)[number];

/** As it was typed: what a password must be is a rule of its own, with words of its own. */
export const passwordSchema = z.string().min(1).max(1000);
/** Nobody is called like a website: such a name is an advertisement. */
export const accountName = () => personName().refine((name) => !/:\/\/|www\./i.test(name));
const again = passwordSchema.optional().describe('Refused when it is not the same');
const linkToken = z.string().min(1).max(200).describe('From the link of the letter');
const proof = z.string().regex(/^[\w-]{16,128}$/);

const sessionSchema = z.strictObject({
  jwt: z.string().describe('Goes into Authorization: Bearer; worthless once the account has logged out'),
  user: z.strictObject({ id: z.string(), documentId: z.string(), email: z.string(), confirmed: z.boolean() }),
});
export type LoggedIn = z.infer<typeof sessionSchema>;

export const acceptedSchema = z.strictObject({ data: z.strictObject({ accepted: z.literal(true) }) });
export const acceptedExample = { data: { accepted: true as const } };
const id = 'tz4a98xxat96iws9zmbrgj3a';
const exampleSession = {
  jwt: 'eyJhbGciOiJIUzI1NiJ9.eyJpZCI6MX0.c2lnbmF0dXJl',
  user: { id, documentId: id, email: 'anna@example.org', confirmed: true },
};
const password = 'a boat on the Neva';

const readErrors = ['INVALID_INPUT', 'UNKNOWN_FIELD', 'MALFORMED_JSON', 'UNSUPPORTED_LOCALE'];
const passwordErrors = [
  ...['PASSWORD_TOO_SHORT', 'PASSWORD_TOO_LONG', 'PASSWORD_TOO_COMMON', 'PASSWORD_PERSONAL'],
];
const linkErrors = ['UNKNOWN_LINK', 'LINK_EXPIRED', 'LINK_USED'];
const post = { tag: 'accounts', access: 'public', method: 'POST' } as const;

export const logIn = defineRoute({
  ...post,
  id: 'auth.log-in',
  path: '/api/auth/local',
  summary: 'Log in with e-mail and password',
  body: z.strictObject({ identifier: text(254), password: passwordSchema }),
  response: sessionSchema,
  errors: [...readErrors, 'WRONG_LOG_IN', 'RATE_LIMITED'],
  example: { body: { identifier: 'anna@example.org', password }, response: exampleSession },
});

/** 202, whether the address has an account or not: what happens next is told by a letter to it. */
export const register = defineRoute({
  ...post,
  id: 'auth.register',
  path: '/api/auth/local/register',
  summary: 'Ask for an account; a letter to the address brings the link that opens it',
  body: z.strictObject({
    email: emailSchema,
    password: passwordSchema,
    fullName: accountName().optional(),
    username: accountName().optional().describe('The name, as clients of Strapi call it'),
    phone: phoneSchema.optional(),
    locale: localeSchema.optional().describe('Of letters; the locale of the request'),
    proof: proof.optional().describe('A random text; who shows it with the confirmation is who registered'),
    consents: z.array(z.enum(accountConsentCodes)).max(10).default([]),
  }),
  response: acceptedSchema,
  errors: [...readErrors, ...passwordErrors, 'RATE_LIMITED'],
  example: {
    body: { email: 'anna@example.org', password, fullName: 'Anna Petrova', consents: ['personal-data'] },
    response: acceptedExample,
  },
});

export const confirmAddress = defineRoute({
  ...post,
  id: 'auth.confirm-email',
  path: '/api/auth/email-confirmation',
  summary: 'Confirm an e-mail address: opens the account, or moves it to its new address',
  body: z.strictObject({
    confirmation: linkToken,
    proof: z
      .union([proof, z.literal('')])
      .optional()
      .describe(
        'Of the registration; given and another one, a password has to be chosen. Empty: there is none',
      ),
    password: passwordSchema.optional().describe('Opens the account in place of the one that waited'),
  }),
  response: z.strictObject({
    data: z.strictObject({
      purpose: z.enum(['register', 'email']),
      email: z.string(),
      session: sessionSchema.nullable().describe('Logged in with the first confirmation'),
    }),
  }),
  errors: [
    ...[...readErrors, ...passwordErrors, ...linkErrors],
    ...['ADDRESS_TAKEN', 'PASSWORD_NEEDED', 'RATE_LIMITED'],
  ],
  example: {
    body: { confirmation: `${id}.c0de` },
    response: { data: { purpose: 'register', email: 'anna@example.org', session: exampleSession } },
  },
});

/** By the link of a registration; by the address alone its owner gets a link to choose a password. 202 in any case. */
export const sendConfirmation = defineRoute({
  ...post,
  id: 'auth.resend-confirmation',
  path: '/api/auth/send-email-confirmation',
  summary: 'Send the link of a registration again, or to an address a link to choose a password',
  body: z.strictObject({ email: emailSchema.optional(), confirmation: linkToken.optional() }),
  response: acceptedSchema,
  errors: [...readErrors, 'RATE_LIMITED'],
  example: { body: { email: 'anna@example.org' }, response: acceptedExample },
});

export const forgotPassword = defineRoute({
  ...post,
  id: 'auth.forgot-password',
  path: '/api/auth/forgot-password',
  summary: 'Send a link for a new password; the answer is the same for unknown addresses',
  body: z.strictObject({ email: emailSchema }),
  response: z.strictObject({ ok: z.literal(true) }),
  errors: [...readErrors, 'RATE_LIMITED'],
  example: { body: { email: 'anna@example.org' }, response: { ok: true } },
});

export const resetPassword = defineRoute({
  ...post,
  id: 'auth.reset-password',
  path: '/api/auth/reset-password',
  summary:
    'Set a password with the code of the link; ends all other log-ins, or opens the account that waits',
  body: z.strictObject({ code: linkToken, password: passwordSchema, passwordConfirmation: again }),
  response: sessionSchema.extend({
    purpose: z.enum(['password', 'register']).describe('A new password, or the first one of an account'),
  }),
  errors: [
    ...[...readErrors, ...passwordErrors, 'PASSWORDS_DIFFER'],
    ...[...linkErrors, 'ADDRESS_TAKEN', 'RATE_LIMITED'],
  ],
  example: {
    body: { code: `${id}.c0de`, password },
    response: { ...exampleSession, purpose: 'password' },
  },
});

export const changePassword = defineRoute({
  ...post,
  id: 'auth.change-password',
  path: '/api/auth/change-password',
  summary: 'Change the own password; ends all other log-ins',
  access: 'customer',
  body: z.strictObject({
    currentPassword: passwordSchema,
    password: passwordSchema,
    passwordConfirmation: again,
  }),
  response: sessionSchema,
  errors: [
    ...[...readErrors, ...passwordErrors, 'PASSWORDS_DIFFER'],
    ...['WRONG_PASSWORD', 'UNAUTHORIZED', 'RATE_LIMITED'],
  ],
  example: { body: { currentPassword: 'a ship on the Volga', password }, response: exampleSession },
});

export const logOut = defineRoute({
  ...post,
  id: 'auth.log-out',
  path: '/api/auth/logout',
  summary: 'End this log-in, or all of the account; the tokens are worthless from then on',
  body: z.strictObject({ everywhere: z.boolean().default(false) }).prefault({}),
  response: z.strictObject({ ok: z.literal(true) }),
  errors: [...readErrors, 'RATE_LIMITED'],
  example: { body: { everywhere: true }, response: { ok: true } },
});

/** What stands where users-permissions had its own; nothing of its public REST is left. */
export const authRoutes = [
  ...[logIn, register, confirmAddress, sendConfirmation],
  ...[forgotPassword, resetPassword, changePassword, logOut],
];
