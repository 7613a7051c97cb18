import type { Jobs, RunInTransaction } from '@gangway/jobs/contract';
import { keepPlans } from '@gangway/kit';
import type { OpenProvider, PaymentGateway, ProviderLog, Transaction } from '@gangway/kit';
import type { Payable } from '../../../contract/payable.ts';
import type { AttemptLimit, ReadMethods } from '../../../contract/payments.ts';
import type { PaymentRow } from '../store/payments.ts';
import type { PaymentsConfig } from '../config.ts';

import type { NoticeFollower } from './notice-follower.ts';

export type OpenGateway = OpenProvider<PaymentGateway>;

/** What the parts of the plugin share in one process. */
export type Hub = {
  config: PaymentsConfig;
  transaction: RunInTransaction;
  jobs: Pick<Jobs, 'enqueue' | 'enqueueAll' | 'announce'>;
  log: ProviderLog;
  payables: Map<string, Payable>;
  /** Filled at bootstrap. */
  gateways: Map<string, OpenGateway>;
  /** What managers have said about the ways to pay of a seller. */
  methodSettings: ReadMethods;
  follower: NoticeFollower;
  attemptLimit: AttemptLimit;
};

/** The payable that a row pays for; its kind was registered when the row was written. */
export function payableOf(hub: Hub, { payable_kind }: Pick<PaymentRow, 'payable_kind'>): Payable {
  const payable = hub.payables.get(payable_kind);
  if (!payable) throw new Error(`Nobody has registered the payable "${payable_kind}": call definePayable.`);
  return payable;
}

/** The gateway of a row; undefined when it is no longer listed, or when people took the money. */
export const gatewayOf = (hub: Hub, { provider_key }: { provider_key: string }): OpenGateway | undefined =>
  hub.gateways.get(provider_key);

/** One that a buyer waits for: its statements keep their plans. */
export const quickTransaction = <Result>(
  { transaction }: Hub,
  work: (trx: Transaction) => Promise<Result>,
): Promise<Result> =>
  transaction(async (trx) => {
    await keepPlans(trx);
    return work(trx);
  });

type Last<Result> = () => Promise<Result>;

/**
 * The same, where the last statement travels with the commit: what it answers is seen when all has been committed, and
 * can undo nothing any more.
 */
export async function endingWith<Result>(
  hub: Hub,
  work: (trx: Transaction) => Promise<Last<Result>>,
): Promise<Result> {
  const sent: { last?: Promise<Result> } = {};
  const committed = quickTransaction(hub, async (trx) => {
    const last = await work(trx);
    sent.last = last();
    sent.last.catch(() => undefined);
  });
  // Why it could not be carried out says more than a commit that failed for it.
  await committed.catch(async (error: unknown) => {
    await sent.last;
    throw error;
  });
  return sent.last as Promise<Result>;
}
