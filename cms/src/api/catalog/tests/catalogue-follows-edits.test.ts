import { clock } from '@gangway/kit';
import { listen } from '@gangway/database/listen';
import { listEvents } from '../contract/event-list.ts';
import { buildSnapshot } from '../domain/build-snapshot.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import { catalogueProjection, readNow, readOffersNow } from '../projection/catalogue-projection.ts';
import { createProjection, type Projection } from '../projection/projection.ts';
import { ask, eventually, read } from './ask-shop.ts';
import { buildStage, create, publish, refresh, type Stage, texts, update } from './stage.ts';

const knex = () => strapi.db.connection;
const silent = { warn: () => undefined, error: () => undefined };

const shown = ({ departures, byId, byActivity, editorial, products, misfits }: Snapshot) =>
  JSON.stringify([
    departures,
    departures.map(({ id, activity }) => [byId.get(id)?.capacity, byActivity.get(activity.id)?.length]),
    editorial,
    products,
    misfits.map(({ id }) => id).sort(),
  ]);

/** Says what a projection shows, written down anew only when that is another catalogue. */
function writtenDown(projection: Projection) {
  const last: { catalogue?: Snapshot; text: string } = { text: '' };
  return () => {
    const catalogue = projection.current()!;
    if (catalogue !== last.catalogue) Object.assign(last, { catalogue, text: shown(catalogue) });
    return last.text;
  };
}

const fresh = async () => shown(buildSnapshot(await readNow(strapi), { version: 0, now: clock.now() }));

/** A catalogue of another process, as far as the database knows: it hears notices on a connection of its own. */
async function follower(listens = true) {
  const projection = createProjection({
    read: () => readNow(strapi),
    readOffers: (ids) => readOffersNow(strapi, ids),
    now: () => clock.now(),
    log: silent,
  });
  const listener = await listen({
    ...{ connectionString: databaseUrl, channels: ['catalog'], onReset: projection.rebuild },
    onMessage: ({ payload }) => void (listens && projection.hear(payload)),
  });
  const stop = async () => {
    projection.stop();
    await listener.stop();
  };
  return { projection, stop };
}

/** What memory says, asked again after others had their turn. */
const remembered = <T>(question: () => T, isWanted: (answer: T) => boolean): Promise<T> =>
  eventually(async () => {
    await new Promise((resolve) => setImmediate(resolve));
    return question();
  }, isWanted);

const capacityIn = (projection: Projection, id: string) => projection.current()?.byId.get(id)?.capacity;

describe('an edit of one departure', () => {
  let stage: Stage;
  let eventId = '';
  let otherId = '';

  beforeAll(async () => {
    stage = await buildStage();
    eventId = await stage.sail();
    otherId = await stage.sail();
    await refresh();
  });

  it('replaces it and nothing else', async () => {
    await remembered(
      () => catalogueProjection(strapi).behindMs(),
      (ms) => ms === 0,
    );
    const before = catalogueProjection(strapi).current()!;
    await knex()('events').where({ document_id: eventId }).update({ capacity: 7 });
    const after = await remembered(
      () => catalogueProjection(strapi).current()!,
      (now) => now.byId.get(eventId)?.capacity === 7,
    );
    expect(after.byId.get(eventId)?.capacity).toBe(7);
    expect(after.byId.get(otherId)).toBe(before.byId.get(otherId));
    expect(after.structure).toBe(before.structure);
  });

  it.each([
    ['its own price', () => priced({ event: eventId }), () => dearer('event')],
    ['a price of its activity', () => priced({}), () => dearer('activity')],
  ])('shows %s in the list and on the card', async (_what, prepare, change) => {
    await prepare();
    const total = await change();
    const path = stage.path();
    const seen = await eventually(
      async () => (await read(listEvents, path)).data.find(({ id }) => id === eventId)?.priceFrom?.amount,
      (amount) => amount === total,
    );
    expect(seen).toBe(total);
    const card = await eventually(
      async () =>
        ((await ask(`/api/events/${eventId}`)).body.data as { priceFrom: { amount: number } }).priceFrom,
      ({ amount }) => amount === total,
    );
    expect(card.amount).toBe(total);
  });

  const priced = async (link: { event?: string }) => {
    if (!link.event) await knex()('prices').whereIn('id', ownPriceIds()).delete();
    const price = { ...link, activity: link.event ? null : stage.activity.documentId, currency: 'EUR' };
    await create('catalog.price', { ...price, ticketType: stage.adult.documentId, amount: 3_000 });
  };

  const ownPriceIds = () =>
    knex()('prices_event_lnk as l')
      .join('events as e', 'e.id', 'l.event_id')
      .where('e.document_id', eventId)
      .select('l.price_id');

  const dearer = async (owner: 'event' | 'activity') => {
    const [table, id] = owner === 'event' ? ['events', eventId] : ['activities', stage.activity.documentId];
    const ids = knex()(`prices_${owner}_lnk as l`)
      .join(`${table} as o`, 'o.id', `l.${owner}_id`)
      .where('o.document_id', id)
      .select('l.price_id');
    await knex()('prices').whereIn('id', ids).update({ amount: 4_321 });
    return 4_321;
  };
});

