import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askShop } from './shop-api.ts';
import * as till from './till.ts';

/**
 * A purchase on a phone, recorded: what a hand does is counted, and each screen is kept in .gangway/e2e/walkthrough.
 * Seconds after Card, Moran and Newell's keystroke model, for thumbs: to decide and reach 1.35 + 1.1, a letter 0.3.
 */
const [tapSeconds, letterSeconds, pageSeconds] = [2.45, 0.3, 1];
const folder = join(__dirname, '..', '..', '..', '.gangway', 'e2e', 'walkthrough');

function hand() {
  const done: { what: string; taps: number; letters: number }[] = [];
  const note = (what: string, letters = 0) => void done.push({ what, taps: 1, letters });
  const shown = async (name: string) => {
    await page.screenshot({ path: join(folder, `${String(done.length).padStart(2, '0')}-${name}.png`) });
  };
  return {
    tap: async (selector: string) => {
      await page.locator(selector).first().tap();
      note(`tap ${selector}`);
    },
    type: async (selector: string, text: string) => {
      await page.locator(selector).fill(text);
      note(`type into ${selector}`, text.length);
    },
    shown,
    done,
  };
}

beforeAll(() => mkdirSync(folder, { recursive: true }));

it('a purchase at 390 px takes at most two minutes of a hand that knows its name and card', async () => {
  const id = await till.unnumbered();
  const { data } = await askShop<{ data: { ticketTypes: { id: string; code: string }[] } }>(
    `/api/events/${id}`,
  );
  const adult = data.ticketTypes.find(({ code }) => code === 'adult')?.id ?? '';
  const context = await page
    .context()
    .browser()
    ?.newContext({
      ...{ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
      ...{ locale: 'ru-RU', timezoneId: 'Europe/Moscow' },
    });
  const phone = await context?.newPage();
  if (phone) page = phone;
  const { tap, type, shown, done } = hand();
  await page.goto(`${house.siteUrl}/ru/events/${id}`, { waitUntil: 'networkidle' });
  await shown('event');
  await tap(`li:has(#q-${adult}) button[data-step="1"]`);
  await tap(`li:has(#q-${adult}) button[data-step="1"]`);
  await shown('places');
  await tap('form.places button[type=submit]');
  await page.waitForURL(/\/checkout$/);
  await shown('checkout');
  await type('#fullName', 'Анна Петрова');
  await type('#email', till.newBuyer());
  await type('#phone', '9210000000');
  await tap('#consent-offer');
  await tap('#consent-personal-data');
  await shown('filled');
  await tap('#pay');
  await page.waitForURL(/yookassa\/checkout/);
  await type('#number', till.paying);
  await type('#expiry', '1230');
  await type('#csc', '123');
  await shown('gateway');
  await tap('#card button.primary');
  await tap('main a.button.primary');
  await till.atOrder(page);
  await shown('tickets');

  const letters = done.reduce((sum, step) => sum + step.letters, 0);
  const pages = 5;
  const seconds = done.length * tapSeconds + letters * letterSeconds + pages * pageSeconds;
  writeFileSync(
    join(folder, 'steps.json'),
    JSON.stringify({ touches: done.length, letters, seconds, done }, null, 2),
  );
  expect(await page.locator('[data-ticket]').count()).toBe(2);
  expect(done.length).toBeLessThanOrEqual(15);
  expect(seconds).toBeLessThanOrEqual(120);
});
