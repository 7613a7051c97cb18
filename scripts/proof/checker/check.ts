import { Client } from 'pg';
import { acknowledgedProblems, gatewayProblems, mailProblems } from './claims-of-others.ts';
import { refusalProblems, tenureProblems } from './claims-of-crowds.ts';
import type { Room } from './claims-of-crowds.ts';
import type { House, Message, Row, Violation } from './claims-of-others.ts';
import { invariants } from './invariants.ts';
import type { Acknowledgement, Delivery, GatewayDeed, QuietRefusal, Tenure } from './records.ts';

export interface Evidence {
  databaseUrl: string;
  acknowledgements: readonly Acknowledgement[];
  deeds: readonly GatewayDeed[];
  deliveries: readonly Delivery[];
  /** What the clients of a crowd relied on. */
  tenures?: readonly Tenure[];
  refusals?: readonly QuietRefusal[];
  /** True once nothing is under way any more. */
  atRest: boolean;
}

/**
 * Everything that does not hold. Reads PostgreSQL, what the client was told and what the gateway and the mailbox
 * recorded; knows nothing of the code that made them.
 */
export async function checkInvariants(evidence: Evidence): Promise<Violation[]> {
  const client = new Client({ connectionString: evidence.databaseUrl });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    return [
      ...(await brokenInvariants(client, evidence.atRest)),
      ...problemsOfOthers(evidence, await house(client)),
      ...tenureProblems(evidence.tenures ?? []),
      ...refusalProblems(evidence.refusals ?? [], await roomOf(client)),
    ];
  } finally {
    await client.end();
  }
}

async function brokenInvariants(client: Client, atRest: boolean): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const { id, sql, table, also, ...rule } of invariants) {
    if (rule.atRest && !atRest) continue;
    for (const question of [{ table, sql }, ...(also ? [also] : [])]) {
      if (question.table && !(await isThere(client, question.table))) continue;
      const { rows } = await client.query<{ what: string }>(question.sql);
      found.push(...rows.map(({ what }) => ({ invariant: id, what })));
    }
  }
  return found;
}

async function isThere(client: Client, table: string): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
    table,
  ]);
  return rows[0]?.there === true;
}

/** The places of each departure, and what of them is claimed in each pool. */
async function roomOf(client: Client): Promise<Room> {
  const events = await client.query<{ id: string; capacity: number }>(
    'select document_id as id, capacity from events',
  );
  const claims = await client.query<{ id: string; pool: string; taken: number }>(
    `select event_id as id, pool, sum(quantity)::int as taken from (
       select event_id, 'event' as pool, 1 as quantity from seating_claims where released_at is null
       union all
       select event_id, 'seats', 1 from seating_claims where released_at is null
       union all
       select event_id, 'event', quantity from counter_claims where released_at is null and takes_place
       union all
       select event_id, pool, quantity from counter_claims
        where released_at is null and takes_place and pool <> 'event') c group by 1, 2`,
  );
  return {
    capacity: new Map(events.rows.map(({ id, capacity }) => [id, capacity])),
    taken: new Map(claims.rows.map(({ id, pool, taken }) => [`${id} ${pool}`, taken])),
  };
}

function problemsOfOthers(
  { acknowledgements, deeds, deliveries, atRest }: Evidence,
  rows: House,
): Violation[] {
  return [
    ...acknowledgedProblems(acknowledgements, rows),
    ...(atRest ? gatewayProblems(deeds, rows) : []),
    ...(atRest ? mailProblems(deliveries, rows) : []),
  ];
}

async function house(client: Client): Promise<House> {
  const holds = await client.query<{ id: string }>('select id from holds');
  const orders = await client.query<{ id: string; number: string; total: number }>(
    'select document_id as id, number, total from orders',
  );
  const payments = await client.query<Row & { id: string | null; own: string; byUs: boolean }>(
    `select external_id as id, document_id as own, state, amount, currency, payable_id as of,
            coalesce(needs_review, false) as review, provider_key in ('manual', 'none') as "byUs" from payments`,
  );
  const refunds = await client.query<Row & { id: string | null }>(
    `select r.external_id as id, r.state, r.amount, r.currency, p.external_id as of,
            coalesce(p.needs_review, false) as review
       from refunds r join payments p on p.document_id = r.payment_id where r.provider_key <> 'manual'`,
  );
  const messages = await client.query<Message & { id: string }>(
    `select document_id as id, recipient as to, state, attempts from messages where channel = 'email'`,
  );
  return {
    holds: new Set(holds.rows.map(({ id }) => id)),
    orders: new Map(orders.rows.map((row) => [row.id, row])),
    payments: byExternalId(payments.rows.filter(({ byUs }) => !byUs)),
    refunds: byExternalId(refunds.rows),
    paymentIds: new Set(payments.rows.map(({ own }) => own)),
    messages: new Map(messages.rows.map((row) => [row.id, row])),
  };
}

function byExternalId(rows: readonly (Row & { id: string | null })[]): ReadonlyMap<string, Row> {
  return new Map(rows.flatMap((row): [string, Row][] => (row.id === null ? [] : [[row.id, row]])));
}
