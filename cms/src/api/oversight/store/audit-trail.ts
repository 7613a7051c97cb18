import type { Transaction } from '@gangway/kit';

/** What the trail is narrowed to; undefined narrows nothing. */
export type AuditFilter = {
  actorKind?: string | undefined;
  actor?: string | undefined;
  /** A whole action, or what it begins with, up to and with a point. */
  action?: string | undefined;
  subjectKind?: string | undefined;
  subject?: string | undefined;
  from?: Date | undefined;
  /** Not included. */
  until?: Date | undefined;
};

export type AuditRow = {
  id: string;
  at: Date;
  actor_kind: 'staff' | 'customer' | 'system';
  actor_id: string | null;
  action: string;
  subject_kind: string;
  subject_id: string;
  details: Record<string, unknown>;
  trace_id: string | null;
};

type Reader = Pick<Transaction, 'raw'>;

/** One page, the latest first, and how many there are in all. */
export async function findAudit(
  trx: Reader,
  { filter, page, pageSize }: { filter: AuditFilter; page: number; pageSize: number },
): Promise<{ rows: AuditRow[]; total: number }> {
  const { where, bindings } = conditions(filter);
  const found = await trx.raw(
    `select row_to_json(a) as row from (
       select id::text, at, actor_kind, actor_id, action, subject_kind, subject_id, details, trace_id
         from audit_log ${where} order by at desc, id desc limit ? offset ?) a`,
    [...bindings, pageSize, (page - 1) * pageSize],
  );
  const counted = await trx.raw(`select count(*)::int as total from audit_log ${where}`, bindings);
  const [{ total }] = counted.rows as [{ total: number }];
  return { rows: (found.rows as { row: AuditRow & { at: string } }[]).map(({ row }) => dated(row)), total };
}

const dated = (row: AuditRow & { at: string | Date }): AuditRow => ({ ...row, at: new Date(row.at) });

function conditions(filter: AuditFilter): { where: string; bindings: unknown[] } {
  const { actorKind, actor, action, subjectKind, subject, from, until } = filter;
  const all: [string, unknown][] = [
    ['actor_kind = ?', actorKind],
    ['actor_id = ?', actor],
    [action?.endsWith('.') ? 'starts_with(action, ?)' : 'action = ?', action],
    ['subject_kind = ?', subjectKind],
    ['subject_id = ?', subject],
    ['at >= ?', from?.toISOString()],
    ['at < ?', until?.toISOString()],
  ];
  const given = all.filter(([, value]) => value !== undefined);
  const where = given.length > 0 ? `where ${given.map(([sql]) => sql).join(' and ')}` : '';
  return { where, bindings: given.map(([, value]) => value) };
}

/** Every action that was ever done, and every member of the staff who did one; leaps along the indexes. */
export async function auditChoices(trx: Reader): Promise<{ actions: string[]; actorIds: string[] }> {
  const actions = await trx.raw(leap('action', 'true'));
  const actors = await trx.raw(leap('actor_id', `actor_kind = 'staff'`));
  const values = ({ rows }: { rows: unknown[] }) => (rows as { value: string }[]).map(({ value }) => value);
  return { actions: values(actions), actorIds: values(actors) };
}

// A distinct over the whole trail would read all of it.
const leap = (column: string, among: string) => `
  with recursive leap(value) as (
    (select ${column} from audit_log where ${among} and ${column} is not null order by ${column} limit 1)
    union all
    select (select ${column} from audit_log where ${among} and ${column} > leap.value order by ${column} limit 1)
      from leap where leap.value is not null
  ) select value from leap where value is not null order by value`;

/** The numbers of the orders among the subjects. */
export async function orderNumbers(trx: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await trx.raw('select document_id as id, number from orders where document_id = any(?)', [
    ids,
  ]);
  return new Map((rows as { id: string; number: string }[]).map(({ id, number }) => [id, number]));
}
