import type { PageRecord } from '../records.ts';

export const refunds: PageRecord = {
  slug: 'refunds',
  kind: 'refunds',
  inFooter: true,
  text: {
    ru: {
      title: 'Возврат билетов',
      summary: 'До отправления больше суток — вернём всё. Рейс отменили мы — тоже всё.',
      body: `## Вы передумали
**Больше 24 часов до отправления.** Вернём полную цену билета. Комиссии платёжных служб берём на себя. Кнопка возврата есть в письме с билетом и в личном кабинете.

**Меньше 24 часов.** Билет не возвращается и не передаётся другому человеку: продать это место мы уже не успеем.

**Семейный рейс «Остров сокровищ».** Правило мягче: вернём всё за отказ до отправления.

## Рейс отменили мы
Вернём всё, без заявлений и звонков. О переносе, смене причала или судна предупредим письмом, и если новое время не подходит, тоже вернём всё.

## Когда придут деньги
На ту же карту или тот же счёт. Мы отправляем возврат сразу, банк зачисляет его за срок до десяти дней.

## Закон
Если закон вашей страны даёт больше, чем написано здесь, действует закон.

*Сезон демонстрационный: настоящие деньги не списываются и не возвращаются.*`,
    },
    en: {
      title: 'Refunds',
      summary: 'More than a day before departure, everything back. If we cancel, everything back as well.',
      body: `## You change your mind
**More than 24 hours before departure.** We refund the full price of the ticket and bear the fees of the payment services ourselves. The refund button is in the message with your ticket and in your account.

**Less than 24 hours.** The ticket is not refunded and cannot be passed on: there is no time left to sell the place again.

**The family voyage “Treasure Island”.** The rule is softer: everything back if you cancel before departure.

## We cancel
You get everything back, with no forms and no calls. If the time, the berth or the ship changes, we write to you; if the change does not suit you, you get everything back too.

## When the money arrives
On the same card or account. We send a refund at once; the bank may take up to ten days to book it.

## The law
Where the law of your country gives you more than this page does, the law applies.

*This is a demonstration season: no real money is taken or returned.*`,
    },
    zh: {
      title: '退款规则',
      summary: '开船前一天以上，全额退款。由我们取消，同样全额退款。',
      body: `## 您改变了计划
**开船前超过 24 小时。** 退还全部票款，支付服务的手续费由我们承担。退款按钮在船票邮件和您的账户中。

**不足 24 小时。** 船票不退，也不能转让：我们已经来不及再次售出这个座位。

**亲子航程“金银岛”。** 规则更宽松：开船前取消，全额退款。

## 由我们取消
全额退款，无需填表或致电。时间、码头或船只变更时，我们会写信通知；如果您不接受变更，同样全额退款。

## 何时到账
退回原付款卡或账户。我们立即发起退款，银行入账最长需要十天。

## 法律
您所在国家的法律给予您的权利多于本页面的，以法律为准。

*本航季为演示：不会扣取真实款项，也不会产生真实退款。*`,
    },
  },
};
