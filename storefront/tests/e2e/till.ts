import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { askShop, departures } from './shop-api.ts';

/** What buyers do in the browser, and what the outside world does to them. */

export const paying = '4111111111111111';
/** The bank says `insufficient_funds`. */
export const declining = '5555555555554600';

interface Wanted {
  id: string;
  seats?: string[];
  quantities?: Record<string, number>;
}

/** Free seats of a departure, in the order of its plan. */
export async function freeSeats(id: string, count: number): Promise<string[]> {
  const { data } = await askShop<{ data: { seats: { seatCode: string; status: string }[] } }>(
    `/api/events/${id}/seats`,
  );
  const free = data.seats.filter(({ status }) => status === 'free').map(({ seatCode }) => seatCode);
  return free.slice(0, count);
}

/** Takes places through the website, as its pages do. */
export async function take({ id, ...places }: Wanted, on: Page = page): Promise<void> {
  const address = `${house.siteUrl}/api/events/${id}/seats/lock`;
  const answer = await on.request.post(address, { data: places });
  if (!answer.ok()) throw new Error(`The places were not taken: ${await answer.text()}`);
}

const takenBefore = new Set<string>();

/** Others than before: what the map says may be half a second old. */
export async function takeSeats(id: string, count: number, on: Page = page): Promise<string[]> {
  const free = await freeSeats(id, 500);
  const seats = free.filter((code) => !takenBefore.has(`${id} ${code}`)).slice(0, count);
  for (const code of seats) takenBefore.add(`${id} ${code}`);
  await take({ id, seats }, on);
  return seats;
}

/** Adults, or whoever is sold first, on a departure without numbers. */
export async function takeTickets(id: string, count: number, on: Page = page): Promise<void> {
  const types = await ticketTypes(id);
  const adult = types.find(({ code }) => code === 'adult') ?? types[0];
  await take({ id, quantities: { [adult?.id ?? '']: count } }, on);
}

/** One adult with one child on a departure without numbers. */
export async function takeFamily(id: string): Promise<void> {
  const types = await ticketTypes(id);
  const family = types.filter(({ code }) => ['adult', 'child'].includes(code));
  await take({ id, quantities: Object.fromEntries(family.map((type) => [type.id, 1])) });
}

async function ticketTypes(id: string): Promise<{ id: string; code: string }[]> {
  const path = `/api/events/${id}/ticket-types`;
  return (await askShop<{ data: { id: string; code: string }[] }>(path)).data;
}

/** A departure with numbered seats that asks nobody's name. */
export async function seated(): Promise<string> {
  const all = await departures('assigned');
  for (const { id } of all) {
    const { data } = await askShop<{ data: { passengerData: string } }>(`/api/events/${id}`);
    if (data.passengerData === 'none') return id;
  }
  throw new Error('Every departure with seats asks for names.');
}

export async function unnumbered(): Promise<string> {
  const [first] = await departures('general', { left: 4 });
  if (!first) throw new Error('No departure is without numbers.');
  return first.id;
}

/** Buyers of their own, so that letters can be told apart. */
export const newBuyer = () => `buyer-${crypto.randomUUID().slice(0, 8)}@example.org`;

/** Everything that the checkout asks for. */
export async function fillIn(email: string, on: Page = page): Promise<void> {
  await on.fill('#fullName', 'Анна Петрова');
  await on.fill('#email', email);
  await on.selectOption('select[name=country]', 'RU');
  await on.fill('#phone', '921 000-00-00');
  await on.check('#consent-offer');
  await on.check('#consent-personal-data');
}

/** From the checkout to the page of the gateway. */
export async function toGateway(on: Page = page): Promise<void> {
  await on.locator('#pay').click();
  await on.waitForURL(/yookassa\/checkout/);
}

/** Types a card at the gateway; it is charged, or the page says why not. */
export async function payWith(number: string, on: Page = page): Promise<void> {
  await on.fill('#number', number);
  await on.fill('#expiry', '12/30');
  await on.fill('#csc', '123');
  await on.locator('#card button.primary').click();
  await on.waitForLoadState();
}

/** The gateway's link back to the shop. */
export const back = (on: Page = page): Promise<void> => on.locator('main a.button.primary').click();

/** Until the order's own page stands there. */
export const atOrder = (on: Page = page): Promise<void> => on.waitForURL(/\/orders\/[0-9a-z]+$/);

export async function moveClock(form: 'step=15m' | 'step=1h' | 'reset=yes'): Promise<void> {
  const { origin } = new URL(house.sandboxUrl);
  const init = { method: 'POST', headers: { origin }, body: new URLSearchParams(form) };
  const answer = await fetch(`${origin}/clock`, { ...init, redirect: 'manual' });
  if (answer.status !== 303) throw new Error(`The clock did not move: ${answer.status}`);
}

/** Looks until it is so: a page follows the clock of the house within a second, the map what is taken and let go. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  const tries = 300;
  for (let tried = 0; tried < tries; tried += 1) {
    if (await isSo()) return;
    await pause(50);
  }
  throw new Error('It did not come to that.');
}

interface Letter {
  to: string[];
  subject: string;
  text: string;
}

/** The letter to somebody that `isIt`, as soon as it is there. */
export async function letterTo(
  email: string,
  isIt: (letter: Letter) => boolean = () => true,
): Promise<Letter> {
  const tries = 300;
  for (let tried = 0; tried < tries; tried += 1) {
    const answer = await fetch(`${house.sandboxUrl}/mailbox/api/messages`);
    const { data } = (await answer.json()) as { data: Letter[] };
    const found = data.find((letter) => letter.to.includes(email) && isIt(letter));
    if (found) return found;
    await pause(100);
  }
  throw new Error(`No such letter came to ${email}.`);
}

export const linkIn = ({ text }: Letter): string => /https?:\S+accessToken=\S+/.exec(text)?.[0] ?? '';

/** Where the order is paid, begun past the website. */
export async function paymentOf({ id, accessToken }: { id: string; accessToken: string }): Promise<string> {
  const body = { orderId: id, accessToken, method: 'yookassa', returnUrl: `${house.siteUrl}/en` };
  const { data } = await askShop<{ data: { action: { url: string } } }>('/api/payments', body);
  return data.action.url;
}
