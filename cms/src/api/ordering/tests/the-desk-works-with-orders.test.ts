import { readEnv } from '@gangway/config/env';
import { clock, newId } from '@gangway/kit';
import { asStaff, staffMember, type StaffMember } from '../../../../tests/support/staff.ts';
import { json } from '../../../frame/tests/caller.ts';
import { lock } from '../../seating/tests/ask-places.ts';
import { accessTokenOf, orderLinkKey } from '../domain/access-token.ts';
import { buildHall, type Hall, newSession } from '../../seating/tests/hall.ts';
import {
  admissions,
  asBuyer,
  balances,
  begin,
  type Bought,
  customer,
  eventually,
  messages,
  order,
  orderRow,
  paid,
  payAt,
  payments,
  requests,
  seats,
  until,
} from './purchase.ts';

type House = { hall: Hall; clerk: StaffMember; cashier: StaffMember; looker: StaffMember };
const house: Partial<House> = {};
const hall = (): Hall => house.hall as Hall;
const day = 24 * 3_600_000;

beforeAll(async () => {
  house.hall = await buildHall();
  house.clerk = await staffMember({ sections: { orders: 'act', refunds: 'act', payments: 'act' } });
  house.looker = await staffMember({ sections: { orders: 'view' } });
});

afterEach(() => clock.reset());

type Card = {
  id: string;
  number: string;
  status: string;
  payments: { method: string; status: string }[];
  tickets: { id: string; status: string }[];
  messages: { message: string }[];
  history: { what: string; actor: { kind: string; id: string | null } }[];
  refunds: { status: string; reason: string | null }[];
};

const ask = <Data = Card>(method: string, path: string, body?: object, member = house.clerk) =>
  asStaff<Data>(member, { method, path: `/api/admin/orders${path}`, body });
const post = (bought: { id: string }, deed: string, body: object = {}) =>
  ask('POST', `/${bought.id}/${deed}`, body);

type Row = { id: string; number: string };
const found = async (query: string): Promise<string[]> => {
  const answer = await asStaff<Row[]>(house.looker, { path: `/api/admin/orders?${query}` });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer));
  return answer.data.map(({ id }) => id);
};

const asked = async <Answer>(path: string): Promise<Answer> => {
  const headers = { authorization: `Bearer ${house.looker?.token}` };
  return (await (await fetch(baseUrl + path, { headers })).json()) as Answer;
};

/** Orders for nothing, as rows: what buyers would take minutes for. */
const manyOrders = async (count: number, { email, name = 'Anna' }: { email: string; name?: string }) => {
  const { rows } = await strapi.db.connection.raw(
    `insert into orders (document_id, number, state, language, currency, channel, buyer_name, buyer_email, placed_at,
       total, discount_total, vat_total, refunded_total, seller_id, seller_facts)
     select md5(?::text || g), md5(?::text || g), 'CANCELLED', 'en', 'EUR', 'web', ?, ?, timestamp '2020-01-01', 0, 0, 0, 0, ?,
       '{"name": {"ru": "a", "en": "a", "zh": "a"}}' from generate_series(1, ?::int) g returning document_id`,
    [email, email, name, email, hall().seller.documentId, count],
  );
  return (rows as { document_id: string }[]).map((row) => row.document_id);
};

/** Six hundred orders of a year without any others, one a minute, in the states by turns; the latest first. */
const ordersOf = async (year: number, kinds: readonly { state: string; expiresAt: string | null }[]) => {
  const ids = await manyOrders(600, { email: `${newId()}@example.org` });
  const all = ids.map((id, at) => ({ id, at, of: at % kinds.length, ...kinds[at % kinds.length] }));
  await strapi.db.connection.raw(
    `update orders set state = one.state, expires_at = one."expiresAt",
            placed_at = make_timestamp(?, 6, 1, 0, 0, 0) + one.at * interval '1 minute'
       from jsonb_to_recordset(?::jsonb) as one (id text, at int, state text, "expiresAt" timestamp)
      where document_id = one.id`,
    [year, JSON.stringify(all)],
  );
  return all.reverse();
};

