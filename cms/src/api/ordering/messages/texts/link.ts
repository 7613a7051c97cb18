import type { MessageDefinition } from '@gangway/notifications/contract';

/** Somebody who knows number and e-mail asked for the way to the order. */
export const link: Pick<MessageDefinition, 'title' | 'texts'> = {
  title: { ru: 'Ссылка на заказ', en: 'Link to the order', zh: '订单链接' },
  texts: {
    ru: {
      subject: 'Ссылка на заказ {{order.number}}',
      body: `# Ваш заказ {{order.number}}

Вы просили ссылку на заказ. Сейчас он {{order.state}}.

[[Открыть заказ]]({{order.url}})

${short('Отправление', '{{date}}, {{time}}')}

Ссылка открывает заказ без пароля, не пересылайте её посторонним. Если вы её не просили, ничего делать не нужно: письмо пришло только вам.`,
    },
    en: {
      subject: 'The link to order {{order.number}}',
      body: `# Your order {{order.number}}

You asked for the link to your order. Right now it is {{order.state}}.

[[Open your order]]({{order.url}})

${short('Departure', '{{date}}, {{time}}')}

The link opens the order without a password, so please keep it to yourself. If you did not ask for it, there is nothing to do: only you got this e-mail.`,
    },
    zh: {
      subject: '订单 {{order.number}} 的链接',
      body: `# 您的订单 {{order.number}}

您请求了订单链接。订单当前状态：{{order.state}}。

[[查看订单]]({{order.url}})

${short('出发', '{{date}} {{time}}')}

此链接无需密码即可打开订单，请勿转发给他人。如果不是您请求的，无需任何操作：本邮件只发送给了您。`,
    },
  },
};

function short(label: string, moment: string): string {
  return `{{#trips}}
| **{{title}}** | |
| ${label} | **${moment}** |
{{/trips}}`;
}
