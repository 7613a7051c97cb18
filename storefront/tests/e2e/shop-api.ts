import { randomUUID } from 'node:crypto';
import type { BrowserContext } from 'playwright-core';

interface Departure {
  id: string;
  startAt: string;
  seating: 'assigned' | 'general';
  seller: { slug: string };
  activity: { slug: string; title: string };
  availability: { left: number; status: string };
}

/** The API of the house under test, as a program uses it. */
export async function askShop<Answer>(path: string, body?: unknown, headers: Record<string, string> = {}) {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(house.url + path, {
    ...init,
    headers: { 'content-type': 'application/json', ...headers },
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer;
}

/** Departures of the boat operator with room, some days ahead. */
export async function departures(
  seating: 'assigned' | 'general',
  { daysAhead = 3, left = 20 } = {},
): Promise<Departure[]> {
  const { data: site } = await askShop<{ data: unknown; meta: { now: string } }>('/api/site').then(
    (answer) => ({
      data: answer.meta.now,
    }),
  );
  const from = new Date(Date.parse(site) + daysAhead * 86_400_000).toISOString().slice(0, 10);
  const { data } = await askShop<{ data: Departure[] }>(
    `/api/events?pageSize=100&seller=slow-ahead&from=${from}&seatsMin=${left}`,
  );
  return data.filter((departure) => departure.seating === seating);
}

/** Two tickets for a departure without numbers, held by a new session that the browser gets. */
export async function holdTickets(
  context: BrowserContext,
  quantity = 2,
): Promise<{ session: string; eventId: string }> {
  const [departure] = await departures('general');
  const eventId = departure?.id ?? '';
  const { data: types } = await askShop<{ data: { id: string; code: string }[] }>(
    `/api/events/${eventId}/ticket-types`,
  );
  const adult = types.find(({ code }) => code === 'adult') ?? types[0];
  const session = randomUUID().replaceAll('-', '');
  await askShop(`/api/events/${eventId}/seats/lock`, {
    sessionId: session,
    quantities: { [adult?.id ?? '']: quantity },
  });
  await context.addCookies([{ name: 'gangway-session', value: session, url: house.siteUrl, httpOnly: true }]);
  return { session, eventId };
}

/** An order that waits for its payment, placed by the session. */
export async function placeOrder(session: string): Promise<{ id: string; accessToken: string }> {
  const { data } = await askShop<{ data: { id: string; accessToken: string } }>('/api/orders', {
    sessionId: session,
    customer: {
      fullName: 'Anna Petrova',
      email: `anna-${session.slice(0, 6)}@example.org`,
      phone: '+79210000000',
    },
    consents: ['offer', 'personal-data'],
  });
  return data;
}
