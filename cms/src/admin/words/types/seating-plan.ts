import { archivedNote, label } from '../common-fields.ts';
import { field, word, type TypeWords } from '../word.ts';

export const seatingPlan: TypeWords = {
  displayName: 'Seating plan',
  position: 10,
  name: word('Схемы мест', 'Seating plans', '座位图'),
  fields: {
    label,
    name: field('Название', 'Name', '名称'),
    version: field('Версия', 'Version', '版本'),
    geometry: field('Палубы и места', 'Decks and seats', '甲板与座位'),
    capacity: field('Всего мест', 'Places in all', '座位总数', {
      hint: word('Считается по схеме.', 'Counted from the plan.', '根据座位图计算。'),
    }),
    archived: archivedNote,
  },
};
