import type { MessageDefinition } from '@gangway/notifications/contract';

/** Nobody paid in time; the way back leads to the same departure. */
export const expired: Pick<MessageDefinition, 'title' | 'texts'> = {
  title: { ru: 'Заказ не оплачен вовремя', en: 'Order not paid in time', zh: '订单超时未付款' },
  texts: {
    ru: {
      subject: 'Заказ {{order.number}} не оплачен, но места ещё могут быть',
      body: `# Места больше не за вами

{{#order.heldUntil}}
Мы держали заказ {{order.number}} до {{order.heldUntil}}, но оплата не пришла. Деньги не списаны, места снова в продаже.
{{/order.heldUntil}}
{{^order.heldUntil}}
Заказ {{order.number}} не был оплачен вовремя. Деньги не списаны, места снова в продаже.
{{/order.heldUntil}}

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

[[Выбрать места ещё раз]]({{shopUrl}})

Уже заплатили? Ничего не делайте: как только оплата дойдёт, мы пришлём билеты, а если места заняты, вернём деньги.`,
    },
    en: {
      subject: 'Order {{order.number}} was not paid, but there may be places left',
      body: `# Your places are no longer held

{{#order.heldUntil}}
We held order {{order.number}} until {{order.heldUntil}}, but no payment came. You have not been charged, and the places are on sale again.
{{/order.heldUntil}}
{{^order.heldUntil}}
Order {{order.number}} was not paid in time. You have not been charged, and the places are on sale again.
{{/order.heldUntil}}

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

[[Choose places again]]({{shopUrl}})

Have you paid already? There is nothing to do: as soon as the payment arrives we send your tickets, or your money back if the places are gone.`,
    },
    zh: {
      subject: '订单 {{order.number}} 未付款，可能仍有余位',
      body: `# 座位已不再为您保留

{{#order.heldUntil}}
订单 {{order.number}} 为您保留至 {{order.heldUntil}}，但我们未收到款项。您未被扣款，座位已重新开售。
{{/order.heldUntil}}
{{^order.heldUntil}}
订单 {{order.number}} 未在时限内付款。您未被扣款，座位已重新开售。
{{/order.heldUntil}}

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

[[重新选座]]({{shopUrl}})

已经付款了？您无需任何操作：款项到账后我们会立即发送您的票；若座位已售出，则退还款项。`,
    },
  },
};
