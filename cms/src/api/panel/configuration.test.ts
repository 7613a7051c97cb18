import { arrange, isUntouched, written } from './configuration.ts';
import type { TypeConfiguration } from './configuration.ts';
import type { TypeLayout } from './layouts.ts';

const metadata = (): TypeConfiguration['metadatas'][string] => ({
  edit: { visible: true, editable: true },
  list: { sortable: true },
});

const stored: TypeConfiguration = {
  settings: { bulkable: true, pageSize: 10, mainField: 'id', defaultSortBy: 'id', defaultSortOrder: 'ASC' },
  metadatas: { vessel: metadata(), capacity: metadata() },
  layouts: { list: ['id'], edit: [[{ name: 'vessel', size: 6 }]] },
};

const layout: TypeLayout = {
  list: ['vessel', 'capacity'],
  sort: { by: 'capacity', order: 'DESC' },
  title: 'label',
  form: [{ vessel: 8, capacity: 4 }],
  readOnly: ['capacity'],
};

const arranged = arrange({
  stored,
  layout,
  titles: { 'api::catalog.vessel': 'label' },
  relations: { vessel: 'api::catalog.vessel' },
});

describe('an arranged type', () => {
  it('has our columns, form and order', () => {
    expect(arranged.layouts).toEqual({
      list: ['vessel', 'capacity'],
      edit: [
        [
          { name: 'vessel', size: 8 },
          { name: 'capacity', size: 4 },
        ],
      ],
    });
    expect(arranged.settings).toMatchObject({
      bulkable: true,
      pageSize: 20,
      mainField: 'label',
      defaultSortBy: 'capacity',
    });
  });

  it('picks relations by title and keeps computed fields from being typed', () => {
    expect(arranged.metadatas['vessel']?.edit).toMatchObject({ mainField: 'label', editable: true });
    expect(arranged.metadatas['capacity']?.edit).toEqual({ visible: true, editable: false });
  });
});

describe('a type that a manager may have arranged', () => {
  const mark = written(arranged);

  it('is untouched as it was written, in whatever order the database gives its keys', () => {
    const { settings, ...rest } = structuredClone(arranged);
    const reversed = Object.fromEntries(Object.entries(settings).reverse());
    expect(isUntouched({ ...rest, settings: reversed }, mark)).toBe(true);
  });

  it('is untouched when Strapi has appended a new attribute', () => {
    const grown = structuredClone(arranged);
    grown.metadatas['notice'] = metadata();
    grown.layouts.edit.push([{ name: 'notice', size: 12 }]);
    expect(isUntouched(grown, mark)).toBe(true);
  });

  it.each([
    ['a column', (one: TypeConfiguration) => void one.layouts.list.pop()],
    [
      'a size',
      (one: TypeConfiguration) => void ((one.layouts.edit[0] ?? [])[0] = { name: 'vessel', size: 6 }),
    ],
    ['the order', (one: TypeConfiguration) => void (one.settings['defaultSortOrder'] = 'ASC')],
    [
      'a label',
      (one: TypeConfiguration) => void ((one.metadatas['vessel'] ?? metadata()).edit['label'] = 'Boat'),
    ],
  ])('is touched when a manager changed %s', (_what, change) => {
    const touched = structuredClone(arranged);
    change(touched);
    expect(isUntouched(touched, mark)).toBe(false);
  });
});
