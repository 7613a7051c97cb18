import { instantOf } from '@gangway/kit';
import {
  makeActivity,
  makeBerth,
  makeDeparture,
  makeVessel,
  words,
} from '../../../../tests/support/catalogue.ts';
import { administrator, asStaff, staffMember } from '../../../../tests/support/staff.ts';
import { arrangeTypes } from '../arrange-types.ts';
import { layouts as arranged } from '../layouts.ts';

interface Configuration {
  settings: Record<string, unknown>;
  metadatas: Record<string, { edit: Record<string, unknown>; list: Record<string, unknown> }>;
  layouts: { list: string[]; edit: { name: string; size: number }[][] };
}

interface Home {
  now: string;
  today: { id: string; activity: object; berth: object; state: string }[];
  days: { date: string; departures: number; places: number }[];
}

const vessel = 'api::catalog.vessel';
const stored = (uid: string): Promise<Configuration> =>
  strapi.plugin('content-manager').service('content-types').findConfiguration({ uid });
const store = (uid: string, configuration: Configuration) =>
  strapi.plugin('content-manager').service('content-types').updateConfiguration({ uid }, configuration);
const boot = () => arrangeTypes(strapi);

describe('the lists and forms of the Content Manager', () => {
  it('are arranged on a new installation', async () => {
    const { settings, layouts, metadatas } = await stored('api::catalog.event');
    expect(layouts.list).toEqual(['startAt', 'activity', 'vessel', 'berth', 'capacity', 'state']);
    expect(layouts.edit[0]).toEqual([
      { name: 'activity', size: 8 },
      { name: 'state', size: 4 },
    ]);
    expect(settings).toMatchObject({ pageSize: 20, defaultSortBy: 'startAt', mainField: 'label' });
    expect(metadatas['activity']?.edit['mainField']).toBe('title');
    expect(metadatas['vessel']?.edit['mainField']).toBe('label');
  });

  it('put texts in three languages side by side', async () => {
    const { layouts } = await stored('api::catalog.berth');
    expect(layouts.edit[0]).toEqual([
      { name: 'name', size: 6 },
      { name: 'address', size: 6 },
    ]);
  });

  it('stay as they are at the next boot', async () => {
    const before = await stored(vessel);
    await boot();
    expect(await stored(vessel)).toEqual(before);
  });

  it('belong to the manager who arranged them', async () => {
    const ours = await stored(vessel);
    const theirs = { ...ours, layouts: { ...ours.layouts, list: ['label', 'capacity'] } };
    await store(vessel, theirs);
    await boot();
    expect((await stored(vessel)).layouts.list).toEqual(['label', 'capacity']);
    await store(vessel, ours);
  });

  it('do not show the accounts of the website', async () => {
    const { data } = await asStaff<{ contentTypes: { uid: string; isDisplayed: boolean }[] }>(
      await administrator(),
      {
        path: '/content-manager/init',
      },
    );
    const accounts = data.contentTypes.find(({ uid }) => uid === 'plugin::users-permissions.user');
    expect(accounts?.isDisplayed).toBe(false);
    expect(data.contentTypes.find(({ uid }) => uid === vessel)?.isDisplayed).toBe(true);
  });
});

describe('a related record', () => {
  const name = words('Буксир');

  it.each([
    ['ru', name.ru],
    ['en', name.en],
    ['zh', name.zh],
  ] as const)('is picked and shown by its name in a panel that speaks %s', async (language, text) => {
    const member = await staffMember({ sections: { schedule: 'act' }, language });
    const { documentId } = await makeVessel({ name });
    const event = await makeDeparture({ vessel: documentId });
    const picker = {
      path: `/content-manager/relations/api::catalog.event/vessel?_q=${encodeURIComponent(name.ru)}`,
    };
    const shown = { path: `/content-manager/relations/api::catalog.event/${event.documentId}/vessel` };
    for (const request of [picker, shown]) {
      const { status, data } = await asStaff<{ results: { label: string }[] }>(member, request);
      expect([status, data.results[0]?.label]).toEqual([200, text]);
    }
  });

  it('that is translated is shown in the language of the panel', async () => {
    const member = await staffMember({ sections: { schedule: 'act' }, language: 'zh' });
    const activity = await makeActivity();
    const translation = await strapi
      .documents('api::catalog.activity')
      .findOne({ documentId: activity.documentId, locale: 'zh-Hans' });
    expect(await titleOfActivity(member, activity)).toBe(translation?.['title']);
  });

  it('without a translation keeps its title', async () => {
    const member = await staffMember({ sections: { schedule: 'act' }, language: 'en' });
    const activity = await makeActivity({ values: { title: 'Прогулка без перевода' }, locales: ['ru'] });
    expect(await titleOfActivity(member, activity)).toBe('Прогулка без перевода');
  });

  async function titleOfActivity(
    member: Awaited<ReturnType<typeof staffMember>>,
    { documentId }: { documentId: string },
  ) {
    const event = await makeDeparture({ activity: documentId });
    const { data } = await asStaff<{ results: { title: string }[] }>(member, {
      path: `/content-manager/relations/api::catalog.event/${event.documentId}/activity`,
    });
    return data.results[0]?.title;
  }
});

