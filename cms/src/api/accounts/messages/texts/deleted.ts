import type { MessageDefinition } from '@gangway/notifications/contract';

/** The last letter of an account. */
export const deleted: Pick<MessageDefinition, 'title' | 'texts'> = {
  title: { ru: 'Кабинет удалён', en: 'Account deleted', zh: '账户已删除' },
  texts: {
    ru: {
      subject: 'Личный кабинет удалён',
      body: `# Кабинет удалён

Мы удалили ваш личный кабинет вместе с именем, телефоном и согласием на новости. Заказы и документы по ним хранятся, сколько требует закон; билеты остаются действительными и открываются по ссылке из письма о заказе.

Спасибо, что были с нами.`,
    },
    en: {
      subject: 'Your account was deleted',
      body: `# Your account was deleted

We have erased your account with your name, your phone number and your consent to news. Orders and their papers are kept as long as the law asks for it; tickets stay good and open with the link in the letter about the order.

Thank you for having been with us.`,
    },
    zh: {
      subject: '账户已删除',
      body: `# 账户已删除

我们已删除您的账户，包括姓名、电话和接收资讯的同意。订单及相关单据按法律要求的期限保存；船票仍然有效，可通过订单邮件中的链接打开。

感谢您一直以来的支持。`,
    },
  },
};
