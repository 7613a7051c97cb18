import type { PageRecord } from '../records.ts';

export const personalData: PageRecord = {
  slug: 'personal-data',
  kind: 'privacy',
  inFooter: true,
  text: {
    ru: {
      title: 'Персональные данные',
      summary: 'Что мы спрашиваем, зачем и как это забрать или стереть.',
      body: `*Это образец для демонстрации. Перед настоящей работой замените его политикой вашей компании.*

## Что спрашиваем
Имя, почту и телефон покупателя: чтобы прислать билет и предупредить об изменениях. На рейсах с выходом в залив и в озеро — имена пассажиров, на регате — данные документа. Больше ничего не нужно.

## Что не делаем
Не продаём данные и не передаём их рекламным сетям. Номера карт к нам не попадают: их вводят на стороне платёжной службы.

## Согласия
Согласие с офертой и на обработку данных нужно для покупки. Согласие на письма о новых рейсах отдельное и по умолчанию не отмечено. Согласие на проверку по фотографии в клубе берётся отдельно. Каждое можно отозвать в личном кабинете.

## Ваши права
В личном кабинете можно выгрузить всё, что мы о вас храним, и попросить стереть. Документы о продаже закон велит хранить пять лет, поэтому в них останется только то, что требует закон.`,
    },
    en: {
      title: 'Personal Data',
      summary: 'What we ask for, why, and how you take it with you or have it erased.',
      body: `*This is a sample for demonstration. Replace it with your company’s own policy before you go live.*

## What we ask for
The buyer’s name, e-mail and telephone, so that we can send the ticket and tell you about changes. On trips into the Gulf or the lake, the names of the passengers; for the regatta, the details of a document. Nothing else is needed.

## What we do not do
We do not sell data or pass it to advertising networks. Card numbers never reach us: you enter them with the payment service.

## Consents
Accepting the terms and the processing of your data is needed to buy. News about new trips is a separate consent, and its box is empty by default. The club’s photo check has a consent of its own. You can withdraw each of them in your account.

## Your rights
In your account you can download everything we hold about you and ask to have it erased. The law makes us keep sales documents for five years; what stays in them is only what the law requires.`,
    },
    zh: {
      title: '个人数据',
      summary: '我们收集什么、用途为何，以及如何导出或删除。',
      body: `*本文为演示样本。正式运营之前，请替换为贵公司的隐私政策。*

## 我们收集什么
购票人的姓名、邮箱和电话，用于发送船票和通知变更。驶入海湾或湖区的航线需要乘客姓名，帆船赛需要证件信息。除此之外不需要其他资料。

## 我们不做什么
我们不出售数据，也不提供给广告网络。银行卡号不会传到我们这里，由您在支付服务方页面输入。

## 同意事项
购票需要同意销售条款和个人数据处理。接收新航线资讯为单独的同意项，默认不勾选。俱乐部的照片核验也需单独同意。每一项都可以在您的账户中撤回。

## 您的权利
您可以在账户中导出我们保存的全部资料，也可以申请删除。法律要求销售凭证保存五年，其中只保留法律要求的内容。`,
    },
  },
};
