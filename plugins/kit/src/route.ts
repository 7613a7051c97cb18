import { z } from 'zod';

export type RouteMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type RouteAccess = 'public' | 'customer' | 'staff' | 'internal';
export type RouteSection = { name: string; verb: 'view' | 'act' };

type Input<Schema> = Schema extends z.ZodType ? z.input<Schema> : never;

/** One request and its answer, shown in OpenAPI; each part must satisfy its schema. */
export type RouteExample<Params, Query, Body, Response> = {
  params?: Input<Params>;
  query?: Input<Query>;
  body?: Input<Body>;
  response: Input<Response>;
};

/**
 * A public surface in one value: requests are validated by it, OpenAPI and client types are made from it.
 * `path` is written as `/api/events/:id`; `errors` lists codes of the catalogues; staff routes name a section.
 */
export type RouteSpec<
  Params extends z.ZodObject | undefined = z.ZodObject | undefined,
  Query extends z.ZodObject | undefined = z.ZodObject | undefined,
  Body extends z.ZodType | undefined = z.ZodType | undefined,
  Response extends z.ZodType = z.ZodType,
> = {
  id: string;
  method: RouteMethod;
  path: string;
  summary: string;
  tag: string;
  access: RouteAccess;
  section?: RouteSection;
  params?: Params;
  query?: Query;
  body?: Body;
  response: Response;
  /** The media type of an answer that is not JSON. */
  produces?: string;
  /** Whether a caller may wait for what is due: `Prefer: wait=20`, see `askedToWait`. */
  waits?: boolean;
  errors: readonly string[];
  example: RouteExample<Params, Query, Body, Response>;
};

/** A declared route: the schemas it was given, undefined where it was given none. */
export type Route<
  Params extends z.ZodObject | undefined,
  Query extends z.ZodObject | undefined,
  Body extends z.ZodType | undefined,
  Response extends z.ZodType,
> = Omit<RouteSpec<Params, Query, Body, Response>, 'params' | 'query' | 'body'> & {
  params: Params;
  query: Query;
  body: Body;
};

/** A route of any shape, as lists of routes hold it. */
export type AnyRoute = Omit<RouteSpec, 'example'> & {
  example: { params?: unknown; query?: unknown; body?: unknown; response: unknown };
};

/** Declares a route; throws one sentence when the declaration contradicts itself. */
export function defineRoute<
  Response extends z.ZodType,
  Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
>(spec: RouteSpec<Params, Query, Body, Response>): Route<Params, Query, Body, Response> {
  const problem = routeProblem(spec as AnyRoute);
  if (problem) throw new TypeError(`Route ${spec.id}: ${problem}`);
  return Object.freeze(spec) as Route<Params, Query, Body, Response>;
}

function routeProblem(route: AnyRoute): string | undefined {
  return sectionProblem(route) ?? pathProblem(route) ?? strictProblem(route);
}

function sectionProblem({ access, section }: AnyRoute): string | undefined {
  if (access === 'staff' && !section) return 'a staff route names its section.';
  if (access !== 'staff' && section) return `a section guards staff routes, and this one is ${access}.`;
  return undefined;
}

function pathProblem({ path, params }: AnyRoute): string | undefined {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name).sort();
  const declared = Object.keys(params?.shape ?? {}).sort();
  if (inPath.join() === declared.join()) return undefined;
  return `the path has [${inPath.join(', ')}] and params declare [${declared.join(', ')}].`;
}

function strictProblem(route: AnyRoute): string | undefined {
  const loose = (['params', 'query', 'body'] as const).find((part) => isLooseObject(route[part]));
  return loose && `${loose} must refuse unknown fields: use z.strictObject.`;
}

function isLooseObject(schema: z.ZodType | undefined): boolean {
  return schema instanceof z.ZodObject && !(schema.def.catchall instanceof z.ZodNever);
}
