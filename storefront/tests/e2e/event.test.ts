import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright-core';
import { foreignWords, languages } from './foreign-words.ts';
import { serious, watch } from './page-watch.ts';
import { askShop, departures } from './shop-api.ts';

interface Money {
  amount: number;
  currency: string;
}

interface Card {
  id: string;
  startAt: string;
  endAt: string;
  delayMinutes: number;
  state: string;
  activity: { slug: string; title: string };
  berth: { name: string } | null;
  seller: { name: string };
  availability: { left: number; status: string };
  ticketTypes: { id: string; code: string; name: string; priceFrom: Money | null }[];
  otherDepartures: { id: string; availability: { status: string } }[];
}

interface Thing {
  '@type': string;
  name: string;
  startDate: string;
  eventStatus: string;
  location: { name: string };
  organizer: { name: string };
  offers: { name: string; price: string; priceCurrency: string; availability: string }[];
}

const most = 12;
const cardOf = async (id: string) => (await askShop<{ data: Card }>(`/api/events/${id}?locale=ru`)).data;
const typeOf = ({ ticketTypes }: Card, code: string) =>
  ticketTypes.find((type) => type.code === code)?.id ?? '';
const pathOf = ({ id, activity }: Pick<Card, 'id' | 'activity'>) => `/ru/events/${activity.slug}-${id}`;
const open = (path: string, on: Page = page) => on.goto(house.siteUrl + path, { waitUntil: 'networkidle' });
const ask = (path: string) => fetch(house.siteUrl + path, { redirect: 'manual' });
const field = (on: Page, type: string) => on.locator(`[name="q.${type}"]`);

/** A departure without numbers; other tests take places there too. */
async function departureAhead(daysAhead: number): Promise<Card> {
  const [first] = await departures('general', { daysAhead });
  return cardOf(first?.id ?? '');
}

async function withoutScripts(): Promise<Page> {
  const context = await page.context().browser()?.newContext({ javaScriptEnabled: false, locale: 'ru-RU' });
  return (await context?.newPage()) as Page;
}

/** How many of each type the session of the browser holds, by the API's word. */
async function held(context: BrowserContext): Promise<Record<string, number>> {
  const cookies = await context.cookies();
  const session = cookies.find(({ name }) => name.endsWith('gangway-session'))?.value ?? '';
  const answer = await fetch(`${house.url}/api/quotes`, {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json', 'gangway-session': session },
  });
  const { data } = (await answer.json()) as {
    data: { lines: { ticketTypeId: string; quantity: number }[] } | null;
  };
  return Object.fromEntries(
    (data?.lines ?? []).map(({ ticketTypeId, quantity }) => [ticketTypeId, quantity]),
  );
}

/** Others take so many places. */
async function takeByOthers({ id, ...card }: Card, places: number): Promise<void> {
  for (let left = places; left > 0; left -= most)
    await askShop(`/api/events/${id}/seats/lock`, {
      sessionId: randomUUID().replaceAll('-', ''),
      quantities: { [typeOf({ id, ...card }, 'adult')]: Math.min(left, most) },
    });
}

/** Until the catalogue counts what has been taken. */
async function untilLeft(id: string, left: number): Promise<Card> {
  const card = await cardOf(id);
  return card.availability.left === left ? card : untilLeft(id, left);
}

const things = (on: Page = page): Promise<Thing[]> =>
  on
    .locator('script[type="application/ld+json"]')
    .evaluateAll((scripts) => scripts.map((script) => JSON.parse(script.textContent ?? '') as Thing));

