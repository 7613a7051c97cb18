import { archivedNote, label } from '../common-fields.ts';
import { field, word, type TypeWords } from '../word.ts';

export const vessel: TypeWords = {
  displayName: 'Vessel',
  position: 9,
  name: word('Суда', 'Vessels', '船只'),
  fields: {
    label,
    name: field('Название', 'Name', '名称'),
    description: field('Описание', 'Description', '介绍'),
    image: field('Фото', 'Photo', '图片'),
    kind: field('Вид судна', 'Kind of vessel', '船型', {
      options: {
        ship: word('Теплоход', 'Ship', '游船'),
        boat: word('Катер', 'Boat', '快艇'),
        yacht: word('Яхта', 'Yacht', '帆船'),
        catamaran: word('Катамаран', 'Catamaran', '双体船'),
      },
    }),
    capacity: field('Вместимость, человек', 'Holds, people', '载客量（人）'),
    decks: field('Палуб', 'Decks', '甲板层数'),
    lengthMetres: field('Длина, м', 'Length, m', '长度（米）'),
    builtYear: field('Год постройки', 'Year built', '建造年份'),
    turnaroundMinutes: field(
      'Перерыв между рейсами, мин',
      'Break between departures, min',
      '班次间隔（分钟）',
    ),
    accessible: field('Доступно на коляске', 'Wheelchair access', '轮椅可登船'),
    seatingPlan: field('Схема мест', 'Seating plan', '座位图'),
    archived: archivedNote,
  },
};