/** How many pages of the index of words a search for a name reads. */
const pagesRead = async (name: string): Promise<number> =>
  strapi.db.transaction(async ({ trx }) => {
    await trx.raw('set local enable_seqscan = off');
    const sql = 'explain (analyze, buffers) select from orders where buyer_name ilike ?';
    const { rows } = await trx.raw(sql, [name]);
    const plan = (rows as { 'QUERY PLAN': string }[]).map((row) => row['QUERY PLAN']).join('\n');
    const [, buffers = ''] = /Scan on orders_buyer_words[^]*?Buffers: (.*)/.exec(plan) ?? [];
    return [...buffers.matchAll(/=(\d+)/g)].reduce((sum, [, pages]) => sum + Number(pages), 0);
  });

const codeOf = async (asked: ReturnType<typeof ask>) => {
  const { status, error } = await asked;
  return [status, (error as unknown as { code: string } | undefined)?.code];
};

const audited = async (id: string): Promise<[string, string | null][]> => {
  const rows = await strapi.db
    .connection('audit_log')
    .where({ subject_kind: 'order', subject_id: id })
    .orderBy('id');
  return rows.map(({ action, actor_id }) => [action, actor_id]);
};

const startOf = async (eventId: string): Promise<number> =>
  Number((await strapi.db.connection('events').where({ document_id: eventId }).first()).start_at);

const dayOf = async ({ id }: { id: string }): Promise<string> => {
  const { placed_at } = await strapi.db.connection('orders').where({ document_id: id }).first();
  return (placed_at as Date).toLocaleDateString('sv', { timeZone: 'Europe/Moscow' });
};

const reason = 'Asked by phone';
const cash = { method: 'cash', reference: 'slip 17', reason };

