import type { Page, Route } from 'playwright-core';
import { serious, sideways, watch } from './page-watch.ts';
import { askShop, departures, holdTickets, placeOrder } from './shop-api.ts';
import * as till from './till.ts';

const checkout = (locale: string, on: Page = page) => on.goto(`${house.siteUrl}/${locale}/checkout`);
const statusOf = (on: Page = page) => on.locator('[data-order]').getAttribute('data-status');
const orderIdIn = (url: string) => /\/orders\/([0-9a-z]+)/.exec(url)?.[1] ?? '';
/** `₽4,570` and `1 290,50 ₽` in kopecks. */
function amountIn(text: string): number {
  const [, whole = '', part = '00'] = /^\D*(\d[\d\s,.]*?)(?:[.,](\d\d))?\D*$/.exec(text) ?? [];
  return Number(whole.replaceAll(/\D/g, '') + part);
}

async function stranger(options: object = {}): Promise<Page> {
  const context = await page
    .context()
    .browser()
    ?.newContext({ locale: 'ru-RU', ...options });
  return (await context?.newPage()) as Page;
}

const couple = (id: string) => till.takeTickets(id, 2);

/** A paid order, on its own page. */
async function bought(locale: string, takeFrom = couple): Promise<{ email: string; id: string }> {
  const email = till.newBuyer();
  await takeFrom(await till.unnumbered());
  await checkout(locale);
  await till.fillIn(email);
  await till.toGateway();
  await till.payWith(till.paying);
  await till.back();
  await till.atOrder();
  return { email, id: orderIdIn(page.url()) };
}

/** The form as a browser sends it that knows no `Sec-Fetch-Site`: what it says of itself is the origin. */
async function sendPlainly(route: Route): Promise<void> {
  const response = await route.fetch({ maxRedirects: 0 });
  await route.fulfill({ response });
}

describe('a purchase', () => {
  it('of places without numbers in Russian ends with tickets, on the page and by letter', async () => {
    const seen = watch(page, house.siteUrl);
    const { email } = await bought('ru');
    expect(await statusOf()).toBe('PAID');
    expect(await page.locator('[data-ticket] svg[role=img]').count()).toBe(2);
    expect(await page.locator('a[download][href*="/tickets.pdf"]').getAttribute('href')).toMatch(
      /\?locale=ru$/,
    );
    expect(await till.letterTo(email)).toMatchObject({ subject: expect.stringMatching(/оплачен/) as string });
    expect([seen.errors, seen.failed]).toEqual([[], []]);
  });

  it('of two departures in English is one order, and the button says what is paid', async () => {
    await till.takeSeats(await till.seated(), 2);
    await till.takeTickets(await till.unnumbered(), 1);
    await checkout('en');
    await page.locator('[data-type]').waitFor();
    expect(await page.locator('[data-seat]').count()).toBe(2);
    expect(await page.locator('[data-type]').count()).toBe(1);
    const total = await page.locator('[data-total]').innerText();
    expect(await page.locator('#pay').innerText()).toContain(total);
    await till.fillIn(till.newBuyer());
    await till.toGateway();
    expect(amountIn(await page.locator('h1.amount').innerText())).toBe(amountIn(total));
    await till.payWith(till.paying);
    await till.back();
    await till.atOrder();
    expect(await page.locator('[data-ticket]').count()).toBe(3);
    const papers = page.locator('[data-ticket] a[download]');
    const asked = await papers.evaluateAll((links) =>
      links.map((link) => (link as HTMLAnchorElement).search),
    );
    expect(new Set(asked)).toEqual(new Set(['?locale=en']));
  });

  it('in Chinese survives a declined card: the reason in words, and another card for the same order', async () => {
    await till.takeSeats(await till.seated(), 2);
    await checkout('zh');
    await till.fillIn(till.newBuyer());
    await till.toGateway();
    await till.payWith(till.declining);
    await page.locator('form[action*=cancel] button').click();
    await till.back();
    await page.locator('[data-outcome=declined]').waitFor();
    const order = orderIdIn(page.url());
    expect(await page.locator('[data-reason=insufficient_funds]').innerText()).toContain('余额不足');
    await page.locator('form[action$="/pay"] button').click();
    await page.waitForURL(/yookassa\/checkout/);
    await till.payWith(till.paying);
    await till.back();
    await till.atOrder();
    expect([orderIdIn(page.url()), await statusOf()]).toEqual([order, 'PAID']);
  });

  it('works without scripts', async () => {
    const plain = await stranger({ javaScriptEnabled: false });
    await till.takeTickets(await till.unnumbered(), 1, plain);
    await checkout('ru', plain);
    await till.fillIn(till.newBuyer(), plain);
    await till.toGateway(plain);
    await till.payWith(till.paying, plain);
    await till.back(plain);
    // The page looks again by itself, as HTML can.
    await till.atOrder(plain);
    expect(await statusOf(plain)).toBe('PAID');
  });
});

