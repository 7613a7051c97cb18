import { asStaff, staffMember } from '../../../../tests/support/staff.ts';
import { paid, order } from '../../ordering/tests/purchase.ts';
import { buildHall, type Hall } from '../../seating/tests/hall.ts';

const house: { hall?: Hall } = {};
const hall = (): Hall => house.hall as Hall;
const hour = 3_600_000;

beforeAll(async () => {
  house.hall = await buildHall();
});

type Names = { orders: { id: string; name: string }[]; staff: { id: string; name: string }[] };
type Departures = { id: string; startAt: string }[];

describe('names behind ids', () => {
  it('are those of orders and colleagues, and an order is found by its number', async () => {
    const cashier = await staffMember({ sections: { payments: 'view' } });
    const { id, number } = await order(await hall().numbered(), { seats: ['1A'] });
    const names = async (query: string) =>
      (await asStaff<Names>(cashier, { path: `/api/admin/names?${query}` })).data;
    expect(await names(`orders=${id},gone&staff=${cashier.staffId}`)).toEqual({
      orders: [{ id, name: number }],
      staff: [{ id: cashier.staffId, name: 'Test' }],
    });
    expect((await names(`number=${number.replaceAll('-', '%20')}`)).orders).toEqual([{ id, name: number }]);
    expect((await names('number=12')).orders).toEqual([]);
    expect((await asStaff(await staffMember(), { path: '/api/admin/names?number=12' })).status).toBe(403);
  });
});

describe('departures to choose from', () => {
  it('are those of a day by the clock of the place, or the one that is asked for', async () => {
    const clerk = await staffMember({ sections: { orders: 'view' } });
    // On a day of its own: no more than 200 departures of a day are listed.
    const startAt = new Date(Date.now() + 300 * 24 * hour);
    const eventId = await hall().numbered({ startAt, endAt: new Date(+startAt + hour) });
    const ask = (query: string) => asStaff<Departures>(clerk, { path: `/api/admin/departures?${query}` });
    const [one] = (await ask(`id=${eventId}`)).data;
    expect(one?.id).toBe(eventId);
    const day = new Date(one?.startAt ?? '').toLocaleDateString('sv', { timeZone: 'Europe/Moscow' });
    expect((await ask(`day=${day}`)).data.map(({ id }) => id)).toContain(eventId);
    expect((await ask('day=2020-01-01')).data).toEqual([]);
    expect([(await ask('')).status, (await ask('day=soon')).status]).toEqual([400, 400]);
  });
});

describe('papers for the staff', () => {
  it('are the tickets of any order, for those who see orders', async () => {
    const clerk = await staffMember({ sections: { orders: 'view' } });
    const { id } = await paid(await hall().numbered(), { seats: ['1A'] });
    const file = async (path: string, token: string) => {
      const response = await fetch(`${baseUrl}/api/admin/orders/${id}/${path}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      return [response.status, (await response.text()).slice(0, 5)];
    };
    expect(await file('tickets.pdf', clerk.token)).toEqual([200, '%PDF-']);
    const { data } = await asStaff<{ tickets: { id: string }[] }>(clerk, { path: `/api/admin/orders/${id}` });
    expect(await file(`tickets/${data.tickets[0]?.id}.pdf`, clerk.token)).toEqual([200, '%PDF-']);
    expect((await file('tickets/none.pdf', clerk.token))[0]).toBe(404);
    expect((await file('tickets.pdf', (await staffMember()).token))[0]).toBe(403);
  });
});

describe('a refund that is quoted for the staff', () => {
  it('comes to what the refund then gives back, and writes nothing', async () => {
    const clerk = await staffMember({ sections: { orders: 'view', refunds: 'act' } });
    const { id, lines, total } = await paid(await hall().numbered(), { seats: ['1A', '1B'] });
    const quote = (body: object) =>
      asStaff<{ amount: { amount: number }; tickets: number; reasonCode: string | null }>(clerk, {
        ...{ method: 'POST', path: `/api/admin/orders/${id}/refund-quote`, body },
      });
    expect((await quote({})).data).toEqual({ amount: total, tickets: 2, reasonCode: null });
    const one = { lines: [{ lineId: lines[0]?.id }] };
    const quoted = (await quote(one)).data;
    const refunded = await asStaff<{ amount: object }>(clerk, {
      ...{ method: 'POST', path: `/api/admin/orders/${id}/refund` },
      body: { ...one, reason: 'Asked by phone' },
    });
    expect(refunded.data.amount).toEqual(quoted.amount);
    expect((await quote(one)).status).toBe(409);
    expect((await quote({ lines: [{ lineId: 'none' }] })).status).toBe(422);
  });
});
