import type { BrowserContext, Page, WebSocketRoute } from 'playwright-core';
import { serious, sideways } from './page-watch.ts';
import { askShop, departures } from './shop-api.ts';
import { moveClock } from './till.ts';

const live = '.seats[data-link=live]';
const free = '[data-place][data-look=free]';
const mine = '[data-look=mine]:not([data-busy])';

/** `plain`: on the boat without tables, which are sold whole. */
const shelf: { plain: string; ids: string[] } = { plain: '', ids: [] };
const guests: BrowserContext[] = [];

/** A departure that no other test here touches. */
const nextEvent = (): string => shelf.ids.shift() ?? '';

beforeAll(async () => {
  const all = await departures('assigned', { daysAhead: 5 });
  const plain = all.find(({ activity }) => activity.slug === 'canals-by-day');
  if (!plain) throw new Error('No boat sails the canals.');
  shelf.plain = plain.id;
  shelf.ids = all.filter((one) => one !== plain).map(({ id }) => id);
});

afterEach(async () => {
  for (const guest of guests.splice(0)) await guest.close();
});

async function openMap(eventId: string, on: Page = page, locale = 'ru'): Promise<void> {
  await on.goto(`${house.siteUrl}/${locale}/events/${eventId}/seatmap`);
  await on.locator(live).waitFor();
}

/** Somebody else in a browser of their own. */
async function guest(
  options: Parameters<NonNullable<ReturnType<BrowserContext['browser']>>['newContext']>[0] = {},
) {
  const context = await page
    .context()
    .browser()
    ?.newContext({ locale: 'ru-RU', ...options });
  if (!context) throw new Error('There is no browser.');
  guests.push(context);
  return context.newPage();
}

const seat = (on: Page, code: string) => on.locator(`.plan [data-place="${code}"]`);
const looks = (on: Page, code: string, look: string) =>
  on.locator(`.plan [data-place="${code}"][data-look=${look}]:not([data-busy])`).waitFor();

async function freeOn(on: Page, at = 0): Promise<string> {
  return (await on.locator(`.plan ${free}`).nth(at).getAttribute('data-place')) ?? '';
}

/** Takes a seat and waits until the live map has told it: a seat that is free again before that was never taken. */
async function takenForAll(eventId: string): Promise<string> {
  const other = await guest();
  await openMap(eventId);
  await openMap(eventId, other);
  const code = await freeOn(page);
  await seat(page, code).click();
  await looks(other, code, 'reserved');
  await looks(page, code, 'mine');
  return code;
}

/** Presses Tab as often as it takes until `isThere` is true of what has the focus. */
async function tabTo(selector: string): Promise<void> {
  for (let pressed = 0; pressed < 120; pressed += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`No key leads to ${selector}.`);
}

/** Holds all seats of a departure but `left` of them, twelve to a session. */
async function fillUp(eventId: string, left: number): Promise<string[]> {
  const { data } = await askShop<{ data: { seats: { seatCode: string }[] } }>(`/api/events/${eventId}/seats`);
  const codes = data.seats.map(({ seatCode }) => seatCode);
  const taken = codes.slice(left);
  for (let at = 0; at < taken.length; at += 12) {
    const sessionId = crypto.randomUUID().replaceAll('-', '');
    await askShop(`/api/events/${eventId}/seats/lock`, { sessionId, seats: taken.slice(at, at + 12) });
  }
  return codes.slice(0, left);
}

