import { defineRoute, z } from '@gangway/kit';

/** The routes of users-permissions that stay open; Strapi answers them, these contracts say what they take and give. */

const password = z.string().min(6).max(72);
const email = z.email().max(254);
const session = z.object({
  jwt: z.string(),
  user: z.object({
    id: z.int(),
    documentId: z.string(),
    username: z.string(),
    email: z.string(),
    provider: z.string(),
    confirmed: z.boolean(),
    blocked: z.boolean(),
  }),
});

const exampleSession = {
  jwt: 'eyJhbGciOiJIUzI1NiJ9.eyJpZCI6MX0.c2lnbmF0dXJl',
  user: {
    id: 1,
    documentId: 'tz4a98xxat96iws9zmbrgj3a',
    username: 'anna',
    email: 'anna@example.org',
    provider: 'local',
    confirmed: true,
    blocked: false,
  },
};

const base = { tag: 'people', access: 'public', errors: ['INVALID_INPUT', 'RATE_LIMITED'] } as const;
const post = { ...base, method: 'POST' } as const;

export const logIn = defineRoute({
  ...post,
  id: 'auth.log-in',
  path: '/api/auth/local',
  summary: 'Log in with e-mail and password',
  body: z.strictObject({ identifier: z.string(), password: z.string() }),
  response: session,
  example: { body: { identifier: 'anna@example.org', password: 'correct horse' }, response: exampleSession },
});

export const register = defineRoute({
  ...post,
  id: 'auth.register',
  path: '/api/auth/local/register',
  summary: 'Open a customer account',
  body: z.strictObject({ username: z.string().min(3), email, password }),
  response: session,
  example: {
    body: { username: 'anna', email: 'anna@example.org', password: 'correct horse' },
    response: exampleSession,
  },
});

export const forgotPassword = defineRoute({
  ...post,
  id: 'auth.forgot-password',
  path: '/api/auth/forgot-password',
  summary: 'Send a link for a new password; the answer is the same for unknown addresses',
  body: z.strictObject({ email }),
  response: z.strictObject({ ok: z.literal(true) }),
  example: { body: { email: 'anna@example.org' }, response: { ok: true } },
});

export const resetPassword = defineRoute({
  ...post,
  id: 'auth.reset-password',
  path: '/api/auth/reset-password',
  summary: 'Set a new password with the code of the link',
  body: z.strictObject({ code: z.string(), password, passwordConfirmation: password }),
  response: session,
  example: {
    body: { code: 'c0de', password: 'correct horse', passwordConfirmation: 'correct horse' },
    response: exampleSession,
  },
});

export const changePassword = defineRoute({
  ...post,
  id: 'auth.change-password',
  path: '/api/auth/change-password',
  summary: 'Change the own password',
  access: 'customer',
  body: z.strictObject({ currentPassword: z.string(), password, passwordConfirmation: password }),
  response: session,
  example: {
    body: {
      currentPassword: 'old horse',
      password: 'correct horse',
      passwordConfirmation: 'correct horse',
    },
    response: exampleSession,
  },
});

export const confirmEmail = defineRoute({
  ...base,
  id: 'auth.confirm-email',
  method: 'GET',
  path: '/api/auth/email-confirmation',
  summary: 'Confirm an e-mail address; redirects',
  query: z.strictObject({ confirmation: z.string() }),
  response: z.unknown(),
  example: { query: { confirmation: 'c0de' }, response: null },
});

export const resendConfirmation = defineRoute({
  ...post,
  id: 'auth.resend-confirmation',
  path: '/api/auth/send-email-confirmation',
  summary: 'Send the confirmation of an e-mail address again',
  body: z.strictObject({ email }),
  response: z.strictObject({ email: z.string(), sent: z.boolean() }),
  example: { body: { email: 'anna@example.org' }, response: { email: 'anna@example.org', sent: true } },
});

export const routes = [
  logIn,
  register,
  forgotPassword,
  resetPassword,
  changePassword,
  confirmEmail,
  resendConfirmation,
];
