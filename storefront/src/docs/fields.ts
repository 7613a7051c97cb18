import type { Description, Schema } from './description.ts';

/** A field of a body, as a line of a table. */
export interface Field {
  name: string;
  /** How deep it lies: 0 for fields of the body itself. */
  depth: number;
  type: string;
  required: boolean;
  /** `1 to 50`, `default 20`: what a value has to keep to. */
  limits: string[];
  description: string;
}

const deepest = 6;

/** The fields of a schema, parents before children. */
export function fieldsOf(schema: Schema, description: Description): Field[] {
  return inside(schema, { description, depth: 0 });
}

interface Within {
  description: Description;
  depth: number;
}

function inside(schema: Schema, within: Within): Field[] {
  if (within.depth > deepest) return [];
  const known = resolved(schema, within.description);
  if (known.properties) return propertiesOf(known, within);
  if (known.items) return inside(known.items, within);
  return variantsOf(known).flatMap((variant) => inside(variant, within));
}

function propertiesOf({ properties = {}, required = [] }: Schema, within: Within): Field[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const known = resolved(schema, within.description);
    const field = {
      ...{ name, depth: within.depth, required: required.includes(name) },
      ...{ type: typeOf(known, within.description), limits: limitsOf(known) },
      description: schema.description ?? known.description ?? '',
    };
    return [field, ...inside(known, { ...within, depth: within.depth + 1 })];
  });
}

function resolved(schema: Schema, { components }: Description): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return (name && components?.schemas?.[name]) || schema;
}

const variantsOf = ({ anyOf, oneOf, allOf }: Schema): Schema[] => anyOf ?? oneOf ?? allOf ?? [];

/** `string`, `integer or null`, `"a" | "b"`, `list of object`. */
export function typeOf(schema: Schema, description: Description): string {
  const known = resolved(schema, description);
  if (known.const !== undefined) return JSON.stringify(known.const);
  if (known.enum) return known.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (known.type === 'array') return `list of ${typeOf(known.items ?? {}, description)}`;
  const variants = variantsOf(known);
  if (variants.length > 0) return [...new Set(variants.map((one) => typeOf(one, description)))].join(' or ');
  return [known.type ?? 'any'].flat().join(' or ');
}

function limitsOf(schema: Schema): string[] {
  const { minimum, maximum, minLength, maxLength, maxItems, format, pattern } = schema;
  return [
    ...(format ? [format] : []),
    ...between(realNumber(minimum), realNumber(maximum)),
    ...between(minLength, maxLength).map((text) => `${text} characters`),
    ...(maxItems === undefined ? [] : [`at most ${maxItems} items`]),
    ...(pattern && !format ? [pattern] : []),
    ...(schema.default === undefined ? [] : [`default ${JSON.stringify(schema.default)}`]),
  ];
}

/** zod writes the largest safe integer where there is no limit of ours. */
const realNumber = (limit: number | undefined): number | undefined =>
  limit !== undefined && Math.abs(limit) >= Number.MAX_SAFE_INTEGER ? undefined : limit;

function between(from: number | undefined, to: number | undefined): string[] {
  if (from === undefined && to === undefined) return [];
  if (from === undefined) return [`at most ${to}`];
  return [to === undefined ? `at least ${from}` : `${from} to ${to}`];
}
