import type { BrowserContext, Page } from 'playwright-core';

/** The languages of the panel as Strapi calls them. */
export type PanelLanguage = 'ru' | 'en' | 'zh-Hans';

export interface Member {
  token: string;
  email: string;
}

type Json = Record<string, unknown>;

/** Asks Strapi's own API; rejects with what it answered when it refuses. */
export async function ask<Answer = Json>(
  path: string,
  { method = 'GET', body, token }: { method?: string; body?: unknown; token?: string } = {},
): Promise<Answer> {
  const response = await fetch(house.url + path, {
    method,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 400)}`);
  return JSON.parse(text) as Answer;
}

const tokenOf = async (email: string, password: string): Promise<string> =>
  (await ask<{ data: { token: string } }>('/admin/login', { method: 'POST', body: { email, password } })).data
    .token;

export const demoAdministrator = async (): Promise<Member> => ({
  email: house.email,
  token: await tokenOf(house.email, house.password),
});

const password = 'Only-for-tests-1';

/** A colleague with the rights of an Administrator whose panel speaks the language. */
export async function administratorWhoSpeaks({ token }: Member, language: PanelLanguage): Promise<Member> {
  const email = `e2e-${language.toLowerCase()}-${Date.now()}@gangway.example`;
  const roles = await ask<{ data: { id: number; code: string }[] }>('/admin/roles', { token });
  const administrator = roles.data.find(({ code }) => code === 'strapi-super-admin')?.id;
  const invited = await ask<{ data: { registrationToken: string } }>('/admin/users', {
    method: 'POST',
    token,
    body: { email, firstname: 'E2E', roles: [administrator] },
  });
  const userInfo = { firstname: 'E2E', password };
  await ask('/admin/register', {
    method: 'POST',
    body: { registrationToken: invited.data.registrationToken, userInfo },
  });
  const member = { email, token: await tokenOf(email, password) };
  await ask('/admin/users/me', { method: 'PUT', token: member.token, body: { preferedLanguage: language } });
  return member;
}

/** Lets the browser in as the member without the login page. */
export const letIn = (context: BrowserContext, { token }: Member): Promise<unknown> =>
  context.addInitScript(`localStorage.setItem('jwtToken', JSON.stringify(${JSON.stringify(token)}));
    localStorage.setItem('isLoggedIn', 'true');`);

export interface Noise {
  foreign: string[];
  errors: string[];
}

/** Everything a page asks of other origins, and everything it complains about. */
export function listen(to: Page): Noise {
  const noise: Noise = { foreign: [], errors: [] };
  to.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(house.url))
      noise.foreign.push(request.url());
  });
  to.on('console', (message) => {
    if (message.type() === 'error') noise.errors.push(`${message.text()} at ${message.location().url}`);
  });
  to.on('pageerror', (error) => noise.errors.push(error.message));
  return noise;
}

export const collection = (type: string): string =>
  `/content-manager/collection-types/api::${type === 'seating-plan' ? 'seating' : 'catalog'}.${type}`;

/** Opens a page of the panel anew. */
export const open = async (at: Page, path: string): Promise<void> => {
  await at.goto(`${house.url}/admin${path}`);
  await at.locator('main h1').first().waitFor();
};

/** Goes to a page as a click in the menu does, without loading the panel again; resolves when it is drawn. */
export async function go(at: Page, path: string): Promise<void> {
  const before = await at.title();
  await at.evaluate((to) => {
    const { history, dispatchEvent, PopStateEvent } = globalThis as unknown as BrowserGlobals;
    history.pushState({ idx: 1 }, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: { idx: 1 } }));
  }, `/admin${path}`);
  await at.waitForFunction((old) => (globalThis as unknown as BrowserGlobals).document.title !== old, before);
  await at.locator('main h1').first().waitFor();
}

/** What the functions above need of a browser; these tests are compiled for Node. */
interface BrowserGlobals {
  document: { title: string };
  history: { pushState(state: object, title: string, to: string): void };
  dispatchEvent(event: unknown): void;
  PopStateEvent: new (name: string, init: object) => unknown;
}

/** The document id of a record, the first or the one whose label or title holds the text. */
export async function recordOf(
  type: string,
  { token, about }: { token: string; about?: string },
): Promise<string> {
  const found = await ask<{ results: { documentId: string }[] }>(
    `${collection(type)}?pageSize=1${about ? `&_q=${encodeURIComponent(about)}` : ''}`,
    { token },
  );
  const id = found.results[0]?.documentId;
  if (!id) throw new Error(`The season has no ${type}${about ? ` about ${about}` : ''}.`);
  return id;
}
