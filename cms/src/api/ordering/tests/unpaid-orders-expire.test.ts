import { clock } from '@gangway/kit';
import { jobsOf } from '@gangway/jobs/contract';
import { create, refresh, texts } from '../../catalog/tests/stage.ts';
import { countersOf, lock, seatsOf } from '../../seating/tests/ask-places.ts';
import { buildHall, type Hall, newSession } from '../../seating/tests/hall.ts';
import { hold, placed } from './ask-orders.ts';

const quarter = 15 * 60_000;

describe('an order that nobody pays', () => {
  let hall: Hall;
  let guide = '';

  beforeAll(async () => {
    hall = await buildHall();
    const name = texts('Гид', 'Guide', '导览');
    const { documentId: seller } = hall.seller;
    const product = {
      name,
      description: name,
      slug: `guide-${hall.mark}`,
      seller,
      amount: 900,
      currency: 'EUR',
    };
    guide = (await create('catalog.product', product)).documentId;
    await refresh();
  });

  afterEach(() => clock.reset());

  const sweep = () => jobsOf(strapi).sweepNow();
  const row = (id: string) => strapi.db.connection('orders').where({ document_id: id }).first();
  const history = (id: string) =>
    strapi.db.connection('order_history').where({ order_id: id }).orderBy('id').pluck('what');
  const letters = (id: string) =>
    strapi.db.connection('messages').where({ subject_kind: 'order', subject_id: id }).pluck('message');

  it('ends at its moment and not before, its places are free and its buyer is told', async () => {
    const eventId = await hall.numbered();
    const { sessionId } = await hold(eventId, { seats: ['1A', '1B'] });
    const { id, expiresAt } = await placed({ sessionId });
    const due = new Date(expiresAt ?? 0);
    clock.moveTo(new Date(due.getTime() - 60_000));
    await sweep();
    expect((await row(id)).state).toBe('LOCKED');
    clock.moveTo(due);
    await sweep();
    expect(await row(id)).toMatchObject({ state: 'EXPIRED', close_reason: 'UNPAID' });
    expect(await history(id)).toEqual(['order.created', 'order.expired']);
    expect(await letters(id)).toEqual(['order.expired']);
    expect(await countersOf(eventId)).toMatchObject([{ held: 0, sold: 0 }]);
    expect((await seatsOf(eventId)).seats).toMatchObject({ '1A': 'free', '1B': 'free' });
    expect((await lock(eventId, { sessionId: newSession(), seats: ['1A'] })).status).toBe(200);
  });

  it('of products alone ends after a quarter of an hour', async () => {
    const { id } = await placed({ sessionId: newSession(), lines: [{ productId: guide, quantity: 1 }] });
    clock.shiftBy(quarter - 60_000);
    await sweep();
    expect((await row(id)).state).toBe('LOCKED');
    clock.shiftBy(60_000);
    await sweep();
    expect((await row(id)).state).toBe('EXPIRED');
  });

  it('ends once, however often the sweep comes by', async () => {
    const { id } = await placed({ sessionId: newSession(), lines: [{ productId: guide, quantity: 1 }] });
    clock.shiftBy(quarter);
    await Promise.all([sweep(), sweep(), sweep()]);
    await sweep();
    expect(await history(id)).toEqual(['order.created', 'order.expired']);
    expect(await letters(id)).toEqual(['order.expired']);
  });

  it('ends although there are more of them than fit one batch', async () => {
    const lines = [{ productId: guide, quantity: 1 }];
    const orders = await Promise.all(
      Array.from({ length: 60 }, () => placed({ sessionId: newSession(), lines })),
    );
    clock.shiftBy(quarter);
    await sweep();
    const ids = orders.map(({ id }) => id);
    const states = await strapi.db.connection('orders').whereIn('document_id', ids).pluck('state');
    expect(new Set(states)).toEqual(new Set(['EXPIRED']));
  });

  it('and cannot be ended holds up no other, and ends when what was wrong is mended', async () => {
    const eventId = await hall.general();
    const { sessionId } = await hold(eventId, { quantities: { [hall.adult.documentId]: 2 } });
    const broken = await placed({ sessionId });
    const sound = await placed({ sessionId: newSession(), lines: [{ productId: guide, quantity: 1 }] });
    const counted = (held: number) =>
      strapi.db.connection('place_counters').where({ event_id: eventId }).update({ held });
    await counted(0);
    await strapi.db.connection('orders').where({ document_id: broken.id }).update({ expires_at: new Date() });
    clock.shiftBy(quarter);
    await sweep();
    expect([(await row(broken.id)).state, (await row(sound.id)).state]).toEqual(['LOCKED', 'EXPIRED']);
    await counted(2);
    await sweep();
    expect((await row(broken.id)).state).toBe('EXPIRED');
  });

  it('is passed over while somebody works on it, and does not hold up the others', async () => {
    const lines = [{ productId: guide, quantity: 1 }];
    const [busy, idle] = [
      await placed({ sessionId: newSession(), lines }),
      await placed({ sessionId: newSession(), lines }),
    ];
    const other = await strapi.db.connection.transaction();
    await other.raw('select 1 from orders where document_id = ? for update', [busy.id]);
    clock.shiftBy(quarter);
    await sweep();
    expect([(await row(busy.id)).state, (await row(idle.id)).state]).toEqual(['LOCKED', 'EXPIRED']);
    await other.rollback();
    await sweep();
    expect((await row(busy.id)).state).toBe('EXPIRED');
  });
});
