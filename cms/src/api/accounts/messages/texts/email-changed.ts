import type { MessageDefinition } from '@gangway/notifications/contract';

/** To the address before. */
export const emailChanged: Pick<MessageDefinition, 'title' | 'texts'> = {
  title: { ru: 'Адрес изменён', en: 'Address changed', zh: '邮箱已更换' },
  texts: {
    ru: {
      subject: 'Адрес личного кабинета изменён',
      body: `# Адрес изменён

Ваш личный кабинет теперь открывается с другим адресом почты. Прежние заказы остались в нём.

Если это сделали не вы, сразу напишите нам в ответ на это письмо.`,
    },
    en: {
      subject: 'The address of your account was changed',
      body: `# The address was changed

Your account is now used with another e-mail address. Your earlier orders are still in it.

If it was not you, answer this letter at once.`,
    },
    zh: {
      subject: '账户邮箱已更换',
      body: `# 邮箱已更换

您的账户已改用其他邮箱，之前的订单仍保留在账户中。

如果不是您本人操作，请立即回复本邮件与我们联系。`,
    },
  },
};
