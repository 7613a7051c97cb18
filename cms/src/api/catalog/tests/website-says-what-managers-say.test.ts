import { readEnv } from '@gangway/config/env';
import { clock, type Locale, newId } from '@gangway/kit';
import { listPages, readContacts, readPage, readSite } from '../contract.ts';
import { ask, eventually, read } from './ask-shop.ts';
import { buildStage, create, publish as publishActivity, refresh, texts, update } from './stage.ts';

const site = 'api::catalog.site';

const saySite = async (fields: object) => {
  const known = await strapi.documents(site).findFirst({ populate: ['shelves'] });
  const about = {
    ...{ name: texts('Сходни', 'Gangway', '舷梯'), tagline: texts('Места', 'Places', '座位') },
    ...{ phone: '+7 812 000-00-00', email: 'hello@example.org', address: texts('Дом', 'House', '房子') },
  };
  const data = { ...about, ...fields } as never;
  if (known) await strapi.documents(site).update({ documentId: known.documentId, data });
  else await strapi.documents(site).create({ data });
  await refresh();
};

const siteIn = (locale: Locale) => read(readSite, `/api/site?locale=${locale}`);

describe('the website', () => {
  it('speaks each language', async () => {
    await saySite({ footer: texts('Внизу', 'Below', '底部'), accent: '#0F5E91', logo: null });
    const said = await Promise.all(readEnv().locales.map(siteIn));
    expect(said.map(({ data }) => [data.name, data.tagline, data.footer])).toEqual([
      ['Сходни', 'Места', 'Внизу'],
      ['Gangway', 'Places', 'Below'],
      ['舷梯', '座位', '底部'],
    ]);
    expect(said[0]?.data).toMatchObject({ accent: '#0F5E91', logo: null, email: 'hello@example.org' });
  });

  it('follows an edit without anybody asking it to', async () => {
    await saySite({ phone: '+7 812 111-11-11' });
    const row = (await strapi.documents(site).findFirst())!;
    const phone = '+7 812 222-22-22';
    await strapi.documents(site).update({ documentId: row.documentId, data: { phone } as never });
    const seen = await eventually(
      async () => (await siteIn('ru')).data.phone,
      (now) => now === phone,
    );
    expect(seen).toBe(phone);
  });

  it('shows its logo with its size', async () => {
    const file = {
      name: 'logo',
      hash: newId(),
      ext: '.webp',
      mime: 'image/webp',
      size: 1,
      provider: 'local',
    };
    const query = strapi.db.query('plugin::upload.file');
    const logo = await query.create({ data: { ...file, url: '/uploads/l.webp', width: 240, height: 64 } });
    await saySite({ logo: (logo as { id: number }).id });
    expect((await siteIn('en')).data.logo).toMatchObject({
      ...{ url: '/uploads/l.webp', width: 240, height: 64, alt: 'Gangway' },
    });
  });

  it('tells the time of the house, not of the machine', async () => {
    await saySite({});
    clock.moveTo(new Date('2027-01-15T10:00:00Z'));
    const { meta } = await siteIn('ru');
    clock.reset();
    expect(meta.now.slice(0, 10)).toBe('2027-01-15');
  });
});

describe('the shelves of the home page', () => {
  const slugs = async () => (await siteIn('ru')).data.shelves.map(({ slug }) => slug);

  it('stand in the manager’s order', async () => {
    const stages = [await buildStage(), await buildStage()] as const;
    for (const stage of stages) await stage.sail();
    const [first, second] = stages.map(({ category }) => category.documentId);
    await saySite({ shelves: [second, first] });
    expect(await slugs()).toEqual([stages[1].mark, stages[0].mark]);
  });

  it('leave out what is archived, empty, or for members only', async () => {
    const [open, archived, empty, members] = [
      ...[await buildStage(), await buildStage(), await buildStage()],
      await buildStage({ audience: 'members' }),
    ] as const;
    for (const stage of [open, archived, members]) await stage!.sail();
    const shelves = [archived, empty, members, open].map((stage) => stage!.category.documentId);
    await saySite({ shelves });
    expect(await slugs()).toEqual([archived!.mark, open!.mark]);
    await update('catalog.category', archived!.category, { archived: true });
    await refresh();
    expect(await slugs()).toEqual([open!.mark]);
    await update('catalog.activity', members!.activity, { audience: 'public' }, 'ru');
    await publishActivity(members!.activity);
    await refresh();
    expect(await slugs()).toEqual([members!.mark, open!.mark]);
  });
});