describe('seats on the plan', () => {
  it('are taken and let go by mouse, sold as the ticket that was chosen, and lead to the checkout', async () => {
    await openMap(nextEvent());
    const [first, second] = [await freeOn(page, 0), await freeOn(page, 1)];
    for (const code of [first, second]) {
      await seat(page, code).click();
      await looks(page, code, 'mine');
    }
    await page.locator('.basket__select').first().selectOption({ index: 1 });
    await seat(page, second).click();
    await looks(page, second, 'free');
    const sum = await page.locator('.basket__sum strong').textContent();
    await page.locator('.basket__go').click();
    await page.waitForURL(/\/ru\/checkout$/);
    expect((await page.locator('main').textContent())?.replaceAll(/\s/g, ' ')).toContain(
      sum?.replaceAll(/\s/g, ' '),
    );
  });

  it('are still one’s own after a reload', async () => {
    await openMap(nextEvent());
    const code = await freeOn(page);
    await seat(page, code).click();
    await looks(page, code, 'mine');
    await page.reload();
    await page.locator(live).waitFor();
    await looks(page, code, 'mine');
    expect(await page.locator('.basket__timer').textContent()).toMatch(/до \d\d:\d\d/);
  });

  it('are still one’s own when the browser goes back from the checkout', async () => {
    await openMap(nextEvent());
    const code = await freeOn(page);
    await seat(page, code).click();
    await looks(page, code, 'mine');
    await page.locator('.basket__go').click();
    await page.waitForURL(/\/ru\/checkout$/);
    await page.goBack();
    await looks(page, code, 'mine');
    expect(await page.locator('.basket__line').count()).toBe(1);
  });

  it('are asked for where a browser goes back to a page that it has kept', async () => {
    const other = await guest({ serviceWorkers: 'block' });
    const address = `${house.siteUrl}/ru/events/${nextEvent()}/seatmap`;
    const kept: string[] = [];
    await other.route(address, async (route) => {
      const response = await route.fetch();
      kept.push(kept[0] ?? (await response.text()));
      await route.fulfill({ response, body: kept[0] });
    });
    // Nor does anybody tell the map what has become of the places.
    await other.routeWebSocket(/\/ws\/seatmap/, () => undefined);
    await other.goto(address);
    await other.locator('.seats[data-ready]').waitFor();
    const code = await freeOn(other);
    await seat(other, code).click();
    await looks(other, code, 'mine');
    await other.locator('.basket__go').click();
    await other.waitForURL(/\/ru\/checkout$/);
    await other.goBack();
    await looks(other, code, 'mine');
    expect(await other.locator('.basket__line').count()).toBe(1);
    expect(await other.locator('.basket__timer').textContent()).toMatch(/до \d\d:\d\d/);
    expect(kept).toHaveLength(2);
  });

  it('are seen by others as soon as they are taken and let go', async () => {
    const eventId = nextEvent();
    const other = await guest();
    await openMap(eventId);
    await openMap(eventId, other, 'en');
    const code = await freeOn(page);
    await seat(page, code).click();
    await looks(other, code, 'reserved');
    expect(await other.locator('.news [role=status]').textContent()).toMatch(/^Just taken: Row/);
    await looks(page, code, 'mine');
    await seat(page, code).click();
    await looks(other, code, 'free');
  });

  it('go to one of two who want the last one; the other is told', async () => {
    const eventId = shelf.plain;
    const [last = ''] = await fillUp(eventId, 1);
    const late = await guest();
    // What comes too late on a bad line: this map does not hear that the seat has gone.
    await late.routeWebSocket(/\/ws\/seatmap/, () => undefined);
    await late.goto(`${house.siteUrl}/en/events/${eventId}/seatmap`);
    await openMap(eventId);
    await late.locator('.seats[data-ready]').waitFor();
    await seat(page, last).click();
    await looks(page, last, 'mine');
    await seat(late, last).click();
    await late.locator('[data-news=refused]').waitFor();
    expect(await late.locator('[data-news=refused]').textContent()).toMatch(/somebody was a moment faster/);
    await looks(late, last, 'reserved');
    expect(await late.locator('.basket__line').count()).toBe(0);
  });

  it('without a number are counted by buttons that stay where they are', async () => {
    await openMap(nextEvent());
    const line = page.locator('.counts__line').last();
    const [less, more] = [line.locator('button').first(), line.locator('button').last()];
    await more.scrollIntoViewIfNeeded();
    const before = await more.boundingBox();
    await more.click();
    await page.locator('.basket__line').waitFor();
    expect(await line.locator('output').innerText()).toBe('1');
    expect(await more.boundingBox()).toEqual(before);
    await less.click();
    await page.locator('.basket__line').waitFor({ state: 'detached' });
    expect(await line.locator('output').innerText()).toBe('0');
  });

  it('are found by the button, side by side', async () => {
    await openMap(nextEvent());
    await page.locator('.best select').first().selectOption('3');
    await page.locator('.best button').click();
    await page.locator('[data-news=found]').waitFor();
    expect(await page.locator('.basket__line').count()).toBe(3);
  });

  it('are twelve at most, and the page says why', async () => {
    await openMap(nextEvent());
    await page.locator('.best select').first().selectOption('12');
    await page.locator('.best button').click();
    await page.locator('[data-news=found]').waitFor();
    await page.locator(`.plan ${free}`).first().click();
    await page.locator('[data-news=limit]').waitFor();
    expect(await page.locator('.basket__line').count()).toBe(12);
    await page.locator('.basket').evaluate((basket) => basket.scrollIntoView());
    const { y = NaN, height = NaN } = (await page.locator('.basket__go').boundingBox()) ?? {};
    expect(Math.floor(y + height)).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
  });

  it('are gone when the time is over; one click takes them again', async () => {
    const code = await takenForAll(nextEvent());
    await moveClock('step=15m');
    try {
      await page.locator('[data-news=expired]').waitFor();
      await looks(page, code, 'free');
      await page.locator('[data-news=expired] .button').click();
      await looks(page, code, 'mine');
    } finally {
      await moveClock('reset=yes');
    }
  });

  it('are known to be gone also when the first question about them finds nobody', async () => {
    const code = await takenForAll(nextEvent());
    const unanswered: string[] = [];
    for (const question of ['/seats', '/api/site']) {
      await page.route(
        (url) => url.pathname.endsWith(question),
        (route) => {
          unanswered.push(question);
          return route.abort();
        },
        { times: 1 },
      );
    }
    await moveClock('step=15m');
    try {
      await page.locator('[data-news=expired]').waitFor();
      await looks(page, code, 'free');
      expect(unanswered.sort()).toEqual(['/api/site', '/seats']);
    } finally {
      await moveClock('reset=yes');
    }
  });
});

