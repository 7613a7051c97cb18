import { ask } from '../house/ask.ts';
import { staff } from '../house/environment.ts';
import type { Round } from '../load/drive.ts';
import type { Readable, ReadParams } from '../load/scenarios/read.ts';
import { measured, roundsSpan, running, used, wrongAnswers } from './rounds.ts';
import type { Bench, Row, RowReport } from './row.ts';

const rate = 150;
const pageSize = 20;

/** The list of orders with its filters, and the search by number, name, address and phone. */
export const backOffice: Row = {
  name: 'back-office',
  title: 'orders list and search in the back office, 1,000,000 orders',
  needs: 'archive',
  expected: (pace) => 10 + roundsSpan(pace, pace.rounds),
  run: async (bench): Promise<RowReport> => {
    const { round, all } = running(bench);
    const params = await deskParams(bench);
    const fixed: Round[] = [];
    for (let number = 0; number < bench.rounds; number++)
      fixed.push(
        await round({
          what: 'back office',
          scenario: 'read',
          params: { ...params, seed: bench.seed() },
          rate,
        }),
      );
    const kinds = [...new Set(params.urls.map(({ kind }) => kind))];
    return {
      rounds: all,
      measures: [
        measured(
          { name: 'p95 at 150/s', unit: 'ms', floor: 800, goal: 100 },
          fixed,
          ({ latency }) => latency.p95,
        ),
        measured({ name: 'p99 at 150/s', unit: 'ms' }, fixed, ({ latency }) => latency.p99),
        ...kinds.map((kind) =>
          measured({ name: `p95, ${kind}`, unit: 'ms' }, fixed, (one) => one.steps[kind]?.p95 ?? 0),
        ),
        used('cms per request', fixed, 'cms'),
        used('PostgreSQL per request', fixed, 'database'),
        wrongAnswers(fixed),
      ],
      notes: [`${params.urls.length} distinct questions.`],
    };
  },
};

export async function deskParams(bench: Bench): Promise<ReadParams> {
  const { house } = bench;
  return {
    url: house.cmsUrl,
    headers: { Authorization: `Bearer ${await staffToken(house.cmsUrl)}` },
    urls: await deskAddresses(bench),
    seed: bench.seed(),
  };
}

export async function staffToken(cmsUrl: string): Promise<string> {
  const response = await fetch(`${cmsUrl}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(staff),
  });
  if (!response.ok) throw new Error(`Nobody could log in: ${response.status} ${await response.text()}`);
  const { data } = (await response.json()) as { data: { accessToken: string } };
  return data.accessToken;
}

interface Sample {
  number: string;
  email: string;
  phone: string;
  surname: string;
  event: string;
  day: string;
}

const states = ['PAID', 'EXPIRED', 'REFUNDED', 'CANCELLED'];
const range = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** What the desk asks for: the latest, by state, by day, by departure, and people of whom somebody has a scrap. */
async function deskAddresses({ house, quick }: Bench): Promise<Readable[]> {
  const samples = await ask<Sample>(
    house.databaseUrl,
    `select o.number, o.buyer_email as email, o.buyer_phone as phone, split_part(o.buyer_name, ' ', 2) as surname,
            l.event_id as event, to_char(o.placed_at + interval '3 hours', 'YYYY-MM-DD') as day
       from orders o join order_lines l on l.order_id = o.document_id
      where o.id % $1 = 0 and o.buyer_email like '%@buyers.example' order by o.id limit 400`,
    [quick ? 7 : 1_999],
  );
  return [
    ...range(20).map((page) => orders({ kind: 'latest', page })),
    ...states.flatMap((state) =>
      range(10).map((page) => orders({ kind: 'state', page, state, query: `&status=${state}` })),
    ),
    ...samples
      .slice(0, 60)
      .map(({ day }) => orders({ kind: 'day', query: `&dateFrom=${day}&dateTo=${day}` })),
    ...samples
      .slice(60, 120)
      .map(({ event }) => orders({ kind: 'departure', query: `&eventId=${event}`, holds: event })),
    ...samples
      .slice(120, 220)
      .map(({ number }) => orders({ kind: 'number', query: `&q=${number}`, holds: number })),
    ...samples
      .slice(220, 300)
      .map(({ email }) =>
        orders({ kind: 'address', query: `&q=${encodeURIComponent(email)}`, holds: email }),
      ),
    ...samples
      .slice(300, 340)
      .map(({ phone }) => orders({ kind: 'phone', query: `&q=${phone.slice(-7)}`, holds: phone })),
    ...samples
      .slice(340, 400)
      .map(({ surname }) =>
        orders({ kind: 'name', query: `&q=${encodeURIComponent(surname)}`, holds: surname }),
      ),
  ];
}

interface OrdersWish {
  kind: string;
  page?: number;
  query?: string;
  state?: string;
  holds?: string;
}

function orders({ kind, page = 1, query = '', state, holds }: OrdersWish): Readable {
  return {
    ...{ kind, path: `/api/admin/orders?page=${page}&pageSize=${pageSize}${query}` },
    expect: { kind: 'orders', page, pageSize, ...(state && { state }), ...(holds && { holds }) },
  };
}
