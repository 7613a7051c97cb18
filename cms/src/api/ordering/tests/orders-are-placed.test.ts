import { clock, hashToken } from '@gangway/kit';
import { create, refresh, texts } from '../../catalog/tests/stage.ts';
import { seatsOf } from '../../seating/tests/ask-places.ts';
import { buildHall, type Hall, newSession } from '../../seating/tests/hall.ts';
import { placeOrder, quoteBasket, readOrderRoute } from '../contract.ts';
import { hold, order, placed, quote, readOrder } from './ask-orders.ts';

describe('an order', () => {
  let hall: Hall;
  let guide = '';
  let code = '';

  beforeAll(async () => {
    hall = await buildHall();
    const { documentId: seller } = hall.seller;
    const name = texts('Аудиогид', 'Audio guide', '语音导览');
    const product = {
      name,
      description: name,
      slug: `guide-${hall.mark}`,
      seller,
      amount: 900,
      currency: 'EUR',
    };
    guide = (await create('catalog.product', product)).documentId;
    code = `SPRING${hall.mark.slice(0, 6).toUpperCase()}`;
    await create('catalog.promotion', { code, name, seller, kind: 'percent', percent: 10, currency: 'EUR' });
    await create('catalog.fee', { name, seller, kind: 'amount', amount: 150, currency: 'EUR' });
    await refresh();
  });

  afterEach(() => clock.reset());

  const basketOf = async (eventId: string) => {
    const { sessionId, holdId } = await hold(eventId, {
      seats: ['1A', '1B'],
      quantities: { [hall.infant]: 1 },
    });
    const child = { holdId, seatCode: '1B', ticketTypeId: hall.child.documentId };
    const lines = [{ productId: guide, quantity: 2 }];
    return { sessionId, holdIds: [holdId], lines, seatTypes: [child], promoCode: code.toLowerCase() };
  };

  it('costs what its quote said, line by line', async () => {
    const basket = await basketOf(await hall.numbered());
    const quoted = await quote(basket);
    expect(quoteBasket.response.safeParse({ data: quoted.data }).error).toBeUndefined();
    const made = await order(basket);
    expect(placeOrder.response.safeParse({ data: made.data }).error).toBeUndefined();
    expect(made.status).toBe(201);
    const { lines, total, vat, discount, fees, expiresAt } = quoted.data;
    expect(made.data).toMatchObject({ status: 'LOCKED', total, vat, discount, fees, expiresAt });
    const bare = made.data.lines.map(({ id: _id, refunded: _refunded, ...line }) => line);
    expect(bare).toEqual(lines);
    // Two tickets, an infant and two guides: a tenth less; then a fee for each ticket that costs something.
    expect([total.amount, discount.amount, fees.amount]).toEqual([2160 + 1080 + 1620 + 300, 540, 300]);
  });

  it('is written whole, with the places of the session', async () => {
    const eventId = await hall.numbered();
    const basket = await basketOf(eventId);
    const attribution = {
      channel: 'miniapp',
      utm: { source: 'news' },
      visitorId: 'v1',
      affiliateCode: 'NEVA',
    };
    const made = await placed({ ...basket, attribution, acceptOtherSeats: true, locale: 'zh' });
    const row = await strapi.db.connection('orders').where({ document_id: made.id }).first();
    expect(row).toMatchObject({
      ...{ number: made.number, state: 'LOCKED', language: 'zh', channel: 'miniapp', other_seats: true },
      ...{ buyer_name: 'Анна Петрова', buyer_email: 'anna@example.org', buyer_phone: '+79210000000' },
      ...{ session_hash: hashToken(basket.sessionId), promotion_code: code, total: made.total.amount },
    });
    expect(JSON.parse(row.attribution)).toEqual({
      utm: { source: 'news' },
      visitorId: 'v1',
      affiliateCode: 'NEVA',
    });
    expect(JSON.parse(row.consents)).toMatchObject([{ code: 'offer' }, { code: 'personal-data' }]);
    const holds = await strapi.db.connection('holds').where({ order_id: made.id });
    expect(holds.map(({ id, state }) => [id, state])).toEqual([[basket.holdIds[0], 'ordered']]);
    const history = await strapi.db.connection('order_history').where({ order_id: made.id });
    expect(history.map(({ what, actor_kind }) => [what, actor_kind])).toEqual([
      ['order.created', 'customer'],
    ]);
    expect((await seatsOf(eventId)).seats).toMatchObject({ '1A': 'reserved', '1B': 'reserved' });
  });

  it('keeps which text each consent was given to', async () => {
    const made = await placed({ sessionId: newSession(), lines: [{ productId: guide, quantity: 1 }] });
    const { consents } = await strapi.db.connection('orders').where({ document_id: made.id }).first();
    const [offer, personal] = JSON.parse(consents) as { version: string; at: string }[];
    expect(offer?.version).toBe('none');
    expect(personal?.version).toMatch(/^[a-z-]+@ru@\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(personal?.at).toBe(made.placedAt);
  });

  it('takes all holds of the session when none is named, and none when none is asked for', async () => {
    const [first, second] = [await hall.general(), await hall.general()];
    const adult = { quantities: { [hall.adult.documentId]: 1 } };
    const { sessionId } = await hold(first, adult);
    await hold(second, adult, sessionId);
    const product = [{ productId: guide, quantity: 1 }];
    const without = await placed({ sessionId, holdIds: [], lines: product });
    expect(without.events).toEqual([]);
    const all = await placed({ sessionId });
    expect(all.events.map(({ id }) => id).sort()).toEqual([first, second].sort());
  });

  it('lasts as long as its first hold', async () => {
    const adult = { quantities: { [hall.adult.documentId]: 1 } };
    const { sessionId, held } = await hold(await hall.general(), adult);
    clock.shiftBy(5 * 60_000);
    await hold(await hall.general(), adult, sessionId);
    expect((await placed({ sessionId })).expiresAt).toBe(held.expiresAt);
  });

  it('has a name for every passenger where one was given', async () => {
    const { sessionId, holdId } = await hold(await hall.general(), {
      quantities: { [hall.adult.documentId]: 2 },
    });
    const passenger = { holdId, ticketTypeId: hall.adult.documentId, fullName: 'Борис Годунов' };
    const { lines } = await placed({ sessionId, passengers: [passenger] });
    const tickets = lines.filter(({ kind }) => kind === 'admission');
    expect(tickets.map(({ quantity, passenger: person }) => [quantity, person?.fullName])).toEqual([
      [1, 'Борис Годунов'],
      [1, undefined],
    ]);
  });

  it('of nothing but free tickets is paid as it is placed', async () => {
    const { documentId: seller } = hall.seller;
    const free = `FREE${hall.mark.slice(0, 6).toUpperCase()}`;
    const name = texts('Подарок', 'Gift', '礼物');
    await create('catalog.promotion', {
      code: free,
      name,
      seller,
      kind: 'percent',
      percent: 100,
      currency: 'EUR',
    });
    const { sessionId } = await hold(await hall.numbered(), { seats: ['2A'] });
    const made = await placed({ sessionId, promoCode: free });
    expect([made.status, made.total.amount, made.next.step]).toEqual(['PAID', 0, 'travel']);
    const admissions = await strapi.db.connection('admissions').where({ order_id: made.id });
    expect(admissions.map(({ seat_code, state }) => [seat_code, state])).toEqual([['2A', 'issued']]);
  });

  it('finds the customer again and tells nobody what it knew', async () => {
    const email = `${hall.mark}@example.org`;
    const lines = [{ productId: guide, quantity: 1 }];
    const as = (fullName: string, address = email) => ({
      ...{ sessionId: newSession(), lines },
      customer: { fullName, email: address, phone: '+7 921 000-00-00' },
    });
    const first = await placed(as('Анна'));
    const second = await placed(as('Самозванец', email.toUpperCase()));
    const ids = await strapi.db
      .connection('orders')
      .whereIn('document_id', [first.id, second.id])
      .pluck('customer_id');
    expect(new Set(ids).size).toBe(1);
    expect(second.buyer.fullName).toBe('Самозванец');
    const customers = await strapi.db.connection('customers').where({ email });
    expect(customers.map(({ full_name }) => full_name)).toEqual(['Анна']);
  });

  it('makes one customer out of many orders at once', async () => {
    const email = `many-${hall.mark}@example.org`;
    const customer = { fullName: 'Анна', email, phone: '+7 921 000-00-00' };
    const lines = [{ productId: guide, quantity: 1 }];
    await Promise.all(Array.from({ length: 12 }, () => placed({ sessionId: newSession(), lines, customer })));
    expect(await strapi.db.connection('customers').where({ email })).toHaveLength(1);
  });

  describe('is shown', () => {
    const buy = () => placed({ sessionId, lines: [{ productId: guide, quantity: 1 }] });
    let sessionId = '';

    beforeEach(() => {
      sessionId = newSession();
    });

    it('to the session that placed it and to its token, in three ways', async () => {
      const { accessToken, ...made } = await buy();
      const ways = [
        await readOrder(made.id, { 'gangway-session': sessionId }),
        await readOrder(made.id, { authorization: `Bearer ${accessToken}` }),
        await readOrder(made.id, {}, `?accessToken=${accessToken}`),
      ];
      for (const { status, data, headers } of ways) {
        expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
        expect(readOrderRoute.response.safeParse({ data }).error).toBeUndefined();
        expect({ ...data, lines: [] }).toEqual({ ...made, lines: [] });
      }
    });

    it('in the language that is asked for', async () => {
      const { id, accessToken } = await buy();
      const { data } = await readOrder(id, {}, `?accessToken=${accessToken}&locale=zh`);
      expect(data.lines[0]?.name).toBe('语音导览');
    });

    it('to nobody else: to them it is not there', async () => {
      const mine = await buy();
      const others = await placed({ sessionId: newSession(), lines: [{ productId: guide, quantity: 1 }] });
      const strangers = [
        await readOrder(mine.id),
        await readOrder(mine.id, { 'gangway-session': newSession() }),
        await readOrder(mine.id, {}, `?accessToken=${others.accessToken}`),
        await readOrder(mine.id, { authorization: `Bearer ${others.accessToken}` }),
        await readOrder('nothing', { authorization: `Bearer ${mine.accessToken}` }),
        await readOrder("1' or '1'='1", { authorization: `Bearer ${mine.accessToken}` }),
      ];
      for (const { status, code: refused } of strangers)
        expect([status, refused]).toEqual([404, 'NOT_FOUND']);
    });

    it('as over when its time is over, tidied up or not', async () => {
      const { id, accessToken } = await buy();
      clock.shiftBy(15 * 60_000);
      const { data } = await readOrder(id, {}, `?accessToken=${accessToken}`);
      expect([data.status, data.next.step]).toEqual(['EXPIRED', 'choose_again']);
    });
  });
});
