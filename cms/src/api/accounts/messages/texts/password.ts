import type { MessageDefinition } from '@gangway/notifications/contract';

/** The way to a new password. */
export const password: Pick<MessageDefinition, 'title' | 'texts'> = {
  title: { ru: 'Новый пароль', en: 'New password', zh: '设置新密码' },
  texts: {
    ru: {
      subject: 'Новый пароль для личного кабинета',
      body: `# Новый пароль

{{#hasName}}Здравствуйте, {{name}}! {{/hasName}}Вы просили новый пароль. Задайте его по ссылке:

[[Задать новый пароль]]({{url}})

Ссылка действует один час и один раз. С новым паролем вход закончится на всех остальных устройствах.

Если вы этого не просили, ничего делать не нужно: пароль остался прежним.`,
    },
    en: {
      subject: 'A new password for your account',
      body: `# A new password

{{#hasName}}Hello {{name}}! {{/hasName}}You asked for a new password. Set it here:

[[Set a new password]]({{url}})

The link works once, within one hour. With the new password all other devices are logged out.

If you did not ask for it, there is nothing to do: your password stays as it is.`,
    },
    zh: {
      subject: '为您的账户设置新密码',
      body: `# 新密码

{{#hasName}}{{name}}，您好！{{/hasName}}您请求了设置新密码，请点击：

[[设置新密码]]({{url}})

链接一小时内有效，仅限使用一次。设置后其他设备将自动退出登录。

如果不是您请求的，无需理会：密码保持不变。`,
    },
  },
};
