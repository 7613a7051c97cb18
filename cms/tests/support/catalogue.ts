import { unique } from './staff.ts';

/** Records of a catalogue that tests make for themselves; whatever they leave out is filled in so that it stands. */

export interface Record {
  id: number;
  documentId: string;
  [field: string]: unknown;
}

type Values = { [field: string]: unknown };

export interface Documents {
  create(params: object): Promise<Record>;
  update(params: object): Promise<Record | null>;
  delete(params: object): Promise<{ entries: Record[] }>;
  clone(params: object): Promise<{ entries: Record[] }>;
  publish(params: object): Promise<{ entries: Record[] }>;
  unpublish(params: object): Promise<{ entries: Record[] }>;
  discardDraft(params: object): Promise<{ entries: Record[] }>;
  findOne(params: object): Promise<Record | null>;
  findMany(params: object): Promise<Record[]>;
}

/** The document service of `vessel`, `seating-plan` and the like. */
export function documents(type: string): Documents {
  const room = type === 'seating-plan' ? 'seating' : 'catalog';
  return strapi.documents(`api::${room}.${type}` as never) as unknown as Documents;
}

/** A text in three languages that no other test uses. */
export function words(russian = 'Слово') {
  const number = unique('n').replaceAll('-', ' ');
  return { ru: `${russian} ${number}`, en: `Word ${number}`, zh: `词 ${number}` };
}

const make =
  (type: string, usual: () => Values) =>
  (values: Values = {}) =>
    documents(type).create({ data: { ...usual(), ...values } });

export const makeSeller = make('seller', () => ({
  name: words('Продавец'),
  legalName: words('ООО'),
  legalAddress: words('Адрес'),
  inn: '7707083893',
  kpp: '773601001',
  ogrn: '1027700132195',
  phone: '+7 812 000-00-00',
  email: 'seller@gangway.example',
}));

export const makeVessel = make('vessel', () => ({ name: words('Судно'), capacity: 50 }));
export const makeVenue = make('venue', () => ({ name: words('Зал'), address: words('Адрес') }));
export const makeCategory = make('category', () => ({ name: words('Категория') }));
export const makeTicketType = make('ticket-type', () => ({ name: words('Взрослый') }));
export const makeRoute = make('route', () => ({ name: words('Маршрут'), durationMinutes: 60 }));
export const makeBerth = make('berth', () => ({
  name: words('Причал'),
  address: words('Адрес'),
  city: words('Город'),
  latitude: 59.9,
  longitude: 30.3,
}));

/** A picture without a file behind it. */
export async function makePicture(): Promise<Record> {
  const name = unique('picture');
  const file = { name, hash: name, mime: 'image/webp', ext: '.webp', size: 1, url: `/${name}.webp` };
  return strapi.db.query('plugin::upload.file').create({ data: { ...file, provider: 'local' } });
}

export interface Activity extends Record {
  seller: Record;
  ticketType: Record;
}

const languages = ['ru', 'en', 'zh-Hans'];
const titles: Values = { ru: 'Прогулка', en: 'A ride', 'zh-Hans': '游船' };

/** A draft in the languages asked for, with all that a publication needs but a price. */
export async function makeActivity({
  values = {},
  locales = languages,
}: { values?: Values; locales?: string[] } = {}): Promise<Activity> {
  const [seller, ticketType, picture] = [await makeSeller(), await makeTicketType(), await makePicture()];
  const common = { durationMinutes: 60, image: picture.id };
  const relations = { seller: seller.documentId, ticketTypes: [ticketType.documentId] };
  const [first = 'ru', ...others] = locales;
  const data = { ...textIn(first), ...common, ...relations, ...values };
  const activity = await documents('activity').create({ locale: first, data });
  for (const locale of others) await translate({ activity, locale });
  return { ...activity, seller, ticketType };
}

export function translate({ activity, locale }: { activity: Record; locale: string }) {
  return documents('activity').update({ documentId: activity.documentId, locale, data: textIn(locale) });
}

function textIn(locale: string): Values {
  return {
    title: `${titles[locale]} ${unique('t')}`,
    summary: `Summary ${locale}`,
    description: `Description ${locale}`,
  };
}

export const makePrice = (activity: Activity, values: Values = {}) =>
  documents('price').create({
    data: {
      activity: activity.documentId,
      ticketType: activity.ticketType.documentId,
      amount: 150_000,
      ...values,
    },
  });

export async function makePublishedActivity(values: Values = {}): Promise<Activity> {
  const activity = await makeActivity({ values });
  await makePrice(activity);
  await documents('activity').publish({ documentId: activity.documentId, locale: 'ru' });
  return activity;
}

/** A departure in a year in which nothing else departs; two on one vessel need times of their own. */
export async function makeDeparture(values: Values = {}): Promise<Record> {
  const activity = values.activity ?? (await makeActivity()).documentId;
  const vessel = values.vessel ?? (values.venue ? undefined : (await makeVessel()).documentId);
  const times = { startAt: '2031-06-01T10:00:00Z', endAt: '2031-06-01T11:00:00Z' };
  return documents('event').create({ data: { ...times, capacity: 10, ...values, activity, vessel } });
}

export async function makeSchedule(values: Values = {}): Promise<Record> {
  const activity = values.activity ?? (await makeActivity()).documentId;
  const vessel = values.vessel ?? (await makeVessel()).documentId;
  const rule = { seasonFrom: '2031-05-01', seasonTo: '2031-09-30', times: '10:00, 12:30', capacity: 10 };
  return documents('schedule').create({ data: { ...rule, ...values, activity, vessel } });
}

/** What a refused write says: its code, and the fields it names. */
export async function refusal(
  write: Promise<unknown>,
): Promise<{ code: string; fields: string[]; message: string }> {
  const error = await write.then(
    () => new Error('It was accepted.'),
    (thrown: unknown) => thrown,
  );
  const { details, message } = error as {
    message: string;
    details?: { code: string; errors: { path: string[] }[] };
  };
  if (!details) throw error;
  return { code: details.code, fields: details.errors.flatMap(({ path }) => path), message };
}
