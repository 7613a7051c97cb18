import type { MessageDefinition } from '@gangway/notifications/contract';

/** To the address that an account has, while another one waits to be confirmed. */
export const emailAsked: Pick<MessageDefinition, 'title' | 'texts'> = {
  title: { ru: 'Просят сменить адрес', en: 'Another address was asked for', zh: '请求更换邮箱' },
  texts: {
    ru: {
      subject: 'Просят сменить адрес личного кабинета',
      body: `# Просят сменить адрес

Кто-то — скорее всего, вы — попросил перевести ваш личный кабинет на другой адрес почты. Туда ушло письмо; пока его не подтвердят, всё остаётся по-прежнему.

Если это были не вы, [задайте новый пароль]({{forgotUrl}}): с ним просьба теряет силу.`,
    },
    en: {
      subject: 'Another address was asked for',
      body: `# Another address was asked for

Somebody, most likely you, asked to use your account with another e-mail address. A letter has gone there; until it is confirmed, everything stays as it is.

If it was not you, [set a new password]({{forgotUrl}}): it calls the wish off.`,
    },
    zh: {
      subject: '有人请求更换账户邮箱',
      body: `# 请求更换邮箱

有人（很可能是您）请求将您的账户改用其他邮箱。确认邮件已发往新邮箱；确认之前，一切保持不变。

如果不是您本人操作，请[设置新密码]({{forgotUrl}})：设置后该请求即失效。`,
    },
  },
};