describe('many edits one after the other', () => {
  const hour = 3_600_000;

  it('leave memory with what a full reading gives, without one', async () => {
    const stage = await buildStage();
    const ids = [await stage.sail(), await stage.sail(), await stage.sail()];
    await refresh();
    const [first = '', second = '', third = ''] = ids;
    const event = (id: string) => knex()('events').where({ document_id: id });
    const { id: eventRow } = (await event(first).first('id')) as { id: number };
    const { id: otherRow } = (await event(second).first('id')) as { id: number };
    const own = await create('catalog.price', {
      ...{ event: first, activity: stage.activity.documentId, ticketType: stage.adult.documentId },
      ...{ amount: 2_500, currency: 'EUR' },
    });
    const startAt = new Date(Date.now() + 400 * hour);
    const steps: [string, () => PromiseLike<unknown>][] = [
      ['a capacity', () => event(first).update({ capacity: 3 })],
      [
        'a departure that moves',
        () => event(second).update({ start_at: startAt, end_at: new Date(+startAt + hour) }),
      ],
      ['a cancelled one', () => event(third).update({ state: 'cancelled' })],
      ['one that becomes a draft', () => event(second).update({ state: 'draft' })],
      ['and comes back', () => event(second).update({ state: 'on_sale' })],
      ['a price', () => knex()('prices').where({ id: own.id }).update({ amount: 2_600 })],
      [
        'a price that changes hands',
        () => knex()('prices_event_lnk').where({ price_id: own.id }).update({ event_id: otherRow }),
      ],
      [
        'a price for children',
        () =>
          knex()('prices_ticket_type_lnk')
            .where({ price_id: own.id })
            .update({ ticket_type_id: stage.child.id }),
      ],
      [
        'a price that loses its departure',
        () => knex()('prices_event_lnk').where({ price_id: own.id }).delete(),
      ],
      ['a price that ends', () => knex()('prices').where({ id: own.id }).update({ archived: true })],
      [
        'a departure without a berth',
        () => knex()('events_berth_lnk').where({ event_id: eventRow }).delete(),
      ],
      [
        'a departure through the panel',
        () => update('catalog.event', { documentId: third }, { capacity: 9 }),
      ],
      ['a new departure', () => stage.sail()],
      ['a departure that goes', () => event(third).delete()],
    ];
    expect(await fullReadingsThrough(steps)).toBe(1);
  });

  it('of everything else too', async () => {
    const stage = await buildStage();
    for (let departures = 0; departures < 3; departures += 1) await stage.sail();
    const other = await create('catalog.berth', { ...berth, slug: `${stage.mark}-2` });
    const fee = await create('catalog.fee', {
      ...{
        name: texts('Сбор', 'Fee', '服务费'),
        kind: 'percent',
        percent: 2,
        currency: 'EUR',
        vatMode: 'none',
      },
      seller: stage.seller.documentId,
    });
    await refresh();
    const row = (table: string, { documentId }: { documentId: string }) =>
      knex()(table).where({ document_id: documentId });
    const name = texts('Онега', 'Onega', '奥涅加');
    const published = row('activities', stage.activity).whereNotNull('published_at');
    const publishedIds = () => published.clone().select('id');
    const steps: [string, () => PromiseLike<unknown>][] = [
      ['a title', () => published.clone().update({ title: `Вечер ${stage.mark}` })],
      [
        'a draft and its publication',
        async () => {
          await update('catalog.activity', stage.activity, { summary: 'Тихо' }, 'ru');
          await publish(stage.activity);
        },
      ],
      ['an activity for members', () => published.clone().update({ audience: 'members' })],
      ['an activity for all', () => published.clone().update({ audience: 'public' })],
      [
        'a picture',
        () =>
          knex()('files')
            .whereIn(
              'id',
              knex()('files_related_mph').whereIn('related_id', publishedIds()).select('file_id'),
            )
            .update({ url: '/uploads/other.webp' }),
      ],
      [
        'a picture that is taken away',
        () => knex()('files_related_mph').whereIn('related_id', publishedIds()).delete(),
      ],
      [
        'a category that is taken away',
        () => knex()('activities_categories_lnk').whereIn('activity_id', publishedIds()).delete(),
      ],
      ['a berth', () => row('berths', stage.berth).update({ name })],
      ['a vessel', () => row('vessels', stage.vessel).update({ name })],
      ['a route', () => row('routes', stage.route).update({ name })],
      ['a category', () => row('categories', stage.category).update({ name })],
      ['a ticket type', () => row('ticket_types', stage.child).update({ archived: true })],
      ['a fee', () => row('fees', fee).update({ percent: 3 })],
      ['a fee that goes', () => row('fees', fee).delete()],
      ['a seller', () => row('sellers', stage.seller).update({ phone: '+372 600 0001' })],
      ['a seller that is archived', () => row('sellers', stage.seller).update({ archived: true })],
      ['a seller that comes back', () => row('sellers', stage.seller).update({ archived: false })],
      [
        'a departure from another berth',
        () => knex()('events_berth_lnk').where({ berth_id: stage.berth.id }).update({ berth_id: other.id }),
      ],
      ['a berth that goes', () => row('berths', other).delete()],
      ['an activity that goes', () => row('activities', stage.activity).delete()],
    ];
    expect(await fullReadingsThrough(steps)).toBe(1);
  });

  const point = texts('Берег', 'Shore', '岸');
  const berth = {
    ...{ name: texts('Дальний причал', 'Far pier', '远码头'), address: point, city: point },
    ...{ latitude: 59.4, longitude: 24.7 },
  };

  /** Looks after each step whether memory says what the tables say. */
  async function fullReadingsThrough(steps: [string, () => PromiseLike<unknown>][]): Promise<number> {
    const reads = { full: 0 };
    const projection = createProjection({
      read: () => {
        reads.full += 1;
        return readNow(strapi);
      },
      readOffers: (wanted) => readOffersNow(strapi, wanted),
      now: () => clock.now(),
      log: silent,
    });
    const listener = await listen({
      ...{ connectionString: databaseUrl, channels: ['catalog'], onReset: projection.rebuild },
      onMessage: ({ payload }) => projection.hear(payload),
    });
    const inMemory = writtenDown(projection);
    for (const [what, edit] of steps) {
      await edit();
      const wanted = await fresh();
      const seen = await remembered(inMemory, (now) => now === wanted);
      expect([what, seen === wanted]).toEqual([what, true]);
    }
    projection.stop();
    await listener.stop();
    return reads.full;
  }
});

