import type { MessageDefinition } from '@gangway/notifications/contract';

/** A payment came that could not be kept: too late, or for something that is no longer there. */
export const paymentReturned: Pick<MessageDefinition, 'title' | 'texts'> = {
  title: { ru: 'Оплата возвращается', en: 'Payment being returned', zh: '款项退还中' },
  texts: {
    ru: {
      subject: 'Возвращаем {{payment.amount}}: оплата заказа {{order.number}}',
      body: `# Мы возвращаем вам {{payment.amount}}

Ваша оплата заказа {{order.number}} дошла, но принять её мы не можем. {{payment.reason}}

Все деньги вернутся тем же способом, которым вы платили. Обычно это занимает несколько дней, самое большее десять. Вам ничего делать не нужно.

${short('Отправление', '{{date}}, {{time}}')}
| **К возврату** | **{{payment.amount}}** |

{{#payment.keepsTickets}}
[[Открыть заказ]]({{order.url}})
{{/payment.keepsTickets}}
{{^payment.keepsTickets}}
[[Посмотреть свободные места]]({{shopUrl}})
{{/payment.keepsTickets}}

Есть вопрос? Просто ответьте на это письмо.`,
    },
    en: {
      subject: 'We are returning {{payment.amount}}: payment for order {{order.number}}',
      body: `# We are returning {{payment.amount}}

Your payment for order {{order.number}} arrived, but we cannot keep it. {{payment.reason}}

All of the money goes back the way you paid. It usually takes a few days, ten at the most. There is nothing you need to do.

${short('Departure', '{{date}}, {{time}}')}
| **To be returned** | **{{payment.amount}}** |

{{#payment.keepsTickets}}
[[Open your order]]({{order.url}})
{{/payment.keepsTickets}}
{{^payment.keepsTickets}}
[[See what is free]]({{shopUrl}})
{{/payment.keepsTickets}}

Any question? Just reply to this e-mail.`,
    },
    zh: {
      subject: '正在退还 {{payment.amount}}：订单 {{order.number}} 的款项',
      body: `# 我们正在退还 {{payment.amount}}

订单 {{order.number}} 的款项已到账，但我们无法接受。{{payment.reason}}

全部款项将按原支付方式退回，通常需要几天，最多十天。您无需任何操作。

${short('出发', '{{date}} {{time}}')}
| **退还金额** | **{{payment.amount}}** |

{{#payment.keepsTickets}}
[[查看订单]]({{order.url}})
{{/payment.keepsTickets}}
{{^payment.keepsTickets}}
[[查看余位]]({{shopUrl}})
{{/payment.keepsTickets}}

如有疑问，直接回复本邮件即可。`,
    },
  },
};

function short(label: string, moment: string): string {
  return `{{#trips}}
| **{{title}}** | |
| ${label} | **${moment}** |
{{/trips}}`;
}
