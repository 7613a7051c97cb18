import { clock, type Locale, newId } from '@gangway/kit';
import { asStaff, staffMember, type StaffMember } from '../../../../tests/support/staff.ts';
import { readPage, readPreview } from '../contract.ts';
import type { Preview } from '../contract/preview.ts';
import { previewMinutes } from '../domain/preview-token.ts';
import { ask, read } from './ask-shop.ts';
import { buildStage, create, publish, refresh, update } from './stage.ts';

type Row = { documentId: string };
type Looked = { state?: 'draft' | 'published'; locale?: string };

const panelPath = (type: string, { documentId }: Row, { state = 'draft', locale = 'ru' }: Looked = {}) =>
  `/content-manager/preview/url/api::catalog.${type}?documentId=${documentId}&locale=${locale}&status=${state}`;

const urlFor = async (member: StaffMember, path: string) =>
  (await asStaff<{ url?: string } | undefined>(member, { path })).data?.url;

async function tokenFor(member: StaffMember, path: string): Promise<string> {
  return new URL((await urlFor(member, path))!).searchParams.get('token')!;
}

const askWith = (token: string, locale: Locale = 'ru') =>
  ask(`/api/preview?locale=${locale}`, { 'gangway-preview': token });

async function look(token: string, locale: Locale = 'ru'): Promise<Preview> {
  const { body } = await askWith(token, locale);
  return readPreview.response.parse(body).data;
}

async function draftPage() {
  const slug = newId();
  const page = await create('catalog.page', { title: 'Черновик', body: 'Текст', slug, kind: 'text' }, 'ru');
  await update('catalog.page', page, { title: 'A draft', body: 'Text' }, 'en');
  await update('catalog.page', page, { title: '草稿', body: '正文' }, 'zh-Hans');
  return { ...page, slug };
}

describe('a link from the panel', () => {
  let manager: StaffMember;

  beforeAll(async () => {
    manager = await staffMember({ sections: { catalog: 'act' } });
  });

  afterEach(() => clock.reset());

  it('leads to the website in the language that is edited', async () => {
    const page = await draftPage();
    expect(await urlFor(manager, panelPath('page', page, { locale: 'zh-Hans' }))).toMatch(
      /^https?:\/\/[^/]+\/zh\/preview\?token=page\./,
    );
  });

  it('shows the draft of a page before and after it is published', async () => {
    const page = await draftPage();
    const token = await tokenFor(manager, panelPath('page', page));
    expect(await look(token, 'en')).toMatchObject({ type: 'page', page: { title: 'A draft', body: 'Text' } });
    await strapi.documents('api::catalog.page').publish({ documentId: page.documentId, locale: '*' });
    await update('catalog.page', page, { title: 'A second draft' }, 'en');
    await refresh();
    expect(await look(token, 'en')).toMatchObject({ state: 'draft', page: { title: 'A second draft' } });
    expect((await read(readPage, `/api/pages/${page.slug}?locale=en`)).data.title).toBe('A draft');
    const published = await tokenFor(manager, panelPath('page', page, { state: 'published' }));
    expect(await look(published, 'en')).toMatchObject({ state: 'published', page: { title: 'A draft' } });
  });

  it('shows an activity as the shop would, with its next departure', async () => {
    const stage = await buildStage();
    const eventId = await stage.sail();
    const title = `Черновик ${stage.mark}`;
    await update('catalog.activity', stage.activity, { title }, 'ru');
    const shown = await look(await tokenFor(manager, panelPath('activity', stage.activity)));
    expect(shown).toMatchObject({
      activity: { title, event: { id: eventId, activity: { title }, priceFrom: { amount: 2400 } } },
    });
  });

  it('shows an activity without departures, and one that only members will see', async () => {
    const stage = await buildStage({ audience: 'members' });
    const token = await tokenFor(manager, panelPath('activity', stage.activity));
    expect(await look(token)).toMatchObject({ activity: { title: `Прогулка ${stage.mark}`, event: null } });
    const eventId = await stage.sail();
    expect(await look(token)).toMatchObject({ activity: { event: { id: eventId } } });
    await publish(stage.activity);
    await refresh();
    expect((await ask(`/api/events/${eventId}`)).status).toBe(404);
  });

  it('ends after half an hour', async () => {
    const token = await tokenFor(manager, panelPath('page', await draftPage()));
    clock.shiftBy((previewMinutes + 1) * 60_000);
    const { status, body } = await askWith(token);
    expect([status, body.error?.code]).toEqual([401, 'PREVIEW_ENDED']);
  });

  it('is kept by nobody on the way', async () => {
    const token = await tokenFor(manager, panelPath('page', await draftPage()));
    expect((await askWith(token)).headers.get('cache-control')).toBe('no-store');
  });

  it('is 404 where the language has no text, and when the document is gone', async () => {
    const page = await create('catalog.page', { title: 'Один', body: 'Текст', slug: newId() }, 'ru');
    const token = await tokenFor(manager, panelPath('page', page));
    expect((await askWith(token, 'en')).status).toBe(404);
    await strapi.documents('api::catalog.page').delete({ documentId: page.documentId, locale: '*' });
    expect((await askWith(token)).status).toBe(404);
  });
});

describe('without a link', () => {
  it.each(['', 'page.k3f0q8v1m2n4b6c7d9e1g5h8.draft.9999999999.x', 'Bearer'])(
    'a draft is closed: %p',
    async (token) => {
      const { status, body } = await askWith(token);
      expect([status, body.error?.code]).toEqual([401, 'PREVIEW_ENDED']);
    },
  );

  it('the panel gives none to somebody who may not read the catalogue', async () => {
    const page = await draftPage();
    const clerk = await staffMember({ sections: { orders: 'act' } });
    expect(await urlFor(clerk, panelPath('page', page))).toBeUndefined();
    expect((await asStaff(undefined, { path: panelPath('page', page) })).status).toBe(401);
  });

  it('the panel gives none for what has no page of its own', async () => {
    const { berth } = await buildStage();
    const manager = await staffMember({ sections: { catalog: 'act' } });
    expect(await urlFor(manager, panelPath('berth', berth))).toBeUndefined();
  });
});
