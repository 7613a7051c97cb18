import { door, locales } from '@gangway/kit';
import type { Door, Locale, Transaction } from '@gangway/kit';
import { record } from '@gangway/audit-log/contract';
import type { Core } from '@strapi/strapi';
import { commonErrors, newId } from '@gangway/kit';
import { notificationsErrors } from '../../../contract/errors.ts';
import type { MessageDefinition, MessageText } from '../../../contract/notifications.ts';
import {
  listDefinitions,
  listDeliveries,
  previewMessage,
  retryMessage,
  testMessage,
} from '../../../contract/routes.ts';
import { placeholdersOf } from '../domain/placeholders.ts';
import { renderMessage } from '../domain/render.ts';
import { reopen } from '../store/delivery.ts';
import { listMessages, readMessage } from '../store/messages.ts';
import type { StoredMessage } from '../store/messages.ts';
import { readTexts } from '../store/texts.ts';
import { enqueueAttempts, sampleSubject } from './delivery.ts';
import type { NotificationsService } from './notifications.ts';
import { currentTexts, textFaults, usableTexts } from './texts.ts';

/** What the back office asks about messages; the app mounts these. */
export function doorsService({ strapi }: { strapi: Core.Strapi }): Door[] {
  const house = houseOf(strapi);
  return [
    door({ route: listDefinitions, answer: async () => ({ data: await definitions(house) }) }),
    door({
      route: previewMessage,
      answer: async ({ params, body }) => ({
        data: await preview(house, { definition: house.definition(params.name), given: body.texts ?? {} }),
      }),
    }),
    door({
      route: testMessage,
      answer: async ({ params, body, person, now }) => ({
        data: await sendTest(house, {
          definition: house.definition(params.name),
          language: body.language,
          staffId: person.staffId ?? '',
          now,
        }),
      }),
    }),
    door({
      route: listDeliveries,
      answer: ({ query }) => deliveries(house, query),
    }),
    door({
      route: retryMessage,
      answer: async ({ params, person, now, requestId }) => ({
        data: await retry(house, { id: params.id, staffId: person.staffId, now, traceId: requestId }),
      }),
    }),
  ];
}

type House = ReturnType<typeof houseOf>;

function houseOf(strapi: Core.Strapi) {
  const service = () => strapi.plugin('notifications').service('notifications') as NotificationsService;
  return {
    strapi,
    service,
    definition: (name: string): MessageDefinition => {
      const found = service().registry.find(name);
      if (!found) throw commonErrors.NOT_FOUND();
      return found;
    },
    transaction: <Result>(work: (trx: Transaction) => Promise<Result>): Promise<Result> =>
      strapi.db.transaction(({ trx }) => work(trx as unknown as Transaction)) as Promise<Result>,
  };
}

async function definitions({ service, transaction }: House) {
  const stored = await transaction((trx) => readTexts(trx));
  return service()
    .registry.all()
    .map((definition) => {
      const own = stored.find(({ message }) => message === definition.name);
      const texts = usableTexts(definition, own?.texts ?? {});
      const { name, title, texts: firstTexts } = definition;
      const changed = JSON.stringify(texts) !== JSON.stringify(usableTexts(definition, {}));
      return { name, title, texts, changed, firstTexts, placeholders: placeholders(definition) };
    });
}

function placeholders({ sample }: MessageDefinition) {
  return perLocale((locale) =>
    placeholdersOf(sample(locale).data).map(({ name, example, inside }) => ({
      name,
      example,
      inside: inside ?? null,
    })),
  );
}

function perLocale<Value>(value: (locale: Locale) => Value): Record<Locale, Value> {
  return Object.fromEntries(locales.map((locale) => [locale, value(locale)])) as Record<Locale, Value>;
}

type GivenTexts = Partial<Record<Locale, MessageText>>;

async function preview(
  { transaction }: House,
  { definition, given }: { definition: MessageDefinition; given: GivenTexts },
) {
  refuseBroken(definition, given);
  const kept = await transaction((trx) => currentTexts(trx, definition));
  return perLocale((locale) =>
    renderMessage({ text: given[locale] ?? kept[locale], content: definition.sample(locale), locale }),
  );
}

function refuseBroken(definition: MessageDefinition, given: GivenTexts): void {
  const problems = textFaults(definition, given);
  if (problems.length > 0) throw notificationsErrors.MESSAGE_TEXT_BROKEN({ problems });
}

type TestSend = { definition: MessageDefinition; language: Locale; staffId: string; now: Date };

async function sendTest(
  { strapi, service, transaction }: House,
  { definition, language, staffId, now }: TestSend,
) {
  const person = await strapi.db.query('admin::user').findOne({ where: { documentId: staffId } });
  const to = (person as { email?: string } | null)?.email;
  if (!to) throw commonErrors.NOT_FOUND();
  const subject = { kind: sampleSubject, id: definition.name };
  const order = { message: definition.name, subject, locale: language, channel: 'email' as const, to, now };
  await transaction(async (trx) => {
    await service().notify(trx, { ...order, key: `test:${newId()}` });
    await record(trx, {
      actor: { kind: 'staff', id: staffId },
      action: 'notifications.message.tested',
      subject: { kind: 'message', id: definition.name },
      details: { language },
      at: now,
    });
  });
  return { to };
}

type DeliveryQuery = {
  status?: string | undefined;
  message?: string | undefined;
  to?: string | undefined;
  subject?: string | undefined;
  page: number;
  pageSize: number;
};

async function deliveries(house: House, { status, subject, ...query }: DeliveryQuery) {
  const filters = { ...query, state: status, subjectId: subject };
  const { messages, total } = await house.transaction((trx) => listMessages(trx, filters));
  const { page, pageSize } = query;
  return { data: messages.map((message) => deliveryView(house, message)), meta: { page, pageSize, total } };
}

type Retry = { id: string; staffId: string | undefined; now: Date; traceId: string };

async function retry(house: House, { id, staffId, now, traceId }: Retry) {
  const message = await house.transaction(async (trx) => {
    if (!(await readMessage(trx, id))) throw commonErrors.NOT_FOUND();
    const reopened = await reopen(trx, { id, now });
    if (!reopened) throw notificationsErrors.MESSAGE_NOT_RETRYABLE();
    await enqueueAttempts(house.strapi, trx, [reopened]);
    await record(trx, {
      actor: { kind: 'staff', ...(staffId ? { id: staffId } : {}) },
      action: 'notifications.message.retried',
      subject: { kind: 'message', id },
      details: { message: reopened.message },
      at: now,
      traceId,
    });
    return reopened;
  });
  return deliveryView(house, message);
}

function deliveryView({ service }: House, message: StoredMessage) {
  const {
    id,
    message: name,
    subject,
    channel,
    to,
    locale: language,
    state: status,
    attempts,
    problem,
  } = message;
  const { ru, en, zh } = service().registry.find(name)?.title ?? { ru: name, en: name, zh: name };
  return {
    ...{
      id,
      message: name,
      title: { ru, en, zh },
      subject,
      channel,
      to,
      language,
      status,
      attempts,
      problem,
    },
    queuedAt: message.queuedAt.toISOString(),
    sentAt: message.sentAt?.toISOString() ?? null,
    nextTryAt: message.nextTryAt?.toISOString() ?? null,
  };
}
