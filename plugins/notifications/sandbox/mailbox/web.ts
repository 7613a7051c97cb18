import { Buffer } from 'node:buffer';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import { isLocale, locales } from '@gangway/kit';
import type { Html, Locale, ServiceHandler } from '@gangway/kit';
import { inboxPage } from '../page/inbox-page.ts';
import { layout } from '../page/layout.ts';
import { letterPage, letterViews } from '../page/letter-page.ts';
import { style } from '../page/style.ts';
import { texts } from '../page/texts.ts';
import type { Texts } from '../page/texts.ts';
import { bodyPolicy, letterBody } from './letter-body.ts';
import { letterJson } from './letter-json.ts';
import type { Letter } from './letters.ts';
import type { Mailbox } from './mailbox.ts';

export type WebSettings = { mailbox: Mailbox; path: string; url: string };

type Visit = WebSettings & {
  request: IncomingMessage;
  response: ServerResponse;
  at: URL;
  locale: Locale;
};

/** The mailbox for people at `/` and for programs at `/api/messages` and `/api/switches`. */
export function mailboxWeb(settings: WebSettings): ServiceHandler {
  return (request, response) => {
    const at = new URL(request.url ?? '/', 'http://mailbox');
    const locale = localeOf(at, request.headers['accept-language']);
    return route({ ...settings, request, response, at, locale });
  };
}

function localeOf({ searchParams }: URL, accepted = ''): Locale {
  const asked = searchParams.get('locale');
  if (isLocale(asked)) return asked;
  const wanted = accepted.split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.map((tag) => locales.find((locale) => locale === tag)).find((found) => found) ?? 'ru';
}

async function route(visit: Visit): Promise<void> {
  const { request, at } = visit;
  if (!isOwnHost(visit)) return page(visit, sentence(visit, 'foreign'), 403);
  if (at.pathname.startsWith('/api/')) return api(visit);
  if (request.method === 'POST') return post(visit);
  return read(visit);
}

/** A name that somebody points at this machine would otherwise read the mail. */
function isOwnHost({ request, url }: Visit): boolean {
  const { host = '' } = request.headers;
  if (!URL.canParse(`http://${host}`)) return false;
  const { hostname } = new URL(`http://${host}`);
  const bare = hostname.replace(/^\[|\]$/g, '');
  return bare === 'localhost' || isIP(bare) > 0 || hostname === new URL(url).hostname;
}

async function read(visit: Visit): Promise<void> {
  const { at, response, mailbox, locale, path } = visit;
  if (at.pathname === '/assets/mail.css') return send(response, { type: 'text/css', text: style });
  if (at.pathname === '/') {
    const to = at.searchParams.get('to')?.trim() ?? '';
    const letters = mailbox.letters.to(to);
    return page(visit, inboxPage({ locale, path, to, letters, switches: mailbox.switches() }));
  }
  const [, id = '', part] = /^\/letters\/(\d+)(?:\/(.+))?$/.exec(at.pathname) ?? [];
  const letter = mailbox.letters.find(id);
  if (!letter) return page(visit, sentence(visit, 'notFound'), 404);
  return showLetter(visit, letter, part);
}

function showLetter(visit: Visit, letter: Letter, part: string | undefined): void {
  const { at, response, locale, path } = visit;
  if (part === 'body')
    return send(response, { type: 'text/html', text: letterBody(letter), policy: bodyPolicy });
  const [, index] = /^attachments\/(\d+)$/.exec(part ?? '') ?? [];
  if (index !== undefined) return download(visit, letter, Number(index));
  const view = letterViews.find((each) => each === at.searchParams.get('view')) ?? 'html';
  return page(visit, letterPage({ locale, path, letter, view }));
}

function download(visit: Visit, { attachments }: Letter, index: number): void {
  const file = attachments[index];
  if (!file) return page(visit, sentence(visit, 'notFound'), 404);
  visit.response.writeHead(200, {
    ...safety,
    'content-type': /^[\w.+-]+\/[\w.+-]+$/.test(file.type) ? file.type : 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  });
  visit.response.end(file.bytes);
}

async function post(visit: Visit): Promise<void> {
  const { request, response, at, mailbox, path, locale } = visit;
  if (!isOwnForm(request)) return page(visit, sentence(visit, 'foreign'), 403);
  if (at.pathname === '/switches') {
    const form = new URLSearchParams(await bodyText(request));
    const given = { refuse: form.get('refuse') ?? '', slowMs: form.get('slowMs') ?? 0 };
    mailbox.turn({ ...given, busy: form.get('busy') === 'on' });
  } else if (at.pathname === '/clear') mailbox.letters.clear();
  else return page(visit, sentence(visit, 'notFound'), 404);
  response.writeHead(303, { location: `${path}/?locale=${locale}` }).end();
}

function isOwnForm({ headers: { origin, host } }: IncomingMessage): boolean {
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host;
}

async function api(visit: Visit): Promise<void> {
  const { request, response, at, mailbox, path } = visit;
  const method = request.method ?? 'GET';
  const json = (value: unknown, status = 200) =>
    send(response, { status, type: 'application/json', text: JSON.stringify(value) });
  if (at.pathname === '/api/messages' && method === 'GET') {
    const letters = mailbox.letters.to(at.searchParams.get('to') ?? '');
    return json({ data: letters.map((letter) => letterJson(letter, path)) });
  }
  if (at.pathname === '/api/messages' && method === 'DELETE') {
    mailbox.letters.clear();
    return json({ data: [] });
  }
  if (at.pathname === '/api/switches' && method === 'GET') return json({ data: mailbox.switches() });
  if (at.pathname === '/api/switches' && method === 'PUT') {
    const given = jsonObject(await bodyText(request));
    return given ? json({ data: mailbox.turn(given) }) : json({ error: 'Send a JSON object.' }, 400);
  }
  const letter = mailbox.letters.find(/^\/api\/messages\/(\d+)$/.exec(at.pathname)?.[1] ?? '');
  return letter ? json({ data: letterJson(letter, path) }) : json({ error: 'There is nothing here.' }, 404);
}

function jsonObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const longestBody = 16 * 1024;

async function bodyText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  const size = { bytes: 0 };
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size.bytes += chunk.length;
    if (size.bytes <= longestBody) chunks.push(chunk);
  }
  return size.bytes > longestBody ? '' : Buffer.concat(chunks).toString('utf8');
}

const pagePolicy =
  "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

const safety = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
};

type Sent = { status?: number; type: string; text: string; policy?: string };

function send(response: ServerResponse, { status = 200, type, text, policy = pagePolicy }: Sent): void {
  const headers = { ...safety, 'content-security-policy': policy, 'content-type': `${type}; charset=utf-8` };
  response.writeHead(status, headers).end(text);
}

const page = ({ response }: Visit, { markup }: Html, status = 200): void =>
  send(response, { status, type: 'text/html', text: markup });

function sentence({ locale, path }: Visit, text: keyof Texts): Html {
  const t = texts[locale];
  const content = {
    markup: `<h1>${t.title}</h1><p class="bad" role="alert">${t[text]}</p><p><a href="${path}/?locale=${locale}">${t.back}</a></p>`,
  };
  return layout({ locale, path, here: '/', title: t.title, content });
}
