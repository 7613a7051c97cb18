import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { childEnvironment } from '../../../config/env.ts';
import { root } from '../../root.ts';
import { runCommand } from '../../run-command.ts';
import type { Scale } from '../scale.ts';
import { ask, databaseAt, withClient } from './ask.ts';
import { benchEnvironment } from './environment.ts';

/** As autovacuum leaves tables: what was just filled has its first readers do the housekeeping of every page. */
const asLivedIn = 'vacuum (analyze)';

const statements = join(root, 'scripts', 'bench', 'data');

/** What a template holds beside the season: the shop, or the shop and the orders of years. */
export type Contents = 'shop' | 'archive';

export interface TemplateWish {
  folder: string;
  /** Of any database of the server. */
  serverUrl: string;
  scale: Scale;
  contents: Contents;
  say: (line: string) => void;
}

/**
 * The database that a run copies. Made once, and again when the statements or the schema have changed: a comment on it
 * says of what it was made.
 * @returns its name
 */
export async function readyTemplate(wish: TemplateWish): Promise<string> {
  const season = await made(wish, { name: 'season', from: undefined, files: [] });
  const files = readdirSync(statements)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  const shop = await made(wish, {
    name: `shop_${wish.scale.name}`,
    from: season,
    files: files.filter((name) => name < '5'),
  });
  if (wish.contents === 'shop') return shop;
  const orders = files.filter((name) => name >= '5');
  return made(wish, { name: `archive_${wish.scale.name}`, from: shop, files: orders });
}

interface Part {
  name: string;
  from: string | undefined;
  files: string[];
}

async function made(wish: TemplateWish, part: Part): Promise<string> {
  const source = fingerprint(wish, part);
  const [known] = await ask<{ source: string | null }>(
    wish.serverUrl,
    `select shobj_description(oid, 'pg_database') as source from pg_database where datname = $1`,
    [part.name],
  );
  if (known?.source === source) return part.name;
  const began = performance.now();
  await make(wish, part);
  await ask(wish.serverUrl, `comment on database ${part.name} is '${source}'`);
  wish.say(`data: ${part.name} made in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return part.name;
}

/** Of all that the template is made of, down to the season. */
function fingerprint({ scale }: TemplateWish, { name, from }: Part): string {
  const files = readdirSync(statements).filter((file) => name.startsWith('archive') || file < '5');
  const texts = [
    join(root, 'database', 'schema.sql'),
    ...(from === undefined ? [] : files.map((file) => join(statements, file))),
  ];
  const hash = createHash('sha256').update(JSON.stringify(from === undefined ? '' : [scale, asLivedIn]));
  for (const file of texts) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 32);
}

async function make(wish: TemplateWish, { name, from, files }: Part): Promise<void> {
  await ask(wish.serverUrl, `drop database if exists ${name} with (force)`);
  const copy = from === undefined ? '' : ` template ${from} strategy file_copy`;
  await ask(wish.serverUrl, `create database ${name}${copy}`);
  const url = databaseAt(wish.serverUrl, name);
  if (from === undefined) return seed(wish.folder, url);
  await withClient(url, async (client) => {
    const { name: _, ...counts } = wish.scale;
    const settings = { ...counts, now: new Date().toISOString().replace('Z', '') };
    for (const [key, value] of Object.entries(settings))
      await client.query('select set_config($1, $2, false)', [`bench.${key}`, String(value)]);
    for (const file of files) await client.query(readFileSync(join(statements, file), 'utf8'));
    await client.query(asLivedIn);
  });
}

/** The small season, through Strapi: texts, prices, vessels and plans to make copies of. */
async function seed(folder: string, databaseUrl: string): Promise<void> {
  const ports = { cms: 1, sandbox: 1, smtp: 1 };
  const env = childEnvironment({
    ...benchEnvironment({ folder, ports, databaseUrl }),
    ...{ GANGWAY_ROLE: 'web', LOG_LEVEL: 'warn', METRICS_PORT: 'off' },
  });
  const file = join(root, 'scripts', 'seed', 'index.ts');
  const { ok, output } = await runCommand({ file, args: ['--variant=small'], env });
  if (!ok) throw new Error(`The season could not be seeded:\n${output}`);
}
