import assert from 'node:assert/strict';
import type { PaymentGateway } from '@gangway/kit';
import { failureKind } from './failure-kind.ts';
import { gatewayCase } from './gateway-case.ts';
import type { GatewayHarness, OpenHarness } from './harness.ts';
import { refundRequest, roubles, startRequest } from './requests.ts';

const price = 150_000;

/** How money goes back; a gateway without refunds passes by not having the verb. */
export const refundCases = (open: OpenHarness) => [
  gatewayCase(open, 'a full refund is begun once, however often it is asked for', async (house) => {
    const { externalId, startRefund } = await paid(house);
    if (!startRefund) return;
    const request = refundRequest({ externalId, amount: price, full: true });
    const first = await startRefund(request);
    const again = await startRefund(request);
    assert.equal(again.externalId, first.externalId);
    assert.equal(first.paymentId, externalId);
    assert.deepEqual(first.amount, roubles(price));
    assert.notEqual(first.state, 'failed');
  }),

  gatewayCase(open, 'parts are given back until nothing is left', async (house) => {
    const { externalId, startRefund } = await paid(house);
    if (!startRefund) return;
    const half = () => startRefund(refundRequest({ externalId, amount: price / 2, full: false }));
    const [one, other] = [await half(), await half()];
    assert.notEqual(one.externalId, other.externalId);
    assert.equal(await failureKind(half()), 'refused');
  }),

  gatewayCase(open, 'more than was paid is refused', async (house) => {
    const { externalId, startRefund } = await paid(house);
    if (!startRefund) return;
    const request = refundRequest({ externalId, amount: price + 100, full: false });
    assert.equal(await failureKind(startRefund(request)), 'refused');
  }),

  gatewayCase(open, 'what was not paid cannot be given back', async ({ gateway }) => {
    const { externalId } = await gateway.start(startRequest(price));
    if (!gateway.startRefund) return;
    const request = refundRequest({ externalId, amount: price, full: true });
    assert.equal(await failureKind(gateway.startRefund(request)), 'refused');
  }),

  gatewayCase(open, 'a refund can be asked about', async (house) => {
    const { externalId, startRefund, fetchRefund } = await paid(house);
    if (!startRefund || !fetchRefund) return;
    const refund = await startRefund(refundRequest({ externalId, amount: price, full: true }));
    const report = await fetchRefund(refund.externalId);
    assert.equal(report.externalId, refund.externalId);
    assert.equal(report.paymentId, externalId);
    assert.deepEqual(report.amount, roubles(price));
  }),
];

type Paid = Pick<PaymentGateway, 'startRefund' | 'fetchRefund'> & { externalId: string };

async function paid({ gateway, pay }: GatewayHarness): Promise<Paid> {
  const { externalId } = await gateway.start(startRequest(price));
  await pay(externalId);
  return { externalId, startRefund: gateway.startRefund, fetchRefund: gateway.fetchRefund };
}
