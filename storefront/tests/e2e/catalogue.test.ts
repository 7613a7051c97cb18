import type { Page } from 'playwright-core';
import { languages } from './foreign-words.ts';
import { measureShifts, serious, shifted, sideways, watch } from './page-watch.ts';
import { askShop } from './shop-api.ts';

interface Facet {
  value: string;
  name: string;
  count: number;
}

interface List {
  data: { id: string; startAt: string; activity: { title: string }; route: { name: string } | null }[];
  meta: { total: number; facets: Record<string, Facet[]> };
}

interface Calendar {
  data: { date: string; count: number; left: number }[];
}

const events = (query = '') => askShop<List>(`/api/events?locale=ru&pageSize=100${query}`);
/** What the list shows while no day is chosen: each activity once. */
const activities = (query = '') => events(`&group=activity${query}`);
const open = (path: string, on: Page = page) => on.goto(house.siteUrl + path, { waitUntil: 'networkidle' });
const found = (on: Page = page) => on.locator('#results-count').innerText();
const shownIds = (within: string) =>
  page
    .locator(`${within} [data-event]`)
    .evaluateAll((cards) => cards.map((card) => (card as HTMLElement).dataset.event));
const ids = ({ data }: List) => data.map(({ id }) => id);
const day = (moment: string) => moment.slice(0, 10);
const dayAfter = (date: string) => day(new Date(Date.parse(date) + 86_400_000).toISOString());

/** A day on which a route rests between two of its departures, and the day it goes again. */
async function pauseOfARoute(): Promise<{ route: string; empty: string; next: string }> {
  for (const { value: route } of (await events()).meta.facets['route'] ?? []) {
    const days = [
      ...new Set((await events(`&route=${route}`)).data.map(({ startAt }) => day(startAt))),
    ].sort();
    const last = days.findIndex((date, index) => (days[index + 1] ?? '') > dayAfter(date));
    if (last >= 0) return { route, empty: dayAfter(days[last] ?? ''), next: days[last + 1] ?? '' };
  }
  throw new Error('Every route goes every day.');
}

/** `24 рейса` has the number of departures in front. */
const numberIn = (text: string) => Number(/\d+/.exec(text.replaceAll(/\s/g, ''))?.[0] ?? 0);

async function withoutScripts(): Promise<Page> {
  const browser = page.context().browser();
  const context = await browser?.newContext({ javaScriptEnabled: false, locale: 'ru-RU' });
  return (await context?.newPage()) as Page;
}

/** Counts of a filter as the page shows them. */
const countsOf = async (on: Page, facet: string): Promise<Record<string, number>> =>
  Object.fromEntries(
    await on
      .locator(`[data-facet=${facet}] label`)
      .evaluateAll((labels) =>
        labels.map((label): [string, number] => [
          label.querySelector('input')?.value ?? '',
          Number(label.querySelector<HTMLElement>('[data-count]')?.dataset.count),
        ]),
      ),
  );

const countsIn = ({ meta }: List, facet: string) =>
  Object.fromEntries((meta.facets[facet] ?? []).map(({ value, count }) => [value, count]));

describe('the front page', () => {
  it('has the next departures as the API gives them, and leads to each', async () => {
    await open('/ru');
    const shown = await shownIds('[data-board]');
    expect(shown.length).toBeGreaterThan(0);
    expect(ids(await events())).toEqual(expect.arrayContaining(shown));
    expect(await page.locator('[data-board] [data-event] a').first().getAttribute('href')).toContain(
      shown[0],
    );
  });

  it('finds a berth on a day for four without JavaScript', async () => {
    const plain = await withoutScripts();
    const { data, meta } = await events('&seatsMin=4');
    const berth = meta.facets.berth?.[0];
    const date = day(data.at(-1)?.startAt ?? '');
    await open('/ru', plain);
    await plain.locator('#search-what').fill(berth?.name ?? '');
    await plain.locator('#search-when').fill(date);
    await plain.locator('#search-places').selectOption('4');
    await plain.getByRole('button', { name: 'Найти рейс' }).click();
    const { searchParams } = new URL(plain.url());
    expect(searchParams.get('date')).toBe(date);
    const query = new URLSearchParams({ q: berth?.name ?? '', from: date, to: date, seatsMin: '4' });
    expect(numberIn(await found(plain))).toBe((await events(`&${query.toString()}`)).meta.total);
    await plain.context().close();
  });
});

