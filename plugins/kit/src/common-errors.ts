import { defineErrors } from './error.ts';

/** Errors any room may answer; a room's own catalogue holds the rest. */
export const commonErrors = defineErrors({
  INVALID_INPUT: {
    status: 400,
    message: {
      ru: 'Проверьте введённые данные.',
      en: 'Please check what you entered.',
      zh: '请检查您输入的内容。',
    },
    hint: 'details.issues names each field and what is wrong with it.',
  },
  UNKNOWN_FIELD: {
    status: 400,
    message: {
      ru: 'В запросе есть неизвестное поле.',
      en: 'The request has an unknown field.',
      zh: '请求中包含未知字段。',
    },
    hint: 'details.fields lists them; the fields of each route are in /openapi.json.',
  },
  UNKNOWN_FILTER: {
    status: 400,
    message: { ru: 'Такого фильтра нет.', en: 'There is no such filter.', zh: '没有此筛选条件。' },
    hint: 'details.filters lists them; the filters of each route are in /openapi.json.',
  },
  MALFORMED_JSON: {
    status: 400,
    message: {
      ru: 'Запрос не удалось прочитать.',
      en: 'The request could not be read.',
      zh: '无法读取该请求。',
    },
    hint: 'The body is not valid JSON.',
  },
  UNSUPPORTED_LOCALE: {
    status: 400,
    message: {
      ru: 'Этот язык не поддерживается.',
      en: 'This language is not supported.',
      zh: '不支持该语言。',
    },
    hint: 'locale is one of ru, en, zh.',
  },
  UNAUTHORIZED: {
    status: 401,
    message: { ru: 'Войдите, чтобы продолжить.', en: 'Please log in to continue.', zh: '请先登录。' },
    hint: 'The token is missing, wrong or expired.',
  },
  FORBIDDEN: {
    status: 403,
    message: { ru: 'Это действие вам недоступно.', en: 'You may not do this.', zh: '您无权执行此操作。' },
    hint: 'The person is known but lacks the section or scope that the route names.',
  },
  NOT_FOUND: {
    status: 404,
    message: { ru: 'Здесь ничего нет.', en: 'There is nothing here.', zh: '未找到相关内容。' },
    hint: 'No such address or id, or it belongs to someone else.',
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    message: {
      ru: 'Так сюда обратиться нельзя.',
      en: 'This address does not take that request.',
      zh: '该地址不支持此请求方式。',
    },
    hint: 'The path exists with another method: see the Allow header.',
  },
  CONFLICT: {
    status: 409,
    message: {
      ru: 'Данные уже изменились, обновите страницу.',
      en: 'This has changed meanwhile, please reload.',
      zh: '数据已更改，请刷新页面。',
    },
    hint: 'Another request changed the same thing first.',
  },
  PAYLOAD_TOO_LARGE: {
    status: 413,
    message: { ru: 'Слишком большой запрос.', en: 'The request is too large.', zh: '请求内容过大。' },
    hint: 'The body is larger than this route accepts.',
  },
  INVALID_IDEMPOTENCY_KEY: {
    status: 400,
    message: {
      ru: 'Запрос повторён с неверным ключом.',
      en: 'The request has an unusable idempotency key.',
      zh: '请求的幂等键无效。',
    },
    hint: 'Idempotency-Key is 1 to 64 of the characters 0-9 A-Z a-z + . _ -.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 409,
    message: {
      ru: 'Под этим ключом уже был другой запрос.',
      en: 'Another request was made with this key.',
      zh: '此幂等键已用于其他请求。',
    },
    hint: 'Idempotency-Key belongs to one request with one body: make a new key for a new request.',
  },
  RATE_LIMITED: {
    status: 429,
    message: {
      ru: 'Слишком много запросов, подождите немного.',
      en: 'Too many requests, please wait a moment.',
      zh: '请求过于频繁，请稍候。',
    },
    hint: 'Retry-After says how many seconds to wait.',
  },
  INTERNAL: {
    status: 500,
    message: {
      ru: 'Ошибка на нашей стороне. Мы уже разбираемся.',
      en: 'Something failed on our side. We are looking into it.',
      zh: '我们的系统出现错误，正在处理。',
    },
    hint: 'Find the log line by its traceId.',
  },
  UNAVAILABLE: {
    status: 503,
    message: {
      ru: 'Сервис временно недоступен, попробуйте позже.',
      en: 'The service is unavailable for now, please try later.',
      zh: '服务暂时不可用，请稍后再试。',
    },
    hint: 'The process is starting, stopping or has lost its database: see /readyz.',
  },
});
