import type { MessageDefinition } from '@gangway/notifications/contract';

/** An order that nobody had paid for was given up. */
export const cancelled: Pick<MessageDefinition, 'title' | 'texts'> = {
  title: { ru: 'Заказ отменён', en: 'Order cancelled', zh: '订单已取消' },
  texts: {
    ru: {
      subject: 'Заказ {{order.number}} отменён',
      body: `# Заказ {{order.number}} отменён

Деньги не списаны, места снова в продаже.

{{#trips}}
| **{{title}}** | |
| Отправление | **{{date}}, {{time}}** |
{{#places}}
| {{ticketType}} | {{seat}} |
{{/places}}
{{/trips}}
{{#extras}}
| {{name}} | {{amount}} |
{{/extras}}

Передумали? Места можно выбрать ещё раз.

[[Выбрать места]]({{shopUrl}})`,
    },
    en: {
      subject: 'Order {{order.number}} is cancelled',
      body: `# Order {{order.number}} is cancelled

You have not been charged, and the places are on sale again.

{{#trips}}
| **{{title}}** | |
| Departure | **{{date}}, {{time}}** |
{{#places}}
| {{ticketType}} | {{seat}} |
{{/places}}
{{/trips}}
{{#extras}}
| {{name}} | {{amount}} |
{{/extras}}

Changed your mind? You can choose places again.

[[Choose places]]({{shopUrl}})`,
    },
    zh: {
      subject: '订单 {{order.number}} 已取消',
      body: `# 订单 {{order.number}} 已取消

您未被扣款，座位已重新开售。

{{#trips}}
| **{{title}}** | |
| 出发 | **{{date}} {{time}}** |
{{#places}}
| {{ticketType}} | {{seat}} |
{{/places}}
{{/trips}}
{{#extras}}
| {{name}} | {{amount}} |
{{/extras}}

改变主意了？您可以重新选座。

[[选座]]({{shopUrl}})`,
    },
  },
};
