import {
  documents,
  makeActivity,
  makeBerth,
  makeCategory,
  makeDeparture,
  makePrice,
  makePublishedActivity,
  makeRoute,
  makeSchedule,
  makeSeller,
  makeVenue,
  makeVessel,
  refusal,
  words,
  type Record,
} from '../../../../tests/support/catalogue.ts';
import { waitsForLock } from '../../../../tests/support/waits-for-lock.ts';
import { unique } from '../../../../tests/support/staff.ts';

const remove = (type: string, { documentId }: Record, locale?: string) =>
  documents(type).delete({ documentId, ...(locale ? { locale } : {}) });

const stands = async (type: string, { documentId }: Record) =>
  (await strapi.db.query(`api::catalog.${type}`).count({ where: { documentId } })) > 0;

describe('deleting is refused', () => {
  it('of a vessel that has departures, with what to do instead', async () => {
    const vessel = await makeVessel();
    await makeDeparture({ vessel: vessel.documentId });
    const refused = await refusal(remove('vessel', vessel));
    expect(refused.code).toBe('IN_USE');
    expect(refused.message).toBe(
      'Удалить нельзя, запись нужна другим: рейсы (1). Если она больше не в ходу, отметьте «В архиве».',
    );
    expect(await stands('vessel', vessel)).toBe(true);
  });

  it('of a venue and a berth that have departures', async () => {
    const [venue, berth] = [await makeVenue(), await makeBerth()];
    await makeDeparture({ venue: venue.documentId, berth: berth.documentId });
    expect(await refusal(remove('venue', venue))).toMatchObject({ code: 'IN_USE' });
    expect(await refusal(remove('berth', berth))).toMatchObject({ code: 'IN_USE' });
  });

  it('of an activity that has departures, with all its languages or with one', async () => {
    const activity = await makePublishedActivity();
    await makeDeparture({ activity: activity.documentId });
    expect(await refusal(remove('activity', activity, '*'))).toMatchObject({ code: 'IN_USE' });
    expect(await refusal(remove('activity', activity, 'en'))).toMatchObject({ code: 'PUBLISHED_LANGUAGE' });
  });

  it('of the Russian draft that departures are linked to, but not of a translation', async () => {
    const activity = await makeActivity();
    await makeDeparture({ activity: activity.documentId });
    expect(await refusal(remove('activity', activity, 'ru'))).toMatchObject({ code: 'RUSSIAN_IN_USE' });
    await remove('activity', activity, 'en');
    expect(await documents('activity').findOne({ documentId: activity.documentId, locale: 'en' })).toBeNull();
  });

  it('of an activity that a promotion is limited to: it would hold for everything', async () => {
    const activity = await makeActivity();
    const data = { name: words(), code: 'ONLY', percent: 5, seller: activity.seller.documentId };
    await documents('promotion').create({ data: { ...data, activities: [activity.documentId] } });
    expect(await refusal(remove('activity', activity, '*'))).toMatchObject({ code: 'IN_USE' });
  });

  it('of a schedule that has made departures, which is switched off instead', async () => {
    const schedule = await makeSchedule();
    await makeDeparture({ schedule: schedule.documentId });
    expect((await refusal(remove('schedule', schedule))).message).toContain('выключите расписание');
  });

  it.each([
    ['seller', { field: 'seller', make: makeSeller }],
    ['route', { field: 'route', make: makeRoute }],
    ['category', { field: 'categories', make: makeCategory }],
  ])('of a %s that activities have', async (type, { field, make }) => {
    const record = await make();
    const value = field === 'categories' ? [record.documentId] : record.documentId;
    await makeActivity({ values: { [field]: value }, locales: ['ru'] });
    expect(await refusal(remove(type, record))).toMatchObject({ code: 'IN_USE' });
  });

  it('of a ticket type that has prices', async () => {
    const activity = await makeActivity();
    await makePrice(activity);
    expect((await refusal(remove('ticket-type', activity.ticketType))).message).toContain('цены (1)');
  });

  it('of a page that is the offer of a seller', async () => {
    const page = await documents('page').create({
      locale: 'ru',
      data: { title: unique('Оферта'), body: 'Т' },
    });
    await makeSeller({ offerPage: page.documentId });
    expect(await refusal(remove('page', page, '*'))).toMatchObject({ code: 'PAGE_IN_USE' });
  });
});

describe('a departure that is being made while its vessel is deleted', () => {
  it('keeps the vessel: whoever deletes waits and then counts', async () => {
    const vessel = await makeVessel();
    const activity = (await makeActivity({ locales: ['ru'] })).documentId;
    const gate = Promise.withResolvers<void>();
    const made = Promise.withResolvers<void>();
    const making = strapi.db.transaction(async () => {
      await makeDeparture({ vessel: vessel.documentId, activity });
      made.resolve();
      await gate.promise;
    });
    await made.promise;
    const refused = refusal(remove('vessel', vessel));
    await waitsForLock();
    gate.resolve();
    await making;
    expect(await refused).toMatchObject({ code: 'IN_USE' });
  });
});

describe('deleting is granted', () => {
  it('of what nobody needs', async () => {
    for (const [type, make] of [
      ['vessel', makeVessel],
      ['venue', makeVenue],
      ['berth', makeBerth],
      ['seller', makeSeller],
      ['route', makeRoute],
      ['category', makeCategory],
      ['schedule', makeSchedule],
    ] as const) {
      const record = await make();
      await remove(type, record);
      expect(await stands(type, record)).toBe(false);
    }
  });

  it('of an activity without departures, and its prices go with it', async () => {
    const activity = await makeActivity();
    const price = await makePrice(activity);
    await remove('activity', activity, '*');
    expect(await stands('activity', activity)).toBe(false);
    expect(await stands('price', price)).toBe(false);
  });

  it('of a departure, and its own prices go with it', async () => {
    const activity = await makeActivity();
    const departure = await makeDeparture({ activity: activity.documentId });
    const own = await makePrice(activity, { event: departure.documentId });
    const general = await makePrice(activity);
    await remove('event', departure);
    expect(await stands('price', own)).toBe(false);
    expect(await stands('price', general)).toBe(true);
  });
});
