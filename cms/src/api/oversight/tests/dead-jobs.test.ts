import { jobsOf } from '@gangway/jobs/contract';
import { asStaff, staffMember, type StaffMember } from '../../../../tests/support/staff.ts';

type Dead = { id: string; job: string; error: string; attempts: number; payload: unknown };
type Counted = { job: string; total: number };

const house: { looker?: StaffMember; keeper?: StaffMember } = {};

beforeAll(async () => {
  house.looker = await staffMember({ sections: { settings: 'view' } });
  house.keeper = await staffMember({ sections: { settings: 'act' } });
});

/** A real job of this house that failed for good, as the driver keeps it. */
async function bury(job: string, scheduleId: string): Promise<string> {
  await strapi.db.transaction(({ trx }) =>
    jobsOf(strapi).enqueue(trx as never, job, { scheduleId }, { runAfter: 3_600 }),
  );
  const { rows } = await strapi.db.connection.raw(
    `update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'the database went away'
      where payload ->> 'scheduleId' = ? returning id::text`,
    [scheduleId],
  );
  return rows[0].id;
}

const name = 'catalog.make-departures';

const dead = (query: string, member = house.looker) =>
  asStaff<Dead[]>(member, { path: `/api/admin/jobs/dead${query}` });

const post = (path: string, member: StaffMember | undefined, body: object = {}) =>
  asStaff<{ retried: number }>(member, { method: 'POST', path: `/api/admin/jobs/dead/${path}`, body });

const ofMine = async (ids: string[]) => {
  const { data } = await dead(`?job=${name}&pageSize=100`);
  return data.filter(({ id }) => ids.includes(id));
};

const entriesAbout = (id: string) =>
  strapi.db.connection('audit_log').where({ subject_kind: 'job', subject_id: id });

describe('dead jobs', () => {
  it('are shown with name, error and ids, and counted by name', async () => {
    const id = await bury(name, 'schedule-shown');
    const [job] = await ofMine([id]);
    expect(job).toMatchObject({
      ...{ id, job: name, error: 'the database went away' },
      payload: { scheduleId: 'schedule-shown' },
    });
    const response = await fetch(`${baseUrl}/api/admin/jobs/dead?job=catalog.`, {
      headers: { authorization: `Bearer ${house.looker?.token}` },
    });
    const { meta } = (await response.json()) as { meta: { total: number; jobs: Counted[] } };
    expect(meta.jobs.find(({ job: one }) => one === name)?.total).toBe(meta.total);
    expect((await dead('?job=payments.')).data).toEqual([]);
  });

  it('are retried one by one, audited with whoever did it, and only once', async () => {
    const id = await bury(name, 'schedule-retried');
    expect((await post(`${id}/retry`, house.keeper)).data).toEqual({ retried: 1 });
    expect(await ofMine([id])).toEqual([]);
    expect(await entriesAbout(id)).toMatchObject([
      { action: 'oversight.job.retried', actor_kind: 'staff', actor_id: house.keeper?.staffId },
    ]);
    expect((await post(`${id}/retry`, house.keeper)).status).toBe(404);
    expect(await entriesAbout(id)).toHaveLength(1);
  });

  it('are retried all together by name', async () => {
    const ids = [await bury(name, 'schedule-all-1'), await bury(name, 'schedule-all-2')];
    const { data } = await post('retry', house.keeper, { job: name });
    expect(data.retried).toBeGreaterThanOrEqual(2);
    expect(await ofMine(ids)).toEqual([]);
    for (const id of ids) expect(await entriesAbout(id)).toHaveLength(1);
    expect((await post('retry', house.keeper, { job: name })).data).toEqual({ retried: 0 });
  });

  it('are closed to a Manager with nothing, and retried by nobody who may only look', async () => {
    const nobody = await staffMember();
    const id = await bury(name, 'schedule-closed');
    expect((await dead('', nobody)).status).toBe(403);
    for (const member of [nobody, house.looker]) {
      expect((await post(`${id}/retry`, member)).status).toBe(403);
      expect((await post('retry', member, { job: name })).status).toBe(403);
    }
    expect(await ofMine([id])).toHaveLength(1);
    expect(await entriesAbout(id)).toEqual([]);
  });

  it('refuse unknown filters and fields', async () => {
    expect((await dead('?colour=red')).status).toBe(400);
    expect((await dead('?job=no%20name')).status).toBe(400);
    expect((await post('retry', house.keeper, { job: name, now: true })).status).toBe(400);
    for (const id of ['0', 'x', '99999999999999999999'])
      expect((await post(`${id}/retry`, house.keeper)).status).toBe(404);
  });
});
