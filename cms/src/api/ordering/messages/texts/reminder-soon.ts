import type { MessageDefinition } from '@gangway/notifications/contract';
import { tripsWithoutPrices } from './trips.ts';

/** Two hours before the departure. */
export const reminderSoon: Pick<MessageDefinition, 'title' | 'texts'> = {
  title: { ru: 'Напоминание за два часа', en: 'Reminder two hours before', zh: '提前两小时的提醒' },
  texts: {
    ru: {
      subject: 'Скоро отправляемся, {{trip.time}}: {{what}}',
      body: `# Отправляемся в {{trip.time}}

Уже скоро. Приходите на причал заранее, билеты держите под рукой: они во вложении и по кнопке ниже.

[[Открыть билеты]]({{order.url}})

${tripsWithoutPrices.ru}

Заказ {{order.number}}. Опаздываете или не находите причал? Просто ответьте на это письмо или позвоните: телефон внизу.

Напоминания об этом заказе не нужны? [Отключить]({{stopUrl}})`,
    },
    en: {
      subject: 'Leaving soon, {{trip.time}}: {{what}}',
      body: `# We leave at {{trip.time}}

It is nearly time. Come to the pier early and keep your tickets at hand: they are attached and behind the button below.

[[Open your tickets]]({{order.url}})

${tripsWithoutPrices.en}

Order {{order.number}}. Running late, or cannot find the pier? Reply to this e-mail or call: the number is below.

No reminders of this order, please? [Switch them off]({{stopUrl}})`,
    },
    zh: {
      subject: '即将出发 {{trip.time}}：{{what}}',
      body: `# {{trip.time}} 出发

出发时间将近。请提前到达码头，备好您的票：票在附件中，也可通过下方按钮打开。

[[打开票]]({{order.url}})

${tripsWithoutPrices.zh}

订单 {{order.number}}。可能迟到或找不到码头？请回复本邮件或拨打下方电话。

不需要此订单的提醒？[关闭提醒]({{stopUrl}})`,
    },
  },
};
