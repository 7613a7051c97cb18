import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { childEnvironment } from '../../../config/env.ts';
import { type EmbeddedPostgres, startPostgres } from '../../../database/embedded.ts';
import { freePort } from '../../../database/port.ts';
import { season } from '../../../database/seeds/season/index.ts';
import { textProblems } from '../../../database/seeds/season/text-check.ts';
import { testSecrets } from '../../test/jest/test-secrets.ts';

const patience = 600_000;
const folder = mkdtempSync(join(tmpdir(), 'gangway-season-test-'));
const seeder = join(__dirname, 'fixtures', 'seed-and-serve.ts');
const languages = ['ru', 'en', 'zh'] as const;
const children = new Set<ChildProcess>();

let server: EmbeddedPostgres;
let client: Client;
let url: string;
let first: string;
let second: string;

beforeAll(async () => {
  server = await startPostgres({ dataDir: join(folder, 'postgres'), port: 0, durable: false });
  client = new Client({ connectionString: server.url });
  await client.connect();
  first = await seedUntil('Peterhof by Fast Ship', { thenKill: true });
  second = await seedUntil('serving');
}, patience);

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await client.end();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts a process that seeds and resolves with all it wrote as soon as it wrote `text`. */
async function seedUntil(text: string, { thenKill = false } = {}): Promise<string> {
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  mkdirSync(join(folder, 'files', 'uploads'), { recursive: true });
  const env = childEnvironment({
    ...testSecrets,
    ...{ GANGWAY_ENV_FILE: 'off', NODE_ENV: 'test', TZ: 'UTC', LOG_LEVEL: 'error', SANDBOX: 'on' },
    ...{ STRAPI_TELEMETRY_DISABLED: 'true', STRAPI_DISABLE_EE: 'true', HOST: '127.0.0.1' },
    ...{ DATABASE_URL: server.url, FILES_DIR: join(folder, 'files'), CMS_PORT: String(port), TMPDIR: folder },
  });
  const child = spawn(process.execPath, [seeder], { env });
  children.add(child);
  const output = await written(child, text);
  if (thenKill) await killed(child);
  return output;
}

