import { record } from '@gangway/audit-log/contract';
import { asStaff, staffMember, unique, type StaffMember } from '../../../../tests/support/staff.ts';

type Entry = {
  at: string;
  actor: { kind: string; id: string | null; name: string | null };
  action: string;
  subject: { kind: string; id: string };
};

const house: { looker?: StaffMember } = {};

beforeAll(async () => {
  house.looker = await staffMember({ sections: { settings: 'view' } });
});

type Deed = { action: string; subject: string; at?: Date; staffId?: string };

/** An entry as rooms write them. */
const did = ({ action, subject, at = new Date(), staffId }: Deed) =>
  strapi.db.transaction(({ trx }) =>
    record(trx as never, {
      actor: staffId ? { kind: 'staff', id: staffId } : { kind: 'system' },
      subject: { kind: 'thing', id: subject },
      ...{ action, at },
    }),
  );

async function trail(filters: Record<string, string>, member = house.looker): Promise<Entry[]> {
  const answer = await asStaff<Entry[]>(member, {
    path: `/api/admin/audit?${new URLSearchParams(filters)}`,
  });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer));
  return answer.data;
}

describe('the audit trail', () => {
  it('names who did it, the latest first', async () => {
    const subject = unique('thing');
    const staffId = house.looker?.staffId ?? '';
    await did({ action: 'tests.thing.created', subject, at: new Date('2026-03-01T10:00:00Z'), staffId });
    await did({ action: 'tests.thing.updated', subject, at: new Date('2026-03-02T10:00:00Z') });
    expect(await trail({ subject })).toMatchObject([
      { action: 'tests.thing.updated', actor: { kind: 'system', id: null, name: null } },
      { action: 'tests.thing.created', actor: { kind: 'staff', id: staffId, name: 'Test' } },
    ]);
  });

  it('is narrowed by actor, action, beginning of the action, subject and days of Moscow', async () => {
    const subject = unique('thing');
    const staffId = house.looker?.staffId ?? '';
    await did({ action: 'tests.thing.created', subject, at: new Date('2026-03-01T20:59:59Z'), staffId });
    await did({ action: 'tests.other.updated', subject, at: new Date('2026-03-01T21:00:00Z') });
    const found = async (filters: Record<string, string>) =>
      (await trail({ subject, ...filters })).map(({ action }) => action);
    expect(await found({ actor: staffId })).toEqual(['tests.thing.created']);
    expect(await found({ actorKind: 'system' })).toEqual(['tests.other.updated']);
    expect(await found({ action: 'tests.other.updated' })).toEqual(['tests.other.updated']);
    expect(await found({ action: 'tests.thing.' })).toEqual(['tests.thing.created']);
    expect(await found({ action: 'tests.thing' })).toEqual([]);
    expect(await found({ subjectKind: 'order' })).toEqual([]);
    expect(await found({ dateFrom: '2026-03-01', dateTo: '2026-03-01' })).toEqual(['tests.thing.created']);
    expect(await found({ dateFrom: '2026-03-02' })).toEqual(['tests.other.updated']);
  });

  it('offers what occurs in it', async () => {
    const staffId = house.looker?.staffId ?? '';
    await did({ action: 'tests.thing.offered', subject: 'offered', staffId });
    const { data } = await asStaff<{ actions: string[]; actors: { id: string; name: string }[] }>(
      house.looker,
      { path: '/api/admin/audit/choices' },
    );
    expect(data.actions).toContain('tests.thing.offered');
    expect(new Set(data.actions).size).toBe(data.actions.length);
    expect(data.actors).toContainEqual({ id: staffId, name: 'Test' });
  });

  it('pages', async () => {
    const subject = unique('thing');
    for (const at of ['2026-03-01', '2026-03-02', '2026-03-03'])
      await did({ action: 'tests.thing.updated', subject, at: new Date(at) });
    const [second] = await trail({ subject, page: '2', pageSize: '1' });
    expect(second?.at).toBe('2026-03-02T00:00:00.000Z');
  });

  it('is closed to a Manager with nothing, and refuses filters that it does not know', async () => {
    const nobody = await staffMember();
    const status = async (path: string, member: StaffMember | undefined) =>
      (await asStaff(member, { path })).status;
    expect(await status('/api/admin/audit', nobody)).toBe(403);
    expect(await status('/api/admin/audit/choices', nobody)).toBe(403);
    expect(await status('/api/admin/audit?colour=red', house.looker)).toBe(400);
    expect(await status('/api/admin/audit?dateFrom=yesterday', house.looker)).toBe(400);
  });
});