describe('places without numbers', () => {
  it('are taken, changed and let go without JavaScript', async () => {
    const plain = await withoutScripts();
    const card = await departureAhead(4);
    const [adult, child] = [typeOf(card, 'adult'), typeOf(card, 'child')];
    await open(pathOf(card), plain);
    await field(plain, adult).fill('2');
    await field(plain, child).fill('1');
    await plain.getByRole('button', { name: 'Занять места' }).click();
    expect(new URL(plain.url()).pathname).toBe('/ru/checkout');
    expect(await held(plain.context())).toEqual({ [adult]: 2, [child]: 1 });
    await open(pathOf(card), plain);
    expect(await plain.locator('[data-held]').innerText()).toContain('Места за вами до');
    expect(await field(plain, adult).inputValue()).toBe('2');
    await field(plain, adult).fill('3');
    await field(plain, child).fill('0');
    await plain.getByRole('button', { name: 'Изменить' }).click();
    expect(await held(plain.context())).toEqual({ [adult]: 3 });
    await open(pathOf(card), plain);
    await plain.getByRole('button', { name: 'Отпустить места' }).click();
    expect(await held(plain.context())).toEqual({});
    expect(await plain.locator('[data-held]').count()).toBe(0);
    await plain.context().close();
  });

  it('of one form are taken once, however often it is sent, and again when they were let go', async () => {
    const card = await departureAhead(4);
    const adult = typeOf(card, 'adult');
    await open(pathOf(card));
    const key = await page.locator('places-form [name=key]').inputValue();
    const send = (fields: Record<string, string>) =>
      page.request.post(`${house.siteUrl}/ru/events/${card.id}/places`, {
        form: { key, ...fields },
        maxRedirects: 0,
      });
    const both = await Promise.all([1, 2].map(() => send({ [`q.${adult}`]: '2' })));
    expect(both.map((answer) => answer.headers().location)).toEqual(['/ru/checkout', '/ru/checkout']);
    const visitors = both.map((answer) => /session=([^;]+)/.exec(answer.headers()['set-cookie'] ?? '')?.[1]);
    expect(visitors).toEqual([expect.any(String), visitors[0]]);
    expect(await held(page.context())).toEqual({ [adult]: 2 });
    await send({ [`q.${adult}`]: '3' });
    expect(await held(page.context())).toEqual({ [adult]: 3 });
    await send({ release: 'all' });
    expect(await held(page.context())).toEqual({});
    await send({ [`q.${adult}`]: '2' });
    expect(await held(page.context())).toEqual({ [adult]: 2 });
  });

  it('add up while they are chosen', async () => {
    const card = await departureAhead(4);
    await open(`/en${pathOf(card).slice(3)}`);
    const more = page.getByRole('button', { name: /^More: / }).first();
    await more.click();
    await more.click();
    const price = card.ticketTypes[0]?.priceFrom?.amount ?? 0;
    const sum = (await page.locator('places-form output').innerText()).replaceAll(/\D/g, '');
    expect(sum).toBe(String((price * 2) / 100));
  });

  it('are refused beyond twelve with a sentence, and the entries stay', async () => {
    const card = await departureAhead(4);
    const adult = typeOf(card, 'adult');
    await open(pathOf(card));
    await field(page, adult).fill('13');
    await page.getByRole('button', { name: 'Занять места' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('не больше 12 мест');
    expect(await field(page, adult).inputValue()).toBe('13');
    expect(await held(page.context())).toEqual({});
  });

  it.each([
    ['nobody', {}, 'сколько билетов'],
    ['a child alone', { child: '1' }, 'только вместе со взрослым'],
    ['half a person', { adult: '1.5' }, 'целым числом'],
  ])('are not taken for %s', async (_who, wanted: Record<string, string>, sentence) => {
    const plain = await withoutScripts();
    const card = await departureAhead(4);
    await open(pathOf(card), plain);
    for (const [code, count] of Object.entries(wanted)) await field(plain, typeOf(card, code)).fill(count);
    await plain.getByRole('button', { name: 'Занять места' }).click();
    expect(new URL(plain.url()).pathname).toBe(pathOf(card));
    expect(await plain.getByRole('alert').innerText()).toContain(sentence);
    await plain.context().close();
  });

  it('that others were quicker to take are refused with the number that is left', async () => {
    const card = await departureAhead(6);
    await open(pathOf(card));
    await takeByOthers(card, card.availability.left - 2);
    await field(page, typeOf(card, 'adult')).fill('3');
    await page.getByRole('button', { name: 'Занять места' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('только 2 места');
  });

  it('of a departure that is sold out lead to the nearest others', async () => {
    const card = await departureAhead(8);
    await takeByOthers(card, card.availability.left);
    await untilLeft(card.id, 0);
    await open(pathOf(card));
    expect(await page.locator('[data-sale=sold_out]').innerText()).toContain('Все билеты проданы');
    expect(await page.locator('[data-sale=sold_out] a[href*="/events/"]').count()).toBeGreaterThan(0);
    expect(await page.locator('places-form').count()).toBe(0);
    const [event] = await things();
    expect(new Set(event?.offers.map(({ availability }) => availability))).toEqual(
      new Set(['https://schema.org/SoldOut']),
    );
  });
});

describe('the address of a departure', () => {
  it('with another name leads to the right one for good', async () => {
    const card = await departureAhead(4);
    const answer = await ask(`/ru/events/another-name-${card.id}?from=mail`);
    expect([answer.status, answer.headers.get('location')]).toEqual([301, `${pathOf(card)}?from=mail`]);
  });

  it('works by id alone, and says which one is the page’s own', async () => {
    const card = await departureAhead(4);
    await open(`/ru/events/${card.id}`);
    expect(await page.locator('h1').innerText()).toBe(card.activity.title);
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(house.siteUrl + pathOf(card));
  });

  it.each([
    ['/ru/events/none-abcdefghijklmnopqrstuvwx', 'Такой страницы нет'],
    ['/en/events/x', 'There is no such page'],
    ['/zh/nothing/here', '页面不存在'],
    ['/xx/events', 'Такой страницы нет'],
    ['/.env', 'Такой страницы нет'],
  ])('%s is not there, in the language of the visitor', async (path, title) => {
    const answer = await open(path);
    expect([answer?.status(), await page.locator('h1').innerText()]).toEqual([404, title]);
    const language = title === 'Такой страницы нет' ? 'ru' : (path.slice(1, 3) as 'en');
    expect(await foreignWords(page, language)).toEqual([]);
    expect(await serious(page)).toEqual([]);
  });

  it('leads to the visitor’s language where the address names none', async () => {
    const headers = { 'accept-language': 'zh-CN,en;q=0.5' };
    const answer = await fetch(`${house.siteUrl}/events?q=x`, { headers, redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/zh/events?q=x']);
    const icon = await ask('/favicon.ico');
    expect([icon.status, icon.headers.get('content-type')]).toEqual([200, 'image/x-icon']);
  });

  it('answers odd methods and endless forms without a failure', async () => {
    const send = (method: string, body: string) => fetch(`${house.siteUrl}/en/checkout`, { method, body });
    expect((await send('PUT', '')).status).toBe(405);
    expect((await send('POST', 'x'.repeat(1_000_001))).status).toBe(413);
  });

  it('refuses the form of another website with a sentence in the visitor’s language', async () => {
    const answer = await fetch(`${house.siteUrl}/zh/checkout`, {
      ...{ method: 'POST', body: new URLSearchParams({ deed: 'pay' }) },
      headers: { origin: 'https://elsewhere.example' },
    });
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('其他网站')]);
  });
});

describe('the page of a departure', () => {
  it('is kept for everybody, so that what sessions come of is not in it but made where it is shown', async () => {
    const path = pathOf(await departureAhead(4));
    const kept = await (await ask(path)).text();
    const [key] = /<input[^>]*name="key"[^>]*>/.exec(kept) ?? [];
    expect(key).toBeDefined();
    expect(key).not.toContain('value=');
    await open(path);
    const made = await page.locator('input[name=key]').inputValue();
    await open(path);
    expect(made).toMatch(/^[0-9a-f]{48}$/);
    expect(await page.locator('input[name=key]').inputValue()).not.toBe(made);
  });

  it('begins another session for whoever goes back to it, though the browser keeps the page', async () => {
    await open(pathOf(await departureAhead(4)));
    const key = page.locator('input[name=key]');
    const made = await key.inputValue();
    // What a browser does that has kept the page as it was, which one that is driven does not.
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    const after = await key.inputValue();
    expect(after).toMatch(/^[0-9a-f]{48}$/);
    expect(after).not.toBe(made);
    await open('/ru');
    await page.goBack({ waitUntil: 'load' });
    expect([made, after]).not.toContain(await key.inputValue());
  });

  it('tells search engines what the API says', async () => {
    const card = await departureAhead(4);
    await open(pathOf(card));
    const [event, crumbs] = await things();
    expect(crumbs?.['@type']).toBe('BreadcrumbList');
    expect(event).toMatchObject({
      '@type': 'Event',
      ...{ name: card.activity.title, startDate: card.startAt, endDate: card.endAt },
      eventStatus: 'https://schema.org/EventScheduled',
      location: { name: card.berth?.name },
      organizer: { name: card.seller.name },
      offers: card.ticketTypes.map(({ name, priceFrom }) => ({
        name,
        price: ((priceFrom?.amount ?? 0) / 100).toFixed(2),
        priceCurrency: priceFrom?.currency,
        availability: 'https://schema.org/InStock',
      })),
    });
  });

  it('has a picture for links, drawn at its full size', async () => {
    const card = await departureAhead(4);
    await open(`/zh/events/${card.id}`);
    const address = (await page.locator('meta[property="og:image"]').getAttribute('content')) ?? '';
    const answer = await fetch(address);
    const png = Buffer.from(await answer.arrayBuffer());
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
      'PNG',
      1200,
      630,
    ]);
    expect((await ask(`/og/ru/${'a'.repeat(24)}.png`)).status).toBe(404);
  });

  it('says of its other dates which leave late, the old time struck out', async () => {
    const { data } = await askShop<{ data: Card[] }>('/api/events?pageSize=100');
    const late = await cardOf(data.find(({ delayMinutes }) => delayMinutes > 0)?.id ?? '');
    await open(`/ru/events/${late.otherDepartures[0]?.id}`);
    const date = page.locator(`.dates a[href="${pathOf(late)}"]`);
    const leaves = new Date(Date.parse(late.startAt) + late.delayMinutes * 60_000).toISOString();
    expect(await date.locator('time').getAttribute('datetime')).toBe(leaves);
    expect(await date.locator('s').count()).toBe(1);
  });

  it.each(['cancelled', 'late', 'assigned'] as const)(
    'speaks three languages and can be read by everybody when it is %s',
    async (kind) => {
      const { data } = await askShop<{ data: (Card & { seating: string })[] }>('/api/events?pageSize=100');
      const fits = {
        cancelled: ({ availability }: Card) => availability.status === 'cancelled',
        late: ({ delayMinutes, availability }: Card) => delayMinutes > 0 && availability.left > 0,
        assigned: ({ seating, availability }: Card & { seating: string }) =>
          seating === 'assigned' && availability.left > 0,
      };
      const card = data.find(fits[kind]);
      for (const language of languages) {
        const seen = watch(page, house.siteUrl);
        await open(`/${language}/events/${card?.id}`);
        expect(await foreignWords(page, language)).toEqual([]);
        expect({ ...seen, scriptBytes: 0, forget: 0 }).toMatchObject({ errors: [], failed: [], foreign: [] });
      }
      expect(await serious(page)).toEqual([]);
      expect(await page.locator('[data-sale=cancelled]').count()).toBe(kind === 'cancelled' ? 1 : 0);
    },
  );
});

describe('search engines', () => {
  it('get every departure to come in all its languages, and nothing personal', async () => {
    const { meta } = await askShop<{ meta: { total: number } }>('/api/events?pageSize=1');
    const locations = (xml: string) =>
      [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address ?? '');
    const files = locations(await (await ask('/sitemap.xml')).text());
    expect(files).toEqual(languages.map((language) => `${house.siteUrl}/sitemap/${language}-1.xml`));
    for (const file of files) {
      const xml = await (await fetch(file)).text();
      const language = /\/(ru|en|zh)-/.exec(file)?.[1] ?? '';
      const isWellFormed = await page.evaluate(
        (text) => !new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror'),
        xml,
      );
      expect(isWellFormed).toBe(true);
      const pages = locations(xml);
      expect(pages.filter((address) => /\/events\/.+/.test(address))).toHaveLength(meta.total);
      expect(pages.every((address) => address.startsWith(`${house.siteUrl}/${language}`))).toBe(true);
      expect(pages.filter((address) => /orders|account|checkout|seatmap/.test(address))).toEqual([]);
      for (const tag of ['ru', 'en', 'zh-Hans', 'x-default'])
        expect(xml.split(`hreflang="${tag}"`)).toHaveLength(pages.length + 1);
    }
  });

  it('are told to stay away from what is personal', async () => {
    const text = await (await ask('/robots.txt')).text();
    expect(text).toContain(`Sitemap: ${house.siteUrl}/sitemap.xml`);
    for (const path of ['/ru/orders', '/en/account', '/zh/checkout', '/api/']) expect(text).toContain(path);
  });
});

describe('without a connection', () => {
  it('says so in the language of the page, and keeps nothing but that', async () => {
    const card = await departureAhead(4);
    await open(`/en/events/${card.id}`);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.context().setOffline(true);
    await page.goto(`${house.siteUrl}/zh/events`);
    expect(await page.locator('h1').innerText()).toBe('网络未连接');
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return requests.flat().map(({ url }) => new URL(url).pathname);
    });
    expect(kept).toContain('/zh/offline');
    expect(kept.filter((path) => !/^\/((ru|en|zh)\/offline|_astro\/.+|icon\.svg)$/.test(path))).toEqual([]);
    await expect(page.goto(`${house.siteUrl}/zh/orders/lookup`)).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
  });
});
