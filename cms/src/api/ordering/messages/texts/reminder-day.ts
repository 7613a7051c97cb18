import type { MessageDefinition } from '@gangway/notifications/contract';
import { tripsWithoutPrices } from './trips.ts';

/** A day before the departure: when, where, and what to show. */
export const reminderDay: Pick<MessageDefinition, 'title' | 'texts'> = {
  title: { ru: 'Напоминание за сутки', en: 'Reminder a day before', zh: '提前一天的提醒' },
  texts: {
    ru: {
      subject: '{{trip.day}} в {{trip.time}}: {{what}}',
      body: `# {{trip.day}} в {{trip.time}} отправляемся

Ждём вас на борту. Билеты во вложении и по кнопке ниже: на посадке достаточно показать код с экрана. Откройте их заранее, у воды связь бывает слабой.

[[Открыть билеты]]({{order.url}})

${tripsWithoutPrices.ru}

Заказ {{order.number}}. Есть вопрос? Просто ответьте на это письмо.

Напоминания об этом заказе не нужны? [Отключить]({{stopUrl}})`,
    },
    en: {
      subject: '{{trip.day}} at {{trip.time}}: {{what}}',
      body: `# {{trip.day}} at {{trip.time}} we cast off

We look forward to having you on board. Your tickets are attached and behind the button below: show the code on your screen when you board. Open them beforehand, the signal by the water can be weak.

[[Open your tickets]]({{order.url}})

${tripsWithoutPrices.en}

Order {{order.number}}. Any question? Just reply to this e-mail.

No reminders of this order, please? [Switch them off]({{stopUrl}})`,
    },
    zh: {
      subject: '{{trip.day}} {{trip.time}}：{{what}}',
      body: `# {{trip.day}} {{trip.time}} 出发

期待您的光临。票在附件中，也可通过下方按钮打开，登船时出示屏幕上的票码即可。水边信号可能较弱，请提前打开。

[[打开票]]({{order.url}})

${tripsWithoutPrices.zh}

订单 {{order.number}}。如有疑问，直接回复本邮件即可。

不需要此订单的提醒？[关闭提醒]({{stopUrl}})`,
    },
  },
};
