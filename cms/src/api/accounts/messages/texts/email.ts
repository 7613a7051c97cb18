import type { MessageDefinition } from '@gangway/notifications/contract';

/** To the address that an account wants to move to. */
export const email: Pick<MessageDefinition, 'title' | 'texts'> = {
  title: { ru: 'Подтверждение нового адреса', en: 'Confirm the new address', zh: '确认新邮箱' },
  texts: {
    ru: {
      subject: 'Подтвердите новый адрес почты',
      body: `# Подтвердите новый адрес

Здравствуйте! Вы хотите пользоваться личным кабинетом с этим адресом.

[[Подтвердить адрес]]({{url}})

Ссылка действует 24 часа и один раз. До подтверждения вход и письма — по прежнему адресу.

Если вы этого не просили, ничего не нажимайте.`,
    },
    en: {
      subject: 'Confirm your new e-mail address',
      body: `# Confirm the new address

Hello! You want to use your account with this address.

[[Confirm the address]]({{url}})

The link works once, within 24 hours. Until then you log in, and get our letters, with the old address.

If you did not ask for it, do nothing.`,
    },
    zh: {
      subject: '请确认新邮箱',
      body: `# 确认新邮箱

您好！您希望将账户邮箱更换为此邮箱。

[[确认邮箱]]({{url}})

链接 24 小时内有效，仅限使用一次。确认之前，登录和邮件仍使用原邮箱。

如果不是您请求的，请勿点击。`,
    },
  },
};
