import { nameRecord, relabelConfiguration, renamePermissions, renameTypes } from './relabel.ts';

const metadata = (label: string) => ({
  edit: { label, description: '', visible: true, editable: true },
  list: { label, searchable: true, sortable: true },
});

describe('what Strapi tells the panel about a type', () => {
  const configuration = {
    contentType: {
      uid: 'api::catalog.schedule',
      metadatas: {
        times: metadata('times'),
        documentId: { edit: {}, list: { label: 'documentId' } },
        later: metadata('later'),
      },
    },
  };
  const relabelled = relabelConfiguration(configuration, 'zh').contentType.metadatas;

  it('gets labels and hints in the language of the panel', () => {
    expect(relabelled['times']).toEqual({
      edit: { label: '开航时间', description: '用逗号分隔：10:00, 12:30。', visible: true, editable: true },
      list: { label: '开航时间', searchable: true, sortable: true },
    });
    expect(relabelled['documentId']).toEqual({ edit: {}, list: { label: '记录代码' } });
  });

  it('keeps what we have no words for', () => {
    expect(relabelled['later']).toEqual(metadata('later'));
  });

  it('gets the name of the type', () => {
    const types = [
      { uid: 'api::catalog.event', info: { displayName: 'Event' } },
      { uid: 'plugin::upload.file', info: { displayName: 'File' } },
    ];
    const names = renameTypes({ contentTypes: types }, 'ru').contentTypes.map(({ info }) => info.displayName);
    expect(names).toEqual(['Рейсы', 'File']);
  });

  it('gets names on the page of a role', () => {
    const fields = { label: 'Fields', value: 'fields', children: [{ label: 'startAt', value: 'startAt' }] };
    const subjects = [{ uid: 'api::catalog.event', label: 'Event', properties: [fields] }];
    const layout = { sections: { collectionTypes: { subjects }, singleTypes: { subjects: [] } } };
    const renamed = renamePermissions(layout, 'en').sections.collectionTypes.subjects[0];
    expect(renamed?.label).toBe('Departures');
    expect(renamed?.properties[0]?.children?.[0]).toEqual({ label: 'Start', value: 'startAt' });
  });
});

describe('the heading of a record', () => {
  const name = { ru: 'Чайка', en: 'Seagull', zh: '海鸥' };

  it('is its name in the language of the panel', () => {
    expect(nameRecord({ data: { label: 'Чайка', name } }, 'en').data?.label).toBe('Seagull');
  });

  it('stays where the label says more than the name, or there is no name', () => {
    const price = { data: { label: 'Чайка · Взрослый', name } };
    expect(nameRecord(price, 'en')).toBe(price);
    const event = { data: { label: '20.11 10:00' } };
    expect(nameRecord(event, 'en')).toBe(event);
    expect(nameRecord({ data: null }, 'en')).toEqual({ data: null });
  });
});
