import type { MessageDefinition } from '@gangway/notifications/contract';

/** The gateway refused a refund for good; people look at it. */
export const refundFailed: Pick<MessageDefinition, 'title' | 'texts'> = {
  title: { ru: 'Возврат не прошёл', en: 'Refund not accepted', zh: '退款未成功' },
  texts: {
    ru: {
      subject: 'Возврат по заказу {{order.number}} задерживается',
      body: `# Возврат задерживается

Платёжная система не приняла возврат {{refund.amount}}. Мы уже знаем об этом и разберёмся сами: вернём деньги другим способом или свяжемся с вами. Ваши деньги не пропадут.

| **{{what}}** | |
{{#refund.lines}}
| {{name}} | {{amount}} |
{{/refund.lines}}
| **К возврату** | **{{refund.amount}}** |

{{^refund.cancelledByUs}}
Пока деньги у нас, билеты снова действуют.
{{/refund.cancelledByUs}}

[[Открыть заказ]]({{order.url}})

Заказ {{order.number}}. Карта закрыта или сменилась? Ответьте на это письмо, так будет быстрее.`,
    },
    en: {
      subject: 'The refund for order {{order.number}} is delayed',
      body: `# Your refund is delayed

The payment service did not accept the refund of {{refund.amount}}. We have seen it and take care of it: we return the money another way or get in touch with you. Your money is safe.

| **{{what}}** | |
{{#refund.lines}}
| {{name}} | {{amount}} |
{{/refund.lines}}
| **To be returned** | **{{refund.amount}}** |

{{^refund.cancelledByUs}}
As long as the money is with us, your tickets are valid again.
{{/refund.cancelledByUs}}

[[Open your order]]({{order.url}})

Order {{order.number}}. Is the card closed or replaced? Reply to this e-mail, that makes it faster.`,
    },
    zh: {
      subject: '订单 {{order.number}} 的退款延迟',
      body: `# 退款延迟

支付渠道未接受 {{refund.amount}} 的退款。我们已获知并正在处理：将以其他方式退款或与您联系。您的款项是安全的。

| **{{what}}** | |
{{#refund.lines}}
| {{name}} | {{amount}} |
{{/refund.lines}}
| **退还金额** | **{{refund.amount}}** |

{{^refund.cancelledByUs}}
在款项退还之前，您的票重新有效。
{{/refund.cancelledByUs}}

[[查看订单]]({{order.url}})

订单 {{order.number}}。银行卡已注销或更换？请回复本邮件，以便更快处理。`,
    },
  },
};
