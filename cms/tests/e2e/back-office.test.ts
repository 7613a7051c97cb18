import { readFileSync } from 'node:fs';
import {
  administratorWhoSpeaks,
  ask,
  collection,
  demoAdministrator,
  letIn,
  listen,
  open,
  go,
  recordOf,
  type Member,
} from './back-office.ts';

const types = [
  ...['event', 'activity', 'schedule', 'price', 'ticket-type', 'promotion', 'fee', 'product', 'vessel'],
  ...['seating-plan', 'route', 'berth', 'venue', 'category', 'page', 'seller'],
];

const pages = [
  '/',
  '/content-manager/single-types/api::catalog.site',
  '/settings/managers-access',
  '/plugins/upload',
  '/me',
];

const field = (name: string) => page.locator(`[name="${name}"]`);
const save = () => page.getByRole('button', { name: 'Сохранить', exact: true });
const said = (text: string | RegExp) => page.getByRole('status').filter({ hasText: text }).first().waitFor();
const unique = (text: string) => `${text} ${Date.now().toString(36)}`;

/** A page of Strapi takes a second or two to draw, on a slow machine ten, and there are three dozen of them. */
const patience = 600_000;

const demo: { administrator?: Member } = {};

// Logging in is limited to a few times in five minutes.
beforeAll(async () => {
  demo.administrator = await demoAdministrator();
});

const administrator = (): Member => demo.administrator ?? { token: '', email: '' };

