import { readEnv } from '@gangway/config/env';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { contracts } from '../openapi/contracts.ts';
import { front } from '../front/front.ts';
import { ask } from './caller.ts';

const kept = resolve(__dirname, '../../../../docs/api/openapi.json');
const inside = (value: unknown, name: string) => (value as Record<string, unknown> | undefined)?.[name];

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

  it('is what docs/api/openapi.json says: run "node scripts/docs/openapi.ts" after a change', async () => {
    const { status, body } = await ask('/openapi.json');
    expect([status, (body as { openapi?: string }).openapi]).toEqual([200, '3.1.0']);
    expect(JSON.parse(readFileSync(kept, 'utf8'))).toEqual(body);
  });

  it('can be read as pages: /docs leads there', async () => {
    const { status, headers } = await ask('/docs');
    expect([status, headers.get('location')]).toEqual([302, `${readEnv().storefrontUrl}/docs`]);
  });

  it('refers to nothing that is not there', async () => {
    const { body } = await ask('/openapi.json');
    const references = [...JSON.stringify(body).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      ([, path = '']) => path,
    );
    expect(references.length).toBeGreaterThan(0);
    expect(references.filter((path) => path.split('/').reduce(inside, body) === undefined)).toEqual([]);
  });
});
