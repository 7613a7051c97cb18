import type { MessageDefinition } from '@gangway/notifications/contract';
import { trips } from './trips.ts';

/** The order is paid: tickets are attached, and the page of the order has them too. */
export const confirmed: Pick<MessageDefinition, 'title' | 'texts'> = {
  title: { ru: 'Заказ оплачен, билеты', en: 'Order paid, tickets', zh: '订单已付款及票' },
  texts: {
    ru: {
      subject: 'Заказ {{order.number}} оплачен: {{what}}',
      body: `# Заказ {{order.number}} оплачен

{{#hasTickets}}
Билеты во вложении и по ссылке ниже. Печатать их не нужно: на посадке достаточно показать код с экрана.
{{/hasTickets}}
{{^hasTickets}}
Спасибо за покупку. Всё, что вы купили, ждёт на странице заказа.
{{/hasTickets}}

{{#hasMoved}}
**Места изменились.** Оплата пришла позже срока, и ваши места уже заняли. Как вы и разрешили, мы подобрали другие в той же зоне:
{{#moved}}
- {{from}} → {{to}}
{{/moved}}
{{/hasMoved}}

[[Открыть заказ]]({{order.url}})

${trips.ru}

{{#extras}}
| {{name}} | {{amount}} |
{{/extras}}
{{#order.discount}}
| Скидка, уже учтена | {{order.discount}} |
{{/order.discount}}
| **Оплачено** | **{{order.total}}** |
{{#order.vat}}
| В том числе НДС | {{order.vat}} |
{{/order.vat}}
{{#returned}}
| Возвращено или возвращается | {{returned}} |
{{/returned}}

{{#trips}}
{{#refund}}
{{refund}}
{{/refund}}
{{/trips}}

Ссылка в этом письме открывает ваш заказ без пароля, поэтому не пересылайте письмо посторонним. Есть вопрос? Просто ответьте на него.`,
    },
    en: {
      subject: 'Order {{order.number}} is paid: {{what}}',
      body: `# Order {{order.number}} is paid

{{#hasTickets}}
Your tickets are attached and behind the link below. No need to print them: show the code on your screen when you board.
{{/hasTickets}}
{{^hasTickets}}
Thank you. Everything you bought is waiting on the page of your order.
{{/hasTickets}}

{{#hasMoved}}
**Your seats have changed.** The payment came after the time had run out and your seats were taken by then. As you agreed, we chose others in the same zone:
{{#moved}}
- {{from}} → {{to}}
{{/moved}}
{{/hasMoved}}

[[Open your order]]({{order.url}})

${trips.en}

{{#extras}}
| {{name}} | {{amount}} |
{{/extras}}
{{#order.discount}}
| Discount, already taken off | {{order.discount}} |
{{/order.discount}}
| **Paid** | **{{order.total}}** |
{{#order.vat}}
| VAT included | {{order.vat}} |
{{/order.vat}}
{{#returned}}
| Given back or on its way back | {{returned}} |
{{/returned}}

{{#trips}}
{{#refund}}
{{refund}}
{{/refund}}
{{/trips}}

The link in this e-mail opens your order without a password, so please keep it to yourself. Any question? Just reply.`,
    },
    zh: {
      subject: '订单 {{order.number}} 已付款：{{what}}',
      body: `# 订单 {{order.number}} 已付款

{{#hasTickets}}
您的票在附件中，也可通过下方链接查看。无需打印，登船时出示屏幕上的票码即可。
{{/hasTickets}}
{{^hasTickets}}
感谢您的购买。您购买的内容可在订单页面查看。
{{/hasTickets}}

{{#hasMoved}}
**座位已调整。** 款项到账时付款时限已过，原座位已被占用。按照您同意的方式，我们在同一区域为您选择了其他座位：
{{#moved}}
- {{from}} → {{to}}
{{/moved}}
{{/hasMoved}}

[[查看订单]]({{order.url}})

${trips.zh}

{{#extras}}
| {{name}} | {{amount}} |
{{/extras}}
{{#order.discount}}
| 优惠（已扣除） | {{order.discount}} |
{{/order.discount}}
| **已付款** | **{{order.total}}** |
{{#order.vat}}
| 其中增值税 | {{order.vat}} |
{{/order.vat}}
{{#returned}}
| 已退或正在退款 | {{returned}} |
{{/returned}}

{{#trips}}
{{#refund}}
{{refund}}
{{/refund}}
{{/trips}}

本邮件中的链接无需密码即可打开您的订单，请勿转发给他人。如有疑问，直接回复本邮件即可。`,
    },
  },
};
