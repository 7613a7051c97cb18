import type { MessageDefinition } from '@gangway/notifications/contract';

/** So that a thief is noticed. */
export const passwordChanged: Pick<MessageDefinition, 'title' | 'texts'> = {
  title: { ru: 'Пароль изменён', en: 'Password changed', zh: '密码已更改' },
  texts: {
    ru: {
      subject: 'Пароль изменён',
      body: `# Пароль изменён

Пароль вашего личного кабинета изменён, вход на остальных устройствах завершён.

Если это сделали не вы, [задайте новый пароль]({{forgotUrl}}) и напишите нам.`,
    },
    en: {
      subject: 'Your password was changed',
      body: `# Your password was changed

The password of your account was changed, and all other devices were logged out.

If it was not you, [set a new password]({{forgotUrl}}) and write to us.`,
    },
    zh: {
      subject: '密码已更改',
      body: `# 密码已更改

您的账户密码已更改，其他设备已退出登录。

如果不是您本人操作，请[设置新密码]({{forgotUrl}})并联系我们。`,
    },
  },
};
