import { instantOf, laterDay, type Transaction, type z } from '@gangway/kit';
import { readStaffNames } from '../../frame/people/staff-names.ts';
import type { listAudit } from './contract.ts';
import { auditChoices, type AuditRow, findAudit, orderNumbers } from './store/audit-trail.ts';

type Query = z.output<NonNullable<typeof listAudit.query>>;
type Trail = z.input<typeof listAudit.response>;
type Reader = Pick<Transaction, 'raw'>;

/** Where the days of the back office begin. */
const officeZone = 'Europe/Moscow';

/** A page of the trail, with people and orders by name. */
export async function auditTrail(
  trx: Reader,
  { page, pageSize, dateFrom, dateTo, ...filter }: Query,
): Promise<Trail> {
  const period = { from: dateFrom && momentOf(dateFrom), until: dateTo && endOf(dateTo) };
  const { rows, total } = await findAudit(trx, {
    filter: { ...filter, from: period.from || undefined, until: period.until || undefined },
    ...{ page, pageSize },
  });
  const people = rows.filter(({ actor_kind }) => actor_kind === 'staff').map(({ actor_id }) => actor_id);
  const orders = rows.filter(({ subject_kind }) => subject_kind === 'order').map((row) => row.subject_id);
  const names = { staff: await readStaffNames(trx, people), orders: await orderNumbers(trx, orders) };
  return { data: rows.map((row) => entryOf(row, names)), meta: { page, pageSize, total } };
}

type Names = { staff: Map<string, string>; orders: Map<string, string> };

function entryOf(row: AuditRow, { staff, orders }: Names): Trail['data'][number] {
  const { id, at, actor_kind: kind, actor_id, action, subject_kind, subject_id, details, trace_id } = row;
  return {
    ...{ id, at: at.toISOString(), action, details, traceId: trace_id },
    actor: { kind, id: actor_id, name: staff.get(actor_id ?? '') ?? null },
    subject: { kind: subject_kind, id: subject_id, name: orders.get(subject_id) ?? null },
  };
}

/** Who and what there is to filter by; people who are gone keep their id for a name. */
export async function choices(trx: Reader) {
  const { actions, actorIds } = await auditChoices(trx);
  const names = await readStaffNames(trx, actorIds);
  const actors = actorIds.map((id) => ({ id, name: names.get(id) ?? id }));
  return { actions, actors: actors.toSorted((left, right) => left.name.localeCompare(right.name)) };
}

const isDay = (text: string) => !text.includes('T');

const momentOf = (text: string): Date =>
  new Date(isDay(text) ? instantOf({ day: text, time: '00:00', zone: officeZone }) : text);

/** A day is included, a moment is where it ends. */
const endOf = (text: string): Date => momentOf(isDay(text) ? laterDay(text, 1) : text);
