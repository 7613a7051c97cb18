import type { MessageDefinition } from '@gangway/notifications/contract';

/** Tickets were given back: how much returns, and by when. */
export const refundRequested: Pick<MessageDefinition, 'title' | 'texts'> = {
  title: { ru: 'Возврат принят', en: 'Refund accepted', zh: '退款已受理' },
  texts: {
    ru: {
      subject: 'Возврат {{refund.amount}} принят: заказ {{order.number}}',
      body: `# Мы приняли возврат: {{refund.amount}}

Деньги вернутся тем же способом, которым вы платили. Обычно это занимает несколько дней, а срок — до {{refund.dueBy}} включительно. Когда отправим их, напишем ещё раз.

| **{{what}}** | |
{{#refund.lines}}
| {{name}} | {{amount}} |
{{/refund.lines}}
| **К возврату** | **{{refund.amount}}** |
{{#refund.left}}
| Остаётся в заказе | {{refund.left}} |
{{/refund.left}}

{{#refund.wholeOrder}}
Билеты этого заказа больше не действуют.
{{/refund.wholeOrder}}
{{^refund.wholeOrder}}
Возвращённые билеты больше не действуют, остальные остаются в силе.
{{/refund.wholeOrder}}

[[Открыть заказ]]({{order.url}})

Заказ {{order.number}}. Не просили о возврате или есть вопрос? Просто ответьте на это письмо.`,
    },
    en: {
      subject: 'Refund of {{refund.amount}} accepted: order {{order.number}}',
      body: `# We have accepted your refund: {{refund.amount}}

The money goes back the way you paid. It usually takes a few days, and arrives by {{refund.dueBy}} at the latest. We write again when it is on its way.

| **{{what}}** | |
{{#refund.lines}}
| {{name}} | {{amount}} |
{{/refund.lines}}
| **To be returned** | **{{refund.amount}}** |
{{#refund.left}}
| Left in the order | {{refund.left}} |
{{/refund.left}}

{{#refund.wholeOrder}}
The tickets of this order are no longer valid.
{{/refund.wholeOrder}}
{{^refund.wholeOrder}}
The returned tickets are no longer valid; the others are.
{{/refund.wholeOrder}}

[[Open your order]]({{order.url}})

Order {{order.number}}. Did you not ask for this, or is there any question? Just reply to this e-mail.`,
    },
    zh: {
      subject: '退款 {{refund.amount}} 已受理：订单 {{order.number}}',
      body: `# 我们已受理您的退款：{{refund.amount}}

款项将按原支付方式退回，通常需要几天，最迟 {{refund.dueBy}} 到账。退出后我们会再次通知您。

| **{{what}}** | |
{{#refund.lines}}
| {{name}} | {{amount}} |
{{/refund.lines}}
| **退还金额** | **{{refund.amount}}** |
{{#refund.left}}
| 订单余额 | {{refund.left}} |
{{/refund.left}}

{{#refund.wholeOrder}}
此订单的票不再有效。
{{/refund.wholeOrder}}
{{^refund.wholeOrder}}
已退的票不再有效，其余的票仍然有效。
{{/refund.wholeOrder}}

[[查看订单]]({{order.url}})

订单 {{order.number}}。如非本人申请或有疑问，直接回复本邮件即可。`,
    },
  },
};
