import { contracts, errorCatalogue } from './contracts.ts';
import { openapiDocument } from './openapi.ts';

const document = openapiDocument({ routes: contracts, errors: errorCatalogue, version: '0.0.0' });
const rows = contracts.map((route) => [`${route.method} ${route.path}`, route] as const);

interface Operation {
  operationId: string;
  parameters?: { name?: string; example?: unknown; $ref?: string; schema?: unknown }[];
  requestBody?: { content: Record<string, { example?: unknown }> };
  responses: Record<string, { content?: Record<string, { example?: unknown }>; 'x-codes'?: string[] }>;
}

const operationOf = (method: string, path: string) =>
  document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()] as unknown as Operation;

describe('the description of the API', () => {
  it('gives every route an id of its own', () => {
    const ids = contracts.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it.each(rows)('%s has an example that its own schemas accept', (_name, route) => {
    const { params, query, body, response } = route.example;
    if (route.params) expect(route.params.safeParse(params).error).toBeUndefined();
    if (route.query) expect(route.query.safeParse(query ?? {}).error).toBeUndefined();
    if (route.body) expect(route.body.safeParse(body).error).toBeUndefined();
    expect(route.response.safeParse(response).error).toBeUndefined();
  });

  it.each(rows)('%s is in the document with its example and its errors', (_name, route) => {
    const operation = operationOf(route.method, route.path);
    expect(operation.operationId).toBe(route.id);
    expect(operation.responses['200']?.content?.[route.produces ?? 'application/json']?.example).toEqual(
      route.example.response,
    );
    if (route.body)
      expect(operation.requestBody?.content['application/json']?.example).toEqual(route.example.body);
    const codes = Object.values(operation.responses).flatMap((response) => response['x-codes'] ?? []);
    expect(codes).toEqual(expect.arrayContaining([...route.errors]));
  });

  it('knows the status of every code', () => {
    const unknown = contracts.flatMap(({ id, errors }) =>
      errors.filter((code) => !errorCatalogue[code]).map((code) => `${id}: ${code}`),
    );
    expect(unknown).toEqual([]);
  });

  it('offers a locale on every route of the API', () => {
    const { parameters = [] } = operationOf('GET', '/api/internal/clock');
    expect(JSON.stringify(parameters)).toContain('#/components/parameters/locale');
  });
});
