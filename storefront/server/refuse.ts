import type { IncomingMessage, ServerResponse } from 'node:http';

/** What the website itself refuses, in the shape of the API's refusals; a page's as a sentence. */
const refusals = {
  FOREIGN_PAGE: {
    status: 403,
    ru: 'Запрос пришёл с чужого сайта. Откройте страницу у нас и попробуйте ещё раз.',
    en: 'This request comes from another website. Please open the page here and try again.',
    zh: '该请求来自其他网站。请在本站打开页面后重试。',
  },
  NO_SUCH_METHOD: {
    status: 405,
    ru: 'Страница не отвечает на такой запрос.',
    en: 'The page does not answer this kind of request.',
    zh: '该页面不支持此类请求。',
  },
  TOO_LARGE: {
    status: 413,
    ru: 'В форме слишком много данных. Сократите текст и отправьте её ещё раз.',
    en: 'The form holds too much. Please shorten it and send it again.',
    zh: '表单内容过多，请缩短后重新提交。',
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

/** The same where a person looks at the answer. */
export function refusePage({ request, response, code }: Refused): void {
  const { status, ...texts } = refusals[code];
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(texts[localeOfPage(request)]);
}

type Locale = 'ru' | 'en' | 'zh';

function localeOf({ url = '' }: IncomingMessage): Locale {
  const [, locale] = /[?&]locale=(en|zh)\b/.exec(url) ?? [];
  return (locale as Locale | undefined) ?? 'ru';
}

function localeOfPage({ url = '', headers }: IncomingMessage): Locale {
  const [, said] = /^\/(ru|en|zh)(?:[/?]|$)/.exec(url) ?? [];
  const [wanted] = /\b(ru|en|zh)\b/i.exec(headers['accept-language'] ?? '') ?? [];
  return (said ?? wanted?.toLowerCase() ?? 'ru') as Locale;
}
