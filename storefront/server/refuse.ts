import type { IncomingMessage, ServerResponse } from 'node:http';

/** What the website itself refuses, in the shape of the API's refusals. */
const refusals = {
  FOREIGN_PAGE: {
    status: 403,
    ru: 'Запрос пришёл с чужого сайта.',
    en: 'This request comes from another website.',
    zh: '该请求来自其他网站。',
  },
  UNAVAILABLE: {
    status: 503,
    ru: 'Продажа ненадолго недоступна. Попробуйте ещё раз через минуту.',
    en: 'Sales are away for a moment. Please try again in a minute.',
    zh: '售票暂时不可用，请稍后再试。',
  },
};

interface Refused {
  request: IncomingMessage;
  response: ServerResponse;
  code: keyof typeof refusals;
}

export function refuse({ request, response, code }: Refused): void {
  if (response.headersSent) return void response.destroy();
  const { status, ...texts } = refusals[code];
  const error = { code, name: code, status, message: texts[localeOf(request)], details: {} };
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify({ data: null, error }));
}

function localeOf({ url = '' }: IncomingMessage): 'ru' | 'en' | 'zh' {
  const [, locale] = /[?&]locale=(en|zh)\b/.exec(url) ?? [];
  return (locale as 'en' | 'zh' | undefined) ?? 'ru';
}
