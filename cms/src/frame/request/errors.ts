import { defineErrors } from '@gangway/kit';

/** What only the frame answers. */
export const frameErrors = defineErrors({
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    message: {
      ru: 'Такой формат запроса не принимается.',
      en: 'Requests of this format are not accepted.',
      zh: '不接受此格式的请求。',
    },
    hint: 'Send the body as application/json.',
  },
  SANDBOX_OFF: {
    status: 403,
    message: {
      ru: 'Время переводится только в демонстрации.',
      en: 'The clock moves in a demonstration only.',
      zh: '仅在演示模式下可以调整时间。',
    },
    hint: 'The process runs with SANDBOX=off.',
  },
});
