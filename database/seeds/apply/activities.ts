import { sellerOf } from '../season/seller-of.ts';
import { dayIn, laterDay, midnightIn } from '../season/calendar.ts';
import type { ActivityRecord, ActivityText, PriceRecord } from '../season/records.ts';
import type { Fields } from './strapi-door.ts';
import type { Voyage } from './voyage.ts';

/** The draft in three languages, its prices, then the publication: nobody ever sees half of it. */
export async function makeActivity(voyage: Voyage, activity: ActivityRecord): Promise<void> {
  await makeDraft(voyage, activity);
  await makePrices(voyage, activity);
  await voyage.writer.publish(`activity:${activity.slug}`);
}

async function makeDraft({ writer, exhibition }: Voyage, activity: ActivityRecord): Promise<void> {
  const { prices, schedules: _timetable, picture: _alt, text, ...facts } = activity;
  const name = `activity-${facts.slug}`;
  const types = [...new Set(prices.map(({ type }) => type))];
  const data = {
    ...facts,
    seller: writer.idOf(`seller:${facts.seller}`),
    route: facts.route && writer.idOf(`route:${facts.route}`),
    categories: facts.categories.map((slug) => writer.idOf(`category:${slug}`)),
    ticketTypes: types.map((code) => writer.idOf(`ticket-type:${code}`)),
    image: await exhibition.picture(name),
    images: [...new Set(await Promise.all(besides(activity).map(exhibition.picture)))],
    vatMode: 'included',
    vatKind: 'standard',
  };
  const texts = { ru: fields(text.ru), en: fields(text.en), zh: fields(text.zh) };
  await writer.translate({ key: `activity:${facts.slug}`, data, texts });
}

/** What else people want to see: the ship or the hall, and where to come to. */
function besides({ schedules: [first] }: ActivityRecord): string[] {
  const { vessel, venue, berth } = first ?? {};
  const places = { vessel, venue, berth };
  return Object.entries(places).flatMap(([kind, slug]) => (slug ? [`${kind}-${slug}`] : []));
}

function fields({ story, included, notIncluded, questions, ...plain }: ActivityText): Fields {
  return {
    ...plain,
    description: story.join('\n\n'),
    included: included.join('\n'),
    notIncluded: notIncluded.join('\n'),
    questions: questions.map(([question, answer]) => `### ${question}\n\n${answer}`).join('\n\n'),
  };
}

async function makePrices(
  { writer, today }: Voyage,
  { slug, seller, prices }: ActivityRecord,
): Promise<void> {
  const { currency, timezone } = sellerOf(seller);
  const moment = (days?: number) =>
    days === undefined ? null : midnightIn(laterDay(dayIn(today, timezone), days), timezone);
  for (const price of prices) {
    const { type, zone, amount, fromDay, toDay } = price;
    const data = {
      activity: writer.idOf(`activity:${slug}`),
      ticketType: writer.idOf(`ticket-type:${type}`),
      ...{ zone, amount, currency, validFrom: moment(fromDay), validTo: moment(toDay) },
    };
    await writer.make({ key: priceKey(slug, price), data });
  }
}

function priceKey(activity: string, { type, zone = 'all', fromDay = 0 }: PriceRecord): string {
  return `price:${activity}:${type}:${zone}:${fromDay}`;
}