describe('the list of orders', () => {
  it('finds by state, departure, buyer, number, time, channel and seller', async () => {
    const eventId = await hall().numbered();
    const email = `${newId()}@example.org`;
    const mine = await order(
      eventId,
      { seats: ['1A'] },
      { customer: { ...customer, email, phone: '8 921 777-66-55' } },
    );
    const other = await paid(eventId, { seats: ['1B'] });
    const seller = hall().seller.documentId;
    expect(await found(`eventId=${eventId}`)).toEqual([other.id, mine.id]);
    expect(await found(`eventId=${eventId}&status=LOCKED`)).toEqual([mine.id]);
    expect(await found(`eventId=${eventId}&status=PAID,LOCKED`)).toHaveLength(2);
    expect(await found(`email=${email.toUpperCase()}`)).toEqual([mine.id]);
    for (const phone of ['+79217776655', '8(921)777-66-55', '7776655'])
      expect(await found(`eventId=${eventId}&phone=${encodeURIComponent(phone)}`)).toEqual([mine.id]);
    expect(await found(`number=${mine.number.replaceAll('-', ' ')}`)).toEqual([mine.id]);
    for (const q of [email, mine.number, '921 777 66 55'])
      expect(await found(`eventId=${eventId}&q=${encodeURIComponent(q)}`)).toEqual([mine.id]);
    expect(await found(`eventId=${eventId}&q=${encodeURIComponent("%'; drop table orders; --")}`)).toEqual(
      [],
    );
    expect(await found(`seller=${seller}&eventId=${eventId}&channel=web`)).toHaveLength(2);
    expect(await found(`seller=${seller}&eventId=${eventId}&channel=phone`)).toEqual([]);
    const [dateFrom, dateTo] = [await dayOf(mine), await dayOf(other)];
    expect(await found(`eventId=${eventId}&dateFrom=${dateFrom}&dateTo=${dateTo}`)).toHaveLength(2);
    expect(await found(`eventId=${eventId}&dateFrom=2099-01-01`)).toEqual([]);
  });

  it('pages, and says what everything found comes to', async () => {
    const eventId = await hall().numbered();
    const [first, second] = [
      await order(eventId, { seats: ['1A'] }),
      await order(eventId, { seats: ['1B'] }),
    ];
    const path = `/api/admin/orders?eventId=${eventId}&pageSize=1&page=2`;
    const response = await fetch(baseUrl + path, {
      headers: { authorization: `Bearer ${house.looker?.token}` },
    });
    const { data, meta } = (await response.json()) as { data: Row[]; meta: object };
    expect(data.map(({ id }) => id)).toEqual([first.id]);
    const total = { amount: first.total.amount + second.total.amount, currency: 'EUR' };
    expect(meta).toEqual({
      ...{ page: 2, pageSize: 1, total: 2 },
      totals: [{ orders: 2, total, refunded: { amount: 0, currency: 'EUR' } }],
    });
  });

  it('counts a long list to its end only when asked', async () => {
    const email = `${newId()}@example.org`;
    await manyOrders(1_001, { email });
    const listed = await asked<{ data: Row[]; meta: object }>(`/api/admin/orders?email=${email}&pageSize=5`);
    expect(listed.meta).toEqual({ page: 1, pageSize: 5, total: 1_000, more: true, totals: [] });
    const last = await found(`email=${email}&pageSize=5&page=201`);
    expect(new Set([...listed.data.map(({ id }) => id), ...last]).size).toBe(6);
    const { data } = await asked<{ data: object }>(`/api/admin/order-totals?email=${email}`);
    const nothing = { amount: 0, currency: 'EUR' };
    expect(data).toEqual({ orders: 1_001, totals: [{ orders: 1_001, total: nothing, refunded: nothing }] });
  });

  it('says that there is more by words only while there is', async () => {
    const name = `Щука ${newId()}`;
    const [first, second] = await manyOrders(1_001, { email: `${newId()}@example.org`, name });
    const listed = async (page = 1) => {
      const path = `/api/admin/orders?q=${encodeURIComponent(name)}&pageSize=100&page=${page}`;
      const { data, meta } = await asked<{ data: Row[]; meta: { total: number; more?: true } }>(path);
      return [data.length, meta.total, meta.more];
    };
    const orders = () => strapi.db.connection('orders');
    expect([await listed(), await listed(), await listed(11)]).toEqual([
      ...[
        [100, 1_000, true],
        [100, 1_000, true],
      ],
      [1, 1_000, true],
    ]);
    await orders().where({ document_id: first }).update({ buyer_name: 'Anna' });
    expect(await listed()).toEqual([100, 1_000, undefined]);
    await orders().where({ document_id: first }).update({ buyer_name: name });
    expect([await listed(), await listed()]).toEqual([
      [100, 1_000, true],
      [100, 1_000, true],
    ]);
    await orders().where({ document_id: second }).delete();
    expect([await listed(), await listed(11)]).toEqual([
      [100, 1_000, undefined],
      [0, 1_000, undefined],
    ]);
  });

  it.each(['Щ', 'Щу', 'Щук', 'укинь', 'Ян Щу', 'zhu', '@shchu', 'ZHU@'])(
    'finds by a part of a name or an address: %s',
    async (q) => {
      const [id = ''] = await manyOrders(1, { email: `zhu@shchu${newId()}.example.org`, name: 'Ян Щукинь' });
      expect(await found(`pageSize=100&q=${encodeURIComponent(q)}`)).toContain(id);
      expect(await found(`pageSize=100&q=${encodeURIComponent(`${q}ъ`)}`)).not.toContain(id);
    },
  );

  it('is searched by words as fast after a thousand new orders as before them', async () => {
    const before = await pagesRead('%Nobody is called so%');
    const email = `${newId()}@example.org`;
    await manyOrders(1_000, { email, name: 'Wilhelmina Featherstonehaugh-Cholmondeley' });
    const after = await pagesRead('%Nobody is called so%');
    expect(before).toBeGreaterThan(0);
    expect(after).toBeLessThan(before + 50);
  });

  it('shows an order that ran out as expired before it is tidied up', async () => {
    const eventId = await hall().numbered();
    const bought = await order(eventId, { seats: ['1A'] });
    await strapi.db
      .connection('orders')
      .where({ document_id: bought.id })
      .update({ expires_at: new Date(Date.now() - 1000) });
    const listed = await found(`eventId=${eventId}&status=EXPIRED`);
    expect(listed).toEqual([bought.id]);
    expect(await found(`eventId=${eventId}&status=LOCKED`)).toEqual([]);
  });

  it('shows several states as one list, each page where the one before ended', async () => {
    const [ranOut, lasts] = ['2001-01-01', '2999-01-01'];
    const all = await ordersOf(2001, [
      ...[
        { state: 'CANCELLED', expiresAt: ranOut },
        { state: 'EXPIRED', expiresAt: ranOut },
      ],
      ...[
        { state: 'LOCKED', expiresAt: ranOut },
        { state: 'LOCKED', expiresAt: lasts },
      ],
      { state: 'PENDING', expiresAt: null },
    ]);
    const listed = async (status: string) => {
      const pages = Array.from({ length: 8 }, (_, at) =>
        found(`status=${status}&dateFrom=2001-01-01&dateTo=2001-12-31&pageSize=50&page=${at + 1}`),
      );
      return (await Promise.all(pages)).flat();
    };
    const those = (...kinds: number[]) => all.filter(({ of }) => kinds.includes(of)).map(({ id }) => id);
    expect(await listed('CANCELLED,EXPIRED')).toEqual(those(0, 1, 2));
    expect(await listed('EXPIRED')).toEqual(those(1, 2));
    expect(await listed('EXPIRED,EXPIRED,LOCKED')).toEqual(those(1, 2, 3));
    expect(await listed('LOCKED,PENDING')).toEqual(those(3, 4));
    const { meta } = await asked<{ meta: object }>(
      '/api/crm/orders?status=EXPIRED,PENDING&dateFrom=2001-01-01&dateTo=2001-12-31',
    );
    expect(meta).toMatchObject({ total: 360, totals: [{ orders: 360 }] });
  });

  it('refuses unknown filters and states', async () => {
    expect(await codeOf(ask('GET', '?status=LOST'))).toEqual([400, 'INVALID_INPUT']);
    expect(await codeOf(ask('GET', '?colour=red'))).toEqual([400, 'UNKNOWN_FILTER']);
    expect(await codeOf(ask('GET', '?pageSize=1000'))).toEqual([400, 'INVALID_INPUT']);
  });
});

