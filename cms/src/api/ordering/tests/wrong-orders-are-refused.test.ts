import { clock } from '@gangway/kit';
import { breakOff, create, refresh, texts, update } from '../../catalog/tests/stage.ts';
import { buildHall, type Hall, newSession } from '../../seating/tests/hall.ts';
import { ask, json } from '../../../frame/tests/caller.ts';
import { buyer, formal, hold, order, orderRaw, placed, quote } from './ask-orders.ts';

type Body = Record<string, unknown>;
type Refusal = [status: number, code: string | undefined];

describe('a basket that is wrong', () => {
  let hall: Hall;
  let guide = '';
  let adult = '';

  beforeAll(async () => {
    hall = await buildHall();
    adult = hall.adult.documentId;
    guide = await productOf(hall.seller.documentId, `guide-${hall.mark}`);
    await refresh();
  });

  afterEach(() => clock.reset());

  const name = texts('Вещь', 'Thing', '物');

  async function productOf(seller: string, slug: string): Promise<string> {
    const product = { name, description: name, slug, seller, amount: 900, currency: 'EUR' };
    return (await create('catalog.product', product)).documentId;
  }

  /** Takes a place and costs nothing. */
  async function freeType(): Promise<string> {
    const named = { code: `attendant-${hall.mark}`, name: texts('Сопровождающий', 'Companion', '陪护') };
    const { documentId } = await create('catalog.ticket-type', {
      ...named,
      occupiesPlace: true,
      position: 4,
    });
    const types = [adult, hall.child.documentId, hall.infant, documentId];
    await update('catalog.activity', hall.activity, { ticketTypes: types }, 'ru');
    const price = { activity: hall.activity.documentId, ticketType: documentId };
    await create('catalog.price', { ...price, currency: 'EUR', amount: 0 });
    await strapi
      .documents('api::catalog.activity')
      .publish({ documentId: hall.activity.documentId, locale: '*' });
    return documentId;
  }

  const promotionOf = async (fields: Body): Promise<string> => {
    const code = `C${Math.random().toString(36).slice(2, 12).toUpperCase()}`;
    const usual = { name, seller: hall.seller.documentId, kind: 'percent', percent: 10, currency: 'EUR' };
    await create('catalog.promotion', { code, ...usual, ...fields });
    return code;
  };

  const goods = () => ({ sessionId: newSession(), lines: [{ productId: guide, quantity: 1 }] });

  /** A quote and an order refuse the same basket alike. */
  async function refusal(basket: Body): Promise<Refusal> {
    const asked = await quote(basket);
    const ordered = await order(basket);
    expect([asked.status, asked.code]).toEqual([ordered.status, ordered.code]);
    return [ordered.status, ordered.code];
  }

  async function orderRefusal(body: Body): Promise<Refusal> {
    const { status, code } = await order({ ...goods(), ...body });
    return [status, code];
  }

  it('is accepted when nothing is wrong with it', async () => {
    expect((await order(goods())).status).toBe(201);
  });

  it('has nothing in it', async () => {
    expect(await refusal({ sessionId: newSession() })).toEqual([422, 'EMPTY_ORDER']);
    expect(await refusal({ sessionId: newSession(), holdIds: [], lines: [] })).toEqual([422, 'EMPTY_ORDER']);
  });

  it('names a hold that is unknown, somebody else’s, run out or ordered, with one answer for all', async () => {
    const places = { quantities: { [adult]: 1 } };
    const foreign = await hold(await hall.general(), places);
    const gone = await hold(await hall.general(), places);
    clock.shiftBy(15 * 60_000);
    const ordered = await hold(await hall.general(), places);
    await placed({ sessionId: ordered.sessionId });
    const live = await hold(await hall.general(), places);
    const cases = [
      { sessionId: newSession(), holdIds: ['nothing'] },
      { sessionId: newSession(), holdIds: [live.holdId] },
      { sessionId: live.sessionId, holdIds: [live.holdId, foreign.holdId] },
      { sessionId: gone.sessionId, holdIds: [gone.holdId] },
      { sessionId: ordered.sessionId, holdIds: [ordered.holdId] },
    ];
    for (const basket of cases) expect(await refusal(basket)).toEqual([409, 'HOLD_EXPIRED']);
    expect((await order({ sessionId: live.sessionId, holdIds: [live.holdId] })).status).toBe(201);
  });

  it('names an unknown product, or one that is not for sale', async () => {
    const off = await productOf(hall.seller.documentId, `off-${hall.mark}`);
    await update('catalog.product', { documentId: off }, { active: false });
    await refresh();
    for (const productId of ['nothing', off])
      expect(await refusal({ ...goods(), lines: [{ productId, quantity: 1 }] })).toEqual([
        422,
        'UNKNOWN_PRODUCT',
      ]);
  });

  it.each([0, -1, 1.5, 51, 1000, 1e308, '2', null, true, [1], { $gt: 0 }])(
    'has a quantity of %p',
    async (quantity) => {
      expect(await refusal({ ...goods(), lines: [{ productId: guide, quantity }] })).toEqual([
        400,
        'INVALID_INPUT',
      ]);
    },
  );

  it('has too many pieces of a product in several lines', async () => {
    const lines = (count: number, quantity: number) =>
      Array.from({ length: count }, () => ({ productId: guide, quantity }));
    for (const [count, quantity] of [
      [20, 50],
      [2, 26],
    ] as const)
      expect(await refusal({ ...goods(), lines: lines(count, quantity) })).toEqual([400, 'INVALID_INPUT']);
    expect((await order({ ...goods(), lines: lines(2, 25) })).status).toBe(201);
  });

  it('has a place that costs nothing and none that is paid for', async () => {
    const free = await freeType();
    const eventId = await hall.general();
    const alone = await hold(eventId, { quantities: { [free]: 12 } });
    expect(await refusal({ sessionId: alone.sessionId })).toEqual([422, 'NEEDS_PAYING_GUEST']);
    const { sessionId } = await hold(eventId, { quantities: { [free]: 1, [adult]: 1 } });
    expect(await order({ sessionId })).toMatchObject({ status: 201, data: { status: 'LOCKED' } });
  });

  it('is paid over no gateway that cannot serve its seller', async () => {
    const { id, accessToken } = await placed(goods());
    const offered = await ask(`/api/payment-methods?order=${id}&accessToken=${accessToken}`);
    const methods = (offered.body.data as { method: string }[]).map(({ method }) => method);
    expect(methods).toEqual(['fake']);
    const start = (method: string) =>
      ask('/api/payments', json('POST', { orderId: id, method, accessToken }));
    for (const method of ['yookassa', 'yookassa:sbp'])
      expect(await start(method)).toMatchObject({
        status: 409,
        body: { error: { code: 'METHOD_NOT_AVAILABLE', details: { methods } } },
      });
    expect((await start('fake')).status).toBe(200);
  });

  /** Past the rule that keeps a departure with holds out of the archive. */
  const withdraw = ({ documentId }: { documentId: string }) =>
    strapi.db.connection('events').where({ document_id: documentId }).update({ archived: true });

  it('is for a departure that was cancelled, withdrawn or closed meanwhile', async () => {
    for (const change of [
      breakOff,
      withdraw,
      (event: { documentId: string }) =>
        update('catalog.event', event, { salesEndAt: new Date(Date.now() - 1) }),
    ]) {
      const eventId = await hall.general();
      const { sessionId } = await hold(eventId, { quantities: { [adult]: 1 } });
      await change({ documentId: eventId });
      await refresh();
      expect(await refusal({ sessionId })).toEqual([409, 'SALES_CLOSED']);
    }
  });

  it('is for a departure that has left meanwhile', async () => {
    const startAt = new Date(Date.now() + 600_000);
    const fields = { startAt, endAt: new Date(startAt.getTime() + 600_000) };
    const { sessionId } = await hold(await hall.general(fields), { quantities: { [adult]: 1 } });
    clock.shiftBy(601_000);
    expect(await refusal({ sessionId })).toEqual([409, 'SALES_CLOSED']);
  });

  it('has things of two sellers', async () => {
    const legal = { legalName: name, legalAddress: name, phone: '+372 600 0000', email: 'hello@example.org' };
    const abroad = { country: 'EE', currency: 'EUR', taxRegime: 'foreign' };
    const seller = await create('catalog.seller', { slug: `sea-${hall.mark}`, name, ...legal, ...abroad });
    const chart = await productOf(seller.documentId, `chart-${hall.mark}`);
    await refresh();
    const lines = [guide, chart].map((productId) => ({ productId, quantity: 1 }));
    expect(await refusal({ sessionId: newSession(), lines })).toEqual([422, 'SEVERAL_SELLERS']);
  });

  it('gives a seat a type that is not sold or takes no place, or names a seat that is not held', async () => {
    const { sessionId, holdId } = await hold(await hall.numbered(), { seats: ['1A'] });
    const with_ = (seatCode: string, ticketTypeId: string) => ({
      sessionId,
      seatTypes: [{ holdId, seatCode, ticketTypeId }],
    });
    expect(await refusal(with_('1A', 'nothing'))).toEqual([422, 'UNKNOWN_TICKET_TYPE']);
    expect(await refusal(with_('1A', hall.infant))).toEqual([422, 'UNKNOWN_TICKET_TYPE']);
    expect(await refusal(with_('1B', adult))).toEqual([422, 'SEAT_NOT_HELD']);
    expect(await refusal(with_('1A', hall.child.documentId))).toEqual([422, 'NEEDS_ADULT']);
    expect((await order(with_('1A', adult))).status).toBe(201);
  });

  it('has a passenger of the wrong age, or one too many', async () => {
    const { sessionId, holdId } = await hold(await hall.numbered(), { seats: ['1A'] });
    const anna = { holdId, ticketTypeId: adult, fullName: 'Анна' };
    const passengers = (birthDate: string) => ({ sessionId, passengers: [{ ...anna, birthDate }] });
    expect(await refusal(passengers('2020-01-01'))).toEqual([422, 'AGE_NOT_ALLOWED']);
    expect(await refusal(passengers('2020-02-30'))).toEqual([400, 'INVALID_INPUT']);
    expect(await refusal({ sessionId, passengers: [anna, anna] })).toEqual([422, 'SEAT_NOT_HELD']);
    expect((await order(passengers('1990-01-01'))).status).toBe(201);
  });

  it('has a promotion that is unknown, off, of another seller, too early, too late or for something else', async () => {
    const other = (await hall.general(), hall.activity.documentId);
    const cases: [Body | undefined, Refusal][] = [
      [undefined, [422, 'UNKNOWN_PROMOTION']],
      [{ active: false }, [422, 'UNKNOWN_PROMOTION']],
      [{ validFrom: new Date(Date.now() + 60_000) }, [422, 'PROMOTION_NOT_APPLICABLE']],
      [{ validTo: new Date(Date.now() - 60_000) }, [422, 'PROMOTION_NOT_APPLICABLE']],
      [{ activities: [other] }, [422, 'PROMOTION_NOT_APPLICABLE']],
    ];
    for (const [fields, refused] of cases) {
      const promoCode = fields ? await promotionOf(fields) : 'NOTHING';
      expect(await refusal({ ...goods(), promoCode })).toEqual(refused);
    }
    for (const promoCode of ["' or 1=1 --", 'ПРОМО', '🚢'])
      expect(await refusal({ ...goods(), promoCode })).toEqual([422, 'UNKNOWN_PROMOTION']);
  });

  it('has a promotion that is used up', async () => {
    const promoCode = await promotionOf({ maxUses: 1 });
    await placed({ ...goods(), promoCode });
    expect(await refusal({ ...goods(), promoCode })).toEqual([409, 'PROMOTION_USED_UP']);
  });

  it('leaves the places with the session when it is refused', async () => {
    const { sessionId } = await hold(await hall.numbered(), { seats: ['1A'] });
    expect(await orderRefusal({ sessionId, promoCode: 'NOTHING' })).toEqual([422, 'UNKNOWN_PROMOTION']);
    expect((await order({ sessionId })).status).toBe(201);
  });

  it.each([
    '',
    'anna',
    'anna@',
    '@example.org',
    'anna@example',
    'a b@example.org',
    7,
    null,
    ['a@example.org'],
    `${'a'.repeat(250)}@example.org`,
    'anna@example.org\r\nbcc: all@example.org',
  ])('is of a buyer with the e-mail %p', async (email) => {
    expect(await orderRefusal({ customer: { ...buyer, email } })).toEqual([400, 'INVALID_INPUT']);
  });

  it.each([
    '',
    'abc',
    '123',
    '+7 921',
    '+7 000 000-00-00',
    '8'.repeat(40),
    79210000000,
    null,
    '+79210000000; drop',
  ])('is of a buyer with the phone %p', async (phone) => {
    expect(await orderRefusal({ customer: { ...buyer, phone } })).toEqual([400, 'INVALID_INPUT']);
  });

  it.each([
    ['8 (921) 000-00-00', '+79210000000'],
    ['+372 5123 4567', '+37251234567'],
    ['+86 139 1099 8888', '+8613910998888'],
  ])('is not one for a phone that is written as %s', async (phone, e164) => {
    const made = await placed({ ...goods(), customer: { ...buyer, phone } });
    expect(made.buyer.phone).toBe(e164);
  });

  it.each(['', '   ', 7, null, 'a'.repeat(201)])('is of a buyer with the name %p', async (fullName) => {
    expect(await orderRefusal({ customer: { ...buyer, fullName } })).toEqual([400, 'INVALID_INPUT']);
  });

  it.each([[[]], [['offer']], [['personal-data']], [['marketing']], [undefined]])(
    'is without the consents, having %p',
    async (consents) => {
      expect(await orderRefusal({ consents })).toEqual([422, 'CONSENT_REQUIRED']);
    },
  );

  it('says which consents are missing', async () => {
    const { details } = await order({ ...goods(), consents: ['offer', 'marketing'] });
    expect(details).toEqual({ consents: ['personal-data'] });
  });

  it('has a consent, a language or a channel that nobody knows', async () => {
    expect(await orderRefusal({ consents: ['offer', 'personal-data', 'soul'] })).toEqual([
      400,
      'INVALID_INPUT',
    ]);
    expect(await orderRefusal({ locale: 'de' })).toEqual([400, 'INVALID_INPUT']);
    for (const channel of ['desk', 'phone', 'reseller', 'fax'])
      expect(await orderRefusal({ attribution: { channel } })).toEqual([400, 'INVALID_INPUT']);
  });

  it('comes without a session, or with what is none', async () => {
    const { sessionId: _sessionId, ...rest } = goods();
    const { status, code, details } = await orderRaw({ ...formal, ...rest });
    expect([status, code]).toEqual([400, 'INVALID_INPUT']);
    expect(details).toMatchObject({ issues: [{ path: 'sessionId' }] });
    for (const sessionId of ['short', 'x'.repeat(129), "' or '1'='1' -- 123456", 7])
      expect(await orderRefusal({ sessionId })).toEqual([400, 'INVALID_INPUT']);
    const header = await orderRaw({ ...formal, ...rest }, { 'gangway-session': newSession() });
    expect(header.status).toBe(201);
  });

  it('is not JSON, or not an object', async () => {
    for (const body of ['{', '{"sessionId": ', 'sessionId=1']) {
      const refused = await orderRaw(body);
      expect([refused.status, refused.code]).toEqual([400, 'MALFORMED_JSON']);
      expect((await quote(body)).code).toBe('MALFORMED_JSON');
    }
    for (const body of [[], 'null', '7', '"text"']) {
      const { status } = await orderRaw(body);
      expect(status).toBe(400);
    }
  });

  it('has fields that nobody knows, wherever they are', async () => {
    const unknown = [
      { price: 1 },
      { total: { amount: 1, currency: 'EUR' } },
      { state: 'PAID' },
      { customer: { ...buyer, discount: 100 } },
      { lines: [{ productId: guide, quantity: 1, amount: 1 }] },
      { attribution: { staffId: 'me' } },
      { attribution: { utm: { evil: 'x' } } },
    ];
    for (const field of unknown) expect(await orderRefusal(field)).toEqual([400, 'UNKNOWN_FIELD']);
    const { status, code } = await quote({ ...goods(), total: 1 });
    expect([status, code]).toEqual([400, 'UNKNOWN_FIELD']);
  });

  it('has the wrong types', async () => {
    const wrong = [
      { holdIds: 'one' },
      { holdIds: [7] },
      { lines: { productId: guide, quantity: 1 } },
      { seatTypes: [7] },
      { passengers: 'Anna' },
      { promoCode: 7 },
      { promoCode: '' },
      { customer: 'Anna' },
      { customer: null },
      { consents: 'offer' },
      { acceptOtherSeats: 'yes' },
      { attribution: 'web' },
    ];
    for (const field of wrong) expect(await orderRefusal(field)).toEqual([400, 'INVALID_INPUT']);
  });

  it('writes nothing when it is refused', async () => {
    const count = async () => Number((await strapi.db.connection('orders').count())[0]?.count);
    const before = await count();
    await orderRefusal({ promoCode: 'NOTHING' });
    await orderRefusal({ consents: [] });
    expect(await count()).toBe(before);
  });
});

