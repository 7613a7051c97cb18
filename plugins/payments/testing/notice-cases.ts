import assert from 'node:assert/strict';
import type { RawNotification } from '@gangway/kit';
import { gatewayCase } from './gateway-case.ts';
import type { GatewayHarness, OpenHarness } from './harness.ts';
import { startRequest } from './requests.ts';

/** How notifications are told from forgeries; a gateway without notifications passes by having none. */
export const noticeCases = (open: OpenHarness) => [
  gatewayCase(open, 'a notification names the payment to ask about', async (house) => {
    const told = await notified(house);
    if (!told) return;
    const notice = house.gateway.readNotice?.(told.raw);
    assert.equal(notice?.about, 'payment');
    assert.equal(notice?.externalId, told.externalId);
    assert.ok(notice.dedupeKey.length > 0);
  }),

  gatewayCase(open, 'the same notification has the same key', async (house) => {
    const told = await notified(house);
    if (!told) return;
    const { readNotice } = house.gateway;
    assert.equal(readNotice?.(told.raw)?.dedupeKey, readNotice?.(told.raw)?.dedupeKey);
  }),

  gatewayCase(open, 'notifications of two payments have two keys', async (house) => {
    const [one, other] = [await notified(house), await notified(house)];
    if (!one || !other) return;
    const { readNotice } = house.gateway;
    assert.notEqual(readNotice?.(one.raw)?.dedupeKey, readNotice?.(other.raw)?.dedupeKey);
  }),

  gatewayCase(open, 'what is not from them is not read', async (house) => {
    const told = await notified(house);
    if (!told) return;
    const stranger = { ...told.raw, headers: { 'content-type': 'application/json' }, ip: '192.0.2.1' };
    assert.equal(house.gateway.readNotice?.(stranger), undefined);
  }),

  gatewayCase(open, 'what cannot be read is refused without an exception', async (house) => {
    const told = await notified(house);
    if (!told) return;
    for (const text of ['', '{', 'null', '[]', '{"a":1}', '<html></html>', '\u0000'])
      assert.equal(house.gateway.readNotice?.({ ...told.raw, bytes: Buffer.from(text) }), undefined, text);
  }),
];

type Told = { raw: RawNotification; externalId: string };

async function notified({ gateway, pay, notice }: GatewayHarness): Promise<Told | undefined> {
  const { externalId } = await gateway.start(startRequest(150_000));
  if (!notice || !gateway.readNotice) return undefined;
  await pay(externalId);
  return { raw: await notice('payment', externalId), externalId };
}
