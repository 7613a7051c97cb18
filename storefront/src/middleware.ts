import { isLocale, type Locale } from '@gangway/client/words';
import { defineMiddleware } from 'astro:middleware';
import { house as readHouse } from '../server/house.ts';
import { setCookie, visitorOf } from '../server/visitor-cookies.ts';
import { visitorApi } from './api/visitor-api.ts';
import { letPanelFrame } from './preview/panel-frame.ts';
import { siteOf } from './site.ts';
import { packSource, sourceOf } from './source/source.ts';
import { translate } from './words.ts';

const house = readHouse();

/** Gives every page its language, words, API and time; pages without a language lead to the visitor's. */
export const onRequest = defineMiddleware(async (context, next) => {
  const [, first = ''] = context.url.pathname.split('/');
  const locale: Locale = isLocale(first) ? first : preferred(context.request.headers.get('accept-language'));
  if (context.params['locale'] !== undefined && !isLocale(context.params['locale']))
    return withoutLanguage(context.url, locale);
  const visitor = visitorOf({
    header: context.request.headers.get('cookie') ?? undefined,
    secure: house.secure,
  });
  const api = visitorApi({
    house,
    visitor,
    locale,
    address: context.locals.address ?? context.clientAddress,
  });
  const cookies: string[] = [];
  Object.assign(context.locals, {
    ...{ locale, visitor, api, house, t: translate(locale) },
    ...(await siteOf(api)),
    keep: ({ name, value }: Parameters<App.Locals['keep']>[0]) =>
      void cookies.push(setCookie({ name, value, secure: house.secure })),
  });
  const source = visitor.source ? undefined : sourceOf({ request: context.request, siteUrl: house.siteUrl });
  if (source) context.locals.keep({ name: 'source', value: packSource(source) });
  const response = await next();
  letPanelFrame(context.url.pathname, response);
  for (const cookie of cookies) response.headers.append('set-cookie', cookie);
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-cache');
  return response;
});

const pages = new Set(['account', 'calendar', 'checkout', 'events', 'orders', 'pages', 'timetable']);

/** A page of ours leads to the visitor's language; a bare 404 becomes the page that says so. */
function withoutLanguage({ pathname, search }: URL, locale: Locale): Response {
  const [, first = ''] = pathname.split('/');
  if (!pages.has(first)) return new Response(null, { status: 404 });
  const headers = {
    ...{ location: `/${locale}${pathname}${search}`, vary: 'accept-language' },
    'cache-control': 'private, no-cache',
  };
  return new Response(null, { status: 302, headers });
}

/** The first language of ours that the browser asks for; Russian when there is none. */
function preferred(header: string | null): Locale {
  const wanted = (header ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.find(isLocale) ?? 'ru';
}
