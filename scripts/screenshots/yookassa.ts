import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium as playwright } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { startYookassaSandbox } from '@gangway/payments/sandbox';
import { reportFailure } from '../report-failure.ts';
import { root } from '../root.ts';
import { chromium } from '../test/e2e/chromium.ts';

type Sandbox = Awaited<ReturnType<typeof startYookassaSandbox>>;

interface Shot {
  name: string;
  locale: 'ru' | 'en' | 'zh';
  theme: 'light' | 'dark';
  width: 390 | 1440;
  /** Brings the page to what is shown. */
  act?: (page: Page) => Promise<void>;
  /** The page for people who test instead of the payment page. */
  panel?: true;
}

const card = (number: string) => async (page: Page) => {
  await page.locator('#number').fill(number);
  await page.locator('#expiry').fill('12 / 40');
  await page.locator('#csc').fill('123');
  await page.locator('#card .primary').click();
};

const declined = card('5555 5555 5555 4600');
const secure = card('5555 5555 5555 4477');

const shots: Shot[] = [
  { name: 'pay', locale: 'ru', theme: 'light', width: 1440 },
  { name: 'pay-dark', locale: 'en', theme: 'dark', width: 1440 },
  { name: 'pay-phone', locale: 'zh', theme: 'light', width: 390 },
  { name: 'declined-phone', locale: 'ru', theme: 'dark', width: 390, act: declined },
  { name: 'bank-phone', locale: 'en', theme: 'light', width: 390, act: secure },
  { name: 'paid', locale: 'zh', theme: 'light', width: 1440, act: card('4111 1111 1111 1111') },
  { name: 'panel', locale: 'ru', theme: 'light', width: 1440, panel: true },
  { name: 'panel-phone', locale: 'en', theme: 'dark', width: 390, panel: true },
];

/** Pictures of the payment page and of the page for people who test, into docs/pictures. */
async function takePictures(): Promise<void> {
  const { executablePath, env } = await chromium();
  const launch = { executablePath, env: env as Record<string, string>, args: ['--no-sandbox'] };
  const sandbox = await startYookassaSandbox();
  const browser = await playwright.launch(launch);
  try {
    for (const shot of shots) await take({ browser, sandbox, shot });
  } finally {
    await browser.close();
    await sandbox.close();
  }
}

async function take({ browser, sandbox, shot }: { browser: Browser; sandbox: Sandbox; shot: Shot }) {
  const { name, locale, theme, width, act, panel } = shot;
  const viewport = { width, height: width === 390 ? 844 : 900 };
  const context = await browser.newContext({ viewport, colorScheme: theme, timezoneId: 'Europe/Moscow' });
  const page = await context.newPage();
  sandbox.control.clearFaults();
  const payment = await newPayment(sandbox);
  if (panel) await fillPanel(sandbox);
  await page.goto(panel ? `${sandbox.url}/?locale=${locale}` : `${payment.url}&locale=${locale}`);
  await act?.(page);
  await page.evaluate('document.fonts.ready');
  const overflow = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
  if (overflow) throw new Error(`${name} is wider than its window.`);
  await write(name, await page.screenshot({ fullPage: true }));
  await context.close();
}

async function fillPanel({ control }: Sandbox): Promise<void> {
  const { payments } = control.state() as { payments: { id: string; status: string }[] };
  const [first, second] = payments.filter(({ status }) => status === 'pending');
  if (first) control.pay(first.id);
  if (second) control.cancel(second.id, { party: 'payment_network', reason: 'insufficient_funds' });
  control.fault({ operation: 'payments.create', kind: 'error-after-commit', times: 2 });
}

async function newPayment({ apiUrl, shop }: Sandbox): Promise<{ url: string }> {
  const item = {
    ...{
      description: 'Ночная прогулка, взрослый',
      quantity: 2,
      amount: { value: '1450.00', currency: 'RUB' },
    },
    ...{ vat_code: 12, measure: 'piece', payment_subject: 'service', payment_mode: 'full_prepayment' },
  };
  const body = {
    ...{ amount: { value: '2900.00', currency: 'RUB' }, capture: true, description: 'Заказ № 7K4-220' },
    confirmation: { type: 'redirect', return_url: 'http://localhost:4321/ru', locale: 'ru_RU' },
    receipt: { customer: { email: 'anna@example.org' }, items: [item] },
  };
  const answer = await fetch(`${apiUrl}/payments`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotence-key': crypto.randomUUID(),
      authorization: `Basic ${btoa(`${shop.shopId}:${shop.secretKey}`)}`,
    },
    body: JSON.stringify(body),
  });
  const { confirmation } = (await answer.json()) as { confirmation: { confirmation_url: string } };
  return { url: confirmation.confirmation_url };
}

async function write(name: string, picture: Buffer): Promise<void> {
  const folder = join(root, 'docs', 'pictures');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `yookassa-${name}.png`);
  const { size } = await sharp(picture).png({ palette: true, quality: 90, effort: 9 }).toFile(file);
  console.log(`yookassa-${name}.png, ${Math.round(size / 1024)} kB`);
}

await takePictures().catch(reportFailure);
