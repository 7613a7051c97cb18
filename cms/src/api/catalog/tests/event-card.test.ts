import { clock, locales } from '@gangway/kit';
import { eventCalendar } from '../contract/event-calendar.ts';
import { eventCard } from '../contract/event-card.ts';
import { listEvents } from '../contract/event-list.ts';
import { eventPrices } from '../contract/price-list.ts';
import { listProducts } from '../contract/product-list.ts';
import { eventSeatLayout } from '../contract/seat-layout.ts';
import { eventTicketTypes } from '../contract/ticket-types.ts';
import { ask, read } from './ask-shop.ts';
import { buildStage, create, hour, refresh, type Stage, texts, update } from './stage.ts';

const card = async (id: string, query = '') => (await read(eventCard, `/api/events/${id}${query}`)).data;

const plan = {
  zones: [
    { id: 'bow', name: texts('Нос', 'Bow', '船头'), tint: 1 },
    { id: 'stern', name: texts('Корма', 'Stern', '船尾'), tint: 2 },
  ],
  decks: [
    {
      ...{ id: 'main', name: texts('Палуба', 'Deck', '甲板'), width: 400, height: 800 },
      outline: 'M 200 0 L 400 200 V 800 H 0 V 200 Z',
      sections: [
        {
          ...{ id: 'hall', name: texts('Зал', 'Hall', '大厅'), tables: [] },
          rows: [
            {
              label: '1',
              seats: [
                { seatCode: '1A', number: 'A', x: 100, y: 300, zone: 'bow', accessible: true },
                { seatCode: '1B', number: 'B', x: 200, y: 300, zone: 'stern' },
              ],
            },
          ],
        },
      ],
      areas: [],
    },
  ],
};

describe('the card of a departure', () => {
  let stage: Stage;
  let [eventId, next] = ['', ''];

  beforeAll(async () => {
    stage = await buildStage({ refundPolicy: 'until24h', minAge: 6, tourLanguages: 'ru,en' });
    eventId = await stage.sail({ notice: texts('Возьмите шарф', 'Bring a scarf', '请带围巾') });
    next = await stage.sail({ delayMinutes: 40 });
    await refresh();
  });

  afterEach(() => clock.reset());

  it('says everything a buyer asks', async () => {
    expect(await card(eventId, '?locale=en')).toMatchObject({
      activity: { title: `Cruise ${stage.mark}` },
      description: 'An hour',
      ...{ durationMinutes: 60, minAge: 6, tourLanguages: ['ru', 'en'], passengerData: 'none' },
      ...{ state: 'on_sale', notice: 'Bring a scarf', salesStartAt: null },
      mapPoint: { latitude: 59.4, longitude: 24.7, name: 'Ladoga', address: 'Ladoga' },
      legal: { name: 'Ladoga', email: 'hello@example.org', inn: null },
      vat: { mode: 'included', rateBp: 2400, note: 'The price includes 24% VAT.' },
      refundPolicy: { kind: 'until24h', sentence: expect.stringContaining('24 hours') },
      ticketTypes: [
        { name: 'Adult', ages: 'From 18 years', priceFrom: { amount: 2400 } },
        { name: 'Child', ages: '3–12 years', needsAdult: true, priceFrom: { amount: 1200 } },
      ],
      otherDepartures: [{ id: next, delayMinutes: 40, availability: { left: 20, status: 'available' } }],
    });
  });

  it('counts the refund from the start of the departure', async () => {
    const { startAt, refundPolicy } = await card(eventId);
    expect(Date.parse(startAt) - Date.parse(refundPolicy.until!)).toBe(24 * hour);
  });

  it('has every text in every language', async () => {
    const seen = await Promise.all(locales.map((locale) => card(eventId, `?locale=${locale}`)));
    for (const text of ['description', 'notice'] as const) {
      expect(new Set(seen.map((one) => one[text])).size).toBe(locales.length);
    }
    expect(new Set(seen.map(({ refundPolicy, vat }) => refundPolicy.sentence + vat.note)).size).toBe(
      locales.length,
    );
  });

  it('changes with the clock: sales close, the ship leaves, arrives', async () => {
    const start = Date.parse((await card(eventId)).startAt);
    const at = async (moment: number) => {
      clock.moveTo(new Date(moment));
      const { state, availability } = await card(eventId);
      return [state, availability.status];
    };
    expect(await at(start - 60_000)).toEqual(['on_sale', 'available']);
    expect(await at(start + 1000)).toEqual(['departed', 'closed']);
    expect(await at(start + hour + 1000)).toEqual(['completed', 'closed']);
    clock.reset();
    expect((await card(eventId)).state).toBe('on_sale');
  });

  it.each(['sales-cutoff', 'not-yet'])('is closed outside its sales window: %s', async (what) => {
    const opens = { salesStartAt: new Date(Date.now() + 24 * hour) };
    const closes = { salesEndAt: new Date(Date.now() - hour) };
    const closed = await stage.sail(what === 'not-yet' ? opens : closes);
    await refresh();
    expect((await card(closed)).availability).toEqual({ left: 0, status: 'closed' });
  });
});

