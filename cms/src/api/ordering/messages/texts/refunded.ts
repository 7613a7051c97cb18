import type { MessageDefinition } from '@gangway/notifications/contract';

/** Money of a paid order has gone back, all of it or a part. */
export const refunded: Pick<MessageDefinition, 'title' | 'texts'> = {
  title: { ru: 'Деньги возвращены', en: 'Money returned', zh: '款项已退还' },
  texts: {
    ru: {
      subject: 'Возврат {{refund.amount}} по заказу {{order.number}}',
      body: `# Мы вернули {{refund.amount}}

{{#refund.cancelledByUs}}
Рейс отменён, нам очень жаль. Деньги вернутся полностью.
{{/refund.cancelledByUs}}

Деньги отправлены тем же способом, которым вы платили. Обычно они приходят за несколько дней, самое позднее через десять.

| **{{what}}** | |
{{#refund.lines}}
| {{name}} | {{amount}} |
{{/refund.lines}}
| **Возвращено** | **{{refund.amount}}** |
{{#refund.left}}
| Остаётся в заказе | {{refund.left}} |
{{/refund.left}}

{{#refund.left}}
Возвращённые билеты больше не действуют, остальные остаются в силе.

[[Открыть заказ]]({{order.url}})
{{/refund.left}}
{{^refund.left}}
Билеты этого заказа больше не действуют. Будем рады видеть вас в другой раз.

[[Выбрать другой рейс]]({{shopUrl}})
{{/refund.left}}

Заказ {{order.number}}. Есть вопрос? Просто ответьте на это письмо.`,
    },
    en: {
      subject: 'Refund of {{refund.amount}} for order {{order.number}}',
      body: `# We have returned {{refund.amount}}

{{#refund.cancelledByUs}}
The departure has been cancelled, and we are sorry. You get everything back.
{{/refund.cancelledByUs}}

The money went back the way you paid. It usually arrives within a few days, ten at the most.

| **{{what}}** | |
{{#refund.lines}}
| {{name}} | {{amount}} |
{{/refund.lines}}
| **Returned** | **{{refund.amount}}** |
{{#refund.left}}
| Left in the order | {{refund.left}} |
{{/refund.left}}

{{#refund.left}}
The returned tickets are no longer valid; the others are.

[[Open your order]]({{order.url}})
{{/refund.left}}
{{^refund.left}}
The tickets of this order are no longer valid. We would be glad to see you another time.

[[Choose another departure]]({{shopUrl}})
{{/refund.left}}

Order {{order.number}}. Any question? Just reply to this e-mail.`,
    },
    zh: {
      subject: '订单 {{order.number}} 退款 {{refund.amount}}',
      body: `# 我们已退还 {{refund.amount}}

{{#refund.cancelledByUs}}
该班次已取消，我们深表歉意。款项将全额退还。
{{/refund.cancelledByUs}}

款项已按原支付方式退回，通常几天内到账，最迟十天。

| **{{what}}** | |
{{#refund.lines}}
| {{name}} | {{amount}} |
{{/refund.lines}}
| **已退还** | **{{refund.amount}}** |
{{#refund.left}}
| 订单余额 | {{refund.left}} |
{{/refund.left}}

{{#refund.left}}
已退的票不再有效，其余的票仍然有效。

[[查看订单]]({{order.url}})
{{/refund.left}}
{{^refund.left}}
此订单的票不再有效。期待下次为您服务。

[[选择其他班次]]({{shopUrl}})
{{/refund.left}}

订单 {{order.number}}。如有疑问，直接回复本邮件即可。`,
    },
  },
};
