import { archivedNote, label, slug } from '../common-fields.ts';
import { field, word, type TypeWords } from '../word.ts';

export const route: TypeWords = {
  displayName: 'Route',
  position: 11,
  name: word('Маршруты', 'Routes', '航线'),
  fields: {
    label,
    name: field('Название', 'Name', '名称'),
    description: field('Описание', 'Description', '介绍'),
    slug,
    durationMinutes: field('Длительность, мин', 'Duration, min', '时长（分钟）'),
    distanceKm: field('Длина, км', 'Length, km', '里程（公里）'),
    berths: field('Причалы по пути', 'Berths on the way', '途经码头'),
    archived: archivedNote,
  },
};
