import { jobsOf } from '@gangway/jobs/contract';
import type { RunInTransaction } from '@gangway/jobs/contract';
import { clock } from '@gangway/kit';
import type { ProviderLog, Transaction } from '@gangway/kit';
import type { Core } from '@strapi/strapi';
import type { Payable } from '../../../contract/payable.ts';
import type { Payments } from '../../../contract/payments.ts';
import { paymentsConfig } from '../config.ts';
import type { Hub } from './hub.ts';
import { createNoticeFollower } from './notice-follower.ts';
import { lookInto } from './notices.ts';
import { listPayments } from './list-payments.ts';
import { payManually } from './manual.ts';
import { refundView } from './payment-view.ts';
import { requestRefund } from './request-refund.ts';

/** The payments of this Strapi process. */
export function paymentsService({ strapi }: { strapi: Core.Strapi }): Payments & { hub: Hub } {
  const hub = hubOf(strapi);
  return {
    hub,
    definePayable: (payable) => definePayable(hub, payable),
    methodsFrom: (read) => void (hub.methodSettings = read),
    limitAttempts: (limit) => void (hub.attemptLimit = limit),
    refund: async (trx, order) => (await requestRefund(hub, trx, order)).map(refundView),
    payManually: (trx, payment) => payManually(hub, trx, payment),
    list: listPayments,
  };
}

function definePayable({ payables }: Hub, payable: Payable): void {
  if (payables.has(payable.kind)) throw new TypeError(`The payable "${payable.kind}" is registered twice.`);
  payables.set(payable.kind, payable);
}

function hubOf(strapi: Core.Strapi): Hub {
  const config = paymentsConfig(strapi.config.get('plugin::payments'));
  const hub: Hub = {
    follower: createNoticeFollower({
      handle: (row) => lookInto(hub, { row, now: clock.now() }),
      failed: (error, inboxId) =>
        hub.log.error({ err: error, inboxId }, 'A notification was not handled; it is tried again.'),
    }),
    config,
    transaction: ((work) => strapi.db.transaction(({ trx }) => work(trx as Transaction))) as RunInTransaction,
    jobs: jobsOf(strapi),
    log: logOf(strapi),
    payables: new Map(),
    gateways: new Map(),
    methodSettings: () => Promise.resolve([]),
    attemptLimit: { take: () => Promise.resolve(), giveBack: () => Promise.resolve() },
  };
  return hub;
}

function logOf({ log }: Core.Strapi): ProviderLog {
  return {
    debug: (facts, message) => void log.debug(message, facts),
    info: (facts, message) => void log.info(message, facts),
    warn: (facts, message) => void log.warn(message, facts),
    error: (facts, message) => void log.error(message, facts),
  };
}
