import { clock } from '@gangway/kit';
import { listEvents } from '../contract/event-list.ts';
import { buildSnapshot } from '../domain/build-snapshot.ts';
import { catalogueProjection, readNow } from '../projection/catalogue-projection.ts';
import { readCatalogue } from '../store/catalogue-rows.ts';
import { ask, eventually, idsOf, read } from './ask-shop.ts';
import { buildStage, create, publish, refresh, type Stage, texts, update } from './stage.ts';

const firstOf = async (stage: Stage) => (await read(listEvents, stage.path())).data[0];

describe('an edit', () => {
  let stage: Stage;
  let eventId = '';

  beforeAll(async () => {
    stage = await buildStage();
    eventId = await stage.sail();
  });

  it('of a new departure is seen in the shop', async () => {
    const ids = await eventually(
      async () => idsOf(await read(listEvents, stage.path())),
      (found) => found.includes(eventId),
    );
    expect(ids).toEqual([eventId]);
  });

  it('of a published text is seen in the shop, a draft is not', async () => {
    const title = `Вечер ${stage.mark}`;
    await update('catalog.activity', stage.activity, { title }, 'ru');
    await refresh();
    expect((await firstOf(stage))?.activity.title).toBe(`Прогулка ${stage.mark}`);
    await publish(stage.activity);
    const seen = await eventually(
      async () => (await firstOf(stage))?.activity.title,
      (now) => now === title,
    );
    expect(seen).toBe(title);
  });

  it.each([
    ['a berth', 'berths', { name: texts('Новый причал', 'New pier', '新码头') }, 'Новый причал'],
    ['a vessel', 'vessels', { name: texts('Новый корабль', 'New ship', '新船') }, 'Новый корабль'],
  ])('of %s, even past Strapi, is seen in the shop', async (_what, table, change, name) => {
    const { documentId } = table === 'berths' ? stage.berth : stage.vessel;
    await strapi.db.connection(table).where({ document_id: documentId }).update(change);
    const seen = await eventually(
      async () => JSON.stringify(await firstOf(stage)),
      (now) => now.includes(name),
    );
    expect(seen).toContain(name);
  });

  it('made while the connection was lost is seen after it is mended', async () => {
    const knex = strapi.db.connection;
    await knex.raw(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and query = 'listen "catalog"'`,
    );
    const notice = texts('Идёт снег', 'It snows', '下雪');
    const name = texts('После обрыва', 'After the break', '断线之后');
    await knex('berths').where({ document_id: stage.berth.documentId }).update({ name, directions: notice });
    const seen = await eventually(
      async () => (await firstOf(stage))?.berth?.name,
      (now) => now === name.ru,
    );
    expect(seen).toBe(name.ru);
  });

  it('leaves memory with what a fresh look at the tables would give', async () => {
    await eventually(
      async () => (await firstOf(stage))?.berth?.name,
      (now) => now === 'После обрыва',
    );
    await refresh();
    const kept = catalogueProjection(strapi).current()!;
    const fresh = buildSnapshot(await readNow(strapi), { version: kept.version, now: clock.now() });
    expect(kept.departures.length).toBeGreaterThan(0);
    expect(JSON.stringify(kept.departures)).toBe(JSON.stringify(fresh.departures));
    expect(kept.turningPoints).toEqual(fresh.turningPoints);
  });
});

describe('a departure is hidden', () => {
  const isShown = async (stage: Stage, eventId: string) => {
    await refresh();
    const listed = idsOf(await read(listEvents, stage.path())).includes(eventId);
    const { status } = await ask(`/api/events/${eventId}`);
    expect(status).toBe(listed ? 200 : 404);
    return listed;
  };

  it.each([{ state: 'draft' }, { archived: true }])('when it is %j', async (fields) => {
    const stage = await buildStage();
    expect(await isShown(stage, await stage.sail())).toBe(true);
    expect(await isShown(stage, await stage.sail(fields))).toBe(false);
  });

  it.each([{ audience: 'members' }, { audience: 'vip' }, { archived: true }])(
    'when its activity is %j',
    async (fields) => {
      const stage = await buildStage(fields);
      expect(await isShown(stage, await stage.sail())).toBe(false);
    },
  );

  it('in a language in which its activity is not published', async () => {
    const stage = await buildStage();
    const eventId = await stage.sail();
    const published = { document_id: stage.activity.documentId, locale: 'en' };
    await strapi.db.connection('activities').where(published).whereNotNull('published_at').delete();
    expect(await isShown(stage, eventId)).toBe(true);
    expect(idsOf(await read(listEvents, `${stage.path()}&locale=en`))).toEqual([]);
    expect((await ask(`/api/events/${eventId}?locale=en`)).status).toBe(404);
  });

  it('when its seller is archived', async () => {
    const stage = await buildStage();
    const eventId = await stage.sail();
    expect(await isShown(stage, eventId)).toBe(true);
    await strapi.db
      .connection('sellers')
      .where({ document_id: stage.seller.documentId })
      .update({ archived: true });
    expect(await isShown(stage, eventId)).toBe(false);
  });
});

describe('reading the catalogue', () => {
  const pageOf = 2_000;
  const pages = (rows: readonly unknown[]) => Math.floor(rows.length / pageOf) + 1;

  /** Statements without those for departures and prices, which are read in pages. */
  async function statements(): Promise<number> {
    const seen: string[] = [];
    const raw = (sql: string, bindings: readonly unknown[] = []) => {
      seen.push(sql);
      return strapi.db.connection.raw(sql, bindings as string[]);
    };
    const { events, prices } = await readCatalogue({ raw }, { now: new Date() });
    return seen.length - pages(events) - pages(prices);
  }

  it('takes as many statements for three of everything as for one', async () => {
    const stage = await buildStage();
    await stage.sail();
    const before = await statements();
    for (const more of [await buildStage(), await buildStage()]) {
      await more.sail();
      await create('catalog.fee', { ...fee, seller: more.seller.documentId });
    }
    expect(await statements()).toBe(before);
    expect(before).toBe(14);
  });

  const fee = {
    name: texts('Сбор', 'Fee', '服务费'),
    kind: 'percent',
    percent: 2,
    currency: 'EUR',
    vatMode: 'none',
  };
});

describe('the tables of the catalogue', () => {
  it('tell of every change, those of relations too', async () => {
    const { rows } = await strapi.db.connection.raw<{ rows: { name: string }[] }>(
      `select relname as name from pg_trigger join pg_class on pg_class.oid = tgrelid where tgname = 'catalog_changed'`,
    );
    const telling = new Set(rows.map(({ name }) => name));
    const silent = catalogueTables().filter((name) => !telling.has(name));
    expect(catalogueTables().length).toBeGreaterThan(30);
    expect(silent).toEqual([]);
  });

  function catalogueTables(): string[] {
    const uids = Object.keys(strapi.contentTypes).filter((uid) => /^api::(catalog|seating)\./.test(uid));
    return uids.flatMap((uid) => {
      const { tableName, attributes } = strapi.db.metadata.get(uid);
      const links = Object.values(attributes).flatMap((attribute) =>
        'joinTable' in attribute && attribute.joinTable ? attribute.joinTable.name : [],
      );
      return [tableName, ...links];
    });
  }
});
