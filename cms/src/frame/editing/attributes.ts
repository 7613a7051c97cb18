import type { Locale } from '@gangway/kit';
import { hasTags } from './plain-text.ts';
import { localizedValueProblems, tidyLocalized } from './localized-value.ts';
import type { Problem, Say } from './problem.ts';
import { valueProblems } from './value-problems.ts';

/** As much of an attribute of a content type as the checks of its value look at. */
export type Attribute = {
  type: string;
  customField?: string;
  required?: boolean;
  default?: unknown;
  min?: number;
  max?: number;
  maxLength?: number;
  regex?: string;
  options?: { values?: readonly string[]; multiline?: boolean };
  pluginOptions?: { i18n?: { localized?: boolean } };
};

export type Attributes = Record<string, Attribute>;
export type Data = Record<string, unknown>;

/**
 * `creating`: what is absent is missing; otherwise it stays as it is. `draft`: required fields may wait for the
 * publication. `languages` are those in use. `formats` says per field what a wrong format is told with.
 */
export type Writing = {
  attributes: Attributes;
  data: Data;
  creating: boolean;
  draft: boolean;
  languages: readonly Locale[];
  formats?: Record<string, Say>;
};

const localizedText = 'global::localized-text';

/** What was typed, without spaces around it; an emptied optional text is null. */
export function tidyValues(attributes: Attributes, data: Data): Data {
  const entries = Object.entries(data).map(([name, value]) => [name, tidyValue(attributes[name], value)]);
  return Object.fromEntries(entries);
}

function tidyValue(attribute: Attribute | undefined, value: unknown): unknown {
  if (attribute?.customField === localizedText) return tidyLocalized(value);
  if (typeof value !== 'string' || !attribute || attribute.type === 'richtext') return value;
  const text = value.trim();
  return text === '' && !attribute.required ? null : text;
}

/** What Strapi fills in when nothing was typed. */
export function defaultsOf(attributes: Attributes): Data {
  const set = Object.entries(attributes).filter(([, attribute]) => attribute.default !== undefined);
  return Object.fromEntries(set.map(([name, attribute]) => [name, attribute.default]));
}

/** What is wrong with single values, in the order of the fields. */
export function attributeProblems(writing: Writing): Problem[] {
  return Object.entries(writing.attributes).flatMap(([name, attribute]) =>
    name in writing.data || writing.creating ? fieldProblems(name, attribute, writing) : [],
  );
}

function fieldProblems(name: string, attribute: Attribute, writing: Writing): Problem[] {
  const value = writing.data[name];
  const required = Boolean(attribute.required) && !writing.draft;
  if (value === undefined && attribute.default !== undefined) return [];
  if (attribute.customField === localizedText) {
    const { languages } = writing;
    return localizedValueProblems({ path: name, value, required, multiline: isLong(attribute), languages });
  }
  if (isEmpty(value)) return required ? [valueProblems.REQUIRED(name)] : [];
  return scalarProblems({ name, attribute, value, format: writing.formats?.[name] });
}

type Scalar = { name: string; attribute: Attribute; value: unknown; format: Say | undefined };

function scalarProblems(scalar: Scalar): Problem[] {
  if (typeof scalar.value === 'number') return numberProblems(scalar.name, scalar.value, scalar.attribute);
  if (typeof scalar.value === 'string') return textProblems(scalar.value, scalar);
  return [];
}

function numberProblems(name: string, value: number, { min, max }: Attribute): Problem[] {
  if (min !== undefined && value < min) return [valueProblems.TOO_SMALL(name, { min })];
  if (max !== undefined && value > max) return [valueProblems.TOO_LARGE(name, { max })];
  return [];
}

function textProblems(text: string, { name, attribute, format }: Scalar): Problem[] {
  const { maxLength, regex, options } = attribute;
  if (options?.values && !options.values.includes(text)) {
    return [(format ?? valueProblems.UNKNOWN_CHOICE)(name)];
  }
  if (maxLength !== undefined && text.length > maxLength) {
    return [valueProblems.TOO_LONG(name, { max: maxLength })];
  }
  if (regex !== undefined && !new RegExp(regex).test(text))
    return [(format ?? valueProblems.WRONG_FORMAT)(name)];
  return !isLong(attribute) && hasTags(text) ? [valueProblems.HTML_NOT_ALLOWED(name)] : [];
}

/** Long texts may hold what looks like a tag; the pages that show them escape or sanitise it. */
function isLong({ type, options }: Attribute): boolean {
  return type === 'richtext' || type === 'text' || options?.multiline === true;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
