import { createDocument } from 'zod-openapi';
import type {
  ZodOpenApiOperationObject,
  ZodOpenApiPathsObject,
  ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { localeSchema, z } from '@gangway/kit';
import type { AnyRoute, ErrorCatalogue } from '@gangway/kit';

export interface OpenapiOptions {
  routes: readonly AnyRoute[];
  errors: ErrorCatalogue;
  version: string;
}

const json = 'application/json';

const failure = z
  .object({
    data: z.null(),
    error: z.object({
      code: z.string(),
      message: z.string().describe('For the person, in the language that was asked for'),
      details: z.record(z.string(), z.unknown()),
      traceId: z.string().describe('The request id: quote it to the operator'),
      status: z.int(),
      name: z.string(),
    }),
  })
  .meta({ id: 'Error' });

const locale = localeSchema
  .optional()
  .describe('Language of texts and messages; without it Accept-Language decides, then Russian')
  .meta({ param: { id: 'locale' } });

const idempotency = z.object({
  'Idempotency-Key': z
    .string()
    .regex(/^[0-9A-Za-z+._-]{1,64}$/)
    .optional()
    .describe(
      'A repetition with the same key and body is answered with the first status and bytes for 24 hours',
    )
    .meta({ example: '0f8fad5b-d9cb-469f-a165-70867728950e' }),
});

// Without an example: those that readers copy should not hang.
const waiting = z.object({
  Prefer: z
    .string()
    .optional()
    .describe(
      'wait=20: the answer comes as soon as there is something new, and after so many seconds (25 at most) in any case. An answer with Preference-Applied can be followed by the next question at once; pause before it otherwise',
    ),
});

/** The document as JSON; only what readers of it look at is typed. */
export interface OpenapiDocument {
  openapi: string;
  paths: Record<string, Record<string, { operationId: string }>>;
}

/** The OpenAPI 3.1 description of the API, made from the schemas that validate it. */
export function openapiDocument({ routes, errors, version }: OpenapiOptions): OpenapiDocument {
  const document = createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Gangway',
      version,
      description: 'Sells places: on a boat, at an event, on a rented yacht.',
    },
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    paths: paths(routes, errors),
    components: {
      securitySchemes: {
        customer: { type: 'http', scheme: 'bearer', description: "A customer's session" },
        staff: { type: 'http', scheme: 'bearer', description: "The panel's access token" },
        internal: { type: 'http', scheme: 'bearer', description: 'The token of our own processes' },
      },
    },
  });
  return document as unknown as OpenapiDocument;
}

function paths(routes: readonly AnyRoute[], errors: ErrorCatalogue): ZodOpenApiPathsObject {
  const all: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    (all[path] ??= {})[route.method.toLowerCase()] = operation(route, errors);
  }
  return all;
}

function operation(route: AnyRoute, errors: ErrorCatalogue): ZodOpenApiOperationObject {
  const { id, summary, tag, access, section, body, example } = route;
  return {
    operationId: id,
    summary,
    tags: [tag],
    ...(access === 'public' ? {} : { security: [{ [access]: [] }] }),
    ...(section ? { 'x-section': section } : {}),
    ...parameters(route),
    ...(body
      ? { requestBody: { required: true, content: { [json]: { schema: body, example: example.body } } } }
      : {}),
    responses: responses(route, errors),
  };
}

/** Each parameter carries its part of the route's example. */
function parameters({
  path,
  params,
  query,
  errors,
  example,
  waits,
}: AnyRoute): Partial<ZodOpenApiOperationObject> {
  const common = path.startsWith('/api') ? { locale } : {};
  const requestParams = {
    ...(params ? { path: withExamples(params, example.params) } : {}),
    query: withExamples(z.object({ ...query?.shape, ...common }), example.query),
    ...(errors.includes('IDEMPOTENCY_KEY_REUSED') ? { header: idempotency } : {}),
    ...(waits ? { header: waiting } : {}),
  };
  return { requestParams };
}

function withExamples(schema: z.ZodObject, example: unknown): z.ZodObject {
  const values = (example ?? {}) as Record<string, unknown>;
  const entries = Object.entries(schema.shape).map(([name, field]) => {
    const shown = values[name] === undefined ? field : (field as z.ZodType).meta({ example: values[name] });
    return [name, shown];
  });
  return z.object(Object.fromEntries(entries));
}

function responses(route: AnyRoute, errors: ErrorCatalogue): ZodOpenApiResponsesObject {
  const media = route.produces ?? json;
  const content = { [media]: { schema: route.response, example: route.example.response } };
  return { '200': { description: route.summary, content }, ...failures(route, errors) };
}

/** One response for each status, naming the codes it may carry. */
function failures(route: AnyRoute, errors: ErrorCatalogue): ZodOpenApiResponsesObject {
  const codes = [...new Set([...route.errors, ...impliedCodes(route)])].sort();
  const statusOf = (code: string) => String(errors[code]?.().status ?? 'default');
  const entries = [...new Set(codes.map(statusOf))].map((status) => {
    const own = codes.filter((code) => statusOf(code) === status);
    return [status, failureResponse(own, errors)];
  });
  return Object.fromEntries(entries);
}

function failureResponse(codes: string[], errors: ErrorCatalogue) {
  const lines = codes.map((code) => `\`${code}\`: ${errors[code]?.().messages.en ?? ''}`);
  return { description: lines.join('\n'), content: { [json]: { schema: failure } }, 'x-codes': codes };
}

/** What the frame answers on a route without the route saying so. */
function impliedCodes({ path, access, params, query, body, errors }: AnyRoute): string[] {
  return [
    ...(path.startsWith('/api') ? ['UNSUPPORTED_LOCALE', 'UNKNOWN_FILTER'] : ['UNKNOWN_FILTER']),
    ...(query ? ['INVALID_INPUT'] : []),
    ...(body ? ['INVALID_INPUT', 'UNKNOWN_FIELD', 'MALFORMED_JSON', 'PAYLOAD_TOO_LARGE'] : []),
    ...(params ? ['NOT_FOUND'] : []),
    ...(errors.includes('IDEMPOTENCY_KEY_REUSED') ? ['INVALID_IDEMPOTENCY_KEY'] : []),
    ...(access === 'public' ? [] : ['UNAUTHORIZED']),
    ...(access === 'staff' ? ['FORBIDDEN'] : []),
    'INTERNAL',
  ];
}
