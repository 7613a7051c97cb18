import { record } from '@gangway/audit-log/contract';
import type { AuditEntry } from '@gangway/audit-log/contract';
import { newId } from '@gangway/kit';

const entry = (changes: Partial<AuditEntry> = {}): AuditEntry => ({
  actor: { kind: 'staff', id: '7' },
  action: 'catalog.activity.published',
  subject: { kind: 'activity', id: newId() },
  details: { locales: ['ru', 'en'] },
  at: new Date('2026-11-20T10:00:00Z'),
  traceId: 'trace-1',
  ...changes,
});

const write = (line: AuditEntry) => strapi.db.transaction(({ trx }) => record(trx, line));

// Strapi leaves jsonb as text.
const read = ({ subject }: AuditEntry) =>
  strapi.db
    .connection('audit_log')
    .select('*', strapi.db.connection.raw('details::json as details'))
    .where({ subject_id: subject.id });

describe('the audit log', () => {
  it('keeps who did what to which row, when and in which request', async () => {
    const line = entry();
    await write(line);
    expect(await read(line)).toEqual([
      expect.objectContaining({
        at: new Date('2026-11-20T10:00:00Z'),
        actor_kind: 'staff',
        actor_id: '7',
        action: 'catalog.activity.published',
        subject_kind: 'activity',
        details: { locales: ['ru', 'en'] },
        trace_id: 'trace-1',
      }),
    ]);
  });

  it('leaves nothing of a deed that was rolled back', async () => {
    const line = entry();
    const deed = strapi.db.transaction(async ({ trx }) => {
      await record(trx, line);
      throw new Error('the deed failed');
    });
    await expect(deed).rejects.toThrow('the deed failed');
    expect(await read(line)).toEqual([]);
  });

  it.each([
    ['an update', "update audit_log set action = 'x.y'"],
    ['a deletion', 'delete from audit_log'],
    ['a deletion of nothing', 'delete from audit_log where false'],
    ['a truncation', 'truncate audit_log'],
  ])('refuses %s', async (_, change) => {
    const line = entry();
    await write(line);
    await expect(strapi.db.connection.raw(change)).rejects.toThrow('audit_log is append-only');
    expect(await read(line)).toHaveLength(1);
  });

  it('refuses an actor of an unknown kind in the table itself', async () => {
    const row = { at: new Date(), actor_kind: 'robot', action: 'a.b', subject_kind: 's', subject_id: '1' };
    await expect(strapi.db.connection('audit_log').insert(row)).rejects.toThrow('audit_log_actor_kind');
  });

  it('refuses a malformed entry and a connection without a transaction', async () => {
    await expect(write(entry({ action: 'Published!' }))).rejects.toThrow('action');
    await expect(record(strapi.db.connection, entry())).rejects.toThrow('pass the open transaction');
  });
});