describe('an id that is none', () => {
  it.each([
    'x',
    '0',
    '-1',
    'null',
    '%00',
    "1'or'1",
    'a'.repeat(3000),
    'k3f0q8v1m2n4b6c7d9e1g5h8',
    '%F0%9F%9B%B3',
  ])('%s is 404 on every route of a departure', async (id) => {
    for (const path of ['', '/seat-layout', '/ticket-types', '/prices']) {
      const { status, body } = await ask(`/api/events/${id}${path}`);
      expect([path, status, body.error?.code]).toEqual([path, 404, 'NOT_FOUND']);
    }
  });
});

describe('prices', () => {
  afterEach(() => clock.reset());

  it('hold from their first moment on and are the same everywhere', async () => {
    const stage = await buildStage();
    const eventId = await stage.sail();
    const price = {
      activity: stage.activity.documentId,
      ticketType: stage.adult.documentId,
      currency: 'EUR',
    };
    const validFrom = new Date(Date.now() + 2 * hour);
    await create('catalog.price', { ...price, amount: 1900, validFrom });
    await refresh();
    const amounts = async () => {
      const { data } = await read(eventPrices, `/api/events/${eventId}/prices`);
      const { priceFrom } = (await read(listEvents, stage.path())).data[0]!;
      return [...data.prices.map(({ price: { amount } }) => amount), priceFrom?.amount];
    };
    expect(await amounts()).toEqual([2400, 1200, 2400]);
    clock.shiftBy(2 * hour + 1000);
    expect(await amounts()).toEqual([1900, 1200, 1900]);
  });

  it('include fees from the first price on', async () => {
    const stage = await buildStage();
    const eventId = await stage.sail();
    const fee = { name: texts('Сбор', 'Fee', '服务费'), currency: 'EUR', seller: stage.seller.documentId };
    await create('catalog.fee', { ...fee, kind: 'percent', percent: 10, vatMode: 'none' });
    await create('catalog.fee', {
      ...fee,
      kind: 'amount',
      amount: 100,
      vatMode: 'excluded',
      vatKind: 'standard',
    });
    await refresh();
    const { data } = await read(eventPrices, `/api/events/${eventId}/prices?locale=en`);
    expect(data.prices[0]).toMatchObject({ price: { amount: 2400 }, total: { amount: 2400 + 240 + 124 } });
    expect(data.fees).toEqual([
      { id: expect.anything(), name: 'Fee', kind: 'percent', amount: null, percent: 10 },
      {
        id: expect.anything(),
        name: 'Fee',
        kind: 'amount',
        amount: { amount: 124, currency: 'EUR' },
        percent: null,
      },
    ]);
    expect((await card(eventId)).priceFrom).toEqual({ amount: 2764, currency: 'EUR' });
  });
});

describe('numbered places', () => {
  it('are drawn in the language of the caller and priced by zone', async () => {
    const stage = await buildStage();
    const seatingPlan = await create('seating.seating-plan', {
      name: texts('План', 'Plan', '座位图'),
      geometry: plan,
    });
    const eventId = await stage.sail({
      ...{ seating: 'assigned', seatingPlan: seatingPlan.documentId, capacity: 2 },
    });
    const price = { event: eventId, ticketType: stage.adult.documentId, currency: 'EUR' };
    await create('catalog.price', { ...price, zone: 'bow', amount: 5000 });
    await refresh();
    const { data } = await read(eventSeatLayout, `/api/events/${eventId}/seat-layout?locale=en`);
    expect(data.zones.map(({ id, name, capacity }) => [id, name, capacity])).toEqual([
      ['bow', 'Bow', 1],
      ['stern', 'Stern', 1],
    ]);
    expect(
      data.decks[0]!.sections[0]!.rows[0]!.seats.map(({ seatCode, accessible }) => [seatCode, accessible]),
    ).toEqual([
      ['1A', true],
      ['1B', false],
    ]);
    const prices = await read(eventPrices, `/api/events/${eventId}/prices`);
    const adult = prices.data.prices.filter(({ ticketTypeId }) => ticketTypeId === stage.adult.documentId);
    expect(adult.map(({ zone, price: { amount } }) => [zone, amount])).toEqual([
      ['bow', 5000],
      ['stern', 2400],
    ]);
  });

  it('give way to open areas, which are priced apart only where the price list does', async () => {
    const stage = await buildStage();
    const area = { id: 'nets', name: texts('Сетки', 'Nets', '绳网'), zone: 'bow', capacity: 7 };
    const box = { x: 100, y: 300, width: 100, height: 100 };
    const [deck] = plan.decks;
    const open = { zones: plan.zones, decks: [{ ...deck, sections: [], areas: [{ ...area, ...box }] }] };
    const name = texts('Сетки', 'Nets', '绳网');
    const seatingPlan = (await create('seating.seating-plan', { name, geometry: open })).documentId;
    const eventId = await stage.sail({ seatingPlan, capacity: 7 });
    const zonesOf = async () => {
      await refresh();
      const { data } = await read(eventPrices, `/api/events/${eventId}/prices`);
      return data.prices.map(({ zone, price }) => [zone, price.amount]);
    };
    expect(await zonesOf()).toEqual([
      [null, 2400],
      [null, 1200],
    ]);
    const price = { event: eventId, ticketType: stage.adult.documentId, currency: 'EUR' };
    await create('catalog.price', { ...price, zone: 'bow', amount: 5000 });
    expect(await zonesOf()).toEqual([
      ['bow', 5000],
      ['bow', 1200],
    ]);
    const { data } = await read(eventSeatLayout, `/api/events/${eventId}/seat-layout?locale=en`);
    expect(data.decks[0]!.areas).toEqual([{ ...area, ...box, name: 'Nets' }]);
    expect((await card(eventId)).availability.left).toBe(7);
  });

  it('are absent from general admission', async () => {
    const stage = await buildStage();
    const eventId = await stage.sail();
    await refresh();
    const { data } = await read(eventSeatLayout, `/api/events/${eventId}/seat-layout`);
    expect(data).toEqual({ eventId, seating: 'general', zones: [], decks: [] });
  });
});

