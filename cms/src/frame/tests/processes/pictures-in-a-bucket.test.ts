import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import { freePort } from '../../../../../database/port.ts';
import { environment, openHouse, patience, startReadyCms } from './cms-process.ts';
import type { CmsProcess, House } from './cms-process.ts';

jest.setTimeout(patience);

const root = resolve(__dirname, '../../../../..');
const password = 'First-password-1';
const bucket = {
  S3_BUCKET: 'pictures',
  S3_ACCESS_KEY_ID: 'GANGWAYTEST',
  S3_SECRET_ACCESS_KEY: 'only-for-this-test',
};

interface Image {
  url: string;
  sources: { url: string; width: number; type: string }[];
  focalPoint: { x: number; y: number } | null;
}

const children: ChildProcess[] = [];
const ports = { sandbox: 0, smtp: 0, site: 0 };
let house: House;
let cms: CmsProcess;

/** Runs a file of ours with the environment of the cms; resolves when it says so, or when it has ended. */
async function run(work: {
  file: string;
  args?: string[];
  env: NodeJS.ProcessEnv;
  says?: string;
  cwd?: string;
}) {
  const { file, args = [], env, says, cwd } = work;
  const child = spawn(process.execPath, [join(root, file), ...args], { env, cwd: cwd && join(root, cwd) });
  children.push(child);
  const output: string[] = [];
  const ended = once(child, 'close').then(([code]) => {
    if (code !== 0) throw new Error(`${file} ended with ${code}:\n${output.join('')}`);
  });
  const said = new Promise<void>((done) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        output.push(chunk.toString());
        if (says && output.join('').includes(says)) done();
      });
  });
  await (says ? Promise.race([said, ended]) : ended);
}

beforeAll(async () => {
  house = await openHouse();
  Object.assign(ports, { sandbox: await freePort(), smtp: await freePort(), site: await freePort() });
  const port = await freePort();
  const env = {
    ...{ ...bucket, ADMIN_PASSWORD: password, FILES_DIR: join(house.folder, 'files') },
    ...{ SANDBOX_PORT: String(ports.sandbox), SANDBOX_SMTP_PORT: String(ports.smtp) },
    ...{ SANDBOX_DIR: join(house.folder, 'sandbox'), STOREFRONT_PORT: String(ports.site) },
    STOREFRONT_URL: `http://localhost:${ports.site}`,
  };
  const whole = environment({ databaseUrl: house.databaseUrl, port, env });
  await run({ file: 'plugins/sandbox/dist/main.js', env: whole, says: 'the sandbox is open' });
  await run({ file: 'scripts/seed/index.ts', args: ['--variant=small'], env: whole });
  cms = await startReadyCms({ databaseUrl: house.databaseUrl, env, port });
  await run({
    file: 'storefront/server/main.ts',
    cwd: 'storefront',
    env: whole,
    says: 'the website is open',
  });
});

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await house.close();
});

const photograph = () =>
  sharp({ create: { width: 2000, height: 1500, channels: 3, background: '#0F5E91' } })
    .withExif({ IFD0: { Artist: 'Secret Artist' } })
    .jpeg()
    .toBuffer();

async function panel<Answer>(path: string, init: RequestInit = {}): Promise<Answer> {
  const signIn = { email: 'admin@gangway.example', password };
  const headers = { 'content-type': 'application/json' };
  const entered = await fetch(`${cms.url}/admin/login`, {
    method: 'POST',
    headers,
    body: JSON.stringify(signIn),
  });
  const { data } = (await entered.json()) as { data: { accessToken: string } };
  const authorization = `Bearer ${data.accessToken}`;
  const answer = await fetch(cms.url + path, { ...init, headers: { ...init.headers, authorization } });
  expect({ path, ok: answer.ok, text: answer.ok ? '' : await answer.clone().text() }).toMatchObject({
    ok: true,
  });
  return (await answer.json()) as Answer;
}

async function upload(bytes: Buffer): Promise<{ id: number; url: string }> {
  const body = new FormData();
  body.append('files', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'pier.jpg');
  body.append('fileInfo', JSON.stringify({ name: 'pier.jpg', focalPoint: { x: 20, y: 70 } }));
  const [file] = await panel<{ id: number; url: string }[]>('/upload', { method: 'POST', body });
  if (!file) throw new Error('The library answered with no file.');
  return file;
}

/** Gives the activity another picture in the panel, and publishes it. */
async function showOn(activityId: string, fileId: number): Promise<void> {
  const path = `/content-manager/collection-types/api::catalog.activity/${activityId}`;
  const body = JSON.stringify({ image: fileId });
  await panel(`${path}/actions/publish?locale=ru`, { ...json, method: 'POST', body });
}

const json = { headers: { 'content-type': 'application/json' } };

interface Departure {
  id: string;
  activity: { id: string; image: Image };
}

async function shop<Data>(path: string): Promise<Data> {
  const answer = await fetch(cms.url + path);
  return ((await answer.json()) as { data: Data }).data;
}

const events = async () => {
  const [first] = await shop<Departure[]>('/api/events?pageSize=1&locale=ru');
  if (!first) throw new Error('There are no departures.');
  return first;
};

/** The catalogue follows an edit by itself. */
async function untilShown(id: string, url: string): Promise<Image> {
  const { image } = (await shop<Departure>(`/api/events/${id}?locale=ru`)).activity;
  if (image.url === url) return image;
  await pause(50);
  return untilShown(id, url);
}

const site = (path: string, init?: RequestInit) => fetch(`http://localhost:${ports.site}${path}`, init);

describe('a house whose pictures lie in a bucket', () => {
  it('puts the pictures of the season there', async () => {
    const { image } = (await events()).activity;
    expect(image.url).toMatch(/^\/media\/season_\w+\.webp$/);
    const page = await (await fetch(`http://127.0.0.1:${ports.sandbox}/s3/?locale=en`)).text();
    expect(page).toContain(image.url.replace('/media/', ''));
  });

  it('shows a picture that a manager uploads on its website, from its own address', async () => {
    const file = await upload(await photograph());
    expect(file.url).toMatch(/^\/media\/pier_\w+\.jpg$/);
    const { id, activity } = await events();
    await showOn(activity.id, file.id);
    const { sources, focalPoint } = await untilShown(id, file.url);
    expect(focalPoint).toEqual({ x: 0.2, y: 0.7 });
    expect(sources.map(({ width, type }) => `${type} ${width}`)).toEqual(
      [400, 800, 1200, 1600].flatMap((width) => [`image/avif ${width}`, `image/webp ${width}`]),
    );
    for (const { url, width, type } of [...sources, { url: file.url, width: 2000, type: 'image/jpeg' }]) {
      const answer = await site(url);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
      expect(answer.headers.get('content-security-policy')).toContain('sandbox');
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect((await sharp(bytes).metadata()).width).toBe(width);
      expect(bytes.includes('Secret Artist')).toBe(false);
    }
    const page = await (await site(`/ru/events/${id}`)).text();
    expect(page).toContain(file.url);
    expect(page).not.toContain(`:${ports.sandbox}`);
  });

  it('does not send a picture again to whoever has it, and knows what is not there', async () => {
    const { url } = (await events()).activity.image;
    const etag = (await site(url)).headers.get('etag') ?? '';
    expect((await site(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await site('/media/nothing.webp')).status).toBe(404);
    expect((await site('/media/page.html')).status).toBe(404);
    expect((await site('/media/../s3/pictures')).status).toBe(404);
  });
});
