import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { foreignWords, languages, type Language } from './foreign-words.ts';
import { serious, sideways, watch } from './page-watch.ts';
import { askShop } from './shop-api.ts';

interface PageItem {
  slug: string;
  title: string;
  kind: string;
}

type Json = Record<string, unknown>;

const uid = 'api::catalog.page';
const promisedMs = 2_000;
const unique = (text: string) => `${text} ${Date.now().toString(36)}`;
const open = (path: string, on: Page = page) => on.goto(house.siteUrl + path, { waitUntil: 'networkidle' });
const read = async (path: string) => (await fetch(house.siteUrl + path)).text();
const pagesIn = async (language: Language) =>
  (await askShop<{ data: PageItem[] }>(`/api/pages?pageSize=100&locale=${language}`)).data;

/** What is wrong with a page that is open, in both dresses and at both ends of the widths. */
async function faults(language: Language): Promise<string[]> {
  const found = (await foreignWords(page, language)).map((text) => `words: ${text}`);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    found.push(...(await serious(page)).map((text) => `${colorScheme}: ${text}`));
    for (const width of [320, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const wide = await sideways(page);
      if (wide) found.push(`${width} ${colorScheme}: ${wide}`);
    }
  }
  return found;
}

async function withoutScripts(): Promise<Page> {
  const context = await page.context().browser()?.newContext({ javaScriptEnabled: false, locale: 'ru-RU' });
  return (await context?.newPage()) as Page;
}

describe('editorial pages', () => {
  it.each(languages)('can all be read in %s, and complain about nothing', async (language: Language) => {
    const seen = watch(page, house.siteUrl);
    const pages = await pagesIn(language);
    expect(pages.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['text', 'questions', 'refunds', 'contact', 'offer', 'privacy']),
    );
    const found: Record<string, string[]> = {};
    for (const { slug, title } of pages) {
      await open(`/${language}/pages/${slug}`);
      expect(await page.locator('h1').innerText()).toBe(title);
      const wrong = await faults(language);
      if (wrong.length > 0) found[slug] = wrong;
    }
    expect([found, seen.errors, seen.failed, seen.foreign]).toEqual([{}, [], [], []]);
  });

  it('are linked in the footer and found by their contents', async () => {
    await open('/ru/pages/refunds');
    const offer = (await pagesIn('ru')).find(({ kind }) => kind === 'offer') as PageItem;
    await page.getByRole('contentinfo').getByRole('link', { name: offer.title, exact: true }).click();
    await page.locator('h1', { hasText: offer.title }).waitFor();
    const link = page.getByRole('navigation', { name: 'На этой странице' }).getByRole('link').nth(1);
    await link.click();
    const heading = page.locator(`h2:has-text("${await link.innerText()}")`);
    expect(decodeURIComponent(new URL(page.url()).hash).slice(1)).toBe(await heading.getAttribute('id'));
  });

  it('answer questions without scripts', async () => {
    const plain = await withoutScripts();
    await open('/ru/pages/questions', plain);
    const first = plain.locator('details').first();
    expect(await first.locator('p').first().isVisible()).toBe(false);
    await first.locator('summary').click();
    expect(await first.locator('p').first().isVisible()).toBe(true);
    await plain.context().close();
  });

  it('name the sellers with their requisites and draw the berths', async () => {
    await open('/ru/pages/contact');
    const { data } = await askShop<{ data: { sellers: Json[]; berths: Json[] } }>('/api/contacts?locale=ru');
    const text = await page.locator('main').innerText();
    for (const { legalName, inn } of data.sellers) {
      expect(text).toContain(legalName);
      if (inn) expect(text).toContain(inn);
    }
    expect(await page.locator('figure.map svg[role=img]').count()).toBe(data.berths.length);
  });

  it('that do not exist are not found', async () => {
    expect((await fetch(`${house.siteUrl}/ru/pages/nothing-here`)).status).toBe(404);
  });
});

