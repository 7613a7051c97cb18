import { active, label, seatingOptions, timezone } from '../common-fields.ts';
import { field, word, type TypeWords } from '../word.ts';

export const schedule: TypeWords = {
  displayName: 'Schedule',
  position: 3,
  name: word('Расписания', 'Schedules', '班次规则'),
  fields: {
    label,
    activity: field('Экскурсия или событие', 'Activity', '活动'),
    vessel: field('Судно', 'Vessel', '船只'),
    berth: field('Причал', 'Berth', '码头'),
    venue: field('Площадка', 'Venue', '场地', {
      hint: word('Если событие проходит на берегу.', 'For what happens ashore.', '岸上活动填写。'),
    }),
    seatingPlan: field('Схема мест', 'Seating plan', '座位图'),
    timezone,
    seasonFrom: field('Сезон с', 'Season from', '季节开始'),
    seasonTo: field('Сезон по', 'Season until', '季节结束'),
    monday: field('Понедельник', 'Monday', '星期一'),
    tuesday: field('Вторник', 'Tuesday', '星期二'),
    wednesday: field('Среда', 'Wednesday', '星期三'),
    thursday: field('Четверг', 'Thursday', '星期四'),
    friday: field('Пятница', 'Friday', '星期五'),
    saturday: field('Суббота', 'Saturday', '星期六'),
    sunday: field('Воскресенье', 'Sunday', '星期日'),
    times: field('Время отправления', 'Departure times', '开航时间', {
      hint: word(
        'Через запятую: 10:00, 12:30.',
        'Separated by commas: 10:00, 12:30.',
        '用逗号分隔：10:00, 12:30。',
      ),
    }),
    exceptions: field('Исключения', 'Exceptions', '例外日期', {
      hint: word(
        'Даты без рейсов, по одной в строке: 2026-06-12.',
        'Days without departures, one a line: 2026-06-12.',
        '停航日期，每行一个：2026-06-12。',
      ),
    }),
    seating: field('Рассадка', 'Seating', '座位方式', { options: seatingOptions }),
    capacity: field('Мест', 'Places', '座位数'),
    horizonDays: field('На сколько дней вперёд', 'How many days ahead', '提前生成天数', {
      hint: word(
        'Рейсы создаются заранее на столько дней.',
        'Departures are made this many days ahead.',
        '提前这么多天生成班次。',
      ),
    }),
    active,
  },
};
