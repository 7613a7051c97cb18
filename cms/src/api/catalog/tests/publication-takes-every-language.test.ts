import {
  documents,
  makeActivity,
  makeDeparture,
  makePrice,
  makePublishedActivity,
  makeSeller,
  refusal,
  translate,
  type Record,
} from '../../../../tests/support/catalogue.ts';
import { unique } from '../../../../tests/support/staff.ts';

const activities = () => documents('activity');
const publish = ({ documentId }: Record, locale = 'ru') => activities().publish({ documentId, locale });
const published = async ({ documentId }: Record) => {
  const rows = await strapi.db
    .query('api::catalog.activity')
    .findMany({ where: { documentId, publishedAt: { $ne: null } } });
  return rows.map(({ locale }: { locale: string }) => locale).sort();
};

describe('an activity', () => {
  it('is not published before it is there in every language, and is told which are missing', async () => {
    const activity = await makeActivity({ locales: ['ru', 'en'] });
    await makePrice(activity);
    const refused = await refusal(publish(activity));
    expect(refused.code).toBe('PUBLICATION_INCOMPLETE');
    expect(refused.message).toBe('Опубликовать нельзя, не хватает: весь перевод (китайский).');
    expect(await published(activity)).toEqual([]);
  });

  it('is told which texts of a translation are missing', async () => {
    const activity = await makeActivity();
    await makePrice(activity);
    const { documentId } = activity;
    await activities().update({ documentId, locale: 'en', data: { summary: null, description: ' ' } });
    expect((await refusal(publish(activity))).message).toContain(
      'краткое описание (английский), описание (английский)',
    );
  });

  it('needs something that can be bought', async () => {
    const activity = await makeActivity({ values: { ticketTypes: [], image: null } });
    const { message } = await refusal(publish(activity));
    expect(message).toContain('изображение, типы билетов, хотя бы одна цена');
  });

  it('is published in all languages at once, whichever the person was editing', async () => {
    const activity = await makeActivity();
    await makePrice(activity);
    const { entries } = await publish(activity, 'en');
    expect(entries[0]?.locale).toBe('en');
    expect(await published(activity)).toEqual(['en', 'ru', 'zh-Hans']);
  });

  it('is not published by a write that says so, either', async () => {
    const activity = await makeActivity({ locales: ['ru'] });
    const { documentId } = activity;
    const sly = activities().update({ documentId, locale: 'ru', status: 'published', data: {} });
    expect(await refusal(sly)).toMatchObject({ code: 'PUBLICATION_INCOMPLETE' });
    expect(await published(activity)).toEqual([]);
  });

  it('is not withdrawn while departures are on sale, and is archived instead', async () => {
    const activity = await makePublishedActivity();
    const { documentId } = activity;
    const departure = await makeDeparture({ activity: documentId });
    expect(await refusal(activities().unpublish({ documentId }))).toMatchObject({ code: 'ON_SALE' });
    await activities().update({ documentId, locale: 'ru', data: { archived: true } });
    expect((await publish(activity)).entries[0]).toMatchObject({ archived: true });
    await documents('event').update({ documentId: departure.documentId, data: { state: 'cancelled' } });
    await activities().unpublish({ documentId });
    expect(await published(activity)).toEqual([]);
  });
});

describe('what the languages of an activity share', () => {
  it('is taken over by a new translation', async () => {
    const activity = await makeActivity({ locales: ['ru'] });
    await translate({ activity, locale: 'en' });
    const { documentId } = activity;
    const english = await activities().findOne({
      documentId,
      locale: 'en',
      populate: ['seller', 'ticketTypes'],
    });
    expect(english).toMatchObject({
      seller: { documentId: activity.seller.documentId },
      ticketTypes: [{ documentId: activity.ticketType.documentId }],
    });
  });

  it('is edited in one and changed in all', async () => {
    const activity = await makeActivity();
    const { documentId } = activity;
    const other = (await makeSeller()).documentId;
    await activities().update({ documentId, locale: 'en', data: { seller: other, ticketTypes: [] } });
    for (const locale of ['ru', 'en', 'zh-Hans']) {
      const draft = await activities().findOne({ documentId, locale, populate: ['seller', 'ticketTypes'] });
      expect(draft).toMatchObject({ seller: { documentId: other }, ticketTypes: [] });
    }
  });
});

describe('a page', () => {
  const pages = () => documents('page');
  const text = (locale: string) => ({ title: `${unique('Page')} ${locale}`, body: 'Text' });

  it('is published when every language has its title and text', async () => {
    const { documentId } = await pages().create({ locale: 'ru', data: text('ru') });
    expect((await refusal(pages().publish({ documentId, locale: 'ru' }))).message).toContain('английский');
    await pages().update({ documentId, locale: 'en', data: text('en') });
    await pages().update({ documentId, locale: 'zh-Hans', data: { ...text('zh'), body: null } });
    expect((await refusal(pages().publish({ documentId, locale: 'ru' }))).message).toBe(
      'Опубликовать нельзя, не хватает: текст (китайский).',
    );
    await pages().update({ documentId, locale: 'zh-Hans', data: text('zh') });
    expect((await pages().publish({ documentId, locale: 'ru' })).entries).toHaveLength(3);
  });
});
