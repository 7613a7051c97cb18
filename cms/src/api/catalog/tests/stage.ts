import { newId } from '@gangway/kit';
import { catalogueProjection } from '../projection/catalogue-projection.ts';

type Row = { documentId: string; id: number | string };
type Fields = Record<string, unknown>;

/** A small catalogue of its own beside the season: every slug and every title carries `mark`. */
export type Stage = {
  mark: string;
  seller: Row;
  category: Row;
  route: Row;
  berth: Row;
  vessel: Row;
  adult: Row;
  child: Row;
  activity: Row;
  /** Saves a departure of the activity; by default in two days, for one hour, 20 places, on no vessel's time twice. */
  sail(fields?: Fields): Promise<string>;
  /** The departures of this stage that the shop lists, by whatever the query adds. */
  path(query?: string): string;
};

export const texts = (ru: string, en: string, zh: string) => ({ ru, en, zh });

export const hour = 3_600_000;

export async function create(type: string, data: Fields, locale?: string): Promise<Row> {
  return (await strapi.documents(`api::${type}` as never).create({ data, locale } as never)) as Row;
}

/** Saves some fields as the panel would; `locale` for texts of an activity. */
export async function update(
  type: string,
  { documentId }: Pick<Row, 'documentId'>,
  data: Fields,
  locale?: string,
) {
  await strapi.documents(`api::${type}` as never).update({ documentId, data, locale } as never);
}

/** As it stands after the action that cancels it, without the refunds that the action begins. */
export const breakOff = ({ documentId }: Pick<Row, 'documentId'>) =>
  strapi.db.connection('events').where({ document_id: documentId }).update({ state: 'cancelled' });

/** Reads the tables now, so that a test need not wait for the notice. */
export const refresh = () => catalogueProjection(strapi).rebuild();

export async function buildStage(activity: Fields = {}): Promise<Stage> {
  const mark = newId();
  const places = await buildPlaces(mark);
  const types = await buildTicketTypes(mark);
  const published = await publishActivity({ mark, places, types, fields: activity });
  const starts = { next: Math.ceil(Date.now() / hour) * hour + 48 * hour };
  const sail = async (fields: Fields = {}) => {
    starts.next += 4 * hour;
    const event = await create('catalog.event', {
      activity: published.documentId,
      vessel: places.vessel.documentId,
      berth: places.berth.documentId,
      startAt: new Date(starts.next),
      endAt: new Date(starts.next + hour),
      capacity: 20,
      ...fields,
    });
    return event.documentId;
  };
  const path = (query = '') => `/api/events?pageSize=100&category=${mark}${query && `&${query}`}`;
  return { mark, ...places, ...types, activity: published, sail, path };
}

type Places = Pick<Stage, 'seller' | 'category' | 'route' | 'berth' | 'vessel'>;

async function buildPlaces(mark: string): Promise<Places> {
  const name = texts('Ладога', 'Ladoga', '拉多加');
  const named = { slug: mark, name };
  const legal = { legalName: name, legalAddress: name, phone: '+372 600 0000', email: 'hello@example.org' };
  const abroad = { country: 'EE', currency: 'EUR', taxRegime: 'foreign' };
  const point = { address: name, city: name, latitude: 59.4, longitude: 24.7 };
  return {
    seller: await create('catalog.seller', { ...named, ...legal, ...abroad }),
    category: await create('catalog.category', named),
    route: await create('catalog.route', { ...named, durationMinutes: 60 }),
    berth: await create('catalog.berth', { ...named, ...point }),
    vessel: await create('catalog.vessel', { name, capacity: 40, turnaroundMinutes: 30 }),
  };
}

async function buildTicketTypes(mark: string): Promise<Pick<Stage, 'adult' | 'child'>> {
  const adult = { code: `adult-${mark}`, name: texts('Взрослый', 'Adult', '成人'), minAge: 18, position: 1 };
  const child = { code: `child-${mark}`, name: texts('Детский', 'Child', '儿童'), minAge: 3, maxAge: 12 };
  return {
    adult: await create('catalog.ticket-type', adult),
    child: await create('catalog.ticket-type', { ...child, position: 2, needsAdult: true }),
  };
}

type Publication = { mark: string; places: Places; types: Pick<Stage, 'adult' | 'child'>; fields: Fields };

async function publishActivity({ mark, places, types, fields }: Publication): Promise<Row> {
  const shared = {
    slug: mark,
    durationMinutes: 60,
    seller: places.seller.documentId,
    route: places.route.documentId,
    categories: [places.category.documentId],
    ticketTypes: [types.adult.documentId, types.child.documentId],
    image: (await picture(mark)).id,
  };
  const [ru, ...others] = translations(mark);
  const activity = await create('catalog.activity', { ...shared, ...ru, ...fields }, 'ru');
  for (const { locale, ...words } of others) await update('catalog.activity', activity, words, locale);
  await priceActivity(activity, types);
  await publish(activity);
  return activity;
}

const translations = (mark: string) => [
  { title: `Прогулка ${mark}`, summary: 'По тихой воде', description: 'Час **на воде**' },
  { title: `Cruise ${mark}`, summary: 'On calm water', description: 'An hour', locale: 'en' },
  { title: `游船 ${mark}`, summary: '静水', description: '一小时', locale: 'zh-Hans' },
];

export async function publish({ documentId }: Row): Promise<void> {
  await strapi.documents('api::catalog.activity').publish({ documentId, locale: '*' });
}

async function priceActivity(activity: Row, { adult, child }: Pick<Stage, 'adult' | 'child'>): Promise<void> {
  const price = { activity: activity.documentId, currency: 'EUR' };
  await create('catalog.price', { ...price, ticketType: adult.documentId, amount: 2400 });
  await create('catalog.price', { ...price, ticketType: child.documentId, amount: 1200 });
}

async function picture(mark: string): Promise<{ id: number }> {
  const file = { name: mark, hash: mark, ext: '.webp', mime: 'image/webp', size: 1, provider: 'local' };
  const data = { ...file, url: `/uploads/${mark}.webp`, width: 1200, height: 800 };
  return (await strapi.db.query('plugin::upload.file').create({ data })) as { id: number };
}
