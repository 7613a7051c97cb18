import { commonErrors } from '@gangway/kit';
import type { PaymentReport, RawNotification, RefundReport, Transaction } from '@gangway/kit';
import { paymentErrors } from '../errors.ts';
import { firstLookOver, nextTry } from '../domain/next-check.ts';
import {
  closeNotice,
  delayNotice,
  keepNotice,
  lockNotice,
  readNoticeRow,
  reopenNotice,
} from '../store/inbox.ts';
import type { InboxRow } from '../store/inbox.ts';
import { paymentByExternalId } from '../store/payments.ts';
import { readRefund, refundByExternalId } from '../store/refunds.ts';
import type { RefundRow } from '../store/refunds.ts';
import { callGateway } from './call-gateway.ts';
import type { Outcome } from './call-gateway.ts';
import { endingWith, gatewayOf, quickTransaction } from './hub.ts';
import type { Hub, OpenGateway } from './hub.ts';
import { applyRefundReport } from './refunds.ts';
import { applyReport } from './settle.ts';

const longestUnknown = 5;

/**
 * Keeps a notification and has its subject asked about. A repetition is only counted, but as long as the payment has
 * not settled it always makes us ask again: a forged or early one cannot swallow the true one.
 * @throws NOT_FOUND for a provider that takes none, NOTIFICATION_REFUSED
 */
export async function receiveNotice(
  hub: Hub,
  { providerKey, raw, now }: { providerKey: string; raw: RawNotification; now: Date },
): Promise<void> {
  const readNotice = hub.gateways.get(providerKey)?.port.readNotice;
  if (!readNotice) throw commonErrors.NOT_FOUND();
  const notice = readNotice(raw);
  if (!notice) {
    hub.log.warn(
      { provider: providerKey, ip: raw.ip, bytes: raw.bytes.length },
      'A notification was refused.',
    );
    throw paymentErrors.NOTIFICATION_REFUSED();
  }
  const dueAt = firstLookOver(now);
  const given = { providerKey, notice, raw: withoutSecrets(raw), now, dueAt };
  const row = await endingWith(hub, (trx) => Promise.resolve(() => keepNotice(trx, given)));
  if (!row.handled_at || (await isReopened(hub, { row, dueAt }))) hub.follower.follow(row);
}

/** A repetition of what was handled already. Should it break off here, whoever sent it sends it again. */
function isReopened(hub: Hub, { row, dueAt }: { row: InboxRow; dueAt: Date }): Promise<boolean> {
  return quickTransaction(hub, async (trx) => {
    if (await isSettled(trx, row)) return false;
    await reopenNotice(trx, { id: row.id, dueAt });
    return true;
  });
}

const secretHeaders = new Set(['authorization', 'cookie', 'proxy-authorization']);

const withoutSecrets = (raw: RawNotification): RawNotification => ({
  ...raw,
  headers: Object.fromEntries(Object.entries(raw.headers).filter(([name]) => !secretHeaders.has(name))),
});

async function isKnown(trx: Transaction, { provider_key, about, external_id }: InboxRow): Promise<boolean> {
  const ids = { providerKey: provider_key, externalId: external_id };
  const read = about === 'payment' ? paymentByExternalId : refundByExternalId;
  return (await read(trx, ids)) !== undefined;
}

async function isSettled(trx: Transaction, { provider_key, about, external_id }: InboxRow): Promise<boolean> {
  const ids = { providerKey: provider_key, externalId: external_id };
  if (about === 'payment') return (await paymentByExternalId(trx, ids))?.state === 'succeeded';
  return (await refundByExternalId(trx, ids))?.state === 'succeeded';
}

/** Asks about the subject of a notification and settles what follows. Bears repetition. */
export async function handleNotice(
  hub: Hub,
  { inboxId, now }: { inboxId: string; now: Date },
): Promise<void> {
  const row = await quickTransaction(hub, (trx) => readNoticeRow(trx, inboxId));
  if (row && !row.handled_at) await lookInto(hub, { row, now });
}

/** The same for a notification that is at hand and that nobody has handled. */
export async function lookInto(hub: Hub, { row, now }: { row: InboxRow; now: Date }): Promise<void> {
  const gateway = gatewayOf(hub, row);
  if (!gateway) return quickTransaction(hub, (trx) => withoutGateway(trx, { row, now }));
  const outcome = await askAbout(gateway, row);
  await quickTransaction(hub, (trx) => conclude(hub, trx, { row, outcome, now }));
}