describe('the map', () => {
  it('says that it shows what was known last while the line is cut, and catches up', async () => {
    const eventId = nextEvent();
    const line = { isCut: false, open: [] as WebSocketRoute[] };
    await page.routeWebSocket(/\/ws\/seatmap/, (socket) => {
      if (line.isCut) return void socket.close({ code: 1011 });
      socket.connectToServer();
      line.open.push(socket);
    });
    await openMap(eventId);
    const code = await freeOn(page);
    line.isCut = true;
    for (const socket of line.open) await socket.close({ code: 1011 });
    await page.locator('.link-state[data-link=lost]').waitFor();
    const sessionId = crypto.randomUUID().replaceAll('-', '');
    await askShop(`/api/events/${eventId}/seats/lock`, { sessionId, seats: [code] });
    await looks(page, code, 'free');
    line.isCut = false;
    await looks(page, code, 'reserved');
    await page.locator(live).waitFor();
  });

  it('is walked with arrow keys, and Space takes a seat', async () => {
    await openMap(nextEvent());
    const start = await freeOn(page);
    await tabTo('.plan [data-place]');
    const at = () => page.evaluate(() => document.activeElement?.getAttribute('data-place') ?? '');
    expect(await at()).toBe(start);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    const chosen = await at();
    expect(chosen).not.toBe(start);
    await page.keyboard.press('Space');
    await looks(page, chosen, 'mine');
    expect(await seat(page, chosen).getAttribute('aria-checked')).toBe('true');
  });

  it('moves under the mouse and grows without anything being taken', async () => {
    await openMap(nextEvent());
    const box = page.locator('.map__box');
    const width = async () => (await page.locator('.plan').boundingBox())?.width ?? 0;
    const before = await width();
    await page.locator('.map__zoom button').first().click();
    expect(await width()).toBeGreaterThan(before * 1.2);
    const top = () => box.evaluate(({ scrollTop }) => scrollTop);
    const from = await top();
    const start = await page.locator(`.plan ${free}`).first().boundingBox();
    const { x = 0, y = 0 } = start ?? {};
    await page.mouse.move(x + 8, y + 8);
    await page.mouse.down();
    await page.mouse.move(x + 8, y - 60, { steps: 6 });
    await page.mouse.up();
    expect(await top()).toBeGreaterThan(from + 40);
    expect(await page.locator(`.plan [data-look=mine]`).count()).toBe(0);
    const large = await width();
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, 200);
    await page.keyboard.up('Control');
    await page.waitForFunction(
      (than) => (document.querySelector('.plan')?.getBoundingClientRect().width ?? 0) < than,
      large,
    );
  });

  it('counts the time by the house’s clock on a phone whose own is wrong', async () => {
    await page.addInitScript(() => {
      const right = Date.now.bind(Date);
      Date.now = () => right() + 3 * 3_600_000;
    });
    await openMap(nextEvent());
    await page.locator(`.plan ${free}`).first().click();
    await page.locator('.basket__timer').waitFor();
    expect(await page.locator('.basket__timer').textContent()).toMatch(/ещё 1[45]:\d\d/);
  });

  it('has nothing serious to object to and no sideways scroll, drawn and as a list, on a small phone too', async () => {
    await openMap(nextEvent());
    await page.locator(`.plan ${free}`).first().click();
    await page.locator(`.plan ${mine}`).waitFor();
    const found: unknown[] = [];
    for (const view of [0, 1]) {
      await page.locator('.switch__choice').nth(view).click();
      for (const width of [1440, 320]) {
        await page.setViewportSize({ width, height: 800 });
        found.push(await serious(page), (await sideways(page)) ?? []);
      }
    }
    expect(found.flat()).toEqual([]);
  });
});