describe('the card of an order', () => {
  it('has its buyer, payments, tickets, messages and history', async () => {
    const bought = await paid(await hall().numbered(), { seats: ['1A'] });
    const { data } = await ask('GET', `/${bought.id}`);
    expect(data).toMatchObject({
      ...{ id: bought.id, number: bought.number, status: 'PAID', channel: 'web' },
      buyer: customer,
      payments: [{ method: 'fake', status: 'succeeded', amount: bought.total, refunds: [] }],
      tickets: [{ status: 'issued', seatCode: '1A' }],
      messages: [{ message: 'order.confirmed', to: customer.email }],
      refundQuote: { refundable: bought.total },
    });
    expect(data.history.map(({ what }) => what)).toEqual(['order.created', 'order.paid']);
  });

  it('answers 404 for what is not there, and is served under /api/crm too', async () => {
    expect(await codeOf(ask('GET', '/unknown'))).toEqual([404, 'NOT_FOUND']);
    const bought = await order(await hall().numbered(), { seats: ['1A'] });
    const crm = await asStaff<Card>(house.clerk, { path: `/api/crm/orders/${bought.id}` });
    expect(crm.data.number).toBe(bought.number);
    const moved = await asStaff<Card>(house.clerk, {
      ...{ method: 'POST', path: `/api/crm/orders/${bought.id}/cancel`, body: { reason } },
    });
    expect([moved.status, moved.data.status]).toEqual([200, 'CANCELLED']);
  });
});

