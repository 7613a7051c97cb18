import { defineRoute, locales, localeSchema, z } from '@gangway/kit';

const localized = z.strictObject({ ru: z.string(), en: z.string(), zh: z.string() });
const name = z.string().regex(/^[a-z][a-z0-9.-]{0,99}$/);
const id = z.string().min(1).max(64);
const timestamp = z.iso.datetime();

const text = z.strictObject({ subject: z.string().min(1).max(300), body: z.string().min(1).max(20_000) });
const texts = z.strictObject({ ru: text, en: text, zh: text });
const givenTexts = z.strictObject({ ru: text.optional(), en: text.optional(), zh: text.optional() });
const rendered = z.strictObject({ subject: z.string(), html: z.string(), text: z.string() });

export const messageStates = ['queued', 'sending', 'sent', 'failed', 'dropped'] as const;

/** `inside` names the list that has to be opened around a placeholder: `{{#tickets}}…{{/tickets}}`. */
const placeholder = z.strictObject({ name: z.string(), example: z.string(), inside: z.string().nullable() });

const definition = z.strictObject({
  name: z.string(),
  title: localized,
  texts,
  changed: z.boolean().describe('Whether managers have changed the first texts.'),
  firstTexts: texts,
  placeholders: z.strictObject({
    ru: z.array(placeholder),
    en: z.array(placeholder),
    zh: z.array(placeholder),
  }),
});

const delivery = z.strictObject({
  id: z.string(),
  message: z.string(),
  title: localized,
  subject: z.strictObject({ kind: z.string(), id: z.string() }),
  channel: z.enum(['email', 'sms', 'telegram', 'max', 'whatsapp']),
  to: z.string(),
  language: localeSchema,
  status: z.enum(messageStates),
  attempts: z.int(),
  queuedAt: timestamp,
  sentAt: timestamp.nullable(),
  nextTryAt: timestamp.nullable(),
  problem: z.string().nullable(),
});

const exampleText = {
  subject: 'Ваши билеты: заказ {{order.number}}',
  body: '# Спасибо!\n\nБилеты в приложении.',
};
const exampleTexts = { ru: exampleText, en: exampleText, zh: exampleText };
const examplePlaceholders = [{ name: 'order.number', example: 'K7M-4Q2', inside: null }];
const exampleTitle = { ru: 'Заказ оплачен', en: 'Order confirmed', zh: '订单已确认' };
const exampleDelivery = {
  id: 'm5v2m9xxat96iws9zmbrgj3a',
  message: 'order.confirmed',
  title: exampleTitle,
  subject: { kind: 'order', id: 'o5v2m9xxat96iws9zmbrgj3a' },
  channel: 'email' as const,
  to: 'anna@example.org',
  language: 'ru' as const,
  status: 'sent' as const,
  attempts: 1,
  queuedAt: '2026-06-01T09:00:00.000Z',
  sentAt: '2026-06-01T09:00:01.000Z',
  nextTryAt: null,
  problem: null,
};
const exampleRendered = { subject: 'Ваши билеты: заказ K7M-4Q2', html: '<!doctype html>…', text: 'Спасибо!' };

const common = { tag: 'messages', access: 'staff' } as const;
const view = { name: 'settings', verb: 'view' } as const;
const act = { name: 'settings', verb: 'act' } as const;

export const listDefinitions = defineRoute({
  ...common,
  id: 'messages.definitions.list',
  method: 'GET',
  path: '/api/admin/messages/definitions',
  summary: 'The messages that are sent, with their texts and what those may name',
  section: view,
  response: z.strictObject({ data: z.array(definition) }),
  errors: ['UNAUTHORIZED', 'FORBIDDEN'],
  example: {
    response: {
      data: [
        {
          name: 'order.confirmed',
          title: exampleTitle,
          texts: exampleTexts,
          changed: false,
          firstTexts: exampleTexts,
          placeholders: Object.fromEntries(locales.map((locale) => [locale, examplePlaceholders])) as Record<
            'ru' | 'en' | 'zh',
            typeof examplePlaceholders
          >,
        },
      ],
    },
  },
});

/** Texts that the body leaves out are shown as they are kept. Nothing is written. */
export const previewMessage = defineRoute({
  ...common,
  id: 'messages.definitions.preview',
  method: 'POST',
  path: '/api/admin/messages/definitions/:name/preview',
  summary: 'A message as people would get it, filled with made-up data',
  section: view,
  params: z.strictObject({ name }),
  body: z.strictObject({ texts: givenTexts.optional() }),
  response: z.strictObject({ data: z.strictObject({ ru: rendered, en: rendered, zh: rendered }) }),
  errors: ['UNAUTHORIZED', 'FORBIDDEN', 'INVALID_INPUT', 'NOT_FOUND', 'MESSAGE_TEXT_BROKEN'],
  example: {
    params: { name: 'order.confirmed' },
    body: { texts: { ru: exampleText } },
    response: { data: { ru: exampleRendered, en: exampleRendered, zh: exampleRendered } },
  },
});

/** The texts as they are kept, with made-up data, to the e-mail address of whoever asks. */
export const testMessage = defineRoute({
  ...common,
  id: 'messages.definitions.test',
  method: 'POST',
  path: '/api/admin/messages/definitions/:name/test',
  summary: 'Send a message with made-up data to yourself',
  section: act,
  params: z.strictObject({ name }),
  body: z.strictObject({ language: localeSchema }),
  response: z.strictObject({ data: z.strictObject({ to: z.string() }) }),
  errors: ['UNAUTHORIZED', 'FORBIDDEN', 'INVALID_INPUT', 'NOT_FOUND'],
  example: {
    params: { name: 'order.confirmed' },
    body: { language: 'en' },
    response: { data: { to: 'manager@gangway.example' } },
  },
});

export const listDeliveries = defineRoute({
  ...common,
  id: 'messages.list',
  method: 'GET',
  path: '/api/admin/messages',
  summary: 'Messages and what became of them, the latest first',
  section: view,
  query: z.strictObject({
    status: z.enum(messageStates).optional(),
    message: name.optional(),
    to: z.string().max(254).optional().describe('A part of the recipient'),
    subject: id.optional().describe('The id of what the message is about'),
    page: z.coerce.number().int().min(1).max(100_000).default(1),
    pageSize: z.coerce.number().int().min(1).max(100).default(20),
  }),
  response: z.strictObject({
    data: z.array(delivery),
    meta: z.strictObject({ page: z.int(), pageSize: z.int(), total: z.int() }),
  }),
  errors: ['UNAUTHORIZED', 'FORBIDDEN', 'INVALID_INPUT', 'UNKNOWN_FILTER'],
  example: {
    query: { status: 'sent' },
    response: { data: [exampleDelivery], meta: { page: 1, pageSize: 20, total: 1 } },
  },
});

export const retryMessage = defineRoute({
  ...common,
  id: 'messages.retry',
  method: 'POST',
  path: '/api/admin/messages/:id/retry',
  summary: 'Send a message again that failed, was dropped or waits for its next attempt',
  section: act,
  params: z.strictObject({ id }),
  response: z.strictObject({ data: delivery }),
  errors: ['UNAUTHORIZED', 'FORBIDDEN', 'NOT_FOUND', 'MESSAGE_NOT_RETRYABLE'],
  example: {
    params: { id: exampleDelivery.id },
    response: { data: { ...exampleDelivery, status: 'queued', sentAt: null } },
  },
});

export const routes = [listDefinitions, previewMessage, testMessage, listDeliveries, retryMessage];
