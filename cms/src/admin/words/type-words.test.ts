import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { locales } from './language.ts';
import { optionWords } from './option-words.ts';
import { fieldWords, typeWords } from './type-words.ts';
import type { Word } from './word.ts';

type Attribute = { customField?: string; options?: { values?: string[] } };
type Schema = {
  pluginOptions?: { 'content-manager'?: { visible?: boolean } };
  info: { singularName: string; displayName: string };
  attributes: Record<string, Attribute>;
};

const api = join(__dirname, '../../api');

const plugins = join(__dirname, '../../../../plugins');

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Schema;
const isShown = ({ pluginOptions }: Schema) => pluginOptions?.['content-manager']?.visible !== false;

const ownSchemas = globSync('*/content-types/*/schema.json', { cwd: api }).map((path) => {
  const schema = read(join(api, path));
  return { uid: `api::${path.split('/')[0]}.${schema.info.singularName}`, ...schema };
});

const pluginSchemas = globSync('*/server/src/content-types/*/schema.json', { cwd: plugins }).map((path) => {
  const schema = read(join(plugins, path));
  return { uid: `plugin::${path.split('/')[0]}.${schema.info.singularName}`, ...schema };
});

/** Those that managers see. */
const schemas = [...ownSchemas, ...pluginSchemas].filter(isShown);

const attributes = schemas.flatMap(({ uid, attributes }) =>
  Object.entries(attributes).map(([name, attribute]) => ({ uid, name, attribute, at: `${uid} ${name}` })),
);

const choices = attributes.flatMap(({ uid, name, attribute, at }) =>
  (attribute.options?.values ?? []).map((value) => ({ uid, name, value, at: `${at} ${value}`, attribute })),
);

const everyWord: [string, Word][] = Object.entries(typeWords).flatMap(([uid, { name, fields }]) => [
  [uid, name] as [string, Word],
  ...Object.entries(fields).flatMap(([attribute, { label, hint, options }]): [string, Word][] => [
    [`${uid} ${attribute}`, label],
    ...(hint ? [[`${uid} ${attribute} hint`, hint] as [string, Word]] : []),
    ...Object.entries(options ?? {}).map(([value, text]): [string, Word] => [
      `${uid} ${attribute} ${value}`,
      text,
    ]),
  ]),
]);

describe('the words of the content types', () => {
  it('finds the schemas it speaks about', () => {
    expect(schemas.length).toBeGreaterThan(15);
  });

  it.each(schemas)(
    '$uid has a name, and the display name that Strapi hands to our hooks',
    ({ uid, info }) => {
      expect(typeWords[uid]?.displayName).toBe(info.displayName);
    },
  );

  it.each(attributes)('$at is labelled, and not with its technical name', ({ uid, name }) => {
    const label = fieldWords(uid, name)?.label;
    expect(label).toBeDefined();
    for (const locale of locales) expect(label?.[locale]).not.toBe(name);
  });

  it.each(choices)('$at reads as a word', ({ uid, name, value, attribute }) => {
    const text = fieldWords(uid, name)?.options?.[value];
    expect(text).toBeDefined();
    for (const locale of locales) expect(text?.[locale]).not.toBe(value);
    expect(optionWords({ name, values: attribute.options?.values ?? [] })[value]).toEqual(text);
  });

  it('says nothing about attributes and options that are gone', () => {
    const known = new Set([
      ...schemas.map(({ uid }) => uid),
      ...attributes.map(({ at }) => at),
      ...choices.map(({ at }) => at),
    ]);
    const unknown = everyWord.map(([at]) => at.replace(/ hint$/, '')).filter((at) => !known.has(at));
    expect(unknown).toEqual([]);
  });

  it.each(everyWord)('%s is written in each language of the panel', (_at, { ru, en, zh }) => {
    const letters = /[\p{L}]/u;
    if (letters.test(ru.replace(/[A-Za-z]/g, ''))) expect(ru).toMatch(/[а-яё]/i);
    expect(`${en}${zh}`).not.toMatch(/[а-яё]/i);
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).not.toMatch(/\p{Script=Han}/u);
    expect([ru, en, zh].every((text) => text.trim() === text && text !== '')).toBe(true);
  });

  it('gives every type a place of its own in the menu', () => {
    const places = Object.values(typeWords).map(({ position }) => position);
    expect(new Set(places).size).toBe(places.length);
  });
});