/** A process may be older than a new gateway: what comes for it is looked at some times more. */
function withoutGateway(trx: Transaction, { row, now }: { row: InboxRow; now: Date }): Promise<void> {
  const { id, tries } = row;
  const problem = 'NO_GATEWAY';
  if (tries >= longestUnknown) return closeNotice(trx, { id, now, paymentId: null, problem });
  return delayNotice(trx, { id, dueAt: nextTry({ now, tries }), problem });
}

type Conclusion = { row: InboxRow; outcome: Outcome<Report>; now: Date };

/** The notification is locked last, as where a start wakes the early ones. */
async function conclude(hub: Hub, trx: Transaction, { row, outcome, now }: Conclusion): Promise<void> {
  const { id } = row;
  if ('failure' in outcome) {
    const refused = outcome.failure.provider === 'refused';
    return unanswered(trx, { row, now, refused });
  }
  const paymentId = await apply(hub, trx, { row, report: outcome.answer, now });
  if (paymentId) return closeNotice(trx, { id, now, paymentId, problem: null });
  const locked = await lockNotice(trx, id);
  // Known since we looked: then the start that made it known has this notification handled again.
  if (locked && !(await isKnown(trx, locked))) await unknown(trx, { row: locked, now });
}

type Report = { about: 'payment'; report: PaymentReport } | { about: 'refund'; report: RefundReport };

function askAbout({ port }: OpenGateway, { about, external_id }: InboxRow): Promise<Outcome<Report>> {
  return callGateway(async () => {
    if (about === 'payment') return { about, report: await port.fetch(external_id) };
    if (!port.fetchRefund) throw new Error('This gateway does not tell about refunds.');
    return { about, report: await port.fetchRefund(external_id) };
  });
}

/** The payment that it was about; undefined when it is none of ours. */
async function apply(
  hub: Hub,
  trx: Transaction,
  { row, report: told, now }: { row: InboxRow; report: Report; now: Date },
): Promise<string | undefined> {
  const ids = { providerKey: row.provider_key, externalId: row.external_id };
  if (told.about === 'payment') {
    const payment = row.payment ?? (await paymentByExternalId(trx, ids));
    if (payment)
      await applyReport(hub, trx, {
        ...{ paymentId: payment.document_id, report: told.report, now, known: payment },
      });
    return payment?.document_id;
  }
  const refund =
    (await refundByExternalId(trx, ids)) ?? (await refundOfOurs(trx, { row, report: told.report }));
  if (refund) await applyRefundReport(hub, trx, { refundId: refund.document_id, report: told.report, now });
  return refund?.payment_id;
}

/** One whose send was never answered: the gateway knows which of ours it is, and we do not know its id. */
async function refundOfOurs(
  trx: Transaction,
  { row, report }: { row: InboxRow; report: RefundReport },
): Promise<RefundRow | undefined> {
  const refund = report.refundId === undefined ? undefined : await readRefund(trx, report.refundId);
  return refund?.provider_key === row.provider_key ? refund : undefined;
}

/** It may have come before the answer of the start: it is looked at again for some minutes, and kept in any case. */
function unknown(trx: Transaction, { row, now }: { row: InboxRow; now: Date }): Promise<void> {
  const problem = row.about === 'payment' ? 'UNKNOWN_PAYMENT' : 'UNKNOWN_REFUND';
  if (row.tries >= longestUnknown) return closeNotice(trx, { id: row.id, now, paymentId: null, problem });
  return delayNotice(trx, { id: row.id, dueAt: nextTry({ now, tries: row.tries }), problem });
}

function unanswered(
  trx: Transaction,
  { row, now, refused }: { row: InboxRow; now: Date; refused: boolean },
): Promise<void> {
  const problem = refused ? 'GATEWAY_REFUSED' : 'GATEWAY_UNREACHABLE';
  if (refused && row.tries >= longestUnknown)
    return closeNotice(trx, { id: row.id, now, paymentId: null, problem });
  return delayNotice(trx, { id: row.id, dueAt: nextTry({ now, tries: row.tries }), problem });
}
