import type { MessageDefinition } from '@gangway/notifications/contract';

/** A departure does not take place: what comes back, and by when. */
export const departureCancelledLetter: Pick<MessageDefinition, 'title' | 'texts'> = {
  title: { ru: 'Рейс отменён', en: 'Departure cancelled', zh: '班次已取消' },
  texts: {
    ru: {
      subject: 'Рейс отменён: {{what}}, {{cancelled.date}}',
      body: `# Рейс отменён

Нам очень жаль: «{{what}}» {{cancelled.date}} в {{cancelled.time}} не состоится {{cancelled.cause}}.

{{#refund}}
**Мы возвращаем вам {{refund.amount}}** тем же способом, которым вы платили. Обычно деньги приходят за несколько дней, а срок — до {{refund.dueBy}} включительно. Вам ничего делать не нужно.

{{#refund.lines}}
| {{name}} | {{amount}} |
{{/refund.lines}}
| **К возврату** | **{{refund.amount}}** |
{{#refund.left}}
| Остаётся в заказе | {{refund.left}} |
{{/refund.left}}

{{/refund}}
{{#refund.left}}
Всё остальное в заказе остаётся в силе.

[[Открыть заказ]]({{order.url}})
{{/refund.left}}
{{#cancelled.unpaid}}
Вы ещё не заплатили, и деньги не списаны. Если оплата всё-таки пройдёт, мы сразу вернём её целиком.
{{/cancelled.unpaid}}

Билеты на этот рейс больше не действуют. Будем рады видеть вас в другой день: [посмотрите, что есть]({{shopUrl}}).

Заказ {{order.number}}. Есть вопрос? Просто ответьте на это письмо.`,
    },
    en: {
      subject: 'Departure cancelled: {{what}}, {{cancelled.date}}',
      body: `# The departure is cancelled

We are very sorry: “{{what}}” on {{cancelled.date}} at {{cancelled.time}} does not take place {{cancelled.cause}}.

{{#refund}}
**We are returning {{refund.amount}}** the way you paid. The money usually arrives within a few days, by {{refund.dueBy}} at the latest. There is nothing you need to do.

{{#refund.lines}}
| {{name}} | {{amount}} |
{{/refund.lines}}
| **To be returned** | **{{refund.amount}}** |
{{#refund.left}}
| Left in the order | {{refund.left}} |
{{/refund.left}}

{{/refund}}
{{#refund.left}}
Everything else in your order stays valid.

[[Open your order]]({{order.url}})
{{/refund.left}}
{{#cancelled.unpaid}}
You had not paid yet and have not been charged. Should a payment still come through, we return all of it at once.
{{/cancelled.unpaid}}

Tickets for this departure are no longer valid. We would be glad to see you on another day: [see what is on]({{shopUrl}}).

Order {{order.number}}. Any question? Just reply to this e-mail.`,
    },
    zh: {
      subject: '班次取消：{{what}}，{{cancelled.date}}',
      body: `# 班次已取消

非常抱歉：{{cancelled.date}} {{cancelled.time}} 的“{{what}}”{{cancelled.cause}}无法成行。

{{#refund}}
**我们将退还 {{refund.amount}}**，按原支付方式退回。通常几天内到账，最迟 {{refund.dueBy}}。您无需任何操作。

{{#refund.lines}}
| {{name}} | {{amount}} |
{{/refund.lines}}
| **退还金额** | **{{refund.amount}}** |
{{#refund.left}}
| 订单余额 | {{refund.left}} |
{{/refund.left}}

{{/refund}}
{{#refund.left}}
订单中的其他内容仍然有效。

[[查看订单]]({{order.url}})
{{/refund.left}}
{{#cancelled.unpaid}}
您尚未付款，未被扣款。如仍有款项到账，我们将立即全额退还。
{{/cancelled.unpaid}}

该班次的票不再有效。期待改日为您服务：[查看其他班次]({{shopUrl}})。

订单 {{order.number}}。如有疑问，直接回复本邮件即可。`,
    },
  },
};