describe('ticket types', () => {
  it('come in the manager’s order, archived ones not at all', async () => {
    const stage = await buildStage();
    const eventId = await stage.sail();
    const names = async () => {
      await refresh();
      const { data, meta } = await read(eventTicketTypes, `/api/events/${eventId}/ticket-types`);
      expect(meta.total).toBe(data.length);
      return data.map(({ name }) => name);
    };
    expect(await names()).toEqual(['Взрослый', 'Детский']);
    await update('catalog.ticket-type', stage.child, { archived: true });
    expect(await names()).toEqual(['Взрослый']);
  });
});

describe('the calendar', () => {
  it('adds up to the list, day by day', async () => {
    const stage = await buildStage();
    for (const state of ['on_sale', 'on_sale', 'cancelled']) await stage.sail({ state });
    await refresh();
    const { data: events } = await read(listEvents, stage.path());
    const month = events[0]!.startAt.slice(0, 7);
    const { data, meta } = await read(
      eventCalendar,
      `/api/events/calendar?month=${month}&category=${stage.mark}`,
    );
    const running = events.filter(
      ({ startAt, availability }) => startAt.startsWith(month) && availability.status !== 'cancelled',
    );
    expect(data.reduce((total, { count }) => total + count, 0)).toBe(running.length);
    expect(data.reduce((total, { left }) => total + left, 0)).toBe(20 * running.length);
    expect(data[0]).toMatchObject({ date: events[0]!.startAt.slice(0, 10), priceFrom: { amount: 2400 } });
    expect(meta).toMatchObject({ month, total: data.length });
  });

  it('is of this month when none is named, and refuses what is none', async () => {
    const { meta } = await read(eventCalendar, '/api/events/calendar');
    expect(meta.month).toMatch(/^20\d\d-\d\d$/);
    const { status, body } = await ask('/api/events/calendar?month=2026-13');
    expect([status, body.error?.code]).toEqual([400, 'INVALID_INPUT']);
  });
});

describe('products', () => {
  it('are listed while they are sold', async () => {
    const { mark, seller } = await buildStage();
    const name = texts('Аудиогид', 'Audio guide', '语音导览');
    const product = { name, description: name, kind: 'guide', amount: 390, currency: 'EUR' };
    const fields = { ...product, seller: seller.documentId, vatMode: 'excluded', vatKind: 'standard' };
    await create('catalog.product', { ...fields, slug: `guide-${mark}` });
    await create('catalog.product', { ...fields, slug: `hidden-${mark}`, active: false });
    await refresh();
    const { data, meta } = await read(listProducts, '/api/products?pageSize=100&locale=en');
    const own = data.filter(({ slug }) => slug.endsWith(mark));
    expect(own).toMatchObject([
      {
        name: 'Audio guide',
        fulfilment: 'digital',
        price: { amount: 484, currency: 'EUR' },
        seller: { slug: mark },
      },
    ]);
    expect(meta.total).toBeGreaterThanOrEqual(1);
    expect((await ask('/api/products?kind=guide')).body.error?.code).toBe('UNKNOWN_FILTER');
  });

  it('whose tax nobody knows are left out, and the others listed', async () => {
    const [river, sea] = [await buildStage(), await buildStage()];
    const name = texts('Аудиогид', 'Audio guide', '语音导览');
    for (const { mark, seller } of [river, sea]) {
      const price = { amount: 390, currency: 'EUR', vatMode: 'included', vatKind: 'standard' };
      const product = { slug: mark, name, description: name, kind: 'guide', ...price };
      await create('catalog.product', { ...product, seller: seller.documentId });
    }
    await strapi.db.connection('sellers').where({ id: river.seller.id }).update({ country: 'DE' });
    await refresh();
    const { data, meta } = await read(listProducts, '/api/products?pageSize=100');
    const slugs = data.map(({ slug }) => slug);
    expect(slugs).toContain(sea.mark);
    expect(slugs).not.toContain(river.mark);
    expect(meta.total).toBe(data.length);
  });
});