describe('text that means harm', () => {
  const harmful = `Robert'); DROP TABLE orders;-- <script>alert(1)</script> {{7*7}} \${x} ../../etc %00 \\' "`;

  it('is kept to the letter in every field and harms nobody', async () => {
    const hall = await buildHall();
    const { sessionId, holdId } = await hold(await hall.numbered(), { seats: ['1A'] });
    const attribution = {
      ...{
        referrer: harmful,
        visitorId: harmful,
        device: harmful,
        affiliateCode: harmful.slice(0, 60).trim(),
      },
      utm: { source: harmful, medium: harmful, campaign: harmful, term: harmful, content: harmful },
    };
    const passenger = {
      ...{ holdId, seatCode: '1A', ticketTypeId: hall.adult.documentId },
      ...{ fullName: harmful, document: harmful.slice(0, 60).trim() },
    };
    const customer = { ...buyer, fullName: harmful };
    const made = await placed({ sessionId, attribution, passengers: [passenger], customer });
    expect(made.buyer.fullName).toBe(harmful);
    expect(made.lines[0]?.passenger).toMatchObject({ fullName: harmful, document: passenger.document });
    const row = await strapi.db.connection('orders').where({ document_id: made.id }).first();
    expect(row.buyer_name).toBe(harmful);
    expect(JSON.parse(row.attribution)).toEqual(attribution);
  });
});
