import { clock, isProviderFailure, isRefusal, z } from '@gangway/kit';
import type { MessageChannel, OutgoingMessage, Transaction } from '@gangway/kit';
import { jobsOf } from '@gangway/jobs/contract';
import type { JobHandle, JobLog } from '@gangway/jobs/contract';
import type { Core } from '@strapi/strapi';
import type { MessageContent, MessageDefinition } from '../../../contract/notifications.ts';
import { nextTryAt } from '../domain/next-try.ts';
import type { MessageRegistry } from '../domain/registry.ts';
import { renderMessage } from '../domain/render.ts';
import { beginAttempt, endAttempt, takeDue } from '../store/delivery.ts';
import type { Outcome } from '../store/delivery.ts';
import type { StoredMessage } from '../store/messages.ts';
import type { Channels } from './channels.ts';
import { currentTexts } from './texts.ts';

/** Messages about this kind of subject carry the sample: test sends. */
export const sampleSubject = 'sample';

const batch = 200;
const payload = z.strictObject({ id: z.string(), attempt: z.int() });

/** The one job of an attempt. */
export type AttemptJob = JobHandle<typeof payload>;

export const attemptJobName = 'notifications.attempt';

/** Called in `register()`: what sends messages, and what looks for those whose next attempt is due. */
export function defineDelivery(strapi: Core.Strapi): void {
  jobsOf(strapi).define({
    name: attemptJobName,
    payload,
    background: true,
    run: ({ payload: { id, attempt }, log }) => deliver(strapi, { id, attempt, log }),
  });
  jobsOf(strapi).sweep({
    name: 'notifications.due',
    everySeconds: 5,
    run: async ({ now, trx }) => {
      const due = await takeDue(trx, { now, limit: batch });
      await enqueueAttempts(strapi, trx, due);
      return { more: due.length === batch };
    },
  });
}

/** The next attempt of each of these messages, when the transaction commits. */
export async function enqueueAttempts(
  strapi: Core.Strapi,
  trx: Transaction,
  messages: readonly { id: string; attempts: number }[],
): Promise<void> {
  const requests = messages.map(({ id, attempts }) => ({
    job: attemptJobName,
    payload: { id, attempt: attempts + 1 },
  }));
  if (requests.length > 0) await jobsOf(strapi).enqueueAll(trx, requests);
}

type Attempt = { id: string; attempt: number; log: JobLog };

async function deliver(strapi: Core.Strapi, { id, attempt, log }: Attempt): Promise<void> {
  const message = await inTransaction(strapi, (trx) => beginAttempt(trx, { id, attempt, now: clock.now() }));
  if (!message) return;
  const outcome = await outcomeOf(strapi, message);
  const ended = { id, attempt, outcome: withinLimit(message, outcome), now: clock.now() };
  await inTransaction(strapi, (trx) => endAttempt(trx, ended));
  if ('problem' in ended.outcome)
    log.warn(`The message "${message.message}" was not sent: ${ended.outcome.problem}`, {
      message: id,
      attempt,
    });
}

const inTransaction = <Result>(
  strapi: Core.Strapi,
  work: (trx: Transaction) => Promise<Result>,
): Promise<Result> =>
  strapi.db.transaction(({ trx }) => work(trx as unknown as Transaction)) as Promise<Result>;

function withinLimit({ attempts, maxAttempts }: StoredMessage, outcome: Outcome): Outcome {
  const over = outcome.state === 'again' && attempts >= maxAttempts;
  return over ? { state: 'failed', problem: outcome.problem } : outcome;
}

async function outcomeOf(strapi: Core.Strapi, message: StoredMessage): Promise<Outcome> {
  const { notifications, channels } = services(strapi);
  const definition = notifications.registry.find(message.message);
  const channel = channels.find(message.channel);
  if (!definition) return { state: 'failed', problem: 'No room defines this message any more.' };
  if (!channel) return { state: 'failed', problem: `No channel for ${message.channel} is listed.` };
  try {
    return await sent(strapi, { message, definition, channel: channel.port });
  } catch (error) {
    return failed(error, message);
  }
}

type Sending = { message: StoredMessage; definition: MessageDefinition; channel: MessageChannel };

async function sent(strapi: Core.Strapi, { message, definition, channel }: Sending): Promise<Outcome> {
  const content = await contentOf(definition, message);
  if (!content) return { state: 'dropped' };
  const texts = await inTransaction(strapi, (trx) => currentTexts(trx, definition));
  const { locale } = message;
  const rendered = renderMessage({ text: texts[locale], content, locale });
  const { externalId } = await channel.send(outgoing(message, { content, rendered }));
  return { state: 'sent', externalId };
}

function contentOf(
  definition: MessageDefinition,
  { subject, key, locale }: StoredMessage,
): Promise<MessageContent | undefined> | MessageContent {
  if (subject.kind === sampleSubject) return definition.sample(locale);
  return definition.load({ subjectId: subject.id, key, locale, now: clock.now() });
}

function outgoing(
  { id, to, locale }: StoredMessage,
  { content, rendered }: { content: MessageContent; rendered: ReturnType<typeof renderMessage> },
): OutgoingMessage {
  const { sender, attachments = [], unsubscribeUrl } = content;
  const from = sender && { name: sender.name, ...(sender.replyTo ? { replyTo: sender.replyTo } : {}) };
  return {
    id,
    to,
    locale,
    ...(from ? { from } : {}),
    ...rendered,
    attachments,
    ...(unsubscribeUrl ? { unsubscribeUrl } : {}),
  };
}

function failed(error: unknown, { attempts }: StoredMessage): Outcome {
  const problem = problemOf(error).slice(0, 250);
  if (isRefusal(error)) return { state: 'failed', problem };
  return { state: 'again', problem, nextTryAt: nextTryAt(attempts, clock.now()) };
}

function problemOf(error: unknown): string {
  if (isProviderFailure(error)) return `${error.code}: ${error.message}`;
  return `It could not be prepared: ${error instanceof Error ? error.message : String(error)}`;
}

type Services = { notifications: { registry: MessageRegistry }; channels: Channels };

function services(strapi: Core.Strapi): Services {
  const plugin = strapi.plugin('notifications');
  return { notifications: plugin.service('notifications'), channels: plugin.service('channels') };
}
