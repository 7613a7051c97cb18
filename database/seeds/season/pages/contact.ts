import type { PageRecord } from '../records.ts';

export const contact: PageRecord = {
  slug: 'contact',
  kind: 'contact',
  inFooter: true,
  text: {
    ru: {
      title: 'Контакты',
      summary: 'Кому писать и звонить: в Петербурге и в Лимасоле.',
      body: `Опаздываете на посадку? Звоните, а не пишите: у причала ждут трубку, почту читают на берегу.

- **«Малый ход», Санкт-Петербург.** Отвечаем ежедневно с 8:00 до 23:00 по Москве. Кассы: у Певческого моста и на Дворцовой набережной.
- **Клуб Nebula, Лимасол.** Отвечаем с понедельника по пятницу с 10:00 до 18:00 по Кипру.

*Номера и адреса вымышлены: по ним никто не ответит.*`,
    },
    en: {
      title: 'Contact',
      summary: 'Whom to write to and call, in St Petersburg and in Limassol.',
      body: `Late for boarding? Call rather than write: the telephone is on the quay, the mail is read in the office.

- **Slow Ahead, St Petersburg.** We answer daily from 8:00 to 23:00 Moscow time. Ticket windows: at Pevchesky Bridge and on Palace Embankment.
- **Nebula Members’ Club, Limassol.** We answer Monday to Friday from 10:00 to 18:00 Cyprus time.

*Numbers and addresses are invented: nobody will answer.*`,
    },
    zh: {
      title: '联系我们',
      summary: '在圣彼得堡和利马索尔如何联系我们。',
      body: `赶不上登船时，请打电话而不要写信：电话在码头，邮件在办公室。

- **徐行游船，圣彼得堡。** 每天 8:00 至 23:00（莫斯科时间）。售票窗口：歌手桥旁和冬宫滨河街。
- **Nebula 星云会，利马索尔。** 周一至周五 10:00 至 18:00（塞浦路斯时间）。

*以上号码和地址均为虚构，无人接听或回复。*`,
    },
  },
};
