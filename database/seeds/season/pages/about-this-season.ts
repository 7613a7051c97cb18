import type { PageRecord } from '../records.ts';

export const aboutThisSeason: PageRecord = {
  slug: 'about-this-season',
  kind: 'text',
  inFooter: false,
  text: {
    ru: {
      title: 'О демонстрационном сезоне',
      summary: 'Что здесь настоящее, а что придумано.',
      body: `Причалы, реки и мосты настоящие, координаты причалов тоже. Пароходство, клуб, суда, цены и рейсы придуманы, картинки нарисованы программой.

Расписание начинается в день первого запуска и всегда составлено на девяносто дней вперёд. Среди рейсов есть задержанные и отменённые, чтобы было видно, как это выглядит. Заказов и покупателей в сезоне нет: первый будет вашим.

Каждую запись можно править и удалить. Повторный запуск ничего не вернёт и не перезапишет.`,
    },
    en: {
      title: 'About the Demonstration Season',
      summary: 'What is real here, and what is made up.',
      body: `The berths, rivers and bridges are real, and so are the coordinates of the berths. The company, the club, the vessels, the prices and the trips are invented, and the pictures are drawn by a program.

The timetable begins on the day of the first start and is always made ninety days ahead. Some departures are delayed or cancelled, so that you can see what that looks like. There are no orders and no buyers: the first one will be yours.

Every record may be edited or deleted. Starting again brings nothing back and overwrites nothing.`,
    },
    zh: {
      title: '关于演示航季',
      summary: '哪些是真实的，哪些是虚构的。',
      body: `码头、河流与桥梁是真实的，码头坐标也是。航运公司、俱乐部、船只、价格和班次均为虚构，图片由程序绘制。

时刻表从首次启动当天开始，始终提前九十天排定。其中有晚点和取消的班次，以便您了解它们的样子。航季中没有订单，也没有购票人：第一位将是您。

每条记录都可以修改或删除。再次启动不会恢复或覆盖任何内容。`,
    },
  },
};