describe('marking an order as paid', () => {
  it('is a manual payment: settled, in the ledger, with tickets and a letter', async () => {
    const bought = await order(await hall().numbered(), { seats: ['1A'] });
    const { status, data } = await post(bought, 'mark-paid', cash);
    expect([status, data]).toMatchObject([200, { status: 'PAID', payments: [{ method: 'cash' }] }]);
    expect(data.tickets).toHaveLength(1);
    expect(Object.values(await balances(bought)).sort((left, right) => left - right)).toEqual([
      -bought.total.amount,
      bought.total.amount,
    ]);
    expect(await messages(bought)).toEqual(['order.confirmed']);
    expect(await audited(bought.id)).toEqual([['ordering.order.marked-paid', house.clerk?.staffId]]);
  });

  it('is refused for a paid order, and writes nothing when the places are gone', async () => {
    const eventId = await hall().numbered();
    const bought = await order(eventId, { seats: ['1A'] });
    clock.shiftBy(2 * 3_600_000);
    const other = await paid(eventId, { seats: ['1A'] });
    expect(await codeOf(post(bought, 'mark-paid', cash))).toEqual([409, 'PLACES_LOST']);
    expect(await payments(bought)).toEqual([]);
    expect(await balances(bought)).toEqual({});
    expect(await audited(bought.id)).toEqual([]);
    expect(await codeOf(post(other, 'mark-paid', cash))).toEqual([409, 'ALREADY_PAID']);
  });

  it('wants a known method, a reference and a reason', async () => {
    const bought = await order(await hall().numbered(), { seats: ['1A'] });
    for (const body of [
      { ...cash, method: 'barter' },
      { ...cash, reference: '' },
      { ...cash, reason: ' ' },
      {},
    ])
      expect(await codeOf(post(bought, 'mark-paid', body))).toEqual([400, 'INVALID_INPUT']);
  });

  it('and paying at the gateway at the same time keeps one of the two', async () => {
    const bought = await order(await hall().numbered(), { seats: ['1A'] });
    const externalId = await begin(bought);
    await Promise.all([post(bought, 'mark-paid', cash), payAt(externalId)]);
    const all = await eventually(
      () => payments(bought),
      (both) =>
        both.some(({ state, refunded }) => state === 'succeeded' && refunded.amount > 0) || both.length === 1,
    );
    const kept = all.reduce(
      (sum, { amount, refunded, state }) =>
        sum + (state === 'succeeded' ? amount.amount - refunded.amount : 0),
      0,
    );
    expect(kept).toBe(bought.total.amount);
    expect(await admissions(bought)).toHaveLength(1);
  });
});

describe('giving money back past the rule', () => {
  const inside = async (bought: Bought, eventId: string) => {
    clock.moveTo(new Date((await startOf(eventId)) - day + 1));
    return bought;
  };

  it('needs the override and a reason; both are kept', async () => {
    const eventId = await hall().numbered();
    const bought = await inside(await paid(eventId, { seats: ['1A'] }), eventId);
    expect(await codeOf(post(bought, 'refund', { reason }))).toEqual([409, 'REFUND_REFUSED']);
    expect(await codeOf(post(bought, 'refund', { override: true }))).toEqual([400, 'INVALID_INPUT']);
    expect((await post(bought, 'refund', { reason, override: true })).status).toBe(201);
    await until(bought, ({ state }) => state === 'REFUNDED');
    expect(await requests(bought)).toMatchObject([
      { state: 'refused', reason_code: 'TOO_LATE', reason },
      { state: 'succeeded', reason_code: 'STAFF_OVERRIDE', reason },
    ]);
    expect(await audited(bought.id)).toEqual([
      ['ordering.refund.refused', house.clerk?.staffId],
      ['ordering.refund.requested', house.clerk?.staffId],
    ]);
  });

  it('does not break up a table that was sold whole, and says so before the click', async () => {
    const bought = await paid(await hall().numbered(), { seats: ['T1'] });
    const some = bought.lines.slice(1).map(({ id: lineId }) => ({ lineId }));
    for (const override of [false, true]) {
      const { status, error } = await post(bought, 'refund', { reason, override, lines: some });
      expect([status, error]).toMatchObject([409, { details: { reasonCode: 'WHOLE_TABLE' } }]);
    }
    expect(await codeOf(post(bought, 'refund-quote', { lines: some }))).toEqual([409, 'REFUND_REFUSED']);
    const lines = bought.lines.map(({ id: lineId }) => ({ lineId }));
    expect((await post(bought, 'refund-quote', { lines })).data).toMatchObject({ tickets: 4 });
    expect((await post(bought, 'refund', { reason, override: true, lines })).status).toBe(201);
  });

  it('cancels a paid order: refunded first, CANCELLED when the money is back', async () => {
    const eventId = await hall().numbered();
    const bought = await inside(await paid(eventId, { seats: ['1A'] }), eventId);
    const { status, data } = await post(bought, 'cancel', { reason });
    expect([status, data.refunds]).toMatchObject([200, [{ status: 'pending' }]]);
    await until(bought, ({ state }) => state === 'CANCELLED');
    expect((await orderRow(bought.id)).refunded_total).toBe(bought.total.amount);
    expect(await audited(bought.id)).toEqual([['ordering.order.cancelled', house.clerk?.staffId]]);
  });
});

