import { createClock, openProviders } from '@gangway/kit';
import type { PaymentGateway, Sale, StartPayment, StartRefund } from '@gangway/kit';
import { yookassa } from '../provider.ts';
import { startYookassaSandbox } from '../sandbox/start.ts';
import type { StartSettings } from '../sandbox/start.ts';

export type Answer = { status: number; body: Record<string, unknown> };

type Asking = { body?: unknown; key?: string | null; headers?: Record<string, string> };

const keys = { made: 0 };
export const newKey = (): string => `key-${(keys.made += 1)}`;

/** A sandbox of its own with its own business time, a bare HTTP client and ours beside it. */
export async function openShop(settings: StartSettings = {}) {
  const clock = createClock();
  const sandbox = await startYookassaSandbox({ now: clock.now, onMove: clock.onMove, ...settings });
  const { shopId, secretKey } = sandbox.shop;
  const authorization = `Basic ${Buffer.from(`${shopId}:${secretKey}`).toString('base64')}`;
  const ask = async (method: string, path: string, { body, key, headers }: Asking = {}): Promise<Answer> => {
    const own: Record<string, string> =
      method === 'POST' && key !== null ? { 'idempotence-key': key ?? newKey() } : {};
    const sent = { authorization, 'content-type': 'application/json', ...own, ...headers };
    const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await fetch(sandbox.apiUrl + path, { method, headers: sent, body: text });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  return { ...sandbox, clock, ask, gateway: gatewayOf(sandbox.apiUrl, { shopId, secretKey }) };
}

export type OpenShop = Awaited<ReturnType<typeof openShop>>;

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Our client as the hub opens it. */
export function gatewayOf(
  url: string,
  { shopId, secretKey, timeoutMs = 2_000 }: { shopId: string; secretKey: string; timeoutMs?: number },
): Required<Omit<PaymentGateway, 'cancel'>> {
  const providers = openProviders<PaymentGateway>({
    instances: [yookassa({ shopId, url, timeoutMs })],
    prefix: 'PAYMENTS',
    secret: () => secretKey,
    context: () => ({ log: silent, fetch, clock: createClock(), publicUrl: 'http://localhost:1337' }),
  });
  return providers.get('yookassa')?.port as Required<Omit<PaymentGateway, 'cancel'>>;
}

export const item = (price = '750.00', quantity = 2, changes: object = {}) => ({
  ...{ description: 'Взрослый', quantity, amount: { value: price, currency: 'RUB' }, vat_code: 12 },
  ...{ measure: 'piece', payment_subject: 'service', payment_mode: 'full_prepayment', ...changes },
});

export const receipt = (...items: object[]) => ({
  customer: { email: 'anna@example.org' },
  items: items.length > 0 ? items : [item()],
});

/** What the reference asks of a payment, right in every field. */
export const paymentBody = (changes: object = {}) => ({
  amount: { value: '1500.00', currency: 'RUB' },
  capture: true,
  confirmation: { type: 'redirect', return_url: 'https://shop.example/return' },
  receipt: receipt(),
  ...changes,
});

export const sale = (changes: Partial<Sale> = {}): Sale => ({
  number: '7K4-220',
  language: 'ru',
  total: { amount: 150_000, currency: 'RUB' },
  lines: [
    {
      ...{ id: 'l1', name: 'Взрослый', kind: 'admission', subject: 'service' },
      ...{ quantity: 2, unitAmount: 75_000, amount: 150_000 },
      vat: { mode: 'included', rateBp: 2200, amount: 27_049 },
    },
  ],
  buyer: { fullName: 'Анна Иванова', email: 'anna@example.org', phone: '+79211234567' },
  seller: { id: 's1', country: 'RU', currency: 'RUB', taxRegime: 'general', inn: '7800000000' },
  ...changes,
});

export const start = (changes: Partial<StartPayment> = {}): StartPayment => ({
  attemptId: newKey(),
  amount: { amount: 150_000, currency: 'RUB' },
  sale: sale(),
  returnUrl: 'https://shop.example/return',
  locale: 'ru',
  reference: { kind: 'order', id: 'o1' },
  fields: {},
  ...changes,
});

/** Half of what `sale` sold. */
export function halfBack(externalId: string, changes: Partial<StartRefund> = {}): StartRefund {
  const [line] = sale().lines;
  const half = line ? [{ ...line, quantity: 1, amount: 75_000 }] : [];
  const amount = { amount: 75_000, currency: 'RUB' } as const;
  return {
    ...{ refundId: newKey(), externalId, amount, full: false, reason: 'customer' },
    sale: sale({ total: amount, lines: half }),
    ...changes,
  };
}
