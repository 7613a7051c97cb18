import type { MessageDefinition } from '@gangway/notifications/contract';

/** Somebody asked for an account with the address; whoever reads this decides. */
export const confirm: Pick<MessageDefinition, 'title' | 'texts'> = {
  title: { ru: 'Подтверждение адреса', en: 'Confirm the address', zh: '确认邮箱' },
  texts: {
    ru: {
      subject: 'Подтвердите адрес почты',
      body: `# Подтвердите адрес

Здравствуйте! Вы заводите личный кабинет. Остался один шаг: подтвердите, что этот адрес — ваш.

[[Подтвердить адрес]]({{url}})

Ссылка действует 24 часа и один раз. После этого в кабинете появятся и заказы, которые вы оформляли на этот адрес без входа.

Если вы не регистрировались, ничего не нажимайте: без подтверждения кабинет не появится.`,
    },
    en: {
      subject: 'Confirm your e-mail address',
      body: `# Confirm your address

Hello! You are opening an account. One step is left: confirm that this address is yours.

[[Confirm the address]]({{url}})

The link works once, within 24 hours. Orders that you placed with this address without logging in will appear in your account, too.

If you did not register, do nothing: without your confirmation there will be no account.`,
    },
    zh: {
      subject: '请确认您的邮箱',
      body: `# 确认邮箱

您好！您正在注册账户，只差一步：请确认该邮箱属于您。

[[确认邮箱]]({{url}})

链接 24 小时内有效，仅限使用一次。确认后，您之前未登录时用此邮箱下的订单也会显示在账户中。

如果不是您注册的，请勿点击：未经确认不会创建账户。`,
    },
  },
};
