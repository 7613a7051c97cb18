import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs, parseEnv } from 'node:util';
import { chromium as playwright } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { operatorError } from '../../database/operator-error.ts';
import { reportFailure } from '../report-failure.ts';
import { root } from '../root.ts';
import { chromium } from '../test/e2e/chromium.ts';
import { makeSampleOrders } from './sample-orders.ts';

/** Where a house runs, and who may see its back office. */
interface House {
  url: string;
  token: string;
  sandbox: { url: string; credentials: string };
}

interface Look {
  language: 'ru' | 'en' | 'zh-Hans';
  theme: 'light' | 'dark';
  width: number;
}

/** One page; `kept` names the picture that goes into the repository. */
interface Shot {
  name: string;
  path: (ids: Ids) => string;
  look: Look;
  kept?: true;
  /** Pictures of long pages are cut here. */
  height?: number;
  /** Switches to flip, without saving. */
  flip?: string[];
  /** A button to press, which opens a dialog. */
  press?: string;
}

/** The shop of the demonstration. */
const demoShopId = '100500';

type Ids = Record<string, string>;

const desk = { theme: 'light', width: 1440 } as const;
const phone = { theme: 'light', width: 390 } as const;

const list = (type: string) => () => `/content-manager/collection-types/${uidOf(type)}`;
const form = (type: string) => (ids: Ids) => `/content-manager/collection-types/${uidOf(type)}/${ids[type]}`;
const page = (path: string) => () => path;

const types = [
  ...['event', 'activity', 'schedule', 'price', 'ticket-type', 'promotion', 'fee', 'product', 'vessel'],
  ...['seating-plan', 'route', 'berth', 'venue', 'category', 'page', 'seller'],
];

function uidOf(type: string): string {
  return `api::${type === 'seating-plan' ? 'seating' : 'catalog'}.${type}`;
}

/** The pictures of the repository: each shows something that the others do not. */
const kept: Shot[] = [
  { name: 'login', path: page('/auth/login'), look: { ...desk, language: 'ru' }, kept: true },
  { name: 'home', path: page('/'), look: { ...desk, language: 'ru' }, kept: true },
  {
    name: 'activities',
    path: () => `${list('activity')()}?plugins[i18n][locale]=en`,
    look: { ...desk, language: 'en' },
    kept: true,
  },
  { name: 'departures', path: list('event'), look: { ...desk, language: 'ru' }, kept: true },
  {
    name: 'departures-dark',
    path: list('event'),
    look: { ...desk, language: 'zh-Hans', theme: 'dark' },
    kept: true,
  },
  {
    name: 'schedule',
    path: form('schedule'),
    look: { ...desk, language: 'zh-Hans' },
    kept: true,
    height: 1400,
  },
  {
    name: 'seating-plan',
    path: form('seating-plan'),
    look: { ...desk, language: 'ru' },
    kept: true,
    height: 1500,
  },
  { name: 'price', path: form('price'), look: { ...desk, language: 'en', theme: 'dark' }, kept: true },
  {
    name: 'access',
    path: page('/settings/managers-access'),
    look: { ...desk, language: 'ru' },
    kept: true,
    flip: [
      'Manager: менять раздел «Каталог»',
      'Manager: менять раздел «Расписание»',
      'Manager: видеть раздел «Заказы»',
    ],
  },
  {
    name: 'access-phone',
    path: page('/settings/managers-access'),
    look: { ...phone, language: 'ru' },
    kept: true,
  },
  {
    name: 'vessel-phone',
    path: form('vessel'),
    look: { ...phone, language: 'ru' },
    kept: true,
    height: 1600,
  },
  { name: 'orders', path: page('/orders'), look: { ...desk, language: 'ru' }, kept: true },
  { name: 'orders-phone', path: page('/orders'), look: { ...phone, language: 'zh-Hans' }, kept: true },
  {
    name: 'order',
    path: ({ order }) => `/orders/${order}`,
    look: { ...desk, language: 'ru' },
    kept: true,
    height: 1300,
  },
  {
    name: 'order-dark',
    path: ({ order }) => `/orders/${order}`,
    look: { ...desk, language: 'en', theme: 'dark' },
    kept: true,
    height: 1300,
  },
  {
    name: 'order-phone',
    path: ({ order }) => `/orders/${order}`,
    look: { ...phone, language: 'ru', theme: 'dark' },
    kept: true,
    height: 1600,
  },
  {
    name: 'refund',
    path: ({ order }) => `/orders/${order}`,
    look: { ...desk, language: 'ru' },
    kept: true,
    press: 'Вернуть деньги',
  },
  {
    name: 'payment',
    path: ({ payment }) => `/payments/${payment}`,
    look: { ...desk, language: 'zh-Hans' },
    kept: true,
  },
  {
    name: 'audit-trail',
    path: page('/settings/audit-trail'),
    look: { ...desk, language: 'en' },
    kept: true,
  },
  {
    name: 'messages',
    path: page('/messages?tab=texts'),
    look: { ...desk, language: 'ru' },
    kept: true,
    height: 1200,
  },
];

