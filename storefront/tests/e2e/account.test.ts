import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { serious, sideways, watch } from './page-watch.ts';
import { askShop } from './shop-api.ts';
import * as till from './till.ts';

const password = 'a boat on the Neva';
const at = (path: string) => `${house.siteUrl}/ru/account${path}`;
const button = (on: Page = page) => on.locator('main button.button--signal').first();

/** A browser of somebody else, with nothing in it. */
async function stranger(options: object = {}): Promise<Page> {
  const browser = page.context().browser();
  const context = await browser?.newContext({ locale: 'ru-RU', ...options });
  return (await context?.newPage()) as Page;
}

/** Two tickets that a guest bought and paid for, over the API. */
async function boughtByGuest(email: string): Promise<string> {
  const eventId = await till.unnumbered();
  const { data: types } = await askShop<{ data: { id: string; code: string }[] }>(
    `/api/events/${eventId}/ticket-types`,
  );
  const adult = types.find(({ code }) => code === 'adult')?.id ?? '';
  const sessionId = randomUUID().replaceAll('-', '');
  await askShop(`/api/events/${eventId}/seats/lock`, { sessionId, quantities: { [adult]: 2 } });
  const customer = { fullName: 'Анна Петрова', email, phone: '+79210000000' };
  const consents = ['offer', 'personal-data'];
  const { data: order } = await askShop<{ data: { id: string; number: string; accessToken: string } }>(
    '/api/orders',
    { sessionId, customer, consents },
  );
  await pay(order);
  return order.number;
}

async function pay({ id, accessToken }: { id: string; accessToken: string }): Promise<void> {
  const { data } = await askShop<{ data: { action: { url: string } } }>('/api/payments', {
    ...{ orderId: id, method: 'yookassa', accessToken },
  });
  const bank = await stranger();
  await bank.goto(data.action.url);
  await till.payWith(till.paying, bank);
  await bank.context().close();
  const isPaid = async () =>
    (await askShop<{ data: { status: string } }>(`/api/orders/${id}?accessToken=${accessToken}`)).data
      .status === 'PAID';
  for (let tried = 0; !(await isPaid()); tried += 1) {
    if (tried > 300) throw new Error('The bank was paid and the order was not.');
    await new Promise((resume) => setTimeout(resume, 100));
  }
}

const linkTo = async (email: string, page_: 'confirm' | 'reset', isIt = (_: string) => true) => {
  const isLink = ({ text }: { text: string }) => text.includes(`/account/${page_}?token=`) && isIt(text);
  const { text } = await till.letterTo(email, isLink);
  return /https?:\S+token=[\w.-]+/.exec(text)?.[0] ?? '';
};

async function fillRegistration(email: string, on: Page = page): Promise<void> {
  await on.goto(at('/register'));
  await on.fill('#fullName', 'Анна Петрова');
  await on.fill('#email', email);
  await on.fill('#password', password);
  await on.check('#consent');
  await button(on).click();
  await on.waitForURL(/\/account\/sent\?for=register$/);
}

async function registered(email: string, on: Page = page): Promise<void> {
  await fillRegistration(email, on);
  await on.goto(await linkTo(email, 'confirm'));
  await button(on).click();
  await on.waitForURL(/\/account\?said=confirmed$/);
}

async function logIn(email: string, on: Page = page, secret = password): Promise<void> {
  await on.fill('#email', email);
  await on.fill('#password', secret);
  await button(on).click();
}

