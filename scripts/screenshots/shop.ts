import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium as playwright } from 'playwright-core';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { operatorError } from '../../database/operator-error.ts';
import { reportFailure } from '../report-failure.ts';
import { chromium } from '../test/e2e/chromium.ts';

/** The whole set: every page in three languages, on a phone and on a desk, by day and by night. */
const languages = ['ru', 'en', 'zh'] as const;
const widths = [390, 1440] as const;
const schemes = ['light', 'dark'] as const;
const tallest = 3_200;

interface Shop {
  site: string;
  cms: string;
  out: string;
}

interface Look {
  language: (typeof languages)[number];
  width: number;
  scheme: (typeof schemes)[number];
}

const looks: Look[] = languages.flatMap((language) =>
  widths.flatMap((width) => schemes.map((scheme) => ({ language, width, scheme }))),
);

interface Place {
  name: string;
  path: string;
  /** The session that holds places there. */
  session?: string;
}

async function ask<Answer>(url: string, body?: unknown): Promise<Answer> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(url, { ...init, headers: { 'content-type': 'application/json' } });
  if (!response.ok)
    throw operatorError('SHOP_REFUSED', `${url} answered ${response.status}: is the house open?`);
  return (await response.json()) as Answer;
}

interface Departure {
  id: string;
  seating: string;
  activity: { slug: string };
}

/** Departures with and without numbered places, a basket and an order: what the pages show. */
async function places({ cms }: Shop): Promise<Place[]> {
  const { data } = await ask<{ data: Departure[] }>(
    `${cms}/api/events?pageSize=100&seller=slow-ahead&seatsMin=20`,
  );
  const of = (seating: string) => data.find((departure) => departure.seating === seating);
  const [numbered, general] = [of('assigned'), of('general')];
  const basket = await hold(cms, general?.id ?? '');
  const ordered = await hold(cms, data.findLast(({ seating }) => seating === 'general')?.id ?? '');
  const order = await placeOrder(cms, ordered);
  return [
    { name: 'home', path: '' },
    { name: 'catalogue', path: '/events' },
    { name: 'search', path: '/events?q=rfnth' },
    { name: 'nothing-found', path: '/events?q=dirigible' },
    { name: 'timetable', path: '/timetable' },
    { name: 'calendar', path: '/calendar' },
    { name: 'event', path: `/events/${numbered?.id}` },
    { name: 'event-general', path: `/events/${general?.id}` },
    { name: 'seats', path: `/events/${numbered?.id}/seatmap` },
    { name: 'checkout', path: '/checkout', session: basket },
    { name: 'order', path: `/orders/${order}`, session: ordered },
    { name: 'lookup', path: '/orders/lookup' },
    { name: 'login', path: '/account/login' },
    { name: 'register', path: '/account/register' },
    { name: 'offer', path: '/pages/offer' },
    { name: 'not-found', path: '/nowhere' },
  ];
}

async function hold(cms: string, eventId: string): Promise<string> {
  const types = await ask<{ data: { id: string; code: string }[] }>(
    `${cms}/api/events/${eventId}/ticket-types`,
  );
  const adult = types.data.find(({ code }) => code === 'adult') ?? types.data[0];
  const sessionId = randomUUID().replaceAll('-', '');
  const quantities = { [adult?.id ?? '']: 2 };
  await ask(`${cms}/api/events/${eventId}/seats/lock`, { sessionId, quantities });
  return sessionId;
}

async function placeOrder(cms: string, sessionId: string): Promise<string> {
  const { data } = await ask<{ data: { id: string } }>(`${cms}/api/orders`, {
    sessionId,
    customer: { fullName: 'Anna Petrova', email: 'anna@example.org', phone: '+79210000000' },
    consents: ['offer', 'personal-data'],
  });
  return data.id;
}

async function shoot({
  browser,
  shop,
  place,
  look,
}: {
  browser: Browser;
  shop: Shop;
  place: Place;
  look: Look;
}) {
  const { language, width, scheme } = look;
  const viewport = { width, height: width < 700 ? 844 : 900 };
  const context = await browser.newContext({ viewport, colorScheme: scheme, timezoneId: 'Europe/Moscow' });
  if (place.session)
    await context.addCookies([{ name: 'gangway-session', value: place.session, url: shop.site }]);
  const page = await context.newPage();
  await page.goto(`${shop.site}/${language}${place.path}`, { waitUntil: 'networkidle' });
  const picture = await page.screenshot({ fullPage: true });
  await context.close();
  const file = join(shop.out, `${place.name}-${language}-${width}-${scheme}.webp`);
  const { height = 0 } = await sharp(picture).metadata();
  const cut = { left: 0, top: 0, width, height: Math.min(height, tallest) };
  await sharp(picture).extract(cut).webp({ quality: 82 }).toFile(file);
  return file;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      site: { type: 'string', default: 'http://localhost:4321' },
      cms: { type: 'string', default: 'http://localhost:1337' },
      out: { type: 'string', default: '.gangway/pictures' },
      only: { type: 'string', default: '' },
    },
  });
  const shop: Shop = { site: values.site, cms: values.cms, out: resolve(values.out) };
  mkdirSync(shop.out, { recursive: true });
  const { executablePath, env } = await chromium();
  const args = ['--no-sandbox', '--no-zygote', '--font-render-hinting=none'];
  const browser = await playwright.launch({ executablePath, env: env as Record<string, string>, args });
  const wanted = (await places(shop)).filter(({ name }) => new RegExp(values.only).test(name));
  for (const place of wanted)
    for (const look of looks) console.log(await shoot({ browser, shop, place, look }));
  await browser.close();
}

await main().catch(reportFailure);
