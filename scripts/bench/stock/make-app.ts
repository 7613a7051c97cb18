import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../root.ts';

const rooms = ['catalog', 'seating'];
const uid = 'api::catalog.event';

/** What Strapi's own generator writes for a type, with the two reading routes open. */
const generated: Record<string, string> = {
  'controllers/event.js': `module.exports = require('@strapi/strapi').factories.createCoreController('${uid}');`,
  'services/event.js': `module.exports = require('@strapi/strapi').factories.createCoreService('${uid}');`,
  'routes/event.js': `module.exports = require('@strapi/strapi').factories.createCoreRouter('${uid}', {
  only: ['find', 'findOne'], config: { find: { auth: false }, findOne: { auth: false } } });`,
};

const secret = 'bench-and-nothing-else';

const config = (databaseUrl: string, port: number): Record<string, unknown> => ({
  server: {
    host: '127.0.0.1',
    port,
    app: { keys: [secret, secret] },
    logger: { startup: { enabled: false } },
  },
  admin: {
    auth: { secret },
    apiToken: { salt: secret },
    transfer: { token: { salt: secret } },
    autoOpen: false,
  },
  api: { rest: { defaultLimit: 25, maxLimit: 100, withCount: true } },
  database: {
    connection: {
      client: 'postgres',
      connection: { connectionString: databaseUrl },
      pool: { min: 2, max: 10 },
    },
    settings: { forceMigration: false, runMigrations: false },
  },
  plugins: { 'users-permissions': { config: { jwtSecret: secret } } },
  // As a new project has them, without the line of log for each request.
  middlewares: [
    ...['strapi::errors', 'strapi::security', 'strapi::cors', 'strapi::query', 'strapi::body'],
    ...['strapi::session', 'strapi::favicon', 'strapi::public', { name: 'strapi::compression' }],
  ],
});

/** A Strapi application with the types of the catalogue and nothing of ours beside them. */
export function makeStockApp(folder: string, site: { databaseUrl: string; port: number }): void {
  rmSync(folder, { recursive: true, force: true });
  for (const part of ['config', 'src', 'public/uploads', 'database/migrations'])
    mkdirSync(join(folder, part), { recursive: true });
  const manifest = {
    name: 'stock',
    private: true,
    dependencies: { '@strapi/plugin-users-permissions': '*' },
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  for (const [name, value] of Object.entries(config(site.databaseUrl, site.port)))
    writeFileSync(join(folder, 'config', `${name}.js`), `module.exports = () => (${JSON.stringify(value)});`);
  for (const room of rooms) copyTypes(room, join(folder, 'src', 'api', room));
  for (const [file, text] of Object.entries(generated)) {
    const at = join(folder, 'src', 'api', 'catalog', file);
    mkdirSync(join(at, '..'), { recursive: true });
    writeFileSync(at, text);
  }
}

function copyTypes(room: string, to: string): void {
  const from = join(root, 'cms', 'src', 'api', room, 'content-types');
  cpSync(from, join(to, 'content-types'), { recursive: true });
  for (const type of readdirSync(from)) {
    const file = join(to, 'content-types', type, 'schema.json');
    writeFileSync(file, JSON.stringify(plain(JSON.parse(readFileSync(file, 'utf8')) as Schema)));
  }
}

interface Schema {
  attributes: Record<string, { type: string; customField?: string }>;
}

/** What our own fields of the panel are underneath. */
const beneath: Record<string, string> = { 'global::choice': 'string', 'global::money': 'integer' };

function plain({ attributes, ...schema }: Schema): Schema {
  const entries = Object.entries(attributes).map(([name, attribute]) => {
    const { type, customField = '' } = attribute;
    return [name, type === 'customField' ? { type: beneath[customField] ?? 'json' } : attribute] as const;
  });
  return { ...schema, attributes: Object.fromEntries(entries) };
}