describe('an account', () => {
  it('is opened by a letter, shows what was bought before, closes, opens again and is kept up to date', async () => {
    const email = till.newBuyer();
    const number = await boughtByGuest(email);
    const seen = watch(page, house.siteUrl);
    await registered(email);
    expect(await page.locator('[data-order]').getAttribute('data-order')).toBe(number);
    expect(await page.locator('[data-order]').getAttribute('data-status')).toBe('PAID');
    const pdf = await page.request.get(
      house.siteUrl + (await page.locator('[data-order] a[download]').getAttribute('href')),
    );
    expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf']);

    await page.locator('main header form button').click();
    await page.waitForURL(/\/ru$/);
    expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('gangway-account');
    await page.goto(at('/profile'));
    expect(new URL(page.url()).pathname).toBe('/ru/account/login');
    await logIn(email);
    await page.waitForURL(/\/ru\/account\/profile$/);
    await page.fill('#fullName', 'Анна Сергеевна Петрова-Водкина');
    await button().click();
    await page.waitForURL(/said=saved$/);
    expect(await page.inputValue('#fullName')).toBe('Анна Сергеевна Петрова-Водкина');
    expect([seen.errors, seen.failed]).toEqual([[], []]);
  });

  it('opens an order and its papers though the browser keeps a link that was replaced', async () => {
    const email = till.newBuyer();
    await boughtByGuest(email);
    await registered(email);
    const order = house.siteUrl + (await page.locator('[data-order] h3 a').getAttribute('href'));
    const value = `${order.split('/').at(-1)}:token-of-a-replaced-link`;
    const papers = async () => {
      const pdf = page.locator('main a[download][href*=".pdf"]').first();
      return (await page.request.get(house.siteUrl + (await pdf.getAttribute('href')))).status();
    };
    for (const shown of [at(''), order]) {
      await page.context().addCookies([{ name: 'gangway-orders', value, url: house.siteUrl }]);
      expect([(await page.goto(shown))?.status(), await papers()]).toEqual([200, 200]);
    }
  });

  it('gives back what a guest bought, from its own list', async () => {
    const email = till.newBuyer();
    const number = await boughtByGuest(email);
    await registered(email);
    await page.locator('[data-order] h3 a').click();
    await page.locator('a[href$="/refund"]').click();
    await page.locator('[data-step=choose] button').click();
    await page.locator('[data-step=confirm] button.button--signal').click();
    await page.locator('[data-refund]').first().waitFor();
    await page.goto(at(''));
    await page.locator('details#past summary').click();
    const card = page.locator(`[data-order="${number}"]`);
    expect(await card.locator('[data-refund]').count()).toBe(1);
  });

  it('works without scripts, and says beside the field and on top what is wrong', async () => {
    const plain = await stranger({ javaScriptEnabled: false });
    await plain.goto(at('/register'));
    await button(plain).click();
    expect(await plain.locator('[role=alert] li').count()).toBe(4);
    expect(await plain.locator('#email-wrong').innerText()).not.toBe('');
    expect(await plain.locator('#email').getAttribute('aria-invalid')).toBe('true');
    const email = till.newBuyer();
    await registered(email, plain);
    expect(await plain.locator('h2#upcoming').count()).toBe(1);
    await plain.context().close();
  });

  it('leaves no token in an address, and a link opened by a scanner does nothing', async () => {
    const email = till.newBuyer();
    await fillRegistration(email);
    const link = await linkTo(email, 'confirm');
    const scanner = await stranger();
    await scanner.goto(link);
    expect(scanner.url()).toBe(at('/confirm'));
    await scanner.context().close();
    await page.goto(link);
    expect(page.url()).toBe(at('/confirm'));
    await button().click();
    await page.waitForURL(/said=confirmed$/);
    const late = await stranger();
    await late.goto(link);
    await button(late).click();
    expect(await late.locator('[data-fault]').getAttribute('data-fault')).toBe('used');
    await late.context().close();
  });

  it('offers a new link in place of one that has expired', async () => {
    const email = till.newBuyer();
    await fillRegistration(email);
    const link = await linkTo(email, 'confirm');
    try {
      for (let hour = 0; hour < 25; hour += 1) await till.moveClock('step=1h');
      await page.goto(link);
      await button().click();
      expect(await page.locator('[data-fault]').getAttribute('data-fault')).toBe('expired');
      await button().click();
      await page.waitForURL(/sent\?for=register$/);
      await page.goto(await linkTo(email, 'confirm', (text) => !text.includes(link)));
      await button().click();
      await page.waitForURL(/said=confirmed$/);
    } finally {
      await till.moveClock('reset=yes');
    }
  });

  it('answers a taken address like a new one, and goes on only to pages of ours', async () => {
    const email = till.newBuyer();
    const first = await stranger();
    await registered(email, first);
    await fillRegistration(email);
    expect((await till.letterTo(email, ({ subject }) => subject.includes('уже есть'))).text).not.toContain(
      'token=',
    );
    await page.goto(at('/login?next=//evil.example/ru'));
    await logIn(email, page, 'not the password');
    await page.locator('[role=alert]').waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'problems');
    await logIn(email);
    await page.waitForURL(/\/ru\/account$/);
    expect(new URL(page.url()).origin).toBe(house.siteUrl);
    await first.context().close();
  });

  it('gets a new password by a letter, and the other device is logged out', async () => {
    const email = till.newBuyer();
    const elsewhere = await stranger();
    await registered(email, elsewhere);
    await page.goto(at('/forgot'));
    await page.fill('#email', email);
    await button().click();
    await page.waitForURL(/sent\?for=password$/);
    await page.goto(await linkTo(email, 'reset'));
    await page.fill('#password', 'another boat, another Neva');
    await button().click();
    await page.waitForURL(/said=password$/);
    await elsewhere.goto(at('/security'));
    expect(new URL(elsewhere.url()).pathname).toBe('/ru/account/login');
    await elsewhere.context().close();
  });

  it('hands over its data as a file, and is deleted with its password', async () => {
    const email = till.newBuyer();
    await registered(email);
    await page.goto(at('/privacy'));
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('form[action$="/account/export"] button').click(),
    ]);
    expect(file.suggestedFilename()).toBe('gangway-account.json');
    await page.locator('#news button').click();
    await page.locator('[data-news=given]').waitFor();
    await page.fill('#currentPassword', password);
    await page.locator('button[value=delete]').click();
    await page.waitForURL(/login\?said=deleted$/);
    await logIn(email);
    await page.locator('[role=alert]').waitFor();
  });
});

describe('the rooms of an account', () => {
  it.each(['ru', 'en', 'zh'])(
    'stand in %s on a narrow phone, and axe finds nothing serious',
    async (locale) => {
      const narrow = await stranger({ viewport: { width: 320, height: 700 } });
      await registered(till.newBuyer(), narrow);
      const found: string[] = [];
      for (const path of [
        '',
        '/profile',
        '/security',
        '/privacy',
        '/login',
        '/register',
        '/forgot',
        '/sent',
      ]) {
        await narrow.goto(`${house.siteUrl}/${locale}/account${path}`);
        const wide = await sideways(narrow);
        if (wide) found.push(`${path} ${wide}`);
        found.push(...(await serious(narrow)).map((line) => `${path} ${line}`));
      }
      expect(found).toEqual([]);
      await narrow.context().close();
    },
  );
});
