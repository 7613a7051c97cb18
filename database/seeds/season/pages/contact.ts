import type { PageRecord } from '../records.ts';

export const contact: PageRecord = {
  slug: 'contact',
  kind: 'contact',
  inFooter: true,
  text: {
    ru: {
      title: 'Контакты',
      summary: 'Кому писать и звонить: в Петербурге и в Лимасоле.',
      body: `## Малый ход, Санкт-Петербург
- Телефон: +7 812 000-00-01, ежедневно с 8:00 до 23:00 по Москве
- Почта: kassa@slow-ahead.example
- Кассы: у Певческого моста и на Дворцовой набережной
- ООО «Вымышленное пароходство „Малый ход“»
- ИНН 7899000009, КПП 789901001, ОГРН 1267899000005

## Клуб Nebula, Лимасол
- Телефон: +357 25 000 001, с понедельника по пятницу с 10:00 до 18:00 по Кипру
- Почта: crew@nebula.example

Опаздываете на посадку? Звоните, а не пишите: у причала ждут трубку, почту читают на берегу.

*Номера и адреса вымышлены: по ним никто не ответит.*`,
    },
    en: {
      title: 'Contact',
      summary: 'Whom to write to and call, in St Petersburg and in Limassol.',
      body: `## Slow Ahead, St Petersburg
- Telephone: +7 812 000-00-01, daily from 8:00 to 23:00 Moscow time
- E-mail: kassa@slow-ahead.example
- Ticket windows: at Pevchesky Bridge and on Palace Embankment
- Slow Ahead Imaginary Steamship Company LLC
- INN 7899000009, KPP 789901001, OGRN 1267899000005

## Nebula Members’ Club, Limassol
- Telephone: +357 25 000 001, Monday to Friday from 10:00 to 18:00 Cyprus time
- E-mail: crew@nebula.example

Late for boarding? Call rather than write: the telephone is on the quay, the mail is read in the office.

*Numbers and addresses are invented: nobody will answer.*`,
    },
    zh: {
      title: '联系我们',
      summary: '在圣彼得堡和利马索尔如何联系我们。',
      body: `## 徐行游船，圣彼得堡
- 电话：+7 812 000-00-01，每天 8:00 至 23:00（莫斯科时间）
- 邮箱：kassa@slow-ahead.example
- 售票窗口：歌手桥旁和冬宫滨河街
- 徐行虚构航运有限责任公司
- 纳税人识别号 7899000009，登记原因代码 789901001，注册号 1267899000005

## Nebula 星云会，利马索尔
- 电话：+357 25 000 001，周一至周五 10:00 至 18:00（塞浦路斯时间）
- 邮箱：crew@nebula.example

赶不上登船时，请打电话而不要写信：电话在码头，邮件在办公室。

*以上号码和地址均为虚构，无人接听或回复。*`,
    },
  },
};
