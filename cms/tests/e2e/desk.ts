import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { ask, type Member } from './back-office.ts';

export interface PlacedOrder {
  id: string;
  number: string;
  accessToken: string;
}

type OnSale = { id: string; seating: string };

/** Somebody in a role of their own that is granted `sections`, whose panel speaks Russian. */
export async function colleague({ token }: Member, sections: Record<string, string>): Promise<Member> {
  const unique = Date.now().toString(36);
  const name = `E2E ${unique}`;
  const role = await ask<{ data: { id: number } }>('/admin/roles', {
    ...{ method: 'POST', token, body: { name, description: 'Made by a test' } },
  });
  const path = `/api/admin/sections/${role.data.id}`;
  await ask(path, { method: 'PUT', token, body: { grants: sections } });
  const email = `e2e-${unique}@gangway.example`;
  const invited = await ask<{ data: { registrationToken: string } }>('/admin/users', {
    method: 'POST',
    token,
    body: { email, firstname: 'Ольга', lastname: 'Смирнова', roles: [role.data.id] },
  });
  const { data } = await ask<{ data: { token: string } }>('/admin/register', {
    method: 'POST',
    body: {
      registrationToken: invited.data.registrationToken,
      userInfo: { firstname: 'Ольга', lastname: 'Смирнова', password: 'Only-for-tests-1' },
    },
  });
  await ask('/admin/users/me', { method: 'PUT', token: data.token, body: { preferedLanguage: 'ru' } });
  return { email, token: data.token };
}

/** Locks two seats of a departure after tomorrow and orders them, as a buyer does. */
export async function orderTwoSeats(customer: { fullName: string; email: string }): Promise<PlacedOrder> {
  const from = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  const { data } = await ask<{ data: OnSale[] }>(`/api/events?pageSize=60&from=${from}`);
  for (const { id } of data.filter(({ seating }) => seating === 'assigned')) {
    const placed = await orderOn(id, customer);
    if (placed) return placed;
  }
  throw new Error('The season sells no seats that need no passengers.');
}

/** Undefined where the activity wants to know its passengers. */
async function orderOn(
  eventId: string,
  customer: { fullName: string; email: string },
): Promise<PlacedOrder | undefined> {
  const { data } = await ask<{ data: { seats: { seatCode: string; status: string }[] } }>(
    `/api/events/${eventId}/seats`,
  );
  const free = data.seats.filter(({ status }) => status === 'free').map(({ seatCode }) => seatCode);
  const sessionId = crypto.randomUUID();
  await ask(`/api/events/${eventId}/seats/lock`, {
    ...{ method: 'POST', body: { sessionId, seats: free.slice(0, 2) } },
  });
  const body = {
    sessionId,
    customer: { ...customer, phone: '+79215550101' },
    consents: ['offer', 'personal-data'],
  };
  try {
    return (await ask<{ data: PlacedOrder }>('/api/orders', { method: 'POST', body })).data;
  } catch (error) {
    if (String(error).includes('PASSENGERS_REQUIRED')) return undefined;
    throw error;
  }
}

/** Puts a job that failed for good among those of the house, as its driver keeps it. */
export async function buryJob(scheduleId: string): Promise<void> {
  const client = new Client(databaseOfTheHouse());
  await client.connect();
  const payload = JSON.stringify({ scheduleId });
  await client.query(
    `select graphile_worker.add_job('catalog.make-departures', $1::json, run_at => now() + interval '1 day')`,
    [payload],
  );
  await client.query(
    `update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'the database went away'
      where payload ->> 'scheduleId' = $1`,
    [scheduleId],
  );
  await client.end();
}

/** The server that the house under test has started for itself. */
function databaseOfTheHouse() {
  const folder = join(house.folder, 'postgres');
  const [, , , port] = readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n');
  const password = readFileSync(join(folder, 'password'), 'utf8').trim();
  return { host: '127.0.0.1', port: Number(port), user: 'gangway', password, database: 'gangway' };
}