describe('the page one comes back to', () => {
  it('may be opened again and again: the order stays what it is', async () => {
    const { id } = await bought('en');
    for (const again of ['first', 'second']) {
      await page.goto(`${house.siteUrl}/en/orders/${id}/return?time=${again}`);
      await till.atOrder();
    }
    expect([orderIdIn(page.url()), await statusOf()]).toEqual([id, 'PAID']);
    expect(await page.locator('[data-ticket]').count()).toBe(2);
  });

  it('asks once, and shows the order in the moment in which it is paid elsewhere', async () => {
    const { session } = await holdTickets(page.context(), 1);
    const { id, accessToken } = await placeOrder(session);
    const asked: string[] = [];
    page.on('request', (request) => void (request.headers()['prefer'] && asked.push(request.url())));
    const question = page.waitForRequest(/\/return\?waited=/);
    await page.goto(`${house.siteUrl}/en/orders/${id}/return`);
    await question;
    const elsewhere = await stranger();
    await elsewhere.goto(await till.paymentOf({ id, accessToken }));
    await till.payWith(till.paying, elsewhere);
    await till.atOrder();
    expect([await statusOf(), asked.length]).toEqual(['PAID', 1]);
  });

  it('need not be opened at all: the tickets come by letter', async () => {
    const email = till.newBuyer();
    await till.takeTickets(await till.unnumbered(), 1);
    await checkout('zh');
    await till.fillIn(email);
    await till.toGateway();
    await till.payWith(till.paying);
    const letter = await till.letterTo(email);
    const reader = await stranger();
    await reader.goto(till.linkIn(letter));
    await till.atOrder(reader);
    expect(await statusOf(reader)).toBe('PAID');
  });
});