describe('sending the confirmation again', () => {
  it('queues one more letter each time', async () => {
    const bought = await paid(await hall().numbered(), { seats: ['1A'] });
    expect((await post(bought, 'resend')).data).toEqual({ to: customer.email });
    expect(await messages(bought)).toEqual(['order.confirmed', 'order.confirmed']);
    const unpaid = await order(await hall().numbered(), { seats: ['1A'] });
    expect(await codeOf(post(unpaid, 'resend'))).toEqual([409, 'ORDER_NOT_PAID']);
    expect(await audited(bought.id)).toEqual([['ordering.order.resent', house.clerk?.staffId]]);
  });

  it('closes the order to earlier links and to the browser that bought it when that is wished', async () => {
    const bought = await paid(await hall().numbered(), { seats: ['1A'] });
    const key = orderLinkKey(readEnv().secrets.encryptionKey);
    const read = async (headers: Record<string, string>) =>
      (await fetch(`${baseUrl}/api/orders/${bought.id}`, { headers })).status;
    const linked = (tokenVersion: number) =>
      read({ authorization: `Bearer ${accessTokenOf({ id: bought.id, tokenVersion }, key)}` });
    const opened = async () => [
      ...[await linked(1), await linked(2)],
      await read({ 'gangway-session': bought.session }),
    ];
    expect(await opened()).toEqual([200, 404, 200]);
    await post(bought, 'resend');
    expect(await opened()).toEqual([200, 404, 200]);
    await post(bought, 'resend', { newLink: true });
    expect(await opened()).toEqual([404, 200, 404]);
  });
});

describe('an order that needs a look', () => {
  it('is marked as looked at by staff, once', async () => {
    const bought = await paid(await hall().numbered(), { seats: ['1A'] });
    await strapi.db.connection('orders').where({ document_id: bought.id }).update({ needs_review: true });
    const [first, second] = [await post(bought, 'reviewed'), await post(bought, 'reviewed')];
    for (const answer of [first, second])
      expect(answer).toMatchObject({ status: 200, data: { needsReview: false } });
    expect((await orderRow(bought.id)).needs_review).toBe(false);
    const { data } = await ask('GET', `/${bought.id}`);
    const looks = data.history.filter(({ what }) => what === 'order.reviewed');
    expect(looks).toMatchObject([{ actor: { kind: 'staff', id: house.clerk?.staffId } }]);
    expect(await audited(bought.id)).toEqual([['ordering.order.reviewed', house.clerk?.staffId]]);
    expect(await codeOf(post({ id: newId() }, 'reviewed'))).toEqual([404, 'NOT_FOUND']);
  });
});

describe('a deed under an idempotency key', () => {
  it('is done once, and answers with the same bytes', async () => {
    const bought = await order(await hall().numbered(), { seats: ['1A'] });
    const init = json('POST', cash, house.clerk?.token);
    const headers = { ...(init.headers as Record<string, string>), 'idempotency-key': newId() };
    const pay = async () => {
      const answer = await fetch(`${baseUrl}/api/admin/orders/${bought.id}/mark-paid`, { ...init, headers });
      return [answer.status, await answer.text()];
    };
    const [first, second] = await Promise.all([pay(), pay()]);
    expect(first?.[0]).toBe(200);
    expect([second, await pay()]).toEqual([first, first]);
    expect(await payments(bought)).toHaveLength(1);
    expect(await audited(bought.id)).toHaveLength(1);
  });
});

