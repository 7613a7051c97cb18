import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { jsonOf } from '../checked-body.ts';
import { httpLines } from '../http-lines.ts';
import type { HttpLines, Question } from '../http-lines.ts';
import { right, wrong } from '../scenario.ts';
import type { Outcome, Scenario, Tools } from '../scenario.ts';

export interface CheckoutParams {
  url: string;
  sandboxUrl: string;
  /** Of the shop at the gateway. */
  authorization: string;
  eventIds: readonly string[];
  ticketTypeId: string;
  /** Named in mail addresses, unique in a run. */
  name: string;
}

interface Purchase extends Tools {
  cms: HttpLines;
  gateway: HttpLines;
  params: CheckoutParams;
  name: string;
  eventId: string;
}

const tickets = 2;
/** Between two looks for the tickets, where cms has no place to wait; each pause is longer, or those who wait would be the load. */
const looks = { firstMs: 25, growth: 1.6, longestMs: 500 };
const patienceMs = 20_000;
/** Shorter than a line is patient. */
const waiting = 'wait=15';

/** A whole purchase over HTTP, from the lock to the answer that shows the tickets with their codes. */
export const checkout: Scenario<CheckoutParams> = (params, tools) => {
  const cms = httpLines(params.url);
  const gateway = httpLines(params.sandboxUrl);
  const paid: string[] = [];
  return {
    arrive: async (index) => {
      const eventId = params.eventIds[index % params.eventIds.length] ?? '';
      const name = `${params.name}-${randomUUID()}`;
      const outcome = await buy({ ...tools, cms, gateway, params, name, eventId });
      if (outcome.orderId) paid.push(outcome.orderId);
      return outcome;
    },
    facts: () => paid,
    close: () => {
      cms.close();
      gateway.close();
    },
  };
};

type Bought = Outcome & { orderId?: string };

async function buy(purchase: Purchase): Promise<Bought> {
  try {
    await lockPlaces(purchase);
    const order = await placeOrder(purchase);
    await pay(purchase, await startPayment(purchase, order));
    await untilTickets(purchase, order);
    return { ...right('paid'), orderId: order.orderId };
  } catch (error) {
    return wrong((error as Error).message, String((error as Error).cause ?? ''));
  }
}

/** The answer's data, with its time written down. */
async function step<Data>(
  { step: took }: Purchase,
  { what, lines, question, status }: { what: string; lines: HttpLines; question: Question; status: number },
): Promise<Data> {
  const asked = performance.now();
  const reply = await lines.ask(question);
  took(what, performance.now() - asked);
  if (reply.status !== status)
    throw new Error(`${what} ${reply.status}`, { cause: String(reply.body).slice(0, 300) });
  return jsonOf(reply) as Data;
}

async function lockPlaces(purchase: Purchase): Promise<void> {
  const { eventId, name, cms, params } = purchase;
  const body = { sessionId: name, quantities: { [params.ticketTypeId]: tickets } };
  const question = { path: `/api/events/${eventId}/seats/lock`, body };
  const { data } = await step<{ data: { quantities: Record<string, number> } }>(purchase, {
    ...{ what: 'lock', lines: cms, question, status: 200 },
  });
  if (data.quantities[params.ticketTypeId] !== tickets) throw new Error('lock: other places than asked for');
}

interface Placed {
  orderId: string;
  accessToken: string;
}

async function placeOrder(purchase: Purchase): Promise<Placed> {
  const { name, cms, eventId } = purchase;
  const body = {
    sessionId: name,
    customer: { fullName: 'Анна Петрова', email: `${name}@buyers.example`, phone: '+79210000000' },
    ...{ locale: 'ru', consents: ['offer', 'personal-data'] },
  };
  const question = { path: '/api/orders', body, headers: { 'Idempotency-Key': `order-${name}` } };
  const { data } = await step<{
    data: { id: string; accessToken: string; status: string; lines: { eventId: string; quantity: number }[] };
  }>(purchase, { what: 'order', lines: cms, question, status: 201 });
  const [line] = data.lines;
  if (data.status !== 'LOCKED' || line?.eventId !== eventId || line.quantity !== tickets)
    throw new Error('order: something else was ordered');
  return { orderId: data.id, accessToken: data.accessToken };
}

/** @returns the payment's id at the gateway, from the address that the buyer is sent to */
async function startPayment(purchase: Purchase, placed: Placed): Promise<string> {
  const { name, cms } = purchase;
  const body = { ...placed, method: 'yookassa', returnUrl: 'http://localhost:4321/ru' };
  const question = { path: '/api/payments', body, headers: { 'Idempotency-Key': `pay-${name}` } };
  const { data } = await step<{ data: { action?: { url?: string } } }>(purchase, {
    ...{ what: 'payment', lines: cms, question, status: 200 },
  });
  const gatewayId = data.action?.url && new URL(data.action.url).searchParams.get('orderId');
  if (!gatewayId) throw new Error('payment: nowhere to pay', { cause: JSON.stringify(data) });
  return gatewayId;
}

/** The buyer's deed at the bank; the gateway notifies cms by itself. */
async function pay(purchase: Purchase, gatewayId: string): Promise<void> {
  const { gateway, params } = purchase;
  const headers = { Authorization: params.authorization };
  const question = { path: `/yookassa/control/payments/${gatewayId}/pay`, body: {}, headers };
  await step(purchase, { what: 'bank', lines: gateway, question, status: 200 });
}

/** As the pages of the website do: one question that is answered when the tickets are there. */
async function untilTickets(purchase: Purchase, { orderId, accessToken }: Placed): Promise<void> {
  const { cms, eventId } = purchase;
  const headers = { Authorization: `Bearer ${accessToken}`, Prefer: waiting };
  const question = { path: `/api/orders/${orderId}/tickets`, headers };
  const began = performance.now();
  for (let waitMs = looks.firstMs; performance.now() - began < patienceMs; waitMs *= looks.growth) {
    const { data } = await step<{ data: { code: string | null; eventId: string; state: string }[] }>(
      purchase,
      {
        ...{ what: 'tickets', lines: cms, question, status: 200 },
      },
    );
    if (data.length > 0) {
      purchase.step('settled', performance.now() - began);
      const good = data.filter((one) => one.code && one.eventId === eventId && one.state === 'issued');
      if (good.length !== tickets) throw new Error('tickets: not those that were bought');
      return;
    }
    await pause(Math.min(looks.longestMs, waitMs));
  }
  throw new Error('tickets never came');
}
