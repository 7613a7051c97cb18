import { commonErrors, z } from '@gangway/kit';
import type { AnyRoute, AppError, Locale } from '@gangway/kit';

type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** The parts of a request after the route's contract has read them. */
export interface Input<R extends AnyRoute> {
  params: Output<R['params']>;
  query: Output<R['query']>;
  body: Output<R['body']>;
}

export interface RawInput {
  params: Record<string, string>;
  query: Record<string, unknown>;
  body: unknown;
}

export type RawQuery = Record<string, string | string[]>;

const none: RawQuery = Object.freeze({});
const messages = {
  ru: z.locales.ru().localeError,
  en: z.locales.en().localeError,
  zh: z.locales.zhCN().localeError,
};

/** `a=1&b=2&b=3` → `{ a: '1', b: ['2', '3'] }`; text is taken as it comes, nothing is nested. */
export function readQuery(querystring: string): RawQuery {
  if (querystring === '') return none;
  const query: RawQuery = Object.create(null);
  for (const [name, value] of new URLSearchParams(querystring)) {
    const before = query[name];
    query[name] = before === undefined ? value : [before, value].flat();
  }
  return query;
}

/**
 * Reads a request by the route's contract. `locale` is common to all routes and needs no mention in a contract.
 * @throws NOT_FOUND for an id of a wrong shape, UNKNOWN_FILTER, UNKNOWN_FIELD, INVALID_INPUT with the field paths
 */
export function readInput<R extends AnyRoute>(route: R, raw: RawInput, locale: Locale): Input<R> {
  const params = route.params?.safeParse(raw.params);
  if (params?.success === false) throw commonErrors.NOT_FOUND();
  const query = read({ schema: route.query ?? nothing, value: ownQuery(route, raw.query), locale });
  const body = route.body && read({ schema: route.body, value: raw.body, locale });
  if (isPrototypeNamed(raw.query))
    throw commonErrors.UNKNOWN_FILTER({ filters: [...unknownKeys(query), prototype] });
  if (query instanceof z.core.$ZodError) throw invalidQuery(query);
  if (route.body && isPrototypeNamed(raw.body))
    throw commonErrors.UNKNOWN_FIELD({ fields: [...unknownKeys(body), prototype] });
  if (body instanceof z.core.$ZodError) throw invalidBody(body);
  return { params: params?.data, query: route.query && query, body } as Input<R>;
}

const nothing = z.strictObject({});

function ownQuery(route: AnyRoute, query: Record<string, unknown>): Record<string, unknown> {
  if (!('locale' in query) || route.query?.shape['locale']) return query;
  const { locale: _locale, ...own } = query;
  return own;
}

function read({ schema, value, locale }: { schema: z.ZodType; value: unknown; locale: Locale }): unknown {
  const parsed = schema.safeParse(value, { error: messages[locale] });
  return parsed.success ? parsed.data : parsed.error;
}

function invalidQuery(error: z.core.$ZodError): AppError {
  const unknown = unknownKeys(error);
  return unknown.length > 0 ? commonErrors.UNKNOWN_FILTER({ filters: unknown }) : invalid(error);
}

function invalidBody(error: z.core.$ZodError): AppError {
  const unknown = unknownKeys(error);
  return unknown.length > 0 ? commonErrors.UNKNOWN_FIELD({ fields: unknown }) : invalid(error);
}

/** INVALID_INPUT with each field's path and what is wrong with it; values are never repeated. */
function invalid(error: z.core.$ZodError): AppError {
  const issues = error.issues.map(({ path, code, message }) => ({ path: path.join('.'), code, message }));
  return commonErrors.INVALID_INPUT({ issues: issues.slice(0, 20) });
}

/** zod passes this one name over, also in strict objects. */
const prototype = '__proto__';

const isPrototypeNamed = (value: unknown) =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, prototype);

function unknownKeys(error: unknown): string[] {
  if (!(error instanceof z.core.$ZodError)) return [];
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key].join('.')) : [],
  );
}