describe('the catalogue', () => {
  it('is narrowed down without JavaScript, and its counts are those of the API', async () => {
    const plain = await withoutScripts();
    await open('/ru/events', plain);
    const [largest] = (await events()).meta.facets.category ?? [];
    await plain.locator(`[data-facet=category] input[value="${largest?.value}"]`).check();
    await plain.locator('#filters button[type=submit]').click();
    await plain.waitForURL(/category=/);
    const narrowed = await activities(`&category=${largest?.value}`);
    expect(numberIn(await found(plain))).toBe(narrowed.meta.total);
    for (const facet of ['category', 'berth', 'vessel']) {
      const shown = Object.entries(await countsOf(plain, facet)).filter(([, count]) => count > 0);
      expect(Object.fromEntries(shown)).toEqual(countsIn(narrowed, facet));
    }
    await plain.context().close();
  });

  it('is narrowed down in place: focus stays, the address follows, back takes it off', async () => {
    await open('/ru/events');
    const all = await found();
    const [, second] = (await activities()).meta.facets.category ?? [];
    const box = page.locator(`[data-facet=category] input[value="${second?.value}"]`);
    await page.evaluate(() => Object.assign(window, { samePage: true }));
    await box.focus();
    await page.keyboard.press('Space');
    await page
      .locator('.chips')
      .getByText(second?.name ?? '')
      .waitFor();
    expect(numberIn(await found())).toBe(second?.count);
    expect(await page.locator('#results-said').innerText()).toBe(await found());
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(`filter-category-${second?.value}`);
    expect(new URL(page.url()).searchParams.get('category')).toBe(second?.value);
    await page.goBack();
    await page.locator('.chips').waitFor({ state: 'detached' });
    expect(await found()).toBe(all);
    expect(await box.isChecked()).toBe(false);
    expect(await page.evaluate(() => 'samePage' in window)).toBe(true);
  });

  it('is the same question in another language, also after filters were chosen in place and taken back', async () => {
    await open('/ru/events');
    const [largest] = (await activities()).meta.facets.category ?? [];
    const english = page.locator('.header__languages a[lang=en]');
    await page.locator(`[data-facet=category] input[value="${largest?.value}"]`).check();
    await page
      .locator('.chips')
      .getByText(largest?.name ?? '')
      .waitFor();
    const narrowed = new URL(page.url());
    expect(narrowed.searchParams.get('category')).toBe(largest?.value);
    expect(await english.getAttribute('href')).toBe(`/en/events${narrowed.search}`);
    await page.goBack();
    await page.locator('.chips').waitFor({ state: 'detached' });
    expect(await english.getAttribute('href')).toBe('/en/events');
  });

  it('takes one chip off and leaves the other', async () => {
    const [category] = (await events()).meta.facets.category ?? [];
    await open(`/ru/events?category=${category?.value}&seatsMin=2`);
    await page.locator('.chips .chip').filter({ hasText: category?.name }).click();
    await page.waitForURL(/\?seatsMin=2$/);
    await page.locator('.chips .chip').nth(1).waitFor({ state: 'detached' });
    expect(await page.locator('.chips .chip').count()).toBe(1);
    expect(numberIn(await found())).toBe((await activities('&seatsMin=2')).meta.total);
  });

  it('is searched by words, and says so when they find nothing', async () => {
    const title = (await events()).data[0]?.activity.title ?? '';
    await open('/ru/events');
    await page.locator('#catalogue-words').fill(title);
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=/);
    const { total } = (await activities(`&q=${encodeURIComponent(title)}`)).meta;
    await page.locator('.chips').waitFor();
    expect(numberIn(await found())).toBe(total);
    await page.locator('#catalogue-words').fill('дирижабль');
    await page.keyboard.press('Enter');
    await page.locator('[data-empty]').waitFor();
    expect(await page.locator('[data-empty] h2').innerText()).toBe('Ничего не нашлось');
  });

  it('names the nearest departures where the day has none', async () => {
    const { data } = await events('&category=club');
    const days = new Set(data.map(({ startAt }) => day(startAt)));
    const first = Date.parse(`${[...days][0]}T00:00Z`);
    const empty = Array.from({ length: 40 }, (_, index) =>
      new Date(first + (index + 1) * 86_400_000).toISOString().slice(0, 10),
    ).find((date) => !days.has(date));
    await open(`/ru/events?category=club&date=${empty}`);
    const before = data.filter(({ startAt }) => day(startAt) < (empty ?? '')).at(-1);
    const after = data.filter(({ startAt }) => day(startAt) > (empty ?? '')).slice(0, 3);
    expect(await shownIds('[data-nearest]')).toEqual([before, ...after].map((event) => event?.id));
  });

  it('shows each activity once with its next departure, and on request every departure', async () => {
    await open('/ru/events');
    const each = await activities();
    expect(await shownIds('#results')).toEqual(ids(each));
    expect(new Set(each.data.map(({ activity }) => activity.title)).size).toBe(each.data.length);
    await page.getByRole('link', { name: 'Все рейсы' }).click();
    await page.waitForURL(/view=departures/);
    await page.locator('.paging').waitFor();
    expect(await shownIds('#results')).toEqual(ids(await events()).slice(0, 24));
  });

  it('says what may have been meant and what to leave out where nothing is found', async () => {
    const all = await activities();
    await open('/ru/events?q=rfnth+дирижабль');
    await page.locator('[data-meant] a').filter({ hasText: 'катер' }).click();
    await page.locator('[data-event]').first().waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('катер');
    expect(numberIn(await found())).toBe((await activities('&q=катер')).meta.total);
    await open('/ru/events?q=дирижабль');
    await page.locator('[data-ways-out] a').click();
    await page.locator('[data-event]').first().waitFor();
    expect(numberIn(await found())).toBe(all.meta.total);
  });

  it.each([
    ['ru', 'rfnth'],
    ['ru', 'yahta'],
    ['en', 'yahta'],
  ])('finds boats in %s for %s', async (language, words) => {
    await open(`/${language}/events?q=${words}`);
    const said = await page.locator('[data-searched-for]').innerText();
    expect(said).toMatch(words === 'rfnth' ? /катер/ : /яхт|yacht/i);
    expect(await page.locator('#results').innerText()).toMatch(words === 'rfnth' ? /Мойка/ : /Ингрия|Ingria/);
  });

  it('is leafed through, and each page has its own departures', async () => {
    await open('/ru/events?view=departures&sort=price');
    const first = await shownIds('#results');
    await page.locator('.paging a[rel=next]').click();
    await page.locator('.paging [aria-current=page]').filter({ hasText: '2' }).waitFor();
    const second = await shownIds('#results');
    expect([...first, ...second]).toEqual(ids(await events('&sort=price')).slice(0, 48));
  });

  it('keeps its filters in a sheet on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open('/ru/events');
    const [category] = (await activities()).meta.facets.category ?? [];
    expect(await page.locator('#filters').isVisible()).toBe(false);
    await page.locator('[data-open-filters]').click();
    const sheet = page.getByRole('dialog', { name: 'Фильтры' });
    await sheet.locator(`input[value="${category?.value}"]`).check();
    await page.locator('.chips').waitFor({ state: 'attached' });
    const show = sheet.locator('button[type=submit]');
    await show.filter({ hasText: String(category?.count) }).click();
    await sheet.waitFor({ state: 'hidden' });
    expect(numberIn(await found())).toBe(category?.count);
  });

  it('gives titles of eighty letters room on the narrowest phone', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const path of ['/ru', '/ru/events', '/ru/timetable']) {
      await open(path);
      await page
        .locator('.event__title a, .timetable .title a')
        .evaluateAll((links) => links.forEach((link) => (link.textContent = 'Водоизмещение'.repeat(7))));
      expect(await sideways(page)).toBeUndefined();
    }
  });
});