describe('a draft', () => {
  const administrator = { token: '' };

  // Logging in is limited to a few times in five minutes.
  beforeAll(async () => {
    const { data } = await askShop<{ data: { token: string } }>('/admin/login', {
      ...{ email: house.email, password: house.password },
    });
    administrator.token = data.token;
  });

  const asStaff = async <Answer>(path: string): Promise<Answer> => {
    const headers = { authorization: `Bearer ${administrator.token}` };
    return (await (await fetch(house.url + path, { headers })).json()) as Answer;
  };

  const documentOf = async (slug: string): Promise<string> => {
    const query = new URLSearchParams({ 'filters[slug][$eq]': slug, locale: 'ru' });
    const { results } = await asStaff<{ results: { documentId: string }[] }>(
      `/content-manager/collection-types/${uid}?${query}`,
    );
    return results[0]?.documentId ?? '';
  };

  async function openInPanel(documentId: string): Promise<void> {
    const token = JSON.stringify(JSON.stringify(administrator.token));
    await page.context().addInitScript(`localStorage.setItem('jwtToken', ${token});
      localStorage.setItem('isLoggedIn', 'true');`);
    await page.goto(
      `${house.url}/admin/content-manager/collection-types/${uid}/${documentId}?plugins[i18n][locale]=ru`,
    );
  }

  it('is shown by the panel as it will look, and to readers two seconds after it is published', async () => {
    const path = '/ru/pages/about-this-season';
    const title = unique('О сезоне, правка');
    const documentId = await documentOf('about-this-season');
    await openInPanel(documentId);
    await page.locator('[name="title"]').fill(title);
    await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
    await page.getByRole('status').first().waitFor();
    await page.locator('a[href*="/preview"]').click();
    const draft = page.frameLocator('iframe');
    await draft.locator('h1', { hasText: title }).waitFor();
    expect(await draft.locator('[data-preview]').getAttribute('data-preview')).toBe('draft');
    const shown = page.frames().find((frame) => frame.url().includes('/preview/page/'));
    expect(shown?.url()).toBe(`${house.siteUrl}/ru/preview/page/${documentId}`);
    const asked = performance.now();
    expect(await read(path)).not.toContain(title);
    const costMs = performance.now() - asked;

    const published = page.waitForResponse((answer) => answer.url().includes('/actions/publish'));
    await page.getByRole('button', { name: 'Опубликовать', exact: true }).click();
    expect((await published).status()).toBe(200);
    // The promise is for a machine that draws a page in no time.
    await pause(promisedMs + 4 * costMs);
    expect(await read(path)).toContain(title);
  });

  it('of an activity is shown with its next departure, in each language', async () => {
    const { results } = await asStaff<{ results: { documentId: string; title: string }[] }>(
      '/content-manager/collection-types/api::catalog.activity?pageSize=1&locale=ru',
    );
    const [activity] = results;
    const { data } = await asStaff<{ data: { url: string } }>(
      `/content-manager/preview/url/api::catalog.activity?documentId=${activity?.documentId}&locale=ru&status=draft`,
    );
    const seen = watch(page, house.siteUrl);
    await page.goto(data.url, { waitUntil: 'networkidle' });
    expect(await page.locator('h1').innerText()).toBe(activity?.title);
    expect(page.url()).not.toContain('token');
    expect(await faults('ru')).toEqual([]);
    await page.locator('[data-preview]').getByRole('link', { name: 'English' }).click();
    await page.waitForURL('**/en/preview/**');
    expect(await foreignWords(page, 'en')).toEqual([]);
    expect([seen.errors, seen.failed]).toEqual([[], []]);
  });

  it('is closed to who has no link, and to other websites’ frames', async () => {
    const documentId = await documentOf('about-this-season');
    const closed = await fetch(`${house.siteUrl}/ru/preview/page/${documentId}`);
    expect(closed.status).toBe(401);
    expect(await closed.text()).toContain('Ссылка больше не действует');
    const policy = closed.headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`frame-ancestors ${new URL(house.url).origin}`);
    const other = await fetch(`${house.siteUrl}/ru/pages/refunds`);
    expect(other.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });
});

describe('the description of the API', () => {
  it('leads from /docs of the website and of cms to its pages', async () => {
    for (const base of [house.siteUrl, house.url]) {
      await page.goto(`${base}/docs`);
      expect(page.url()).toBe(`${house.siteUrl}/ru/docs`);
    }
  });

  it.each(languages)('can be read in %s, and complains about nothing', async (language: Language) => {
    const seen = watch(page, house.siteUrl);
    await open(`/${language}/docs`);
    expect(await faults(language)).toEqual([]);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.locator('a[href$="/docs/ordering.orders.create"]').click();
    await page.locator('h1', { hasText: '/api/orders' }).waitFor();
    expect(await faults(language)).toEqual([]);
    expect([seen.errors, seen.failed, seen.foreign]).toEqual([[], [], []]);
  });

  it('has every route, and a page for each', async () => {
    const { paths } = await askShop<{ paths: Record<string, Record<string, Json>> }>('/openapi.json');
    const ids = Object.values(paths).flatMap((verbs) =>
      Object.values(verbs).map(({ operationId }) => operationId),
    );
    await open('/en/docs');
    const links = await page
      .locator('[data-routes] a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links.sort()).toEqual(ids.map((id) => `/en/docs/${id}`).sort());
    const answers = await Promise.all(links.map((path) => fetch(house.siteUrl + path)));
    expect(answers.filter(({ status }) => status !== 200).map(({ url }) => url)).toEqual([]);
  });

  it('is searched while typing, and without scripts by asking', async () => {
    await open('/ru/docs');
    await page.locator('[data-search]').fill('post seats');
    const shown = await page.locator('[data-text]:visible').allInnerTexts();
    expect(shown.some((text) => text.includes('/seats/lock'))).toBe(true);
    expect(shown.filter((text) => !text.includes('POST'))).toEqual([]);
    const plain = await withoutScripts();
    await open('/ru/docs', plain);
    await plain.locator('[name=q]').fill('post seats');
    await plain.locator('[name=q]').press('Enter');
    await plain.waitForURL('**?q=post+seats');
    expect(await plain.locator('[data-text]').count()).toBe(shown.length);
    await plain.context().close();
  });
});

describe('the style guide', () => {
  it('shows every component in both dresses, and complains about nothing', async () => {
    const seen = watch(page, house.siteUrl);
    await page.goto(`${house.siteUrl}/styleguide`, { waitUntil: 'networkidle' });
    expect(page.url()).toBe(`${house.siteUrl}/ru/styleguide`);
    const papers = await page
      .locator('.dress--dark, .dress--light')
      .evaluateAll((all) => [...new Set(all.map((dress) => getComputedStyle(dress).backgroundColor))]);
    expect(papers).toHaveLength(2);
    const states = await page.locator('.specimen h3, .case figcaption').allInnerTexts();
    for (const state of ['sold out', 'few left', 'cancelled', 'long text', 'no picture', 'Loading', 'Empty'])
      expect(states).toContain(state);
    expect(await serious(page)).toEqual([]);
    for (const width of [320, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await sideways(page)).toBeUndefined();
    }
    expect([seen.errors, seen.failed, seen.foreign]).toEqual([[], [], []]);
  });
});
