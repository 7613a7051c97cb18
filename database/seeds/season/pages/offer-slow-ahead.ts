import type { PageRecord } from '../records.ts';

export const offerSlowAhead: PageRecord = {
  slug: 'offer-slow-ahead',
  kind: 'offer',
  inFooter: true,
  text: {
    ru: {
      title: 'Оферта «Малого хода»',
      summary: 'На каких условиях пароходство продаёт места на борту.',
      body: `*Это образец для демонстрации. Компании не существует, договор по этому тексту не заключается. Перед настоящими продажами замените его текстом, который проверил ваш юрист.*

## Кто продаёт
ООО «Вымышленное пароходство „Малый ход“». Реквизиты указаны в каждом билете, письме и на странице контактов.

## Что вы покупаете
Право прохода на борт в день и время рейса, на место из билета. Договор заключён, когда платёж подтверждён. До этого места удерживаются за вами пятнадцать минут, оформление платежа может продлить этот срок один раз.

## Цена
Цена показана полностью с первого экрана и включает НДС по ставке на день рейса. Оплата только полная: без брони под честное слово и без оплаты частями.

## Ваши обязанности
Прийти до конца посадки, показать билет и, если билет льготный, документ. Капитан вправе не взять на борт того, кто опасен для других.

## Если рейс не состоится
Рейс отменили мы: возвращаем всю сумму, просить об этом не нужно. Правила остальных случаев собраны на странице о возвратах. Если закон даёт вам больше, действует закон.`,
    },
    en: {
      title: 'Terms of Slow Ahead',
      summary: 'The conditions on which the company sells places on board.',
      body: `*This is a sample for demonstration. The company does not exist and no contract is made by this text. Before you sell for real, replace it with one your lawyer has checked.*

## Who sells
Slow Ahead Imaginary Steamship Company LLC. Its particulars stand on every ticket, in every message and on the contact page.

## What you buy
The right to board on the day and at the time of the departure, for the place on your ticket. The contract is made when your payment is confirmed. Until then the places are held for you for fifteen minutes; starting a payment may extend that once.

## Price
The price is shown in full from the first screen on and includes VAT at the rate of the day of travel. Payment is always in full: no unpaid bookings and no instalments.

## Your part
Come before boarding ends, show your ticket and, for a reduced fare, the document it asks for. The captain may refuse to take anyone who is a danger to others.

## If the departure does not take place
If we cancel, you get everything back without having to ask. The other cases are on the refunds page. Where the law gives you more, the law applies.`,
    },
    zh: {
      title: '徐行游船销售条款',
      summary: '公司出售船上座位的条件。',
      body: `*本文为演示样本。该公司并不存在，本文不构成任何合同。正式销售之前，请替换为经律师审核的文本。*

## 卖方
徐行虚构航运有限责任公司。公司信息列于每张船票、每封邮件以及联系我们页面。

## 您购买的内容
在班次日期和时间登船并使用票面座位的权利。付款确认后合同成立。在此之前，座位为您保留十五分钟；开始付款可将此期限延长一次。

## 价格
价格从第一个页面起完整显示，已含按航行当日税率计算的增值税。只接受全额付款：不接受未付款预订，也不接受分期付款。

## 您的义务
在登船结束前到达，出示船票；优惠票还需出示相应证件。对他人构成危险者，船长有权拒绝其登船。

## 如果班次未能成行
若由我们取消，全额退款，无需申请。其他情形见退款规则页面。法律给予您更多权利的，以法律为准。`,
    },
  },
};