function written(child: ChildProcess, text: string): Promise<string> {
  return new Promise((done, fail) => {
    const state = { output: '' };
    const read = (chunk: Buffer) => {
      state.output += chunk.toString();
      if (state.output.includes(text)) done(state.output);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('close', () => fail(new Error(`The seed ended without "${text}":\n${state.output}`)));
  });
}

async function killed(child: ChildProcess): Promise<void> {
  const closed = new Promise((done) => child.once('close', done));
  child.kill('SIGKILL');
  await closed;
}

const count = async (sql: string) =>
  Number((await client.query(`select count(*) as n from ${sql}`)).rows[0].n);

async function ask<Answer>(path: string): Promise<Answer> {
  const answer = await fetch(`${url}${path}`);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/** The shop reads the tables a moment after they changed: the drafts of the season are the last thing to go. */
async function listed(): Promise<EventItem[]> {
  const { rows } = await client.query<{ id: string }>(
    `select document_id as id from events where state = 'draft'`,
  );
  const drafts = new Set(rows.map(({ id }) => id));
  for (;;) {
    const { data, meta } = await ask<{ data: EventItem[]; meta: { total: number } }>(
      '/api/events?pageSize=100',
    );
    if (meta.total > 40 && !data.some(({ id }) => drafts.has(id))) return data;
    await pause(50);
  }
}

interface EventItem {
  id: string;
  activity: { slug: string };
}

describe('the demo season', () => {
  it('goes on where a killed seed stopped, and makes nothing twice', async () => {
    expect(first).toContain('with pictures and prices');
    expect(first).not.toContain('attempt');
    expect(second).toMatch(/first attempt: \d+ departures/);
    const prices = season.activities.flatMap((activity) => activity.prices).length;
    expect(await count('sellers')).toBe(season.sellers.length);
    expect(await count('berths')).toBe(season.berths.length);
    expect(await count('vessels')).toBe(season.vessels.length);
    expect(await count('seating_plans')).toBe(season.plans.length);
    expect(await count('prices')).toBe(prices);
    expect(await count('schedules')).toBe(season.activities.flatMap((activity) => activity.schedules).length);
    expect(await count('pages where published_at is not null')).toBe(season.pages.length * languages.length);
    expect(await count('activities where published_at is not null')).toBe(
      season.activities.length * languages.length,
    );
    expect(await count('(select distinct occurrence from events) once')).toBe(await count('events'));
  });

  it('is written once: a finished season is left alone', () => {
    expect(second).toContain('second attempt: nothing to do.');
  });

  it('has departures of every activity that sails, some delayed or cancelled, all linked', async () => {
    expect(await count('events')).toBeGreaterThan(45);
    expect(await count(`events where state = 'cancelled'`)).toBeGreaterThan(0);
    expect(await count('events where delay_minutes > 0')).toBeGreaterThan(0);
    expect(
      await count('events e where not exists (select from events_activity_lnk l where l.event_id = e.id)'),
    ).toBe(0);
    const sailing = `select distinct a.slug from events_activity_lnk l join activities a on a.id = l.activity_id`;
    const { rows } = await client.query<{ slug: string }>(sailing);
    const expected = season.activities
      .filter(({ schedules }) => schedules.length > 0)
      .map(({ slug }) => slug);
    expect(rows.map(({ slug }) => slug).toSorted()).toEqual(expected.toSorted());
  });

  it('speaks good Russian, English and Chinese in everything the shop answers', async () => {
    const spoken = await Promise.all(
      languages.map(async (locale) => ({ locale, texts: await shopTexts(locale) })),
    );
    for (const { locale, texts } of spoken) {
      const problems = [...texts].flatMap(([text, at]) =>
        textProblems(locale, text).map((what) => `${at}: ${what}: ${text}`),
      );
      expect(problems).toEqual([]);
      expect(texts.size).toBeGreaterThan(150);
    }
    const [ru, en, zh] = spoken.map(({ texts }) => texts);
    const shared = [...ru!.keys()].filter((text) => en!.has(text) || zh!.has(text));
    expect(shared.concat([...en!.keys()].filter((text) => zh!.has(text)))).toEqual([]);
  });
});

/** What is no text: keys of the interface, addresses, codes and numbers written as text. */
const technical = new Set(
  `id slug url type image.url kind status state currency timezone startAt endAt code zone seatCode number label outline
   seating mode value shape sale validTo validFrom priceFrom phone email website country language eventId
   ticketTypeId accent fulfilment tint languages
   salesStartAt salesEndAt until passengerData tourLanguages inn kpp ogrn registration offerPage`.split(
    /\s+/,
  ),
);

/** Every text of the answers in one language, with a place where it stands. */
async function shopTexts(locale: (typeof languages)[number]): Promise<Map<string, string>> {
  const events = await listed();
  const one = [...new Map(events.map((event) => [event.activity.slug, event.id])).values()];
  const paths = [
    '/api/events?pageSize=100',
    '/api/products?pageSize=100',
    ...one.flatMap((id) =>
      ['', '/seat-layout', '/ticket-types', '/prices'].map((part) => `/api/events/${id}${part}`),
    ),
  ];
  const texts = new Map<string, string>();
  for (const path of paths) {
    const answer = await ask<unknown>(`${path}${path.includes('?') ? '&' : '?'}locale=${locale}`);
    for (const [at, text] of leaves(answer, path)) texts.set(text, at);
  }
  return texts;
}

function leaves(value: unknown, at: string): [string, string][] {
  if (typeof value === 'string') return technical.has(at.split('.').at(-1) ?? '') ? [] : [[at, value]];
  if (typeof value !== 'object' || value === null) return [];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([key, part]) => leaves(part, isList ? at : `${at}.${key}`));
}
