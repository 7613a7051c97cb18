import type { MessageDefinition } from '@gangway/notifications/contract';
import { tripsWithoutPrices } from './trips.ts';

/** A departure leaves at another time or from another berth. */
export const departureChanged: Pick<MessageDefinition, 'title' | 'texts'> = {
  title: { ru: 'Рейс изменился', en: 'Departure changed', zh: '班次变更' },
  texts: {
    ru: {
      subject: 'Изменение рейса: {{what}}, {{change.date}} в {{change.time}}',
      body: `# Рейс изменился

«{{what}}» отправится иначе, чем было сказано, {{change.cause}}. Ваши места и билеты остаются в силе, менять их не нужно.

| **{{what}}** | |
{{#change.timeMoved}}
| Было | {{change.wasDate}}, {{change.wasTime}} |
| **Теперь** | **{{change.date}}, {{change.time}}** |
{{/change.timeMoved}}
{{#change.placeMoved}}
| Причал был | {{change.wasPlace}} |
| **Причал теперь** | **{{change.place}}** |
{{/change.placeMoved}}

{{#change.notice}}
{{change.notice}}
{{/change.notice}}

{{#change.refundable}}
**Не подходит?** До отправления вы можете вернуть билеты на странице заказа, и мы вернём всю сумму.

{{/change.refundable}}
[[Открыть заказ]]({{order.url}})

${tripsWithoutPrices.ru}

Заказ {{order.number}}. Извините за неудобства. Есть вопрос? Просто ответьте на это письмо.`,
    },
    en: {
      subject: 'Departure changed: {{what}}, {{change.date}} at {{change.time}}',
      body: `# Your departure has changed

“{{what}}” leaves differently from what we said, {{change.cause}}. Your places and tickets stay valid; there is nothing to exchange.

| **{{what}}** | |
{{#change.timeMoved}}
| Before | {{change.wasDate}}, {{change.wasTime}} |
| **Now** | **{{change.date}}, {{change.time}}** |
{{/change.timeMoved}}
{{#change.placeMoved}}
| Pier before | {{change.wasPlace}} |
| **Pier now** | **{{change.place}}** |
{{/change.placeMoved}}

{{#change.notice}}
{{change.notice}}
{{/change.notice}}

{{#change.refundable}}
**Does it not suit you?** Until the departure you can give your tickets back on the page of your order, and we return the full amount.

{{/change.refundable}}
[[Open your order]]({{order.url}})

${tripsWithoutPrices.en}

Order {{order.number}}. We are sorry for the trouble. Any question? Just reply to this e-mail.`,
    },
    zh: {
      subject: '班次变更：{{what}}，{{change.date}} {{change.time}}',
      body: `# 班次有变更

“{{what}}”{{change.cause}}有所调整。您的座位和票仍然有效，无需更换。

| **{{what}}** | |
{{#change.timeMoved}}
| 原时间 | {{change.wasDate}} {{change.wasTime}} |
| **现时间** | **{{change.date}} {{change.time}}** |
{{/change.timeMoved}}
{{#change.placeMoved}}
| 原码头 | {{change.wasPlace}} |
| **现码头** | **{{change.place}}** |
{{/change.placeMoved}}

{{#change.notice}}
{{change.notice}}
{{/change.notice}}

{{#change.refundable}}
**不方便？** 出发前您可在订单页面退票，我们将全额退款。

{{/change.refundable}}
[[查看订单]]({{order.url}})

${tripsWithoutPrices.zh}

订单 {{order.number}}。给您带来不便，敬请谅解。如有疑问，直接回复本邮件即可。`,
    },
  },
};
