import { contracts } from '../contracts.ts';
import { front } from '../front.ts';
import { ask } from './caller.ts';

interface Layer {
  methods: string[];
  path: string;
}

/** The public routes that Strapi's router and our front answer, as `GET /api/events/:id`. */
function answeredRoutes(): string[] {
  const layers = strapi.server.api('content-api').listRoutes() as unknown as Layer[];
  const own = layers.flatMap(({ methods, path }) =>
    methods.filter((method) => method !== 'HEAD').map((method) => `${method} ${path}`),
  );
  return [
    ...new Set([
      ...own,
      ...front(strapi)
        .table.list()
        .map(({ method, path }) => `${method} ${path}`),
    ]),
  ].sort();
}

const described = () => contracts.map(({ method, path }) => `${method} ${path}`);

describe('/openapi.json', () => {
  it('describes every public route that answers', () => {
    const missing = answeredRoutes().filter((route) => !described().includes(route));
    expect(missing).toEqual([]);
  });

  it('describes no route that does not answer', () => {
    const answered = answeredRoutes();
    expect(described().filter((route) => !answered.includes(route))).toEqual([]);
  });

  it('is OpenAPI 3.1 over HTTP', async () => {
    const { status, body } = await ask('/openapi.json');
    expect([status, (body as { openapi?: string }).openapi]).toEqual([200, '3.1.0']);
  });
});