/** The pages of the desk in every look. */
const deskPages: [string, Shot['path']][] = [
  ['orders', page('/orders')],
  ['order', ({ order }) => `/orders/${order}`],
  ['payments', page('/payments')],
  ['payment', ({ payment }) => `/payments/${payment}`],
  ['inbox', page('/payments?tab=inbox')],
  ['failed-jobs', page('/settings/failed-jobs')],
  ['audit-trail', page('/settings/audit-trail')],
  ['deliveries', page('/messages')],
  ['messages', page('/messages?tab=texts')],
];

/** Every list, form and page in every look, to be looked at before a release. */
const whole: Shot[] = (['ru', 'en', 'zh-Hans'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    [1440, 390].flatMap((width) => [
      ...types.flatMap((type) => [
        { name: `${type}-list`, path: list(type), look: { language, theme, width } },
        { name: `${type}-form`, path: form(type), look: { language, theme, width }, height: 2400 },
      ]),
      ...deskPages.map(([name, path]) => ({ name, path, look: { language, theme, width }, height: 1600 })),
    ]),
  ),
);

/**
 * Pictures of the back office of a running house (`npm start`): some twenty into docs/pictures/panel (or those named), with
 * `--all` every list, form and page in three languages, two themes and two widths into .gangway/pictures/panel.
 */
async function takePictures(): Promise<void> {
  const { house, all, only } = await readArguments();
  const ids = { ...(await recordIds(house)), ...(await makeSampleOrders(house)) };
  const { executablePath, env } = await chromium();
  const browser = await playwright.launch({
    executablePath,
    env: env as Record<string, string>,
    args: ['--no-sandbox'],
  });
  try {
    const wanted = (all ? whole : kept).filter(({ name }) => only.length === 0 || only.includes(name));
    for (const shot of wanted) await take({ browser, house, shot, ids });
  } finally {
    await browser.close();
    await speak(house, 'ru');
  }
}