describe('an editorial page', () => {
  const uid = 'api::catalog.page';
  const publish = (documentId: string) => strapi.documents(uid).publish({ documentId, locale: '*' });
  const pathOf = (slug: string, locale: Locale = 'ru') => `/api/pages/${slug}?locale=${locale}`;
  const drafted = async (fields: object = {}) => {
    const slug = newId();
    const ru = { title: 'Возвраты', body: 'За **24 часа**', slug, kind: 'refunds', ...fields };
    const page = await create('catalog.page', ru, 'ru');
    await update('catalog.page', page, { title: 'Refunds', body: '**24 hours** before' }, 'en');
    await update('catalog.page', page, { title: '退票', body: '提前 **24 小时**' }, 'zh-Hans');
    return { slug, documentId: page.documentId };
  };

  it('keeps the address by which others lead to it until another one is published', async () => {
    const { slug, documentId } = await drafted({ kind: 'offer' });
    await publish(documentId);
    const { seller, sail, mark } = await buildStage();
    await sail();
    await update('catalog.seller', seller, { offerPage: documentId });
    const led = async () => {
      await refresh();
      const { sellers } = (await read(readContacts, '/api/contacts?locale=ru')).data;
      return sellers.find((one) => one.slug === mark)?.offerPage;
    };
    expect(await led()).toBe(slug);
    const other = newId();
    await update('catalog.page', { documentId }, { slug: other }, 'ru');
    expect(await led()).toBe(slug);
    await publish(documentId);
    expect(await led()).toBe(other);
  });

  it('is not there while it is a draft, and is in every language once published', async () => {
    const { slug, documentId } = await drafted();
    await refresh();
    expect((await ask(pathOf(slug))).status).toBe(404);
    await publish(documentId);
    await refresh();
    const seen = await Promise.all(readEnv().locales.map((locale) => read(readPage, pathOf(slug, locale))));
    expect(seen.map(({ data }) => [data.title, data.kind])).toEqual([
      ['Возвраты', 'refunds'],
      ['Refunds', 'refunds'],
      ['退票', 'refunds'],
    ]);
    expect(seen[0]?.data.body).toBe('За **24 часа**');
  });

  it('changes for readers when it is published, not when it is saved', async () => {
    const { slug, documentId } = await drafted();
    await publish(documentId);
    const title = async () => (await read(readPage, pathOf(slug))).data.title;
    await refresh();
    await update('catalog.page', { documentId }, { title: 'Как вернуть деньги' }, 'ru');
    await refresh();
    expect(await title()).toBe('Возвраты');
    await publish(documentId);
    expect(await eventually(title, (now) => now !== 'Возвраты')).toBe('Как вернуть деньги');
  });

  it('goes when it is withdrawn', async () => {
    const { slug, documentId } = await drafted();
    await publish(documentId);
    await strapi.documents(uid).unpublish({ documentId, locale: '*' });
    await refresh();
    expect((await ask(pathOf(slug))).body.error?.code).toBe('NOT_FOUND');
  });

  it('is linked in the footer when a manager wants it there', async () => {
    await saySite({});
    const [shown, hidden] = [await drafted(), await drafted({ inFooter: false })];
    for (const { documentId } of [shown, hidden]) await publish(documentId);
    await refresh();
    const links = (await siteIn('en')).data.pages;
    expect(links).toContainEqual({ slug: shown.slug, title: 'Refunds', kind: 'refunds' });
    expect(links.map(({ slug }) => slug)).not.toContain(hidden.slug);
    const { data, meta } = await read(listPages, '/api/pages?pageSize=100&locale=en');
    expect(data.map(({ slug }) => slug)).toEqual(expect.arrayContaining([shown.slug, hidden.slug]));
    expect(meta.total).toBe(data.length);
  });

  it.each(['nothing', '-', '%00', 'a'.repeat(3000)])('%s is 404', async (slug) => {
    const { status, body } = await ask(`/api/pages/${slug}`);
    expect([status, body.error?.code]).toEqual([404, 'NOT_FOUND']);
  });
});

describe('contacts', () => {
  it('name who sells and where one boards, but nobody without a departure', async () => {
    const [sailing, idle] = [await buildStage(), await buildStage()];
    await sailing.sail();
    await refresh();
    const { sellers, berths } = (await read(readContacts, '/api/contacts?locale=en')).data;
    const seller = sellers.find(({ slug }) => slug === sailing.mark);
    expect(seller).toMatchObject({ legalName: 'Ladoga', country: 'EE', email: 'hello@example.org' });
    expect(berths.find(({ slug }) => slug === sailing.mark)).toMatchObject({ latitude: 59.4 });
    expect([...sellers, ...berths].map(({ slug }) => slug)).not.toContain(idle.mark);
  });
});
