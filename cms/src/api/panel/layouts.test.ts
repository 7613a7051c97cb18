import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { layouts } from './layouts.ts';

interface Schema {
  info: { singularName: string };
  pluginOptions?: { 'content-manager'?: { visible?: boolean } };
  attributes: Record<string, { type: string; customField?: string }>;
}

const api = join(__dirname, '..');

/** Types that the Content Manager hides have no layout there. */
const schemas = globSync('*/content-types/*/schema.json', { cwd: api }).flatMap((path) => {
  const schema = JSON.parse(readFileSync(join(api, path), 'utf8')) as Schema;
  if (schema.pluginOptions?.['content-manager']?.visible === false) return [];
  return { uid: `api::${path.split('/')[0]}.${schema.info.singularName}`, attributes: schema.attributes };
});

/** Computed by the system: a manager reads them in lists and never in a form. */
const computed = ['label', 'occurrence'];

const isListable = ({ type, customField }: { type: string; customField?: string }): boolean =>
  type !== 'richtext' &&
  customField !== 'global::localized-text' &&
  customField !== 'global::seating-geometry';

describe.each(schemas)('the layout of $uid', ({ uid, attributes }) => {
  const layout = layouts[uid];
  const shown = layout?.form.flatMap((row) => Object.keys(row)) ?? [];

  it('puts every attribute into the form once, save the computed ones', () => {
    const expected = Object.keys(attributes).filter((name) => !computed.includes(name));
    expect([...shown].sort()).toEqual(expected.sort());
  });

  it('fills no row of the form beyond twelve', () => {
    for (const row of layout?.form ?? []) {
      expect(Object.values(row).reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(12);
    }
  });

  it('lists, sorts and names by attributes that can be shown', () => {
    for (const name of [...(layout?.list ?? []), layout?.sort.by ?? '', layout?.title ?? '']) {
      if (name === 'id') continue;
      expect([name, attributes[name] && isListable(attributes[name])]).toEqual([name, true]);
    }
  });
});
