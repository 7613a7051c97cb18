import type { PageRecord } from '../records.ts';

export const offerNebula: PageRecord = {
  slug: 'offer-nebula',
  kind: 'offer',
  inFooter: true,
  text: {
    ru: {
      title: 'Условия клуба Nebula',
      summary: 'Кто может участвовать во встречах клуба и как они оплачиваются.',
      body: `*Это образец для демонстрации. Клуба не существует, договор по этому тексту не заключается.*

## Кто мы
Nebula Imaginary Club Ltd, Лимасол, Кипр. Цены в евро, включают НДС Кипра по ставке на день встречи. Клубный сбор показан в заказе отдельной строкой.

## Кто может прийти
Встречи клуба для членов и их гостей, часть встреч открыта всем. Кого не приглашал член клуба, тот до первой покупки проходит проверку по фотографии: её смотрит человек, лица программой не сравнивают. Для проверки нужно отдельное письменное согласие, отозвать его можно в любой день.

## Приглашения
Код приглашения показывают один раз, он действует для одного человека и до указанного дня. Приглашение уровня VIP открывает регату и раннюю запись.

## Отмена
До начала больше суток: деньги возвращаются полностью. Меньше суток: место уже не передать, возврата нет. Отменил клуб: возвращаем всё.`,
    },
    en: {
      title: 'Terms of the Nebula Club',
      summary: 'Who may take part in the club’s meetings, and how they are paid for.',
      body: `*This is a sample for demonstration. The club does not exist and no contract is made by this text.*

## Who we are
Nebula Imaginary Club Ltd, Limassol, Cyprus. Prices are in euros and include Cypriot VAT at the rate of the day. The club fee is a line of its own in your order.

## Who may come
Meetings are for members and their guests; some are open to everybody. A person whom no member has invited passes a photo check before the first purchase: a human being looks at it, and no software compares faces. The check needs your separate written consent, which you may withdraw on any day.

## Invitations
An invitation code is shown once, works for one person and until the day it names. A VIP invitation opens the regatta and an earlier start of sales.

## Cancelling
More than 24 hours before the start: the full price comes back. Less than 24 hours: your place can no longer be passed on, and there is no refund. If the club cancels, you get everything back.`,
    },
    zh: {
      title: 'Nebula 星云会条款',
      summary: '谁可以参加俱乐部活动，以及如何付款。',
      body: `*本文为演示样本。该俱乐部并不存在，本文不构成任何合同。*

## 我们是谁
Nebula 虚构俱乐部有限公司，位于塞浦路斯利马索尔。价格以欧元计，已含按活动当日税率计算的塞浦路斯增值税。俱乐部服务费在订单中单独列出。

## 谁可以参加
活动面向会员及其来宾，部分活动向所有人开放。未经会员邀请者，首次购买前须通过照片核验：照片由人工查看，不使用软件比对人脸。核验需要您单独的书面同意，您可以随时撤回。

## 邀请
邀请码只显示一次，仅供一人使用，并在注明的日期前有效。贵宾邀请可参加帆船赛并提前购票。

## 取消
开始前超过 24 小时：全额退款。不足 24 小时：名额无法转让，不予退款。由俱乐部取消的，全额退款。`,
    },
  },
};
