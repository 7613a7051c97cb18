import type { ConformanceCase } from '@gangway/kit';
import type { OpenHarness } from './harness.ts';
import { noticeCases } from './notice-cases.ts';
import { paymentCases } from './payment-cases.ts';
import { refundCases } from './refund-cases.ts';

export { fakeHarness } from './fake-harness.ts';
export type { GatewayHarness, OpenHarness } from './harness.ts';
export { refundRequest, roubles, saleOf, startRequest } from './requests.ts';
export type { FakeBank } from '../server/src/providers/fake/bank.ts';
export type { FakeGateway } from '../server/src/providers/fake/provider.ts';

/** What every gateway promises. Each case opens an other side of its own; any runner can run it. */
export const gatewayConformance = (open: OpenHarness): ConformanceCase[] => [
  ...paymentCases(open),
  ...refundCases(open),
  ...noticeCases(open),
];
