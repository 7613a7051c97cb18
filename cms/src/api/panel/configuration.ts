import { createHash } from 'node:crypto';
import type { TypeLayout } from './layouts.ts';

/** What Strapi's Content Manager stores about one type, as far as we set it. */
export interface TypeConfiguration {
  settings: Record<string, unknown>;
  metadatas: Record<string, { edit: Record<string, unknown>; list: Record<string, unknown> }>;
  layouts: { list: string[]; edit: { name: string; size: number }[][] };
}

/** Which attributes of a type point where, for the titles in relation pickers. */
export type RelationTargets = Record<string, string>;

interface Wanted {
  stored: TypeConfiguration;
  layout: TypeLayout;
  titles: Record<string, string>;
  relations: RelationTargets;
}

/** The stored configuration with our columns, form, order and titles; what else a type has stays. */
export function arrange({ stored, layout, titles, relations }: Wanted): TypeConfiguration {
  return {
    settings: {
      ...stored.settings,
      pageSize: 20,
      mainField: layout.title,
      defaultSortBy: layout.sort.by,
      defaultSortOrder: layout.sort.order,
    },
    metadatas: mapValues(stored.metadatas, (metadata, name) => ({
      ...metadata,
      edit: { ...metadata.edit, ...pickerTitle(titles[relations[name] ?? '']), ...editable(layout, name) },
    })),
    layouts: {
      list: layout.list,
      edit: layout.form.map((row) => Object.entries(row).map(([name, size]) => ({ name, size }))),
    },
  };
}

const pickerTitle = (title: string | undefined) => (title ? { mainField: title } : {});

const editable = ({ readOnly }: TypeLayout, name: string) =>
  readOnly?.includes(name) ? { editable: false } : {};

/** What we remember of our last writing: a manager's own arrangement is recognised by differing from it. */
export interface Written {
  attributes: string[];
  hash: string;
}

export const written = (configuration: TypeConfiguration): Written => {
  const attributes = Object.keys(configuration.metadatas).sort();
  return { attributes, hash: hashOf(configuration, attributes) };
};

/**
 * Whether nobody touched the configuration since. Attributes that the schema gained later are left out of the
 * comparison: Strapi appends them by itself.
 */
export const isUntouched = (stored: TypeConfiguration, last: Written): boolean =>
  hashOf(stored, last.attributes) === last.hash;

function hashOf({ settings, metadatas, layouts }: TypeConfiguration, attributes: string[]): string {
  const known = (name: string) => attributes.includes(name);
  const rows = layouts.edit.map((row) =>
    row.filter(({ name }) => known(name)).map(({ name, size }) => ({ name, size })),
  );
  const seen = {
    settings,
    list: layouts.list.filter(known),
    form: rows.filter((row) => row.length > 0),
    metadatas: attributes.map((name) => metadatas[name]),
  };
  return createHash('sha256').update(stableJson(seen)).digest('hex');
}

const stableJson = (value: unknown): string =>
  JSON.stringify(value, (_key, held: unknown) => (isPlain(held) ? sortKeys(held) : held));

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const sortKeys = (record: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(record).sort(([left], [right]) => (left < right ? -1 : 1)));

const mapValues = <In, Out>(
  record: Record<string, In>,
  change: (value: In, key: string) => Out,
): Record<string, Out> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