describe('the list', () => {
  it('takes a seat with keys alone, and they lead on to the checkout', async () => {
    await openMap(nextEvent());
    await tabTo('.switch__choice:last-child');
    await page.keyboard.press('Enter');
    await tabTo('.place-check input:not(:disabled)');
    await page.keyboard.press('Space');
    await page.locator(`.place-check${mine}`).waitFor();
    await tabTo('.basket__go');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/ru\/checkout$/);
  });

  it('follows what others take', async () => {
    const eventId = nextEvent();
    await openMap(eventId);
    await page.locator('.switch__choice').nth(1).click();
    const input = page.locator('.place-check[data-look=free] input').first();
    const code = (await input.getAttribute('data-place')) ?? '';
    const sessionId = crypto.randomUUID().replaceAll('-', '');
    await askShop(`/api/events/${eventId}/seats/lock`, { sessionId, seats: [code] });
    await page.locator(`.place-check[data-look=reserved] [data-place="${code}"]`).waitFor();
    expect(await page.locator(`[data-place="${code}"]`).isDisabled()).toBe(true);
  });
});

describe('without scripts', () => {
  it('the best seats can be taken all the same', async () => {
    const plain = await guest({ javaScriptEnabled: false });
    await plain.goto(`${house.siteUrl}/en/events/${nextEvent()}/seatmap`);
    await plain.locator('select[name=count]').selectOption('2');
    await plain.locator('form[action$=best-places] button').click();
    await plain.waitForURL(/\/en\/checkout$/);
    expect(await plain.locator('main').textContent()).toMatch(/Row|row|Table|table/);
  });

  it('a second press on the button takes no others', async () => {
    const plain = await guest({ javaScriptEnabled: false });
    await plain.goto(`${house.siteUrl}/en/events/${nextEvent()}/seatmap`);
    const form = plain.locator('form[action$=best-places]');
    const key = await form.locator('[name=key]').inputValue();
    const address = `${house.siteUrl}${await form.getAttribute('action')}`;
    const press = () => plain.request.post(address, { form: { key, count: '2', zone: '' }, maxRedirects: 0 });
    const both = await Promise.all([press(), press()]);
    const sessions = both.map((answer) => /session=([^;]+)/.exec(answer.headers()['set-cookie'] ?? '')?.[1]);
    expect(sessions).toEqual([expect.any(String), sessions[0]]);
    const headers = { 'gangway-session': sessions[0] ?? '' };
    const { data } = await askShop<{ data: { lines: { quantity: number }[] } }>('/api/quotes', {}, headers);
    expect(data.lines.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(2);
  });
});
