import { defineErrors } from '@gangway/kit';

export const notificationsErrors = defineErrors({
  MESSAGE_TEXT_BROKEN: {
    status: 400,
    message: {
      ru: 'В тексте есть подстановки, которых нет у этого сообщения, или незакрытые скобки.',
      en: 'The text has placeholders that this message lacks, or brackets that are not closed.',
      zh: '文本中含有此消息不支持的占位符，或括号未闭合。',
    },
    hint: 'details.problems names them per language; the placeholders are listed with the definition.',
  },
  MESSAGE_NOT_RETRYABLE: {
    status: 409,
    message: {
      ru: 'Это сообщение уже отправлено или отправляется.',
      en: 'This message has been sent or is being sent.',
      zh: '此消息已发送或正在发送。',
    },
    hint: 'Only failed, dropped and waiting messages are sent again; to repeat a sent one, resend it from its order.',
  },
});
