import type { Jobs, RunInTransaction } from '@gangway/jobs/contract';
import type { OpenProvider, PaymentGateway, ProviderLog } from '@gangway/kit';
import type { Payable } from '../../../contract/payable.ts';
import type { ReadMethods, TakeAttempt } from '../../../contract/payments.ts';
import type { PaymentRow } from '../store/payments.ts';
import type { PaymentsConfig } from '../config.ts';

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
  /** Throws when a buyer begins too many attempts. */
  takeAttempt: TakeAttempt;
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
