/** What one field of a request may hold. `says`: the description of the error, where the API has one of its own. */
export type Field = (
  | { kind: 'text'; min?: number; max?: number; pattern?: RegExp }
  | { kind: 'choice'; of: readonly string[] }
  | { kind: 'whole'; from: number; to: number }
  | { kind: 'quantity' }
  | { kind: 'flag' }
  | { kind: 'moment' }
  | { kind: 'metadata' }
  | { kind: 'object'; fields: Fields }
  | { kind: 'variant'; cases: Record<string, Fields> }
  | { kind: 'list'; of: Field; min: number; max: number }
  /** Known, but not switched on for this shop. */
  | { kind: 'closed' }
) & { required?: true; says?: string };

export type Fields = Record<string, Field>;

export type FieldProblem = { parameter: string; description: string; closed?: true };

const generic =
  "Invalid parameter's value (for example, the value is illegal or its format is incorrect). Fix the request and try again";
const missing = 'Required parameter is missing';
const unknown = 'Unknown parameter';
const closed = 'This feature is not switched on for the shop';

/** The first thing wrong with an object; undefined when everything is as described. */
export function objectProblem(value: unknown, fields: Fields, path = ''): FieldProblem | undefined {
  if (!isObject(value)) return { parameter: path, description: generic };
  const at = (name: string) => (path ? `${path}.${name}` : name);
  const stranger = Object.keys(value).find((name) => !Object.hasOwn(fields, name));
  if (stranger !== undefined) return { parameter: at(stranger), description: unknown };
  return first(Object.entries(fields), ([name, field]) => memberProblem(value[name], field, at(name)));
}

function memberProblem(value: unknown, field: Field, path: string): FieldProblem | undefined {
  if (value !== undefined) return fieldProblem(value, field, path);
  return field.required && { parameter: path, description: field.says ?? missing };
}

function fieldProblem(value: unknown, field: Field, path: string): FieldProblem | undefined {
  if (field.kind === 'closed') return { parameter: path, description: closed, closed: true };
  if (field.kind === 'object') return objectProblem(value, field.fields, path);
  if (field.kind === 'variant') return variantProblem(value, field.cases, path);
  if (field.kind === 'list') return listProblem(value, field, path);
  if (field.kind === 'metadata') return metadataProblem(value, path);
  return fits(value, field) ? undefined : { parameter: path, description: field.says ?? generic };
}

type Simple = Exclude<Field, { kind: 'closed' | 'object' | 'variant' | 'list' | 'metadata' }>;

function fits(value: unknown, field: Simple): boolean {
  if (field.kind === 'flag') return typeof value === 'boolean';
  if (field.kind === 'quantity') return isQuantity(value);
  if (field.kind === 'whole')
    return Number.isInteger(value) && Number(value) >= field.from && Number(value) <= field.to;
  if (typeof value !== 'string') return false;
  if (field.kind === 'choice') return field.of.includes(value);
  if (field.kind === 'moment') return isMoment(value);
  const { min = 0, max = Infinity, pattern } = field;
  return value.length >= min && value.length <= max && (pattern?.test(value) ?? true);
}

/** The case is chosen by the member `type`. */
function variantProblem(
  value: unknown,
  cases: Record<string, Fields>,
  path: string,
): FieldProblem | undefined {
  if (!isObject(value)) return { parameter: path, description: generic };
  const { type } = value;
  const fields = typeof type === 'string' && Object.hasOwn(cases, type) ? cases[type] : undefined;
  if (!fields) return { parameter: `${path}.type`, description: type === undefined ? missing : generic };
  return objectProblem(value, { type: { kind: 'text' }, ...fields }, path);
}

function listProblem(
  value: unknown,
  { of, min, max }: Extract<Field, { kind: 'list' }>,
  path: string,
): FieldProblem | undefined {
  if (!Array.isArray(value) || value.length < min || value.length > max)
    return { parameter: path, description: generic };
  return first([...value.entries()], ([index, item]) => fieldProblem(item, of, `${path}[${index}]`));
}

const mostKeys = 16;
const longestKey = 32;
const longestValue = 512;

function metadataProblem(value: unknown, path: string): FieldProblem | undefined {
  if (!isObject(value)) return { parameter: path, description: generic };
  const entries = Object.entries(value);
  if (entries.length > mostKeys)
    return { parameter: path, description: `Metadata object is limited to ${mostKeys} keys` };
  const wrong = entries.find(
    ([key, text]) => key.length > longestKey || typeof text !== 'string' || text.length > longestValue,
  );
  return wrong && { parameter: `${path}.${wrong[0].slice(0, longestKey)}`, description: generic };
}

function first<Item>(
  items: readonly Item[],
  problem: (item: Item) => FieldProblem | undefined,
): FieldProblem | undefined {
  for (const item of items) {
    const found = problem(item);
    if (found) return found;
  }
  return undefined;
}

/** A number above zero, at most 99999.999, with at most three decimals. */
function isQuantity(value: unknown): boolean {
  if (typeof value !== 'number' || !(value > 0) || value > 99_999.999) return false;
  return Math.abs(value * 1000 - Math.round(value * 1000)) < 1e-6;
}

const isMoment = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$/.test(text) && !Number.isNaN(Date.parse(text));

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
