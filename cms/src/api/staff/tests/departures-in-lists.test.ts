import { clock } from '@gangway/kit';
import {
  documents,
  makeActivity,
  makeBerth,
  makeDeparture,
  makeRoute,
  makeSchedule,
  makeVenue,
  makeVessel,
} from '../../../../tests/support/catalogue.ts';
import { asStaff, staffMember } from '../../../../tests/support/staff.ts';

const day = 24 * 3600_000;
const at = (days: number) => {
  const start = new Date(Math.floor(clock.now().getTime() / day + days) * day + day / 2);
  return { startAt: start.toISOString(), endAt: new Date(start.getTime() + 3600_000).toISOString() };
};

interface Ahead {
  id: string;
  next: { eventId: string; startAt: string; timezone: string } | null;
  next30Days: number;
}

async function ahead(kind: string, ids: string[]): Promise<Ahead[]> {
  const member = await staffMember({ sections: { catalog: 'view' } });
  const path = `/api/admin/catalog/next-departures?kind=${kind}&ids=${ids.join()}`;
  return (await asStaff<Ahead[]>(member, { path })).data;
}

describe('the next departure in a list', () => {
  it('is the first ahead that is not cancelled, with the number in 30 days, for each kind of owner', async () => {
    const [vessel, berth, route] = [await makeVessel(), await makeBerth(), await makeRoute()];
    const activity = await makeActivity({ values: { route: route.documentId } });
    const owners = { activity: activity.documentId, vessel: vessel.documentId, berth: berth.documentId };
    await makeDeparture({ ...owners, ...at(-3) });
    await makeDeparture({ ...owners, ...at(2), state: 'cancelled' });
    const next = await makeDeparture({ ...owners, ...at(3), timezone: 'Asia/Dubai' });
    await makeDeparture({ ...owners, ...at(20) });
    await makeDeparture({ ...owners, ...at(40) });
    for (const [kind, id] of Object.entries({ ...owners, route: route.documentId })) {
      const [row] = await ahead(kind, [id]);
      expect(row).toMatchObject({
        id,
        next30Days: 2,
        next: { eventId: next.documentId, timezone: 'Asia/Dubai' },
      });
      expect(row?.next?.startAt).toMatch(/T16:00:00\+04:00$/);
    }
  });

  it('is answered for everything that was asked, in that order', async () => {
    const [idle, busy] = [await makeVenue(), await makeVenue()];
    const departure = await makeDeparture({ venue: busy.documentId, ...at(5) });
    const ids = ['unknown', busy.documentId, idle.documentId];
    expect((await ahead('venue', ids)).map(({ id, next }) => [id, next?.eventId ?? null])).toEqual([
      ['unknown', null],
      [busy.documentId, departure.documentId],
      [idle.documentId, null],
    ]);
  });

  it('is asked for by people who see the catalogue, with ids that could be some', async () => {
    const path = '/api/admin/catalog/next-departures?ids=a';
    expect((await asStaff(await staffMember({ sections: { orders: 'act' } }), { path })).status).toBe(403);
    const member = await staffMember({ sections: { catalog: 'view' } });
    expect((await asStaff(member, { path: '/api/admin/catalog/next-departures?ids=%27;drop' })).status).toBe(
      400,
    );
    expect((await asStaff(member, { path: `${path}&kind=seller` })).status).toBe(400);
  });
});

describe('the preview of a schedule', () => {
  const path = '/api/admin/catalog/departures-preview';
  const query = (values: object) => {
    const [today, later] = [at(1), at(8)].map(({ startAt }) => startAt.slice(0, 10));
    const days = 'monday,tuesday,wednesday,thursday,friday,saturday,sunday';
    const rule = { timezone: 'Europe/Moscow', seasonFrom: today, seasonTo: later, days, times: '10:00' };
    return `${path}?${new URLSearchParams({ ...rule, ...values } as { [name: string]: string })}`;
  };

  it('lists what would be made, and makes nothing', async () => {
    const member = await staffMember({ sections: { schedule: 'view' } });
    const before = await strapi.db.query('api::catalog.event').count();
    const { data } = await asStaff<{ total: number; perDay: { times: string[] }[] }>(member, {
      path: query({ times: '10:00, 12:30' }),
    });
    expect([data.total, data.perDay.length]).toEqual([16, 8]);
    expect(data.perDay[0]?.times).toEqual(['10:00', '12:30']);
    expect(await strapi.db.query('api::catalog.event').count()).toBe(before);
  });

  it('names the field that cannot be read', async () => {
    const member = await staffMember({ sections: { schedule: 'view' } });
    const { status, error } = await asStaff(member, { path: query({ timezone: 'Moscow' }) });
    expect(status).toBe(400);
    expect(error?.details).toMatchObject({ issues: [{ path: 'timezone' }] });
  });
});

describe('departures of a schedule', () => {
  const make = (id: string) => ({ method: 'POST', path: `/api/admin/schedules/${id}/departures` });

  it('are made at once, and the second time there is nothing left to make', async () => {
    const member = await staffMember({ sections: { schedule: 'act' } });
    const [seasonFrom, seasonTo] = [at(1), at(3)].map(({ startAt }) => startAt.slice(0, 10));
    const { documentId } = await makeSchedule({ seasonFrom, seasonTo, times: '10:00' });
    const filters = { schedule: { documentId } };
    const first = await asStaff<{ made: number }>(member, make(documentId));
    expect(first.status).toBe(200);
    expect(await documents('event').findMany({ filters })).toHaveLength(3);
    expect((await asStaff(member, make(documentId))).data).toEqual({ made: 0, collided: [] });
  });

  it('are made by people who act in the schedule, of a schedule that exists', async () => {
    const { documentId } = await makeSchedule();
    const viewer = await staffMember({ sections: { schedule: 'view', catalog: 'act' } });
    expect((await asStaff(viewer, make(documentId))).status).toBe(403);
    const actor = await staffMember({ sections: { schedule: 'act' } });
    expect((await asStaff(actor, make('nobody-knows-me'))).status).toBe(404);
  });
});
