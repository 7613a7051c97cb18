import { openBank } from '../server/src/providers/fake/bank.ts';
import { fakeGateway } from '../server/src/providers/fake/provider.ts';
import type { GatewayHarness } from './harness.ts';

/** The double, driven by its bank. */
export async function fakeHarness(): Promise<GatewayHarness> {
  const bank = openBank();
  const done = Promise.resolve();
  return {
    gateway: fakeGateway(bank),
    pay: (id) => done.then(() => bank.pay(id)),
    decline: (id, reason) => done.then(() => bank.decline(id, reason)),
    countPayments: () => Promise.resolve(bank.payments.size),
    refuseNextStart: () => done.then(() => bank.fail('start', 'refuse')),
    breakNextStart: () => done.then(() => bank.fail('start', 'break')),
    breakNextStartAfterwards: () => done.then(() => bank.fail('start', 'break-after')),
    notice: async (about, externalId) => {
      const { body, headers } = bank.notice(about, externalId);
      return { bytes: Buffer.from(body), headers, ip: '127.0.0.1' };
    },
  };
}
