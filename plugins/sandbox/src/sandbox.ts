import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Locale, MountContext, SandboxService, ServiceHandler } from '@gangway/kit';
import type { Logger } from 'pino';
import { businessClock } from './business-clock.ts';
import type { BusinessClock } from './business-clock.ts';
import { clockMove } from './clock-move.ts';
import { cmsClock } from './cms-clock.ts';
import type { ClockAnswer } from './cms-clock.ts';
import { readForm } from './form.ts';
import { openJournal } from './journal.ts';
import { isOwnRequest } from './own-request.ts';
import { pageLocale } from './page-locale.ts';
import { indexPage, sentencePage } from './page/pages.ts';
import type { Notice } from './page/pages.ts';
import { clockScript, icon, style } from './page/style.ts';
import { seeOther, send, sendPage } from './respond.ts';
import { serviceTable } from './service.ts';

export type SandboxSettings = {
  /** Where people reach the sandbox; forms from other sites are refused. */
  url: string;
  /** Where our processes reach cms, without a slash at the end. */
  cmsUrl: string;
  internalToken: string;
  services: readonly SandboxService[];
  /** What services must not forget and the record of what they did go there; undefined: nothing is kept. */
  folder?: string;
  /** The zone in which the clock is shown and set. */
  timeZone?: string;
  log: Logger;
};

export type Sandbox = {
  /** The caller listens. */
  server: Server;
  /** Frees what the services opened; the caller closes the server before. */
  close(): Promise<void>;
};

type House = SandboxSettings & {
  timeZone: string;
  clock: BusinessClock;
  mounted: ReadonlyMap<string, ServiceHandler>;
};

type Visit = { request: IncomingMessage; response: ServerResponse; url: URL; locale: Locale; house: House };

const assets: Record<string, { type: string; text: string }> = {
  '/assets/style.css': { type: 'text/css', text: style },
  '/assets/clock.js': { type: 'text/javascript', text: clockScript },
  '/assets/icon.svg': { type: 'image/svg+xml', text: icon },
};

/** The outside world as an HTTP server. */
export async function createSandbox(settings: SandboxSettings): Promise<Sandbox> {
  const house = await open(settings);
  const server = createServer((request, response) => {
    logWhenDone(request, response, house.log);
    void answer(request, response, house).catch((error: unknown) => fail(response, error, house.log));
  });
  return { server, close: () => close(house) };
}

async function open(settings: SandboxSettings): Promise<House> {
  const { cmsUrl, internalToken: token } = settings;
  const clock = businessClock(cmsClock({ cmsUrl, token }));
  const contextOf = mountContexts(settings, clock);
  const mounting = [...serviceTable(settings.services)].map(
    async ([id, service]) => [id, await service.mount(contextOf(id))] as const,
  );
  return { timeZone: 'Europe/Moscow', ...settings, clock, mounted: new Map(await Promise.all(mounting)) };
}

function mountContexts({ url, cmsUrl, folder, log }: SandboxSettings, { clock }: BusinessClock) {
  const journal = openJournal(folder, clock.now);
  return (id: string): MountContext => ({
    path: `/${id}`,
    url: `${url}/${id}`,
    cmsUrl,
    folder: folder && join(folder, id),
    log: log.child({ service: id }),
    now: clock.now,
    onMove: clock.onMove,
    journal: (entry) => journal(id, entry),
  });
}

async function close({ clock, services }: House): Promise<void> {
  clock.stop();
  for (const service of services) await service.close?.();
}

async function answer(request: IncomingMessage, response: ServerResponse, house: House): Promise<void> {
  const url = new URL(`/${(request.url ?? '').replace(/^\/+/, '')}`, 'http://sandbox');
  const service = house.mounted.get(url.pathname.split('/')[1] ?? '');
  if (service) {
    await house.clock.refresh();
    return service(behindPrefix(request), response);
  }
  const locale = pageLocale(url.searchParams, request.headers['accept-language']);
  return route({ request, response, url, locale, house });
}

function behindPrefix(request: IncomingMessage): IncomingMessage {
  const rest = (request.url ?? '').replace(/^\/+[^/?]*/, '');
  return Object.assign(request, { url: rest.startsWith('/') ? rest : `/${rest}` });
}

async function route(visit: Visit): Promise<void> {
  const { request, response, url } = visit;
  const asset = assets[url.pathname];
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (reads && asset) return send(response, asset);
  if (reads && url.pathname === '/healthz')
    return send(response, { type: 'application/json', text: '{"status":"ok"}' });
  if (reads && url.pathname === '/') return showIndex(visit);
  if (request.method === 'POST' && url.pathname === '/clock') return moveClock(visit);
  return sendPage(response, sentencePage({ locale: visit.locale, text: 'notFound' }), 404);
}

async function showIndex(
  visit: Visit,
  problem?: { answer: ClockAnswer; notice?: Notice; status: number },
): Promise<void> {
  const { response, url, locale, house } = visit;
  const answer = problem?.answer ?? (await house.clock.read());
  const moved: Notice | undefined = url.searchParams.has('moved')
    ? { text: 'moved', kind: 'good' }
    : undefined;
  const notice = problem?.notice ?? ('state' in answer ? moved : undefined);
  const page = indexPage({ locale, timeZone: house.timeZone, services: house.services, answer, notice });
  sendPage(response, page, problem?.status ?? ('state' in answer ? 200 : 502));
}

async function moveClock(visit: Visit): Promise<void> {
  const { request, response, locale, house } = visit;
  if (!isOwnRequest(request, house.url))
    return sendPage(response, sentencePage({ locale, text: 'foreignForm' }), 403);
  const form = await readForm(request);
  const move = form && clockMove(form, house.timeZone);
  if (!move) return refuse(visit, { text: 'badTime', status: 400 });
  const result = await house.clock.move(move);
  if ('state' in result) return seeOther(response, `/?locale=${locale}&moved`);
  if (result.trouble === 'refused') return refuse(visit, { text: 'refused', status: 400 });
  return showIndex(visit, { answer: result, status: result.trouble === 'off' ? 403 : 502 });
}

async function refuse(
  visit: Visit,
  { text, status }: { text: Notice['text']; status: number },
): Promise<void> {
  await showIndex(visit, { answer: await visit.house.clock.read(), notice: { text, kind: 'bad' }, status });
}

function logWhenDone(request: IncomingMessage, response: ServerResponse, log: Logger): void {
  const { method, url = '/' } = request;
  const began = performance.now();
  response.once('close', () => {
    const ms = Math.round(performance.now() - began);
    log.info({ method, path: url.split('?', 1)[0], status: response.statusCode, ms }, 'request');
  });
}

function fail(response: ServerResponse, error: unknown, log: Logger): void {
  log.error({ err: error }, 'a request failed');
  if (!response.headersSent) response.writeHead(500);
  response.end();
}