describe('an order of the staff', () => {
  const consents = ['offer', 'personal-data'];

  it('is LOCKED with places and keeps who sold it, and where', async () => {
    const session = newSession();
    const eventId = await hall().numbered();
    await lock(eventId, { sessionId: session, seats: ['1A'] });
    const body = { channel: 'phone', sessionId: session, customer, consents };
    const { status, data } = await ask('POST', '', body);
    expect([status, data]).toMatchObject([
      201,
      { status: 'LOCKED', channel: 'phone', staffId: house.clerk?.staffId },
    ]);
    expect(data.history).toMatchObject([
      { what: 'order.created', actor: { kind: 'staff', id: house.clerk?.staffId } },
    ]);
    expect(await audited(data.id)).toEqual([['ordering.order.created', house.clerk?.staffId]]);
  });

  it('is a draft without places, which gets them later', async () => {
    const seller = hall().seller.documentId;
    const draft = await ask('POST', '', { channel: 'desk', seller, customer, consents });
    expect([draft.status, draft.data.status]).toEqual([201, 'PENDING']);
    expect(await codeOf(post(draft.data, 'mark-paid', cash))).toEqual([409, 'ILLEGAL_TRANSITION']);
    const session = newSession();
    await lock(await hall().numbered(), { sessionId: session, seats: ['1A', '1B'] });
    const basket = { sessionId: session };
    const locked = await post(draft.data, 'status', { status: 'LOCKED', reason, basket });
    expect([locked.status, locked.data.status]).toEqual([200, 'LOCKED']);
    expect((await post(draft.data, 'mark-paid', cash)).data.tickets).toHaveLength(2);
  });

  it('needs a seller that exists, consents, and places when it is locked', async () => {
    const draft = { channel: 'desk', customer, consents };
    expect(await codeOf(ask('POST', '', draft))).toEqual([422, 'UNKNOWN_SELLER']);
    const seller = hall().seller.documentId;
    expect(await codeOf(ask('POST', '', { ...draft, seller, consents: [] }))).toEqual([
      422,
      'CONSENT_REQUIRED',
    ]);
    const { data } = await ask('POST', '', { ...draft, seller });
    expect(await codeOf(post(data, 'status', { status: 'LOCKED', reason }))).toEqual([422, 'EMPTY_ORDER']);
  });
});

describe('moving an order', () => {
  it('follows the table of moves: no way to PAID or REFUNDED without money, none out of an end', async () => {
    const bought = await order(await hall().numbered(), { seats: ['1A'] });
    for (const status of ['PAID', 'REFUNDED', 'PARTIALLY_REFUNDED', 'PENDING', 'LOCKED'])
      expect(await codeOf(post(bought, 'status', { status, reason }))).toEqual([409, 'ILLEGAL_TRANSITION']);
    expect((await post(bought, 'status', { status: 'EXPIRED', reason })).data.status).toBe('EXPIRED');
    expect(await seats(bought)).toEqual({});
    expect(await codeOf(post(bought, 'status', { status: 'CANCELLED', reason }))).toEqual([
      409,
      'ILLEGAL_TRANSITION',
    ]);
    const kept = await paid(await hall().numbered(), { seats: ['1A'] });
    expect(await codeOf(post(kept, 'status', { status: 'CANCELLED', reason }))).toEqual([
      409,
      'ILLEGAL_TRANSITION',
    ]);
    expect(await audited(bought.id)).toEqual([['ordering.order.moved', house.clerk?.staffId]]);
  });
});

describe('the doors of the desk', () => {
  it('answer 403 to a Manager with nothing, and to one who may only look', async () => {
    const bought = await paid(await hall().numbered(), { seats: ['1A'] });
    const nobody = await staffMember();
    const deeds = ['cancel', 'refund', 'resend', 'reviewed', 'mark-paid', 'status'].map((deed) => [
      'POST',
      `/${bought.id}/${deed}`,
    ]);
    const doors = [...deeds, ['POST', ''], ['GET', ''], ['GET', `/${bought.id}`]] as [string, string][];
    for (const prefix of ['/api/admin/orders', '/api/crm/orders']) {
      for (const [method, path] of doors) {
        const asked = { method, path: prefix + path, ...(method === 'POST' ? { body: {} } : {}) };
        expect([path, (await asStaff(nobody, asked)).status]).toEqual([path, 403]);
        expect([path, (await asStaff(undefined, asked)).status]).toEqual([path, 401]);
        const looked = (await asStaff(house.looker, asked)).status;
        expect([path, looked]).toEqual([path, method === 'GET' ? 200 : 403]);
      }
    }
  });

  it('do not open to the order’s own token', async () => {
    const bought = await order(await hall().numbered(), { seats: ['1A'] });
    const asked = { path: `/api/admin/orders/${bought.id}` };
    expect((await asStaff({ token: bought.accessToken }, asked)).status).toBe(401);
    expect((await asBuyer(bought, { method: 'GET', path: 'refund-quote' })).status).toBe(409);
  });
});
