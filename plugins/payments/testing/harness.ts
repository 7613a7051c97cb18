import type { PaymentGateway, RawNotification } from '@gangway/kit';

/** What a gateway under test is driven with: a stand-in of the other side that can be told what to do. */
export type GatewayHarness = {
  gateway: PaymentGateway;
  /** The buyer pays. */
  pay(externalId: string): Promise<void>;
  /** The buyer is refused for good, with the other side's word for why. */
  decline(externalId: string, reason: string): Promise<void>;
  /** How many payments the other side has begun. */
  countPayments(): Promise<number>;
  /** The next start is answered with no. */
  refuseNextStart(): Promise<void>;
  /** The next start does not arrive, or its answer cannot be read. */
  breakNextStart(): Promise<void>;
  /** The next start is carried out, and its answer gets lost. Left out: this cannot be staged. */
  breakNextStartAfterwards?(): Promise<void>;
  /** The notification that the other side would send now. Left out: it sends none. */
  notice?(about: 'payment' | 'refund', externalId: string): Promise<RawNotification>;
};

/** A fresh other side for each case. */
export type OpenHarness = () => Promise<GatewayHarness>;
