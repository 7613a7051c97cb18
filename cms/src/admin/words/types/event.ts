import { archivedWith, label, seatingOptions, timezone } from '../common-fields.ts';
import { field, word, type TypeWords } from '../word.ts';

export const event: TypeWords = {
  displayName: 'Event',
  position: 1,
  name: word('Рейсы', 'Departures', '班次'),
  fields: {
    label,
    activity: field('Экскурсия или событие', 'Activity', '活动'),
    vessel: field('Судно', 'Vessel', '船只'),
    venue: field('Площадка', 'Venue', '场地', {
      hint: word('Если событие проходит на берегу.', 'For what happens ashore.', '岸上活动填写。'),
    }),
    berth: field('Причал', 'Berth', '码头'),
    startAt: field('Начало', 'Start', '开始时间'),
    endAt: field('Окончание', 'End', '结束时间'),
    timezone,
    seating: field('Рассадка', 'Seating', '座位方式', { options: seatingOptions }),
    seatingPlan: field('Схема мест', 'Seating plan', '座位图'),
    capacity: field('Мест', 'Places', '座位数', {
      hint: word('Не больше, чем вмещает судно.', 'No more than the vessel holds.', '不超过船只载客量。'),
    }),
    salesStartAt: field('Продажа с', 'On sale from', '开售时间'),
    salesEndAt: field('Продажа до', 'On sale until', '停售时间'),
    state: field('Состояние', 'State', '状态', {
      options: {
        draft: word('Черновик', 'Draft', '草稿'),
        on_sale: word('В продаже', 'On sale', '在售'),
        closed: word('Продажа закрыта', 'Sales closed', '已停售'),
        boarding: word('Посадка', 'Boarding', '登船中'),
        departed: word('В пути', 'Departed', '已开航'),
        completed: word('Завершён', 'Completed', '已完成'),
        cancelled: word('Отменён', 'Cancelled', '已取消'),
      },
    }),
    delayMinutes: field('Задержка, мин', 'Delay, min', '延误（分钟）'),
    notice: field('Объявление для пассажиров', 'Notice for passengers', '乘客通知'),
    schedule: field('Расписание', 'Schedule', '班次规则', {
      hint: word(
        'Из какого расписания создан; у разового рейса пусто.',
        'Which schedule made it; empty for a single departure.',
        '由哪条班次规则生成；单独班次为空。',
      ),
    }),
    occurrence: field('Дата по расписанию', 'Date in the schedule', '规则日期'),
    archived: archivedWith(
      word(
        'Рейс уходит с сайта и освобождает судно; рейс с заказами — когда завершится.',
        'The departure leaves the site and frees its vessel; one with orders when it is over.',
        '该班次从网站下架，并释放船只；有订单的班次须在结束后归档。',
      ),
    ),
  },
};