describe('the calendar', () => {
  it('leads from a day to its departures', async () => {
    await open('/en/calendar');
    // Late on its last day a month has no departures any more.
    await page.locator('[data-step=next]').click();
    await page.waitForURL(/month=/);
    const month = await page.locator('[data-month]').getAttribute('data-month');
    const { data } = await askShop<Calendar>(`/api/events/calendar?month=${month}`);
    const days = await page
      .locator('[data-day]')
      .evaluateAll((links) => links.map((link) => (link as HTMLElement).dataset.day));
    expect(days).toEqual(data.map(({ date }) => date));
    const last = data.at(-1);
    await page.locator(`[data-day="${last?.date}"]`).click();
    await page.waitForURL(new RegExp(`/en/events\\?date=${last?.date}$`));
    const list = await events(`&from=${last?.date}&to=${last?.date}`);
    expect(numberIn(await found())).toBe(list.meta.total);
  });

  it('is walked through with the keyboard', async () => {
    await open('/ru/calendar');
    await page.locator('[data-step=next]').click();
    await page.waitForURL(/month=/);
    const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset.day);
    const days = await page
      .locator('[data-day]')
      .evaluateAll((links) => links.map((link) => (link as HTMLElement).dataset.day));
    await page.locator('[data-day]').first().focus();
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe(days[1]);
    await page.keyboard.press('End');
    expect(await focused()).toBe(days.at(-1));
    const before = page.url();
    await page.keyboard.press('PageUp');
    await page.waitForURL((url) => url.href !== before);
    expect(new URL(page.url()).searchParams.has('month')).toBe(false);
  });

  it('opens beside a field for a date, and fills it', async () => {
    await open('/ru');
    await page.getByRole('button', { name: 'Выбрать в календаре' }).click();
    const popover = page.getByRole('dialog', { name: 'Когда' });
    await popover.getByRole('button', { name: 'Следующий месяц' }).click();
    await popover.locator('calendar-month').getByRole('button', { name: /^15 / }).click();
    expect(await page.locator('#search-when').inputValue()).toMatch(/^20\d\d-\d\d-15$/);
    expect(await popover.count()).toBe(0);
  });

  it('lets the keyboard and the mouse get on from its button, whether it is open or not', async () => {
    await open('/ru');
    const button = page.getByRole('button', { name: 'Выбрать в календаре' });
    const isInside = () => page.evaluate(() => document.activeElement?.closest('gangway-date') !== null);
    await button.focus();
    await page.keyboard.press('Tab');
    expect(await isInside()).toBe(false);
    await page.locator('#search-when').focus();
    const words = page.locator('main input:not([type=date])').first();
    await words.click();
    expect(await words.evaluate((field) => field === document.activeElement)).toBe(true);
    await button.click();
    const popover = page.getByRole('dialog', { name: 'Когда' });
    await popover.waitFor();
    await words.click();
    expect(await popover.count()).toBe(0);
    expect(await words.evaluate((field) => field === document.activeElement)).toBe(true);
  });

  it('gives the focus back to its button on Escape', async () => {
    await open('/ru');
    await page.getByRole('button', { name: 'Выбрать в календаре' }).click();
    await page.getByRole('dialog', { name: 'Когда' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog', { name: 'Когда' }).count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('date__open');
  });
});

describe('the timetable', () => {
  const tomorrow = async () => day((await events()).data.at(-1)?.startAt ?? '');

  it('has every departure of the day once, by route and by berth', async () => {
    const date = await tomorrow();
    const list = await events(`&from=${date}&to=${date}`);
    for (const by of ['route', 'berth']) {
      await open(`/ru/timetable?day=${date}&by=${by}`);
      expect((await shownIds('[data-group]')).toSorted()).toEqual(ids(list).toSorted());
    }
    await open(`/ru/timetable?day=${date}`);
    const routes = new Set(list.data.map(({ route }) => route?.name ?? ''));
    expect(await page.locator('[data-group]').count()).toBe(routes.size);
  });

  it('leads from a day without departures of a route to the next that has some', async () => {
    const { route, empty, next } = await pauseOfARoute();
    await open(`/en/timetable?day=${empty}&route=${route}`);
    expect(await page.locator('[data-group]').count()).toBe(0);
    await page.locator('[data-next-day]').click();
    await page.waitForURL((url) => url.searchParams.get('day') === next);
    expect(new URL(page.url()).searchParams.get('route')).toBe(route);
    expect(await shownIds('[data-group]')).not.toEqual([]);
  });

  it('is printed on one page', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await open(`/ru/timetable?day=${await tomorrow()}`);
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(paper.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  });
});

describe('the pages of the catalogue', () => {
  const paths = [
    ...['', '/events', '/events?date=2099-01-01', '/events?q=rfnth+zzzz&seatsMin=2', '/events?view=calendar'],
    ...['/timetable', '/calendar'],
  ];

  it.each(languages)('speak %s, can be used by everybody and complain about nothing', async (language) => {
    const seen = watch(page, house.siteUrl);
    const problems: string[] = [];
    await measureShifts(page);
    for (const path of paths) {
      await page.setViewportSize({ width: 320, height: 640 });
      await open(`/${language}${path}`);
      if ((await shifted(page)) > 0.05) problems.push(`${path}: things move while it is drawn`);
      const wide = await sideways(page);
      if (wide) problems.push(`${path}: ${wide}`);
      await page.setViewportSize({ width: 1440, height: 900 });
      const text = await page.locator('body').innerText();
      const keys = text.match(/\b(catalogue|common|places|nav)[:.][a-z]\w*/gi) ?? [];
      problems.push(...[...keys, ...(await serious(page))].map((problem) => `${path}: ${problem}`));
    }
    const { errors, failed, foreign } = seen;
    expect({ problems, errors, failed, foreign }).toEqual({
      problems: [],
      errors: [],
      failed: [],
      foreign: [],
    });
  });
});
