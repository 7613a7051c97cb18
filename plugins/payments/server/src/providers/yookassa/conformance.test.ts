import { gatewayConformance } from '@gangway/payments/testing';
import type { GatewayHarness } from '@gangway/payments/testing';
import { openShop } from './testing/open-shop.ts';
import type { OpenShop } from './testing/open-shop.ts';

const shops: OpenShop[] = [];
afterEach(async () => void (await Promise.all(shops.splice(0).map((shop) => shop.close()))));

type State = { payments: object[]; refunds: object[] };

/** Our client, and the sandbox in the place of YooKassa. */
async function harness(): Promise<GatewayHarness> {
  const shop = await openShop();
  shops.push(shop);
  const { control, gateway, ask } = shop;
  const create = 'payments.create';
  return {
    gateway,
    pay: async (id) => void control.pay(id),
    decline: async (id, reason) => void control.cancel(id, { party: 'payment_network', reason }),
    countPayments: async () => (control.state() as State).payments.length,
    refuseNextStart: async () => {
      control.fault({ operation: create, kind: 'answer', answer: { status: 400, code: 'invalid_request' } });
    },
    breakNextStart: async () => void control.fault({ operation: create, kind: 'drop-before' }),
    breakNextStartAfterwards: async () =>
      void control.fault({ operation: create, kind: 'error-after-commit' }),
    notice: async (about, id) => {
      const { body: object } = await ask('GET', `/${about}s/${id}`);
      const event = `${about}.${String(object.status)}`;
      const text = JSON.stringify({ type: 'notification', event, object });
      return { bytes: Buffer.from(text), headers: {}, ip: '185.71.76.1' };
    },
  };
}

describe('YooKassa keeps what every gateway promises', () => {
  it.each(gatewayConformance(harness))('$name', ({ run }) => run());
});