describe('the back office', () => {
  it.each([
    ['ru', /\p{Script=Cyrillic}/u],
    ['zh-Hans', /\p{Script=Han}/u],
  ] as const)(
    'speaks %s on every page, asks nothing of another origin and complains about nothing',
    async (language, letters) => {
      const member =
        language === 'ru' ? administrator() : await administratorWhoSpeaks(administrator(), language);
      await letIn(page.context(), member);
      const noise = listen(page);
      const silent: string[] = [];
      const listenTo = async (at: string, selector: string) => {
        const texts = (await page.locator(selector).allInnerTexts()).map((text) => text.trim());
        silent.push(
          ...texts
            .filter((text) => /\p{L}{2}/u.test(text) && !letters.test(text))
            .map((text) => `${at}: ${text}`),
        );
      };
      await open(page, '/');
      for (const path of pages) await open(page, path);
      for (const type of types) {
        await go(page, collection(type));
        await page.locator('main thead th').first().waitFor();
        await listenTo(type, 'main h1, main thead th, main button');
        await go(page, `${collection(type)}/create`);
        await page.locator('main label').first().waitFor();
        await listenTo(type, 'main h1, main label, main [role=tab], main button, aside button');
      }
      expect({ silent, ...noise }).toEqual({ silent: [], foreign: [], errors: [] });
    },
    patience,
  );

  it('publishes an activity in three languages, and the shop shows it in each', async () => {
    const member = administrator();
    await letIn(page.context(), member);
    const { data: sold } = await ask<{ data: { activity: { title: string } }[] }>(
      '/api/events?pageSize=1&locale=ru',
    );
    const id = await recordOf('activity', { ...member, about: sold[0]?.activity.title });
    const titles = { ru: unique('Вечер на Неве'), en: unique('An evening'), 'zh-Hans': unique('涅瓦之夜') };
    for (const [locale, title] of Object.entries(titles)) {
      await open(page, `${collection('activity')}/${id}?plugins[i18n][locale]=${locale}`);
      await field('title').fill(title);
      await save().click();
      await said('Сохранен');
    }
    await page.getByRole('button', { name: 'Опубликовать', exact: true }).click();
    await said(/публик/i);
    for (const [locale, title] of Object.entries(titles)) {
      const query = `locale=${locale.slice(0, 2)}&q=${encodeURIComponent(title)}`;
      await expectSoon(async () => {
        const { data } = await ask<{ data: { activity: { title: string } }[] }>(`/api/events?${query}`);
        return data[0]?.activity.title;
      }, title);
    }
  });

  it('refuses to publish what is incomplete, with a sentence that says what is missing', async () => {
    await letIn(page.context(), administrator());
    await open(page, `${collection('activity')}/create?plugins[i18n][locale]=ru`);
    await field('title').fill(unique('Без описания'));
    await page.getByRole('button', { name: 'Опубликовать', exact: true }).click();
    await page
      .getByText('Обязательное', { exact: false })
      .or(page.getByText('обязательно', { exact: false }))
      .first()
      .waitFor();
  });

  it('takes a price in roubles and keeps kopecks', async () => {
    const member = administrator();
    await letIn(page.context(), member);
    const id = await recordOf('price', member);
    const path = `${collection('price')}/${id}`;
    await open(page, path);
    const amount = page.getByLabel('Цена', { exact: false }).first();
    await amount.fill('сто');
    await page.getByText('Введите сумму').waitFor();
    await amount.fill('1 234,50');
    await save().click();
    await said('Сохранен');
    const { data } = await ask<{ data: { amount: number } }>(path, { token: member.token });
    expect(data.amount).toBe(123_450);
  });

  it('shows a departure by the clock of its place, wherever the browser is', async () => {
    const member = administrator();
    const id = await recordOf('event', member);
    const { data } = await ask<{ data: { startAt: string; timezone: string } }>(
      `${collection('event')}/${id}`,
      member,
    );
    const clock = { timeZone: data.timezone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    const wall = new Intl.DateTimeFormat('ru', clock).format(new Date(data.startAt));
    const abroad = await page
      .context()
      .browser()
      ?.newContext({ timezoneId: 'America/New_York', locale: 'ru-RU' });
    if (!abroad) throw new Error('No browser.');
    await letIn(abroad, member);
    const there = await abroad.newPage();
    await open(there, `${collection('event')}/${id}`);
    expect(await there.getByLabel('Начало: время').inputValue()).toBe(wall);
    await abroad.close();
  });

  it('opens the list of departures with what is still to come', async () => {
    await letIn(page.context(), administrator());
    await open(page, collection('event'));
    await page.getByRole('combobox', { name: 'Когда' }).filter({ hasText: 'Предстоящие' }).waitFor();
    await page.getByRole('combobox', { name: 'Когда' }).click();
    await page.getByRole('option', { name: 'Завтра' }).click();
    await page.locator('main tbody tr').first().waitFor();
    await expectSoon(async () => {
      const starts = await page.locator('main tbody tr a').allInnerTexts();
      return starts.length > 0 && starts.every((text) => text.includes('завтра'));
    }, true);
  });

  it('creates the departures of a schedule after saying how many there are', async () => {
    const member = administrator();
    await letIn(page.context(), member);
    await open(page, `${collection('schedule')}/${await recordOf('schedule', member)}`);
    await page.getByRole('button', { name: 'Создать рейсы' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/Расписание даёт \d+/).waitFor();
    await dialog.getByRole('button', { name: 'Создать рейсы' }).click();
    await said(/рейс/i);
  });
});

describe('the access of managers', () => {
  interface Access {
    roles: { id: number; name: string; administrator: boolean; grants: Record<string, string> }[];
  }

  const managers = async ({ token }: Member) => {
    const { data } = await ask<{ data: Access }>('/api/admin/sections', { token });
    const role = data.roles.find(({ administrator, name }) => !administrator && name === 'Manager');
    if (!role) throw new Error('There is no role of managers.');
    return role;
  };

  it('is switched, confirmed and kept', async () => {
    const member = administrator();
    const role = await managers(member);
    const back = { grants: { reports: role.grants['reports'] } };
    await ask(`/api/admin/sections/${role.id}`, {
      method: 'PUT',
      token: member.token,
      body: { grants: { reports: 'none' } },
    });
    await letIn(page.context(), member);
    await open(page, '/settings/managers-access');
    await page.getByRole('switch', { name: 'Manager: менять раздел «Отчёты»' }).click();
    await page.getByText('1 изменение не сохранено').waitFor();
    await page.getByRole('button', { name: 'Сохранить' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByText('Отчёты: нет доступа → видит и меняет').waitFor();
    await dialog.getByRole('button', { name: 'Сохранить' }).click();
    await said('Доступ сохранён');
    expect((await managers(member)).grants['reports']).toBe('act');
    await ask(`/api/admin/sections/${role.id}`, { method: 'PUT', token: member.token, body: back });
  });

  it.each([1440, 390])('is reached by keyboard and read aloud at %d pixels', async (width) => {
    await letIn(page.context(), administrator());
    await page.setViewportSize({ width, height: 900 });
    await open(page, '/settings/managers-access');
    await page.getByRole('switch').first().focus();
    await page.keyboard.press('Space');
    await page.getByText('1 изменение не сохранено').waitFor();
    const axe = require.resolve('axe-core/axe.min.js');
    await page.evaluate(readFileSync(axe, 'utf8'));
    const found = await page.evaluate<string[]>(
      "axe.run('main').then(({ violations }) => violations.map(({ id }) => id))",
    );
    expect(found).toEqual([]);
  });
});

/** The shop and the table follow a moment later: asks again with each frame of the browser, a thousand times at most. */
async function expectSoon<Answer>(read: () => Promise<Answer>, wanted: Answer): Promise<void> {
  const last = { answer: await read() };
  for (let left = 1_000; left > 0 && last.answer !== wanted; left -= 1) {
    await page.evaluate('new Promise(requestAnimationFrame)');
    last.answer = await read();
  }
  expect(last.answer).toEqual(wanted);
}
