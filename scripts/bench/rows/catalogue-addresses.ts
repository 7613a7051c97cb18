import { ask } from '../house/ask.ts';
import { jsonOf } from '../load/checked-body.ts';
import { httpLines } from '../load/http-lines.ts';
import type { Target } from '../changes/messages.ts';
import type { Language } from '../load/scenarios/expectations.ts';
import type { Readable } from '../load/scenarios/read.ts';
import type { Bench } from './row.ts';

const languages = ['ru', 'en', 'zh'] as const;
const pageSize = 20;

interface Listed {
  id: string;
  seating: 'assigned' | 'general';
  startAt: string;
}

export interface Addresses {
  /** Lists and cards, half and half, in three languages. */
  urls: Readable[];
  /** Departures on those pages whose price and stock can be changed. */
  targets: Target[];
}

/** What people read: pages of the list by time and by price, of a category, of a day, and the cards they lead to. */
export async function catalogueAddresses(bench: Bench): Promise<Addresses> {
  const pages = bench.quick ? 4 : 30;
  const categories = await categoriesOf(bench);
  const days = [3, 10, 24, 45].map((ahead) => dayAhead(ahead));
  const lists = languages.flatMap((locale) => [
    ...range(pages).map((page) => list({ locale, page })),
    ...range(Math.ceil(pages / 3)).map((page) => list({ locale, page, more: '&sort=price' })),
    ...categories.flatMap((slug) =>
      range(Math.ceil(pages / 6)).map((page) => list({ locale, page, more: `&category=${slug}` })),
    ),
    ...days.flatMap((day) => range(Math.ceil(pages / 6)).map((page) => list({ locale, page, day }))),
  ]);
  const byTime = lists.filter(
    ({ path }) => path.startsWith('/api/events?locale=ru&page=') && !path.includes('sort'),
  );
  const listed = await itemsOf(
    bench,
    byTime.map(({ path }) => path),
  );
  const ids = [...new Set(listed.flatMap(({ items }) => items.map(({ id }) => id)))];
  const count = Math.ceil(lists.length / languages.length);
  const cards = languages.flatMap((locale) => spaced(ids, count).map((id) => card(locale, id)));
  return { urls: [...lists, ...cards], targets: await targetsAmong(bench, listed) };
}

const range = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

function list({
  locale,
  page,
  more = '',
  day,
}: {
  locale: Language;
  page: number;
  more?: string;
  day?: string;
}): Readable {
  const dated = day === undefined ? '' : `&from=${day}&to=${day}`;
  const path = `/api/events?locale=${locale}&page=${page}&pageSize=${pageSize}${more}${dated}`;
  return {
    path,
    kind: 'list',
    expect: { kind: 'list', locale, page, pageSize, ...(day !== undefined && { day }) },
  };
}

const card = (locale: Language, id: string): Readable => ({
  ...{ path: `/api/events/${id}?locale=${locale}`, kind: 'card' },
  expect: { kind: 'card', locale, id },
});

/** Every n-th, so that the whole list is covered. */
export function spaced<Item>(items: readonly Item[], count: number): Item[] {
  const step = Math.max(1, items.length / count);
  return range(Math.min(count, items.length)).flatMap((index) => items[Math.floor((index - 1) * step)] ?? []);
}

function dayAhead(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

async function categoriesOf({ house }: Bench): Promise<string[]> {
  const rows = await ask<{ slug: string }>(
    house.databaseUrl,
    'select slug from categories order by position, slug',
  );
  return rows.map(({ slug }) => slug).slice(0, 5);
}

/** One after the other: nobody has asked for these pages before. */
async function itemsOf({ house }: Bench, paths: readonly string[]): Promise<Page[]> {
  const lines = httpLines(house.cmsUrl, { most: 1 });
  const pages: Page[] = [];
  for (const path of paths) {
    const { data } = jsonOf(await lines.ask({ path })) as { data: Listed[] };
    pages.push({ path, items: data });
  }
  lines.close();
  return pages;
}

type Page = { path: string; items: Listed[] };
type Row = { id: string; price: number | null; everywhere: number | null; type: string };

/** One in so many changes is that of an activity, whose price is that of hundreds of departures. */
const activityShare = 1 / 12;

/** Those with a price of their own, and those that have places without numbers. */
async function targetsAmong({ house }: Bench, pages: readonly Page[]): Promise<Target[]> {
  const where = new Map(pages.flatMap(({ path, items }) => items.map(({ id }) => [id, path] as const)));
  const rows = await ask<Row>(
    house.databaseUrl,
    `select e.document_id as id, t.document_id as type,
            (select min(p.id) from prices p join prices_event_lnk l on l.price_id = p.id
               join prices_ticket_type_lnk k on k.price_id = p.id and k.ticket_type_id = t.id
              where l.event_id = e.id) as price,
            (select min(p.id) from prices p join prices_activity_lnk l on l.price_id = p.id and p.zone is null
               join prices_ticket_type_lnk k on k.price_id = p.id and k.ticket_type_id = t.id
               join events_activity_lnk a on a.activity_id = l.activity_id
              where a.event_id = e.id) as everywhere
       from events e cross join ticket_types t
      where e.document_id = any($1) and t.code = 'adult' and e.label ~ '^bench [0-9]+$'
        and not exists (select from events_venue_lnk v where v.event_id = e.id)`,
    [[...where.keys()]],
  );
  const general = new Set(
    pages.flatMap(({ items }) => items.filter(({ seating }) => seating === 'general').map(({ id }) => id)),
  );
  const shared = new Map<number, string>();
  const most = Math.ceil(rows.length * activityShare);
  for (const { id, price, everywhere } of rows)
    if (price === null && everywhere !== null && shared.size < most && !shared.has(everywhere))
      shared.set(everywhere, id);
  return rows.flatMap(({ id: eventId, price, everywhere, type }): Target[] => {
    const list = where.get(eventId) ?? '';
    if (price !== null) return [{ kind: 'price', of: 'departure', price, eventId, list }];
    if (everywhere !== null && shared.get(everywhere) === eventId)
      return [{ kind: 'price', of: 'activity', price: everywhere, eventId, list }];
    return general.has(eventId) ? [{ kind: 'stock', ticketTypeId: type, eventId, list }] : [];
  });
}