describe('the button of the checkout', () => {
  it('pressed twice at once makes one order and one payment, and so it does a minute later', async () => {
    await till.takeSeats(await till.seated(), 2);
    await checkout('ru');
    await till.fillIn(till.newBuyer());
    const form = await page.evaluate(() => {
      const data = new FormData(document.querySelector<HTMLFormElement>('#checkout') as HTMLFormElement);
      return Object.fromEntries([...data].map(([name, value]) => [name, String(value)]));
    });
    const address = `${house.siteUrl}/ru/checkout`;
    // The cookies of one moment: a browser that sends again before it has read the answer.
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const press = async () => {
      const init = {
        method: 'POST',
        headers: { cookie },
        body: new URLSearchParams({ ...form, deed: 'pay' }),
      };
      const answer = await fetch(address, { ...init, redirect: 'manual' });
      return answer.headers.get('location');
    };
    const [first, second] = await Promise.all([press(), press()]);
    expect(first).toMatch(/yookassa\/checkout/);
    expect(second).toBe(first);
    expect(await press()).toBe(first);
  });

  it('pressed in a second window leads to the same payment, and going back finds the order', async () => {
    await till.takeTickets(await till.unnumbered(), 1);
    const second = await page.context().newPage();
    for (const on of [page, second]) await checkout('ru', on);
    await till.fillIn(till.newBuyer());
    await till.fillIn(till.newBuyer(), second);
    await till.toGateway();
    await till.toGateway(second);
    expect(second.url()).toBe(page.url());
    await page.goBack();
    expect(await page.locator('[data-open]').count()).toBe(1);
  });

  it('says what is missing beside each field and on top, and keeps what was typed', async () => {
    await till.takeTickets(await till.unnumbered(), 1);
    await checkout('ru');
    await page.fill('#fullName', 'Анна Петрова');
    await page.fill('#phone', '123');
    await page.locator('#pay').click();
    await page.locator('#problems').waitFor();
    const links = await page
      .locator('#problems a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links).toEqual(['#email', '#phone', '#consent-offer', '#consent-personal-data']);
    await page.waitForFunction(() => document.activeElement?.id === 'problems');
    expect(await page.inputValue('#fullName')).toBe('Анна Петрова');
    for (const field of ['email', 'phone', 'consent-offer'])
      expect(await page.locator(`#${field}-wrong`).count()).toBe(1);
  });
});

type Late = {
  id: string;
  seating: string;
  startAt: string;
  delayMinutes: number;
  availability: { left: number };
};

describe('the basket', () => {
  it('gives a seat back when it is removed, and sells another as a child’s', async () => {
    const id = await till.seated();
    const [seat = ''] = await till.takeSeats(id, 2);
    await checkout('ru');
    const before = amountIn(await page.locator('[data-total]').innerText());
    await page.locator(`[data-seat="${seat}"] button`).click();
    await page.locator(`[data-seat="${seat}"]`).waitFor({ state: 'detached' });
    await till.until(async () => (await till.freeSeats(id, 500)).includes(seat));
    expect(amountIn(await page.locator('[data-total]').innerText())).toBe(before / 2);
  });

  it('changes the amount with the ticket type, at once and after a reload', async () => {
    await till.takeSeats(await till.seated(), 2);
    await checkout('ru');
    const before = await page.locator('[data-total]').innerText();
    const child = page.locator('[data-seat] select').first();
    await child.selectOption({ index: 1 });
    await page.waitForFunction(
      (text) => document.querySelector('[data-total]')?.textContent !== text,
      before,
    );
    const after = await page.locator('[data-total]').innerText();
    expect(await page.locator('#pay').innerText()).toContain(after);
    await page.reload();
    expect(await page.locator('[data-total]').innerText()).toBe(after);
  });

  it('says of a late departure when it leaves, the old time struck out', async () => {
    const { data } = await askShop<{ data: Late[] }>('/api/events?pageSize=100');
    const late = data.find(({ delayMinutes, availability }) => delayMinutes > 0 && availability.left > 0);
    if (!late) throw new Error('No departure is late.');
    await (late.seating === 'assigned' ? till.takeSeats(late.id, 1) : till.takeTickets(late.id, 1));
    await checkout('en');
    const leaves = new Date(Date.parse(late.startAt) + late.delayMinutes * 60_000).toISOString();
    const time = page.locator('.departure time').first();
    expect(await time.getAttribute('datetime')).toBe(leaves);
    expect(await page.locator('.departure s').count()).toBe(1);
  });

  it('leaves the choice between two sellers', async () => {
    const { data } = await askShop<{
      data: { id: string; seating: string; availability: { status: string } }[];
    }>('/api/events?pageSize=20&seller=nebula');
    const other = data.find(
      ({ seating, availability }) => seating === 'general' && availability.status === 'available',
    );
    await till.takeTickets(await till.unnumbered(), 1);
    await till.takeTickets(other?.id ?? '', 1);
    await checkout('en');
    await page.locator('[data-seller]').nth(1).waitFor();
    await page.locator('[data-seller]').first().click();
    await page.locator('#pay').waitFor();
    expect(await page.locator('[data-type]').count()).toBe(1);
  });

  it('offers no thirteenth place', async () => {
    await till.takeTickets(await till.unnumbered(), 12);
    await checkout('zh');
    expect(await page.locator('[data-type] button').last().isDisabled()).toBe(true);
    await page.locator('[data-type] button').first().click();
    await page.locator('[data-type] output', { hasText: '11' }).waitFor();
    expect(await page.locator('[data-type] button').last().isDisabled()).toBe(false);
  });

  it('says why there is not one ticket more', async () => {
    const all = await departures('general', { left: 2 });
    const least = all.toSorted((one, other) => one.availability.left - other.availability.left)[0];
    const { id = '', availability } = least ?? {};
    await till.takeTickets(id, 1);
    for (let left = (availability?.left ?? 1) - 1; left > 0; left -= 12) {
      const other = await stranger();
      await till.takeTickets(id, Math.min(left, 12), other);
      await other.context().close();
    }
    await checkout('ru');
    await page.locator('[data-type] button').last().click();
    await page.locator('#problems').waitFor();
    expect(await page.locator('#problems').innerText()).toContain('мест на этом рейсе нет');
    expect(await page.locator('#tickets .field__error').count()).toBe(1);
    expect(await page.locator('[data-type] output').innerText()).toBe('1');
  });
});

describe('an order', () => {
  it('is refunded from its page: the amount first, then the money and the date', async () => {
    await bought('en');
    const paid = amountIn(await page.locator('[data-total]').innerText());
    await page.locator('a[href$="/refund"]').click();
    await page.locator('select[name^=many]').selectOption('1');
    await page.locator('[data-step=choose] button').click();
    expect(amountIn(await page.locator('[data-amount]').innerText())).toBe(paid / 2);
    await page.locator('[data-step=confirm] button').click();
    await page.locator('[data-refund]').waitFor();
    expect(amountIn(await page.locator('[data-refund] strong').innerText())).toBe(paid / 2);
    expect(await page.locator('[data-ticket][data-state=voided]').count()).toBe(1);
  });

  it('gives back one of two tickets once, though its form was sent twice', async () => {
    await bought('en');
    await page.locator('a[href$="/refund"]').click();
    await page.locator('select[name^=many]').selectOption('1');
    await page.locator('[data-step=choose] button').click();
    await page.locator('[data-step=confirm]').evaluate(async (form: HTMLFormElement) => {
      const body = new URLSearchParams(new FormData(form) as never);
      await fetch(form.action, { method: 'POST', body });
      await fetch(form.action, { method: 'POST', body });
    });
    await page.goto(page.url().split('/refund')[0] ?? '');
    expect(await page.locator('[data-refund]').count()).toBe(1);
    expect(await page.locator('[data-ticket][data-state=voided]').count()).toBe(1);
  });

  it('tells no term of a refund once everything has been given back', async () => {
    await bought('en');
    expect(await page.locator('[data-terms]').innerText()).toContain('You can return them until');
    await page.locator('a[href$="/refund"]').click();
    await page.locator('[data-step=choose] button').click();
    await page.locator('[data-step=confirm] button').click();
    await page.locator('[data-refund]').waitFor();
    expect(await page.locator('[data-terms]').count()).toBe(0);
  });

  it('is promised no money that the house refuses: the page says why and leads back to the choice', async () => {
    await bought('en', till.takeFamily);
    await page.locator('a[href$="/refund"]').click();
    const choices = page.locator('[data-step=choose] input[name=line]');
    for (const choice of await choices.all()) await choice.uncheck();
    await page.locator('[data-step=choose] button').click();
    await page.locator('[data-refused=NOTHING_CHOSEN]').waitFor();
    expect(await choices.first().isChecked()).toBe(false);
    await page.locator('.line', { hasText: 'Adult' }).locator('input[name=line]').check();
    await page.locator('[data-step=choose] button').click();
    expect(await page.locator('[data-refused]').innerText()).toContain(
      'Children cannot stay without an adult',
    );
    expect(await page.locator('[data-amount]').count()).toBe(0);
    await page.locator('[data-again]').click();
    const ticked = await Promise.all((await choices.all()).map((choice) => choice.isChecked()));
    expect(ticked.toSorted()).toEqual([false, true]);
    await page.locator('p > a').first().click();
    await page.locator('[data-total]').waitFor();
    expect(await page.locator('[data-refund]').count()).toBe(0);
  });

  it('opens by the link of its letter, whose token goes into a cookie; without it nobody sees it', async () => {
    const { email, id } = await bought('ru');
    const link = till.linkIn(await till.letterTo(email));
    const other = await stranger();
    expect((await other.goto(`${house.siteUrl}/ru/orders/${id}`))?.status()).toBe(404);
    expect(await other.locator('a[href$="/orders/lookup"]').count()).toBeGreaterThan(0);
    await other.goto(link);
    expect(new URL(other.url()).search).toBe('');
    expect(await statusOf(other)).toBe('PAID');
    await other.reload();
    expect(await other.locator('[data-ticket]').count()).toBe(2);
    const wrong = await stranger();
    expect((await wrong.goto(link.replace(/.{4}$/, 'AAAA')))?.status()).toBe(404);
  });

  it('is found by number and address, and the answer is the same for a stranger', async () => {
    const { email } = await bought('en');
    const number = /\d{3}-\d{3}-\d{3}/.exec(await page.locator('h1').innerText())?.[0] ?? '';
    const asked = async (address: string) => {
      await page.goto(`${house.siteUrl}/en/orders/lookup`);
      await page.fill('#number', number);
      await page.fill('#email', address);
      await page.locator('main form button').click();
      return page.locator('[data-sent]').innerText();
    };
    const said = await asked(email);
    expect(await asked('nobody@example.org')).toBe(said);
    const letter = await till.letterTo(email, ({ subject }) => !/is paid/.test(subject));
    expect(letter.text).toContain(number);
  });

  it('is given up by its buyer before it is paid, and the places are free', async () => {
    const id = await till.seated();
    const seats = await till.takeSeats(id, 2);
    await checkout('ru');
    await till.fillIn(till.newBuyer());
    await till.toGateway();
    await checkout('ru');
    await page.locator('[data-open] a').click();
    await page.locator('details.give-up summary').click();
    await page.locator('form[action$="/cancel"] button').click();
    await page.locator('[data-status=CANCELLED]').waitFor();
    await till.until(async () => {
      const free = await till.freeSeats(id, 500);
      return seats.every((seat) => free.includes(seat));
    });
  });

  it('is paid and given up by a browser that says its origin alone', async () => {
    const plain = await stranger({ serviceWorkers: 'block' });
    const { session } = await holdTickets(plain.context());
    const { id } = await placeOrder(session);
    await plain.route(
      () => true,
      (route) => (route.request().method() === 'POST' ? sendPlainly(route) : route.continue()),
    );
    await plain.goto(`${house.siteUrl}/ru/orders/${id}`);
    await plain.locator('form[action$="/pay"] button').click();
    await plain.waitForURL(/yookassa\/checkout/);
    await plain.goto(`${house.siteUrl}/ru/orders/${id}`);
    await plain.locator('details.give-up summary').click();
    await plain.locator('form[action$="/cancel"] button').click();
    await plain.locator('[data-status=CANCELLED]').waitFor();
  });
});

describe('a time that has run out', () => {
  afterEach(() => till.moveClock('reset=yes'));

  it('is explained on the checkout, and one press takes the same places and the best for those that are gone', async () => {
    const id = await till.seated();
    const seats = await till.takeSeats(id, 2);
    await checkout('ru');
    await till.moveClock('step=15m');
    const other = await stranger();
    await till.take({ id, seats: seats.slice(0, 1) }, other);
    await till.until(async () => {
      await page.reload();
      return (await page.locator('[data-lost]').count()) > 0;
    });
    expect(await page.locator('[data-lost]').innerText()).toContain('Время вышло');
    await page.locator('button[value=again]').click();
    await page.locator('[data-missed]').waitFor();
    expect(await page.locator('[data-missed]').innerText()).toContain(seats[0]);
    const held = await page
      .locator('[data-seat]')
      .evaluateAll((all) => all.map((row) => row.getAttribute('data-seat')));
    expect(held).toHaveLength(2);
    expect(held).toContain(seats[1]);
    expect(held).not.toContain(seats[0]);
  });

  it('ends an order that nobody paid, and one press begins it anew', async () => {
    await till.takeSeats(await till.seated(), 2);
    await checkout('ru');
    await till.fillIn(till.newBuyer());
    await till.toGateway();
    await checkout('ru');
    await page.locator('[data-open] a').click();
    await till.moveClock('step=1h');
    await till.moveClock('step=1h');
    await till.until(async () => {
      await page.reload();
      return (await statusOf()) === 'EXPIRED';
    });
    await page.locator('form[action$="/again"] button').click();
    await page.waitForURL(/\/checkout$/);
    expect(await page.locator('[data-seat]').count()).toBe(2);
  });

  it('ends an order that somebody begins anew on another device, by the link of a letter', async () => {
    const bought = await stranger();
    const { session } = await holdTickets(bought.context());
    const { id, accessToken } = await placeOrder(session);
    await till.moveClock('step=1h');
    await till.moveClock('step=1h');
    await page.goto(`${house.siteUrl}/ru/orders/${id}?accessToken=${accessToken}`);
    await till.until(async () => {
      await page.reload();
      return (await statusOf()) === 'EXPIRED';
    });
    await page.locator('form[action$="/again"] button').click();
    await page.waitForURL(/\/checkout$/);
    expect(await page.locator('[data-type] output').allInnerTexts()).toEqual(['2']);
  });

  it('is mended by one press also in a browser that has lost its session', async () => {
    const id = await till.unnumbered();
    await till.takeTickets(id, 1);
    await checkout('ru');
    await till.moveClock('step=15m');
    await till.until(async () => {
      await page.reload();
      return (await page.locator('[data-lost]').count()) > 0;
    });
    await page.context().clearCookies({ name: /session$/ });
    await page.locator('button[value=again]').click();
    await page.locator('[data-type]').waitFor();
    expect(await page.locator('[data-type] output').allInnerTexts()).toEqual(['1']);
  });
});

describe.each([
  [320, 'light'],
  [1440, 'dark'],
] as const)('at %i px, %s', (width, colorScheme) => {
  it('the pages from the checkout to the tickets fit, and axe finds nothing serious', async () => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    const found: string[] = [];
    const look = async (name: string) => {
      const over = await sideways(page);
      found.push(
        ...(over ? [`${name}: ${over}`] : []),
        ...(await serious(page)).map((line) => `${name}: ${line}`),
      );
    };
    await till.takeSeats(await till.seated(), 12);
    await checkout('en');
    await look('checkout');
    await page.locator('#pay').click();
    await page.locator('#problems').waitFor();
    await look('problems');
    await till.fillIn(till.newBuyer());
    await page.fill(
      '#fullName',
      'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh Maria Aleksandrovna de la Cruz',
    );
    await till.toGateway();
    await till.payWith(till.paying);
    await till.back();
    await till.atOrder();
    await look('order');
    await page.locator('a[href$="/refund"]').click();
    await look('refund');
    await page.goto(`${house.siteUrl}/en/orders/lookup`);
    await look('lookup');
    expect(found).toEqual([]);
  });
});