describe('the home page', () => {
  const home = (member: { token: string }) => asStaff<Home>(member, { path: '/api/admin/home' });
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

  it('is for those who see the schedule', async () => {
    expect((await home(await staffMember({ sections: { catalog: 'act' } }))).status).toBe(403);
    expect((await home(await staffMember({ sections: { schedule: 'view' } }))).status).toBe(200);
  });

  it('counts the places of the coming days, of drafts and cancelled departures not', async () => {
    const member = await staffMember({ sections: { schedule: 'view' } });
    const before = (await home(member)).data;
    const timezone = 'Europe/Moscow';
    const inThreeDays = { startAt: inHours(72), endAt: inHours(73), capacity: 7, timezone };
    await makeDeparture(inThreeDays);
    await makeDeparture({ ...inThreeDays, state: 'cancelled' });
    await makeDeparture({ ...inThreeDays, state: 'draft' });
    const after = (await home(member)).data;
    expect(after.days).toHaveLength(7);
    const date = new Date(inThreeDays.startAt).toLocaleDateString('sv', { timeZone: timezone });
    const of = ({ days }: Home) => days.find((day) => day.date === date);
    expect(of(after)).toEqual({
      date,
      departures: (of(before)?.departures ?? 0) + 1,
      places: (of(before)?.places ?? 0) + 7,
    });
  });

  it('counts what leaves from a place that has another date now on the date of its ticket', async () => {
    const member = await staffMember({ sections: { schedule: 'view' } });
    const dateAt = (timeZone: string, at = Date.now()) => new Date(at).toLocaleDateString('sv', { timeZone });
    const timezone = ['Etc/GMT-14', 'Etc/GMT+12'].find((zone) => dateAt(zone) !== dateAt('Europe/Moscow'));
    const date = dateAt('Europe/Moscow', Date.parse(inHours(72)));
    const counted = async () => (await home(member)).data.days.find((day) => day.date === date)?.departures;
    const before = await counted();
    const noon = instantOf({ day: date, time: '12:00', zone: timezone ?? '' });
    await makeDeparture({ startAt: new Date(noon), endAt: new Date(noon + 3_600_000), timezone });
    expect(await counted()).toBe((before ?? 0) + 1);
  });

  it('names what sails today in three languages', async () => {
    const member = await staffMember({ sections: { schedule: 'view' } });
    const berth = await makeBerth();
    const event = await makeDeparture({
      startAt: inHours(0),
      endAt: inHours(1),
      timezone: 'Europe/Moscow',
      berth: berth.documentId,
    });
    const { today } = (await home(member)).data;
    expect(today.find(({ id }) => id === event.documentId)).toMatchObject({
      state: 'on_sale',
      berth: berth['name'],
    });
  });
});

describe('what Strapi asks about features that are not here', () => {
  it.each([
    '/admin/ai-feature-config',
    '/i18n/ai-localization-jobs/collection-types/api::catalog.vessel/none',
  ])('%s is answered', async (path) => {
    expect((await asStaff(await administrator(), { path })).status).toBe(200);
  });

  it('is answered for the preview without a page', async () => {
    const { documentId } = await makeVessel();
    const path = `/content-manager/preview/url/api::catalog.vessel?documentId=${documentId}`;
    expect((await asStaff(await administrator(), { path })).status).toBe(204);
  });

  it('stays closed to nobody', async () => {
    expect((await asStaff(undefined, { path: '/admin/ai-feature-config' })).status).toBe(401);
  });
});

const isVisible = (options: unknown): boolean =>
  (options as { 'content-manager'?: { visible?: boolean } } | undefined)?.['content-manager']?.visible !==
  false;

describe('a type of the catalogue', () => {
  it('has a layout as soon as it is edited in the panel', () => {
    const ours = /^(api::(catalog|seating)|plugin::(notifications|payments))\./;
    const edited = Object.entries(strapi.contentTypes).flatMap(([uid, { pluginOptions }]) =>
      ours.test(uid) && isVisible(pluginOptions) ? [uid] : [],
    );
    expect(Object.keys(arranged).sort()).toEqual(edited.sort());
  });
});