async function readArguments(): Promise<{ house: House; all: boolean; only: string[] }> {
  const options = {
    url: { type: 'string', default: 'http://localhost:1337' },
    data: { type: 'string', default: join(root, '.gangway') },
    sandbox: { type: 'string', default: 'http://localhost:4400' },
    all: { type: 'boolean', default: false },
  } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const secrets = parseEnv(readFileSync(join(resolve(values.data), 'secrets.env'), 'utf8'));
  const body = JSON.stringify({ email: 'admin@gangway.example', password: secrets.ADMIN_PASSWORD });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${values.url}/admin/login`, { method: 'POST', headers, body });
  if (!answer.ok)
    throw operatorError(
      'NO_LOGIN',
      `The house at ${values.url} lets nobody in: is it the one of ${values.data}?`,
    );
  const { data } = (await answer.json()) as { data: { token: string } };
  const credentials = `${demoShopId}:${secrets.PAYMENTS_YOOKASSA_SECRET_KEY}`;
  const sandbox = { url: values.sandbox, credentials };
  return { house: { url: values.url, token: data.token, sandbox }, all: values.all, only: positionals };
}

async function recordIds({ url, token }: House): Promise<Ids> {
  const headers = { authorization: `Bearer ${token}` };
  const entries = types.map(async (type): Promise<[string, string]> => {
    const answer = await fetch(`${url}/content-manager/collection-types/${uidOf(type)}?pageSize=1`, {
      headers,
    });
    const { results } = (await answer.json()) as { results: { documentId: string }[] };
    return [type, results[0]?.documentId ?? 'create'];
  });
  return Object.fromEntries(await Promise.all(entries));
}

interface Taking {
  browser: Browser;
  house: House;
  shot: Shot;
  ids: Ids;
}

async function take({ browser, house, shot, ids }: Taking): Promise<void> {
  const { language, theme, width } = shot.look;
  const viewport = { width, height: shot.height ?? (width < 1000 ? 844 : 900) };
  const context = await browser.newContext({ viewport, colorScheme: theme, timezoneId: 'Europe/Moscow' });
  await context.addInitScript(rememberScript({ house, shot }));
  const at = await context.newPage();
  await speak(house, language);
  await at.goto(`${house.url}/admin${shot.path(ids)}`);
  await drawn(at);
  for (const name of shot.flip ?? []) await at.getByRole('switch', { name, exact: true }).click();
  if (shot.press) await at.getByRole('button', { name: shot.press, exact: true }).click();
  await at.waitForTimeout(settling);
  await write({ picture: await at.screenshot(), shot });
  await context.close();
}

// The profile of the person decides the language after the login, and the server names related records in it.
async function speak({ url, token }: House, preferedLanguage: Look['language']): Promise<void> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const body = JSON.stringify({ preferedLanguage });
  const answer = await fetch(`${url}/admin/users/me`, { method: 'PUT', headers, body });
  if (!answer.ok) throw new Error(`The language of the person: ${answer.status}`);
}

function rememberScript({ house, shot }: { house: House; shot: Shot }): string {
  const { language, theme } = shot.look;
  const session = shot.path({}).startsWith('/auth')
    ? ''
    : `localStorage.setItem('jwtToken', ${JSON.stringify(JSON.stringify(house.token))});
       localStorage.setItem('isLoggedIn', 'true');`;
  return `${session}
    localStorage.setItem('strapi-admin-language', '${language}');
    localStorage.setItem('STRAPI_THEME', '${theme}');`;
}

/** The page is there when nothing loads any more and no spinner turns. */
async function drawn(at: Page): Promise<void> {
  await at.locator('h1').first().waitFor();
  await at.evaluate('document.fonts.ready');
  const deadline = Date.now() + patience;
  for (let calm = 0; calm < 2; calm = (await at.evaluate(nothingTurns)) ? calm + 1 : 0) {
    if (Date.now() > deadline) throw new Error(`${at.url()} never stops loading`);
    await at.waitForLoadState('networkidle');
    await at.waitForTimeout(settling);
  }
}

const settling = 400;
const patience = 30_000;

// Spinners are pictures that only a reader of screens is told about; rows look names up after they are there.
const nothingTurns = `!document.querySelector('[aria-busy=true], [aria-live=assertive] img')
  && !(document.querySelector('main table') && !document.querySelector('main tbody tr'))`;

async function write({ picture, shot }: { picture: Buffer; shot: Shot }): Promise<void> {
  const { language, theme, width } = shot.look;
  const folder = shot.kept
    ? join(root, 'docs', 'pictures', 'panel')
    : join(root, '.gangway', 'pictures', 'panel');
  const name = shot.kept ? shot.name : `${shot.name}-${language}-${theme}-${width}`;
  mkdirSync(folder, { recursive: true });
  const { size } = await sharp(picture)
    .webp({ quality: 82 })
    .toFile(join(folder, `${name}.webp`));
  console.log(`${name}.webp, ${Math.round(size / 1024)} kB`);
}

await takePictures().catch(reportFailure);
