import type { MessageDefinition } from '@gangway/notifications/contract';

/** Somebody asked for an account with an address that has one: only its owner hears of it. */
export const taken: Pick<MessageDefinition, 'title' | 'texts'> = {
  title: { ru: 'Кабинет уже есть', en: 'There is an account already', zh: '账户已存在' },
  texts: {
    ru: {
      subject: 'У вас уже есть личный кабинет',
      body: `# Кабинет на этот адрес уже есть

Кто-то — возможно, вы — указал этот адрес, чтобы завести личный кабинет. Второй не нужен: войдите или задайте новый пароль.

[[Войти]]({{loginUrl}})

[Забыли пароль? Задайте новый]({{forgotUrl}}).

Если это были не вы, ничего делать не нужно: в вашем кабинете ничего не изменилось.`,
    },
    en: {
      subject: 'You already have an account',
      body: `# This address has an account already

Somebody, perhaps you, entered this address to open an account. There is no need for a second one: log in, or set a new password.

[[Log in]]({{loginUrl}})

[Forgot the password? Set a new one]({{forgotUrl}}).

If it was not you, there is nothing to do: nothing has changed in your account.`,
    },
    zh: {
      subject: '您已有账户',
      body: `# 该邮箱已有账户

有人（可能是您）使用此邮箱注册账户。无需重复注册：请直接登录，或设置新密码。

[[登录]]({{loginUrl}})

[忘记密码？设置新密码]({{forgotUrl}})

如果不是您本人操作，无需理会：您的账户没有任何变化。`,
    },
  },
};