describe('two processes', () => {
  it('see an edit by the word of the database, each by itself', async () => {
    const stage = await buildStage();
    const id = await stage.sail();
    const [one, two] = [await follower(), await follower()];
    await knex()('events').where({ document_id: id }).update({ capacity: 11 });
    for (const { projection } of [one, two]) {
      const seen = await remembered(
        () => capacityIn(projection, id),
        (capacity) => capacity === 11,
      );
      expect(seen).toBe(11);
    }
    await Promise.all([one.stop(), two.stop()]);
  });

  it('are told everything again after their connections were cut', async () => {
    const stage = await buildStage();
    const id = await stage.sail();
    // They hear no notice, so what they show afterwards they have from the reading after the cut alone.
    const deaf = [await follower(false), await follower(false)];
    await knex()('events').where({ document_id: id }).update({ capacity: 13 });
    expect(deaf.map(({ projection }) => capacityIn(projection, id))).toEqual([20, 20]);
    await knex().raw(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and query = 'listen "catalog"'`,
    );
    for (const { projection } of deaf) {
      const seen = await remembered(
        () => capacityIn(projection, id),
        (capacity) => capacity === 13,
      );
      expect(seen).toBe(13);
    }
    await Promise.all(deaf.map(({ stop }) => stop()));
  });
});
