import type { MessageDefinition } from '@gangway/notifications/contract';

/** An account was asked for with the address, and nobody knows by whom: whoever reads this chooses its password. */
export const firstPassword: Pick<MessageDefinition, 'title' | 'texts'> = {
  title: { ru: 'Первый пароль', en: 'The first password', zh: '设置首个密码' },
  texts: {
    ru: {
      subject: 'Придумайте пароль для личного кабинета',
      body: `# Придумайте пароль

Здравствуйте! На этот адрес просили завести личный кабинет, но адрес ещё не подтверждён. Придумайте пароль — кабинет сразу откроется, и с ним заказы, которые вы оформляли на этот адрес без входа.

[[Придумать пароль]]({{url}})

Ссылка действует один час и один раз. Пароль, указанный при регистрации, и прежние письма больше не действуют.

Если вы этого не просили, ничего не нажимайте: кабинет не появится.`,
    },
    en: {
      subject: 'Choose a password for your account',
      body: `# Choose a password

Hello! An account was asked for with this address, and the address has not been confirmed yet. Choose a password, and the account opens at once, with the orders that you placed with this address without logging in.

[[Choose a password]]({{url}})

The link works once, within one hour. The password that was given at registering and earlier letters work no more.

If you did not ask for it, do nothing: there will be no account.`,
    },
    zh: {
      subject: '请为您的账户设置密码',
      body: `# 设置密码

您好！有人用此邮箱申请了账户，但邮箱尚未确认。请设置密码，账户将立即开通，您之前未登录时用此邮箱下的订单也会显示在账户中。

[[设置密码]]({{url}})

链接一小时内有效，仅限使用一次。注册时填写的密码和之前的邮件均已失效。

如果不是您请求的，请勿点击：账户不会创建。`,
    },
  },
};
