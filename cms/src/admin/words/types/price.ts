import { archivedWith, currency, label } from '../common-fields.ts';
import { field, word, type TypeWords } from '../word.ts';

export const price: TypeWords = {
  displayName: 'Price',
  position: 4,
  name: word('Цены', 'Prices', '价格'),
  fields: {
    label,
    activity: field('Экскурсия или событие', 'Activity', '活动'),
    event: field('Только для рейса', 'Only for the departure', '仅限班次', {
      hint: word(
        'Пусто — цена действует на все рейсы.',
        'Empty: the price holds for all departures.',
        '留空则适用于所有班次。',
      ),
    }),
    ticketType: field('Тип билета', 'Ticket type', '票种'),
    zone: field('Зона мест', 'Seat zone', '座位区域', {
      hint: word(
        'Код зоны из схемы мест; пусто — любая зона.',
        'Code of a zone in the seating plan; empty means any.',
        '座位图中的区域代码；留空表示任意区域。',
      ),
    }),
    amount: field('Цена', 'Price', '价格'),
    currency,
    validFrom: field('Действует с', 'Valid from', '生效时间'),
    validTo: field('Действует до', 'Valid until', '失效时间'),
    archived: archivedWith(
      word('Цена больше не действует.', 'The price no longer holds.', '该价格不再有效。'),
    ),
  },
};
